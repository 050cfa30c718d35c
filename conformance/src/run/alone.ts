import type { Break } from '../protocol/client.ts';
import { converse } from '../protocol/converse.ts';
import type { Item } from './item.ts';
import { type Answer, type Subject, type SubjectOptions, startSubject } from './subject.ts';

/** It does not start: at first, or after it was ended by force. */
const notStarted = (detail: string, step: number): Break => ({
  kind: 'crash',
  detail: step === 0 ? detail : `ended by force, it does not start again in its directory: ${detail}`,
  signature: 'no start',
  step,
});

/**
 * Asks an item that ends its process: in one of its own, which is ended by force at each such step and started again in the same
 * directory. Throws `RangeError` where a subject has none.
 */
export const askAlone = async (
  options: SubjectOptions,
  item: Item,
  onTwice: (line: string) => void,
): Promise<Answer> => {
  const kept = options.launch.keep?.();
  if (kept === undefined) throw new RangeError(`${item.key} ends a process that cannot be started again`);
  let subject: Subject | undefined;
  let step = 0;
  const start = async (settle: (answer: Answer) => void, next: number): Promise<Subject | undefined> => {
    const started = await startSubject({ ...options, launch: kept.launch });
    if (!started.ok) {
      settle(notStarted(started.detail, next));
      return undefined;
    }
    subject = started.subject;
    subject.watch(
      (broken) => settle({ ...broken, step }),
      (_, line) => onTwice(line),
    );
    return subject;
  };
  try {
    const answer = await new Promise<Answer>((settle, fail) => {
      const begin = async (): Promise<void> => {
        if (!(await start(settle, 0))) return;
        converse(
          item,
          {
            ask: (method, params, onReply) => subject?.client.ask(0, method, params, onReply),
            restart: (onStarted) => {
              const again = async (): Promise<void> => {
                await subject?.client.kill();
                if (await start(settle, step + 1)) onStarted();
              };
              again().catch(fail);
            },
            nextName: options.nextId,
            onStep: (position) => {
              step = position;
            },
          },
          settle,
        );
      };
      begin().catch(fail);
    });
    await subject?.client.close();
    return subject?.broken() ?? answer;
  } finally {
    await subject?.client.kill();
    kept.remove();
  }
};
