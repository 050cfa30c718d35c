import fc from 'fast-check';
import {
  type Asked,
  answerInWorld,
  hex,
  type JsonObject,
  openWorld,
  type SentMessage,
  unhex,
  wireTexts,
} from '../forge/index.ts';
import { giving, opening, stating } from './replica-plans.ts';
import type { Pool } from './replica-pool.ts';

type Side = 'subject' | 'partner';
const SIDES: readonly Side[] = ['subject', 'partner'];
/** Records of a pool, as `giving` takes them. */
export type Handful = Parameters<typeof giving>[1];

/** What one side of a session is opened with. */
export type Opened = {
  filter?: JsonObject;
  sparse?: boolean;
  live?: boolean;
  lift?: 0 | 1;
  seed?: string;
  address?: string;
};

/** A text that the partner sends, as it travels, or as what became of it on its way: several, or none. */
export type Spoil = (text: string, count: number) => readonly JsonObject[];

const SEEDS: Readonly<Record<Side, string>> = {
  subject: hex(new Uint8Array(32).fill(11)),
  partner: hex(new Uint8Array(32).fill(12)),
};

const FILTERS = (pool: Pool): readonly ((now: number) => JsonObject)[] => [
  () => ({ author: pool.authors[0] ?? '' }),
  () => ({ pathPrefix: '/a' }),
  (now) => ({ from: now - 1 }),
  () => ({ kind: 'document' }),
  () => ({}),
];

/** What a side says, at a time. */
export const offers = (pool: Pool, side: Side): fc.Arbitrary<(now: number) => Opened> =>
  fc
    .record(
      {
        filter: fc.constantFrom(...FILTERS(pool)),
        sparse: fc.boolean(),
        live: fc.boolean(),
        lift: fc.constantFrom(0 as const, 1 as const),
        seed: fc.constant(SEEDS[side]),
        address: fc.constantFrom(...Array<string>(9).fill('ws://pub.example'), 'ws://pub.example/other'),
      },
      { requiredKeys: [] },
    )
    .map(({ filter, ...rest }) => (now) => ({ ...rest, ...(filter === undefined ? {} : { filter: filter(now) }) }));

/** A session of the subject with the model as its partner, as the steps that the subject is asked. */
export type Talk = {
  /** Both replicas are new and empty. */
  reopen(): void;
  give(side: Side, given: Handful): void;
  /** Opens a session on both sides. */
  open(role: 'caller' | 'answerer', entropy: number, says: Readonly<Record<Side, Opened>>): void;
  /** Carries messages until there are none, or so many of the partner's have arrived; `spoil` has each of them in its hands. */
  carry(most?: number, spoil?: Spoil): void;
  /** Both say what is new. */
  tick(): void;
  /** The transport ends; what is on its way is lost. */
  cut(): void;
  wait(micros: number): void;
  /** The steps so far, with the state of the subject at the end. */
  steps(): readonly Asked[];
};

/** More than any session of a law has. */
const ENDLESS = 400;

type Answer = { send: SentMessage[]; error?: unknown };

/** Begins with both replicas open; `ahead` is how far the clock of the partner is ahead. */
export const beginTalk = (pool: Pool, time: number, ahead = 0): Talk => {
  const worlds = { subject: openWorld(), partner: openWorld() };
  const queues: Record<Side, string[]> = { subject: [], partner: [] };
  const seeds: Record<Side, Uint8Array | undefined> = { subject: undefined, partner: undefined };
  const asked: Asked[] = [];
  let [elapsed, arrived, sessions, over] = [0, 0, 0, true];

  const clock = (side: Side): number => time + elapsed + (side === 'partner' ? ahead : 0);
  const ask = (side: Side, step: Asked): Answer => {
    if (side === 'subject') asked.push(step);
    return answerInWorld(worlds[side], step.operation, step.input).expect.ok as unknown as Answer;
  };
  const receive = (side: Side, more: JsonObject): void => {
    const input = { session: `s${sessions}`, now: clock(side), ...more };
    send(side, ask(side, { operation: 'session.receive', input }));
  };
  const send = (side: Side, answer: Answer): void => {
    queues[side === 'subject' ? 'partner' : 'subject'].push(
      ...answer.send.flatMap((message) => wireTexts(message, seeds[side])),
    );
    if (side === 'subject' && answer.error !== undefined) over = true;
  };

  const reopen = (): void => {
    for (const side of SIDES) ask(side, opening(pool));
  };
  reopen();
  return {
    reopen,
    give: (side, given) => {
      if (given.length > 0) ask(side, giving(pool, given, time, clock(side)));
    },
    open: (role, entropy, says) => {
      sessions += 1;
      arrived = 0;
      over = false;
      for (const side of SIDES) queues[side].length = 0;
      for (const side of SIDES) {
        const { seed } = says[side];
        seeds[side] = seed === undefined ? undefined : unhex(seed);
        const isCaller = (role === 'caller') === (side === 'subject');
        const input = {
          session: `s${sessions}`,
          replica: 'a',
          now: clock(side),
          role: isCaller ? 'caller' : 'answerer',
          entropy: hex(new Uint8Array(32).fill(2 * sessions + (isCaller ? 0 : 1) + 18 * entropy)),
          ...says[side],
        };
        send(side, ask(side, { operation: 'session.open', input: input as JsonObject }));
      }
    },
    carry: (most = ENDLESS, spoil = (text) => [{ text }]) => {
      for (let left = most; left > 0 && !over; ) {
        const out = queues.partner.shift();
        if (out !== undefined) {
          receive('partner', { text: out });
          continue;
        }
        const text = queues.subject.shift();
        if (text === undefined) return;
        left -= 1;
        arrived += 1;
        for (const each of spoil(text, arrived)) if (!over) receive('subject', each);
      }
    },
    tick: () => {
      if (over) return;
      receive('subject', {});
      receive('partner', {});
    },
    cut: () => {
      if (over) return;
      over = true;
      for (const side of SIDES) {
        queues[side].length = 0;
        receive(side, { closed: true });
      }
    },
    wait: (micros) => {
      elapsed += micros;
    },
    steps: () => [...asked, stating(clock('subject'))],
  };
};
