import type { Step } from '@rockpool/schemas';
import { base64url } from '../forge/base64.ts';
import { blobId, type JsonObject, utf8 } from '../forge/index.ts';
import { NOW } from '../laws/law.ts';
import { NATIVE_POOL } from '../laws/replica-pool.ts';
import { beginTalk } from '../laws/session-plans.ts';
import type { Growing } from './growing-question.ts';

type Role = 'caller' | 'answerer';

/** What is asked of a peer without records until so many messages of its partner have come. */
const stepsUntil = (role: Role, messages: number): readonly Step[] => {
  const talk = beginTalk(NATIVE_POOL, NOW);
  talk.open(role, 0, { subject: {}, partner: {} });
  talk.carry(messages);
  // Behind them it is asked for its state.
  const steps = talk.steps().slice(0, -1);
  return steps.map(({ operation, input }) => ({ operation, input, expect: { ok: {} } }));
};

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** Lists of nothing, each a microsecond behind the one before: bound, kind and number in four bytes. */
const ENTRIES = 20_000;
const ranges = (count: number): string =>
  base64url(Uint8Array.from(many(4 * count, (at) => [2, 0, 2, 0][at % 4] ?? 0)));

const IDS = 1_800;
const TEXTS = 6_500;
const RECORDS = 2_600;
const unreadable = { format: 'rp.message.1', text: '{}' };

/** All numbers are equally long. */
const numbered = (at: number): string => `moss ${100_000 + at}`;

const received = (
  about: string,
  [role, messages]: readonly [Role, number],
  message: (size: number) => JsonObject,
): Growing => ({
  about: `${about} in a session`,
  profile: 'sync',
  operation: 'session.receive',
  of: (size) => ({ session: 's1', now: NOW, text: JSON.stringify(message(size)) }),
  steps: stepsUntil(role, messages),
});

/** Messages of a partner that wants to keep its peer busy, each where it is awaited. */
export const hostileMessages = (): readonly Growing[] => [
  received('ranges of many entries', ['caller', 2], (size) => ({ type: 'reconcile', ranges: ranges(ENTRIES * size) })),
  received('many records that are none', ['answerer', 2], (size) => ({
    type: 'records',
    records: many(RECORDS * size, () => unreadable),
  })),
  received('many contents that nobody wants', ['caller', 4], (size) => ({
    type: 'contents',
    contents: many(TEXTS * size, numbered),
  })),
  received('many ids of contents', ['caller', 4], (size) => ({
    type: 'want',
    contents: many(IDS * size, (at) => blobId(utf8(numbered(at)))),
  })),
];
