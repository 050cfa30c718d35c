import type { Break } from '../protocol/client.ts';
import type { Reply } from '../protocol/message.ts';
import { endsProcess } from '../protocol/request.ts';
import { askAlone } from './alone.ts';
import type { Item } from './item.ts';
import { type Answer, type SubjectOptions, startSubject } from './subject.ts';

/** Of an item that was left out there is no answer. */
export type Replayed = { answers: (Answer | undefined)[]; brokenAt?: { index: number; broken: Break } };

export type ReplayOptions<Of extends Item> = {
  onTwice?: (item: Of, line: string) => void;
  /** What is kept of a reply until all are there; the whole where absent. */
  keep?: (item: Of, reply: Reply) => Reply;
  isLeftOut?: (item: Of) => boolean;
};

/**
 * Asks one after the other in a fresh process, and what ends its process in one of its own, up to the first break. What the subject
 * writes while its input is being closed counts against the last question. Undefined where it could not be started.
 */
export const replay = async <Of extends Item>(
  options: SubjectOptions,
  items: readonly Of[],
  { onTwice, keep = (_, reply) => reply, isLeftOut = () => false }: ReplayOptions<Of> = {},
): Promise<Replayed | undefined> => {
  const started = items.length > 0 && items.every(endsProcess) ? undefined : await startSubject(options);
  if (started?.ok === false) return undefined;
  const subject = started?.subject;
  const twice = (tag: number, line: string): void => {
    const item = items[tag];
    if (item) onTwice?.(item, line);
  };
  const answers: (Answer | undefined)[] = [];
  for (const [index, item] of items.entries()) {
    if (isLeftOut(item)) {
      answers.push(undefined);
      continue;
    }
    subject?.watch(() => undefined, twice);
    const answer = await (subject && !endsProcess(item)
      ? subject.ask(index, item)
      : askAlone(options, item, (line) => twice(index, line)));
    if (answer.kind === 'result' || answer.kind === 'error') {
      answers.push(keep(item, answer));
      continue;
    }
    answers.push(answer);
    await subject?.client.kill();
    return { answers, brokenAt: { index, broken: answer } };
  }
  await subject?.client.close();
  const late = subject?.broken();
  if (late && items.length > 0) return { answers, brokenAt: { index: items.length - 1, broken: late } };
  return { answers };
};

/** The most replays of one search. */
const MAX_REPLAYS = 30;

export type Beginning = { items: readonly Item[]; broken: Break };

/**
 * The shortest beginning that ends in a break, for a break that no question causes by itself: first everything that
 * the process was asked, cut where it breaks; then as few of the last questions before that as bisection finds; then
 * without the pieces, halves first, that can be left out. Undefined where it does not happen again one at a time.
 */
export const shortestBeginning = async (
  options: SubjectOptions,
  history: readonly Item[],
  stop: () => boolean,
): Promise<Beginning | undefined> => {
  const whole = await replay(options, history);
  if (!whole?.brokenAt) return undefined;
  let best: Beginning = { items: history.slice(0, whole.brokenAt.index + 1), broken: whole.brokenAt.broken };
  let left = MAX_REPLAYS;
  const breaks = async (items: readonly Item[]): Promise<boolean> => {
    left -= 1;
    const again = await replay(options, items);
    if (!again?.brokenAt) return false;
    best = { items: items.slice(0, again.brokenAt.index + 1), broken: again.brokenAt.broken };
    return true;
  };
  const more = (): boolean => left > 0 && !stop();

  const { items } = best;
  const end = items.length - 1;
  // How many questions have to stand before the last one: `low` are too few, `high` are enough.
  for (let [low, high] = [-1, end]; more() && high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (await breaks(items.slice(end - middle))) high = middle;
    else low = middle;
  }
  for (let size = best.items.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at + size < best.items.length && more(); ) {
      const without = [...best.items.slice(0, at), ...best.items.slice(at + size)];
      if (!(await breaks(without))) at += size;
    }
  }
  return best;
};
