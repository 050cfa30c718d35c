import type { JsonObject } from '@rockpool/reference';
import { encodeBase64Url } from '../../../../reference/src/bytes/base64url.ts';
import { partCount } from '../../../../reference/src/sync/answers.ts';
import type { Entry } from '../../../../reference/src/sync/entry.ts';
import { type Bound, beginning } from '../../../../reference/src/sync/item.ts';
import { readRanges, writeEntry } from '../../../../reference/src/sync/ranges.ts';
import { type End, type EndOptions, HonestEnd } from './end.ts';
import { hashOf } from './engine.ts';
import { typeOf } from './message.ts';
import type { Peer } from './peer.ts';
import { rangesIn } from './turns.ts';

/** What a liar does when it has to answer for ranges. */
export type Lie = 'counts' | 'split';

/** A program that says what it should until ranges are compared, and then lies. It is the caller, so its partner asks first. */
export const liarOf = (options: EndOptions, lie: Lie): End<Peer> => {
  const honest = new HonestEnd(options);
  let turn = 0;
  const answer = (text: string): readonly string[] => {
    turn++;
    const { entries } = readRanges(rangesIn(text) ?? '');
    const asked = entries.filter(({ kind }) => kind !== 'silent').at(-1);
    if (asked === undefined) return [];
    return [JSON.stringify(reconcile(parts(asked, lie, turn)))];
  };
  return {
    peer: honest.peer,
    side: honest.side,
    isHonest: false,
    get report() {
      return honest.report;
    },
    get agreed() {
      return honest.agreed;
    },
    get told() {
      return honest.told;
    },
    get ended() {
      return honest.ended;
    },
    get heard() {
      return honest.heard;
    },
    start: () => honest.start(),
    receive: (text) =>
      typeOf(text) === 'reconcile' ? answer(text) : turn > 0 && typeOf(text) !== 'error' ? [] : honest.receive(text),
    tick: () => [],
    rest: (micros) => honest.rest(micros),
    close: () => honest.close(),
  };
};

/** Eight sums in answer to anything: of numbers that are not even, or of numbers that come from nowhere. */
const parts = ({ lower, upper }: Entry, lie: Lie, turn: number): readonly Entry[] =>
  Array.from({ length: partCount }, (_, at) => ({
    kind: 'sum',
    lower: placeIn(lower, upper, at),
    upper: placeIn(lower, upper, at + 1),
    fingerprint: hashOf(`${lie} ${turn} ${at}`).slice(0, 32),
    count: lie === 'counts' && at === 0 ? 1_000 : 5,
  }));

/** Places that rise from one bound to the other: by time, and at the end of all a little behind each other. */
const placeIn = (lower: Bound, upper: Bound, at: number): Bound => {
  if (at === 0) return lower;
  if (at === partCount) return upper;
  return { timestamp: lower.timestamp + at, hex: '' };
};

const reconcile = (entries: readonly Entry[]): JsonObject => {
  const bytes: number[] = [];
  let before = beginning;
  for (const entry of entries) {
    writeEntry(entry, before, bytes);
    before = entry.upper;
  }
  return { type: 'reconcile', ranges: encodeBase64Url(Uint8Array.from(bytes)) };
};
