import type { HelloResult } from '@rockpool/schemas';
import type { Break } from '../protocol/client.ts';
import { type Conversation, converse } from '../protocol/converse.ts';
import type { Reply } from '../protocol/message.ts';
import { callAt, endsProcess, methodsOf } from '../protocol/request.ts';
import { times } from '../report/times.ts';
import { askAlone } from './alone.ts';
import type { Item } from './item.ts';
import type { Patience } from './patience.ts';
import { type Beginning, type Replayed, replay, shortestBeginning } from './replay.ts';
import { type Answer, type Started, type Subject, type SubjectOptions, startSubject } from './subject.ts';

/** The final word on one question. */
export type Settled = Answer | { kind: 'not-asked'; reason: string };

export type AskerOptions = SubjectOptions & {
  /** Upper bound for the subject's own window. */
  window?: number | undefined;
  patience: Patience;
  signal?: AbortSignal | undefined;
  /** Methods that are not asked from now on; it may grow. */
  unasked?: ReadonlySet<string> | undefined;
  /** No answer came until the time-out, with requests of these methods open, each named once. */
  onSilent?: ((methods: readonly string[]) => void) | undefined;
  /** An item was settled; a later call for the same item is worse news and replaces the first. */
  onSettled(item: Item, settled: Settled): void;
  /** An item was answered again. */
  onTwice(item: Item, line: string): void;
};

/** Questions in, answers out, whatever the subject does: it is started again, and the guilty question is found. */
export type Asker = {
  hello: HelloResult;
  /** Whether the subject can be started again in the directory that it left. */
  restarts: boolean;
  askAll(items: readonly Item[]): Promise<void>;
  askOne(item: Item): Promise<Settled>;
  /** In a process of their own, one after the other. `keep` says what is kept of each reply until all are there. */
  askFresh<Of extends Item>(
    items: readonly Of[],
    keep: (item: Of, reply: Reply) => Reply,
  ): Promise<Replayed | undefined>;
  close(): Promise<void>;
};

/** After so many breaks that no question causes by itself, the search for their causes is given up. */
const MAX_HISTORY_BREAKS = 3;

/** So many processes at a time are asked what ends them: most of it is waiting for their starts, and none knows of another. */
const MOST_APART = 2;

/** How many keys of a beginning are named. */
const NAMED = 20;

const tellBeginning = ({ items, broken }: Beginning): Break => {
  const keys = items.map(({ key }) => key);
  const named = keys.length > NAMED ? [`… ${keys.length - NAMED} more, then`, ...keys.slice(-NAMED)] : keys;
  const detail = `depends on history: the shortest beginning found is ${times(keys.length, 'question')}, ${named.join(', ')}: ${broken.detail}`;
  return { ...broken, detail };
};

const INTERRUPTED = 'the run was interrupted';

/** Why a signal was given: the reason that it carries, where that is a sentence. */
export const whyAborted = ({ reason }: AbortSignal): string => (typeof reason === 'string' ? reason : INTERRUPTED);

/** Starts the subject and shakes hands; the failure of that is for the caller to report. */
export const openAsker = async (
  options: AskerOptions,
): Promise<{ ok: true; asker: Asker } | (Started & { ok: false })> => {
  const { patience, signal, unasked, onTwice } = options;
  const first = await startSubject(options);
  if (!first.ok) return first;
  const hello = first.subject.hello;
  let subject: Subject | undefined = first.subject;
  /** All that was asked ever; tags are positions in it. */
  const asked: Item[] = [];
  /** Where the present process begins in it. */
  let since = 0;
  let historyBreaks = 0;
  let givenUp: string | undefined;

  /** Items whose answer somebody waits for alone. */
  const waiting = new Map<Item, (settled: Settled) => void>();
  const onSettled = (item: Item, settled: Settled): void => {
    const one = waiting.get(item);
    if (one) one(settled);
    else options.onSettled(item, settled);
  };

  /** The step that a schedule under way has reached. */
  const reached = new Map<Item, number>();
  /** The method that an item waits for. */
  const openMethod = (item: Item): string => callAt(item, reached.get(item) ?? 0).method;
  const settleBreak = (item: Item, broken: Break): void => {
    const step = broken.step ?? reached.get(item);
    onSettled(item, item.before === undefined || step === undefined ? broken : { ...broken, step });
  };

  const leftOutOf = (item: Item): string | undefined => methodsOf(item).find((method) => unasked?.has(method));
  const isLeftOut = (item: Item): boolean => leftOutOf(item) !== undefined;
  const leaveOut = (item: Item): void =>
    onSettled(item, {
      kind: 'not-asked',
      reason: `${leftOutOf(item)} was not asked any more: the run was told to stop asking it`,
    });

  const why = (): string | undefined => (signal?.aborted ? whyAborted(signal) : (givenUp ?? patience.exhausted()));
  const twice = (tag: number, line: string): void => {
    const item = asked[tag];
    if (item) onTwice(item, line);
  };

  const restart = async (): Promise<void> => {
    const started = await patience.spend(() => startSubject(options));
    since = asked.length;
    if (started.ok) subject = started.subject;
    else givenUp = `the subject could not be started again: ${started.detail}`;
  };

  const blameHistory = async (history: readonly Item[], broken: Break): Promise<void> => {
    historyBreaks += 1;
    const stop = (): boolean => why() !== undefined || history.some(isLeftOut);
    const found = stop() ? undefined : await shortestBeginning(options, history, stop);
    const guilty = found?.items.at(-1);
    if (found && guilty) settleBreak(guilty, tellBeginning(found));
    else {
      const rule = { crash: 'SUB-4', hang: 'SUB-5', garbage: 'SUB-1' } as const;
      const detail = `depends on history, and did not happen again one question at a time, after ${times(history.length, 'question')}: ${broken.detail}`;
      options.ledger.note({ rule: rule[broken.kind], detail });
    }
    if (historyBreaks >= MAX_HISTORY_BREAKS)
      givenUp ??= `the subject broke ${historyBreaks} times in a way that depends on what it was asked before`;
  };

  const leave = (items: readonly Item[], reason: string): void => {
    for (const item of items) onSettled(item, { kind: 'not-asked', reason });
  };

  /** The last of these broke a fresh process: is it the only one that is needed? */
  const blame = async (items: readonly Item[], broken: Break): Promise<void> => {
    const last = items.at(-1) as Item;
    patience.note(broken.signature);
    if (broken.kind === 'hang') options.onSilent?.([callAt(last, broken.step ?? 0).method]);
    if (items.length === 1 || patience.believes(broken.signature) || isLeftOut(last)) return settleBreak(last, broken);
    const alone = await replay(options, [last], { onTwice });
    if (alone?.brokenAt) return settleBreak(last, alone.brokenAt.broken);
    const answer = alone?.answers[0];
    if (answer) onSettled(last, answer);
    else settleBreak(last, broken);
    await blameHistory(items, broken);
  };

  /**
   * Finds out which of the open questions broke the subject: they are asked again one at a time, and one that breaks a
   * fresh process is asked of another one as its only question. The others get their answers on the way.
   */
  const attribute = async (open: readonly Item[], history: readonly Item[], broken: Break): Promise<void> => {
    const only = open.length === 1 ? open[0] : undefined;
    if (only && (history.length === 1 || patience.believes(broken.signature) || isLeftOut(only))) {
      patience.note(broken.signature);
      return settleBreak(only, broken);
    }
    // What is left out may be what broke it, and is not asked to find out.
    let explained = open.some(isLeftOut);
    for (let rest = open; rest.length > 0; ) {
      const reason = why();
      for (const item of rest.filter(isLeftOut)) leaveOut(item);
      rest = rest.filter((item) => !isLeftOut(item));
      if (rest.length === 0) return;
      const again = reason === undefined ? await replay(options, rest, { onTwice }) : undefined;
      if (again === undefined) return leave(rest, reason ?? 'the subject could not be started again');
      const { answers, brokenAt } = again;
      const end = brokenAt?.index ?? rest.length;
      if (end > 0) patience.answered();
      for (const [index, item] of rest.slice(0, end).entries()) onSettled(item, answers[index] as Answer);
      if (brokenAt === undefined) break;
      explained = true;
      await blame(rest.slice(0, end + 1), brokenAt.broken);
      rest = rest.slice(end + 1);
    }
    if (explained) return;
    patience.note(broken.signature);
    await blameHistory(history, broken);
  };

  /** Asks until all is answered or the subject breaks; returns how many items were begun. */
  const pump = (working: Subject, items: readonly Item[]): Promise<{ begun: number; broken: Break | undefined }> =>
    new Promise((settle, fail) => {
      const window = patience.careful()
        ? 1
        : Math.min(working.hello.window ?? 1, options.window ?? Number.POSITIVE_INFINITY);
      let begun = 0;
      let open = 0;
      const finish = (broken?: Break): void => {
        signal?.removeEventListener('abort', onAbort);
        settle({ begun, broken });
      };
      const onAbort = (): void => finish();
      const fill = (): void => {
        while (open < window && begun < items.length && !signal?.aborted) {
          const item = items[begun] as Item;
          begun += 1;
          if (isLeftOut(item)) {
            leaveOut(item);
            continue;
          }
          open += 1;
          const tag = asked.push(item) - 1;
          const conversation: Conversation = {
            ask: (method, params, onReply) => working.client.ask(tag, method, params, onReply),
            nextName: options.nextId,
            onStep: (position) => reached.set(item, position),
          };
          converse(item, conversation, (reply) => {
            open -= 1;
            reached.delete(item);
            patience.answered();
            try {
              onSettled(item, reply);
              fill();
            } catch (error) {
              fail(error);
            }
          });
        }
        if (open === 0 && begun === items.length) finish();
      };
      signal?.addEventListener('abort', onAbort);
      working.watch(finish, twice);
      fill();
    });

  const recover = async (working: Subject, broken: Break): Promise<void> => {
    const open = working.client.open().map((tag) => asked[tag] as Item);
    const history = asked.slice(since);
    subject = undefined;
    await working.client.kill();
    if (broken.kind === 'hang') {
      patience.charge(options.timeoutMillis);
      options.onSilent?.([...new Set(open.map(openMethod))]);
    }
    await patience.spend(() => attribute(open, history, broken));
  };

  /** In the one process that most questions share. */
  const askTogether = async (items: readonly Item[]): Promise<void> => {
    let rest = items;
    while (rest.length > 0) {
      const reason = why();
      if (reason !== undefined) return leave(rest, reason);
      // It may have broken while nobody was asking.
      const idle = subject?.broken();
      if (subject && idle) await recover(subject, idle);
      if (!subject) {
        if (why() === undefined) await restart();
        continue;
      }
      const working = subject;
      const { begun, broken } = await pump(working, rest);
      rest = rest.slice(begun);
      if (broken) await recover(working, broken);
      else if (signal?.aborted) {
        for (const tag of working.client.open())
          onSettled(asked[tag] as Item, { kind: 'not-asked', reason: whyAborted(signal) });
        subject = undefined;
        await working.client.kill();
      }
    }
  };

  /** What ends its process is asked in one of its own, so that a break has one cause. */
  const askApart = async (item: Item): Promise<void> => {
    const reason = why();
    if (reason !== undefined) return leave([item], reason);
    if (isLeftOut(item)) return leaveOut(item);
    const answer = await askAlone(options, item, (line) => onTwice(item, line));
    if (answer.kind === 'result' || answer.kind === 'error') return onSettled(item, answer);
    patience.note(answer.signature);
    if (answer.kind === 'hang') {
      patience.charge(options.timeoutMillis);
      options.onSilent?.([callAt(item, answer.step ?? 0).method]);
    }
    settleBreak(item, answer);
  };

  const askAll = async (items: readonly Item[]): Promise<void> => {
    await askTogether(items.filter((item) => !endsProcess(item)));
    const ending = items.filter(endsProcess).values();
    const askInTurn = async (): Promise<void> => {
      for (const item of ending) await askApart(item);
    };
    await Promise.all(Array.from({ length: MOST_APART }, askInTurn));
  };

  return {
    ok: true,
    asker: {
      hello,
      restarts: options.launch.keep !== undefined,
      askAll,
      askOne: async (item) => {
        let answer: Settled = { kind: 'not-asked', reason: INTERRUPTED };
        waiting.set(item, (settled) => {
          answer = settled;
        });
        await askAll([item]);
        waiting.delete(item);
        return answer;
      },
      askFresh: (items, keep) =>
        why() === undefined ? replay(options, items, { onTwice, keep, isLeftOut }) : Promise.resolve(undefined),
      close: async () => {
        await subject?.client.close();
      },
    },
  };
};
