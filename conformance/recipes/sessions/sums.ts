import type { VectorCase } from '@rockpool/schemas';
import { base64url } from '../../src/forge/base64.ts';
import { compareBytes, equalBytes, unhex } from '../../src/forge/bytes.ts';
import { parseId } from '../../src/forge/identifiers.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { MOST_LISTED, PARTS } from '../../src/forge/session-ranges.ts';
import { shortId } from '../../src/forge/sync-items.ts';
import { END, type Place, type RangeEntry, START } from '../../src/forge/sync-ranges.ts';
import { T } from '../cases/verify.ts';
import { idOf } from '../messages/message.ts';
import { notes } from './notes.ts';
import { entriesOf, idsOfNobody, say, whole } from './said.ts';
import { meeting, Talk } from './talk.ts';

type Sum = Extract<RangeEntry, { kind: 'sum' }>;

const bytesOf = (record: NativeRecord | undefined): Uint8Array => {
  const bytes = record && parseId(idOf(record))?.bytes;
  if (bytes === undefined) throw new Error('no record');
  return bytes;
};

/** Sums of items that nobody has, side by side, up to each of some places. */
const sums = (count: number, from: Place, tos: readonly Place[]): Sum[] =>
  tos.map((to, at) => ({
    ...{ kind: 'sum', fingerprint: new Uint8Array(16), count },
    ...{ from: tos[at - 1] ?? from, to },
  }));
const at = (time: number): Place => ({ time: BigInt(time), bytes: new Uint8Array(32) });
/** Eight of them, of which each but the last is one microsecond long. */
const eight = (count: number, { from, to }: Pick<RangeEntry, 'from' | 'to'>): Sum[] =>
  sums(count, from, [...Array.from({ length: PARTS - 1 }, (_, part) => at(Number(from.time) + part + 1)), to]);
/** The first of them has two more. */
const uneven = (range: RangeEntry): Sum[] =>
  eight(5, range).map((entry, part) => (part === 0 ? { ...entry, count: 7 } : entry));
const list = (part: RangeEntry, ids: readonly Uint8Array[]): RangeEntry => ({
  ...{ kind: 'list', long: false, ids },
  ...{ from: part.from, to: part.to },
});

const eighty = notes(1, 81);

/** The partner says that it has 40 items in each of eight parts; the peer has 40 in two of them, and divides both. */
const divided = (): Talk =>
  new Talk({ subject: { keeps: eighty } })
    .until('reconcile')
    .say(
      say(...sums(40, START, [at(T + 41), ...Array.from({ length: PARTS - 2 }, (_, part) => at(T + 81 + part)), END])),
    );

/** The eight sums for the one and for the other, each of five items. */
const groups = (): { first: Sum[]; second: Sum[] } => {
  const parts = entriesOf(divided().sent.at(-1)).filter((entry) => entry.kind === 'sum');
  if (parts.length !== 2 * PARTS) throw new Error(`the peer divided into ${parts.length} sums`);
  return { first: parts.slice(0, PARTS), second: parts.slice(PARTS) };
};

/** A list of so many items more than the peer has in a part. */
const listOf = (part: Sum | undefined, more: number): RangeEntry => {
  if (part === undefined) throw new Error('no part');
  return list(part, idsOfNobody(part.count + more));
};

const counts = (): VectorCase[] => {
  const { first, second } = groups();
  const [one, two] = [first[0] as Sum, second[0] as Sum];
  /** What answers nothing. */
  const nothing: RangeEntry = { kind: 'wish', bits: [true], from: two.from, to: two.to };
  const refused = (
    slug: string,
    title: string,
    rule: string,
    code: string,
    entries: readonly RangeEntry[],
    ...more: readonly string[]
  ): VectorCase =>
    meeting(
      `groups-${slug}`,
      title,
      [rule, 'SYN-5', ...more],
      divided().say(say(...entries)),
      { code, sent: 'error' },
      { parent: 'sync/groups' },
    );
  const { transcript } = divided().partner;
  const elsewhere = shortId(bytesOf(eighty[79]), transcript);
  return [
    meeting(
      'groups',
      'two sums that the peer has divided, and a list in which both add up',
      ['RNG-8', 'RNG-12', 'RNG-14'],
      divided().say(say(listOf(one, 0))),
      { sent: 'records reconcile' },
    ),
    refused('second', 'the parts of the second of two sums do not add up', 'RNG-8', 'range-count', [listOf(two, 1)]),
    refused('first', 'the parts of the first of two sums do not add up', 'RNG-8', 'range-count', [listOf(one, 1)]),
    refused(
      'both',
      'two sums of which one has an item too many and the other one too few, which add up only together',
      'RNG-8',
      'range-count',
      [listOf(one, 1), listOf(two, -1)],
    ),
    ...(
      [
        ['order', 'eight uneven sums, and behind them what answers nothing', uneven(one)],
        [
          'order-list',
          'a list of 33 items, and behind it what answers nothing',
          [list(one, idsOfNobody(MOST_LISTED + 1))],
        ],
        ['order-total', 'a list that does not add up, and behind it what answers nothing', [listOf(one, 1)]],
      ] as const
    ).map(([slug, title, entries]) => refused(slug, title, 'RNG-4', 'range-answer', [...entries, nothing], 'SYN-28')),
    meeting(
      'groups-elsewhere',
      'a list that names an item that the peer has, and not in this range',
      ['RNG-15'],
      divided().say(say(list(one, [elsewhere, ...idsOfNobody(one.count - 1)]))),
      { sent: 'records reconcile' },
    ),
  ];
};

/** The caller has listed three items. */
const listed = (): Talk =>
  new Talk({ role: 'caller', subject: { keeps: notes(1, 4) }, partner: { keeps: notes(3, 6) } })
    .until('reconcile')
    .go(1)
    .until('reconcile');

const wishes = (): VectorCase[] =>
  (
    [
      ['fewer', 'a wish of a smaller number than the list has', [{ ...whole, kind: 'wish', bits: [true, false] }]],
      ['eight', 'eight sums in answer to a list', eight(5, { from: at(0), to: END })],
    ] as const satisfies readonly (readonly [string, string, readonly RangeEntry[]])[]
  ).map(([slug, title, entries]) =>
    meeting(
      `wished-${slug}`,
      title,
      ['RNG-4', 'SYN-5'],
      listed().alter(() => [say(...entries)]),
      { code: 'range-answer', sent: 'error' },
      { parent: 'sync/wished' },
    ),
  );

/** The first sum of a pass, with another fingerprint or number. */
const firstSums = (): VectorCase[] => {
  const talk = (): Talk =>
    new Talk({ role: 'caller', subject: { keeps: notes(1, 4) }, partner: { keeps: notes(1, 4) } }).until('reconcile');
  const change = (more: Partial<Sum>): Talk =>
    talk().alter((sent) => [say({ ...(entriesOf(sent)[0] as Sum), ...more })]);
  return [
    meeting(
      'sum-number',
      'a sum with the fingerprint of the peer and another number',
      ['RNG-9', 'RNG-11'],
      change({ count: 4 }),
      { sent: 'reconcile' },
    ),
    meeting(
      'sum-empty',
      'a sum of no items with a fingerprint that they do not have',
      ['RNG-10', 'RNG-18'],
      change({ fingerprint: new Uint8Array(16), count: 0 }),
      { sent: 'records done' },
    ),
    meeting(
      'sum-empty-own',
      'a sum of no items with the fingerprint of the peer',
      ['RNG-10', 'RNG-18'],
      change({ count: 0 }),
      { sent: 'records done' },
    ),
    meeting(
      'range-order-form',
      'a bound that is that before it, and behind it an entry of a kind that there is not',
      ['RNG-1', 'SYN-5', 'SYN-28'],
      talk().alter(() => {
        const sum = `01${'00'.repeat(16)}05`;
        return [{ type: 'reconcile', ranges: base64url(unhex(`0500${sum}0100${sum}000500`)) }];
      }),
      { code: 'range-form', sent: 'error' },
      { parent: 'sync/pass-caller' },
    ),
  ];
};

/** Logs of two messages of one timestamp whose ids begin with the same three bytes; found by trying 5,000. */
const ALIKE = [4043, 4747] as const;

/** 33 items of one timestamp, a part of which ends between these two. */
const alike = (): VectorCase[] => {
  const [one, other] = ALIKE.flatMap((log) => notes(log, log + 1, 0));
  if (!equalBytes(bytesOf(one).subarray(0, 3), bytesOf(other).subarray(0, 3)))
    throw new Error(`the ids of the logs ${ALIKE.join(' and ')} begin otherwise`);
  const around = notes(1, 100, 0);
  const isBefore = (record: NativeRecord): boolean => compareBytes(bytesOf(record), bytesOf(one)) < 0;
  // The 16th item and the 17th: there the fourth part of eight ends.
  const keeps = [
    ...around.filter(isBefore).slice(0, 15),
    ...[one, other].flatMap((record) => record ?? []),
    ...around.filter((record) => !isBefore(record)).slice(0, 16),
  ];
  return [
    meeting(
      'bound-alike',
      'items of one timestamp, two of which begin with the same three bytes, between which a part ends',
      ['RNG-13', 'RNG-12'],
      new Talk({ role: 'caller', subject: { keeps }, partner: { keeps: notes(701, 703) } }).until('reconcile').go(1),
      { sent: 'reconcile' },
    ),
  ];
};

/** Numbers and fingerprints that lie, and where parts end. */
export const summed = (): VectorCase[] => [...counts(), ...wishes(), ...firstSums(), ...alike()];
