import type { FormatName, HelloResult, OperationName, ProfileName } from '@rockpool/schemas';
import { paramsFor } from '../checks/params.ts';
import { base32 } from '../forge/index.ts';
import type { Clock } from '../protocol/client.ts';
import type { Ledger } from '../protocol/rules.ts';
import type { Asker } from './asker.ts';

/** A question of any size: `size` 1 is about 100,000 bytes, and `of(2)` twice as much [SUB-10]. */
type Growing = {
  about: string;
  profile: ProfileName;
  operation: OperationName;
  of(size: number): Record<string, unknown>;
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => 100_000 + index);

const MEMBERS = 9_000;
const ELEMENTS = 15_000;
const IDS = 1_800;

const members = (size: number): string => `{${numbers(MEMBERS * size).map((each) => `"m${each}":0`)}}`;
const elements = (size: number): string => `[${numbers(ELEMENTS * size)}]`;

/** Ids whose bytes are in no order. */
const ids = (size: number): string[] =>
  numbers(IDS * size).map((each) => {
    const bytes = new Uint8Array(32);
    new DataView(bytes.buffer).setUint32(0, Math.imul(each, 2_654_435_761) >>> 0);
    return `@${base32(bytes)}`;
  });

const FORMATS: readonly (readonly [ProfileName, FormatName])[] = [
  ['documents', 'rp.document.1'],
  ['feeds', 'rp.message.1'],
  ['earthstar-es4', 'es.4'],
  ['earthstar-es5', 'es.5'],
  ['ssb-classic', 'ssb-classic'],
];

const NOW = 1_700_000_000_000_000;

const GROWING: readonly Growing[] = [
  {
    about: 'an object of many members',
    profile: 'core',
    operation: 'canonical.encode',
    of: (size) => ({ text: members(size) }),
  },
  {
    about: 'an array of many numbers',
    profile: 'core',
    operation: 'canonical.encode',
    of: (size) => ({ text: elements(size) }),
  },
  { about: 'a list of many ids', profile: 'core', operation: 'id.sort', of: (size) => ({ ids: ids(size) }) },
  ...FORMATS.map(
    ([profile, format]): Growing => ({
      about: `an object of many members as ${format}`,
      profile,
      operation: 'record.verify',
      of: (size) => ({ format, now: NOW, text: members(size) }),
    }),
  ),
];

/** Twice the input, at most so many times the time. */
const MOST = 3;

/** At two doublings together even more: a square makes it sixteen, and load sometimes makes nine of four. */
const MOST_OF_TWO = 12;

/** Less tells nothing on a busy machine, in milliseconds. */
const TELLING_MILLIS = 500;

const QUICK_ROUNDS = 2;
const CAREFUL_ROUNDS = 4;

/** The shortest time for each size, in milliseconds: load makes an answer later and never earlier. */
const shortest = async (
  growing: Growing,
  sizes: readonly number[],
  rounds: number,
  { asker, clock }: { asker: Asker; clock: Clock },
): Promise<number[] | undefined> => {
  const times = sizes.map(() => Number.POSITIVE_INFINITY);
  const items = sizes.map((size) => {
    const { operation, profile } = growing;
    const asked = paramsFor({ operation, input: growing.of(size), expect: { ok: {} }, judging: 'answer' }, asker.hello);
    return asked.ok ? { key: `growth of ${profile}`, method: operation, params: asked.params } : undefined;
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, item] of items.entries()) {
      if (!item) return undefined;
      const before = clock.now();
      const answer = await asker.askOne(item);
      if (answer.kind !== 'result' && answer.kind !== 'error') return undefined;
      times[index] = Math.min(times[index] as number, clock.now() - before);
    }
  }
  return times;
};

const growsTooFast = (one: number, four: number): boolean => four > TELLING_MILLIS && four > MOST_OF_TWO * one;

const has = (hello: HelloResult, { profile, operation }: Growing): boolean =>
  hello.profiles.includes(profile) && Object.hasOwn(hello.operations, operation);

/**
 * Measures how the time for an answer grows, at two doublings [SUB-10]. What looks too fast is measured again with care, all
 * sizes in turn, and has to look so at both.
 */
export const measureGrowth = async (options: { asker: Asker; clock: Clock; ledger: Ledger }): Promise<void> => {
  for (const growing of GROWING.filter((each) => has(options.asker.hello, each))) {
    const quick = await shortest(growing, [1, 4], QUICK_ROUNDS, options);
    if (!quick || !growsTooFast(quick[0] as number, quick[1] as number)) continue;
    const careful = await shortest(growing, [1, 2, 4], CAREFUL_ROUNDS, options);
    if (!careful) continue;
    const [one, two, four] = careful as [number, number, number];
    if (!growsTooFast(one, four) || four <= MOST * two) continue;
    const millis = [one, two, four].map((each) => Math.round(each)).join(', ');
    const detail = `${growing.operation} of ${growing.about} took ${millis} milliseconds for some 100,000, 200,000 and 400,000 bytes`;
    options.ledger.note({ rule: 'SUB-10', detail });
  }
};
