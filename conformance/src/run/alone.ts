import { converse } from '../protocol/converse.ts';
import type { Item } from './item.ts';
import { type Answer, type Subject, type SubjectOptions, startSubject } from './subject.ts';

/** What was ended by force does not come back. */
const notAgain = (detail: string): Answer => ({
  kind: 'crash',
  detail: `ended by force, it does not start again in its directory: ${detail}`,
  signature: 'no start after an end',
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
  const start = async (settle: (answer: Answer) => void): Promise<Subject | undefined> => {
    const started = await startSubject({ ...options, launch: kept.launch });
    if (!started.ok) {
      settle({ ...notAgain(started.detail), step } as Answer);
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
        if (!(await start(settle))) return;
        converse(
          item,
          {
            ask: (method, params, onReply) => subject?.client.ask(0, method, params, onReply),
            restart: (onStarted) => {
              const again = async (): Promise<void> => {
                await subject?.client.kill();
                if (await start(settle)) onStarted();
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
