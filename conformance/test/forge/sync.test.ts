import { describe, expect, test } from 'vitest';
import { message } from '../../recipes/messages/message.ts';
import { bare, doc, heldDoc } from '../../recipes/replicas/records.ts';
import { base64url } from '../../src/forge/base64.ts';
import { concat } from '../../src/forge/bytes.ts';
import {
  cast,
  converse,
  END,
  encodeRanges,
  entryBytes,
  fingerprint,
  hex,
  type Item,
  type Json,
  type NativeRecord,
  openSession,
  type Place,
  parseRanges,
  receiveInSession,
  recordId,
  START,
  shortId,
  unhex,
  utf8,
} from '../../src/forge/index.ts';
import { ingest, type Outcome } from '../../src/forge/replica.ts';
import { type Model, openModel } from '../../src/forge/replica-model.ts';
import { stateOf } from '../../src/forge/replica-state.ts';
import type { Session } from '../../src/forge/session-model.ts';
import { boundBetween } from '../../src/forge/sync-items.ts';

const T = 1_700_000_000_000_000;
const NOW = T + 1_000_000;
const transcript = new Uint8Array(32);
const plain = { transcript, lift: 0 } as const;

const item = (age: number, bytes: string): Item => ({ timestamp: T + age, bytes: unhex(bytes) });
const a = item(0, '11'.repeat(32));
const b = item(0, `${'11'.repeat(31)}12`);
const c = item(5, '22'.repeat(32));
const whole = { from: START, to: END };

describe('The example of the chapter', () => {
  test('RNG-14 names its items by their short ids', () => {
    expect([a, b, c].map(({ bytes }) => hex(shortId(bytes, transcript)))).toEqual(['8878b15a', '6cf1db4e', 'ee4b0e93']);
  });

  test('RNG-3 sums the whole range', () => {
    const sum = { kind: 'sum', fingerprint: fingerprint([a, b, c], plain), count: 3, ...whole } as const;
    expect(hex(entryBytes([sum]))).toBe('000148e00495293c29d4f41441a364363c9703');
    expect(encodeRanges([sum])).toBe('AAFI4ASVKTwp1PQUQaNkNjyXAw');
    expect(parseRanges('AAFI4ASVKTwp1PQUQaNkNjyXAw')).toEqual({ entries: [sum] });
  });

  test('RNG-11 lists two items', () => {
    const ids = [a, c].map(({ bytes }) => shortId(bytes, transcript));
    expect(encodeRanges([{ kind: 'list', long: false, ids, ...whole }])).toBe('AAICiHixWu5LDpM');
  });

  test('RNG-15 wishes for the second of two', () => {
    expect(hex(entryBytes([{ kind: 'wish', bits: [false, true], ...whole }]))).toBe('00030202');
  });

  test('RNG-9 sums no items', () => {
    const sum = { kind: 'sum', fingerprint: fingerprint([], plain), count: 0, ...whole } as const;
    expect(hex(entryBytes([sum]))).toBe('00012c34ce1df23b838c5abf2a7f6437cca300');
  });

  test('SYN-14 sums with lift 1', () => {
    expect(hex(fingerprint([a, b, c], { transcript, lift: 1 }))).toBe('0435ef5f0d1a6bee73d970916661d85a');
  });

  test('RNG-13 bounds two parts', () => {
    const silent = (to: Place, begin?: Place): string => hex(entryBytes([{ kind: 'silent', to }], begin)).slice(0, -2);
    const [ab, bc] = [boundBetween(a, b), boundBetween(b, c)];
    expect(silent(ab)).toBe(`8180f9c0c1c4820320${'11'.repeat(31)}12`);
    expect(silent(bc)).toBe('8680f9c0c1c4820300');
    expect(silent(bc, ab)).toBe('0600');
  });
});

describe('Ranges', () => {
  const sumOfNone = unhex('012c34ce1df23b838c5abf2a7f6437cca300');
  const read = (bytes: string): unknown => parseRanges(base64url(unhex(bytes)));

  test.each([
    ['none', ''],
    ['a number that is not as short as it can be', '0002808000'],
    ['a number above the greatest', '000280808080808080a0'],
    ['bytes left over', '000200ff'],
    ['an entry cut short', '00020188'],
    ['an unknown entry', '0005'],
    ['a bound of 33 bytes', `0121${'11'.repeat(33)}0100`],
    ['a bound that ends with zero', '01020100000200'],
    ['silence at the end', '0000'],
    ['two silences side by side', '050001060000000200'],
    ['a wish with a bit that stands for nothing', '00030204'],
  ])('RNG-1 refuses %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ broken: 'RNG-1' });
  });

  test.each(['AAIA=', 'AAI', 'AAIAA', 'AAJ', 'A+I/', 'AA I'])('RNG-1 refuses the text %s', (text) => {
    const found = parseRanges(text);
    expect('broken' in found && found.broken).toBe('RNG-1');
  });

  test('RNG-2 refuses an entry behind the end', () => {
    expect(read(hex(concat(unhex('00'), sumOfNone, unhex('00'), sumOfNone)))).toEqual({ broken: 'RNG-2' });
  });

  test('RNG-2 refuses a bound that stands still', () => {
    expect(read('0500020001000200')).toEqual({ broken: 'RNG-2' });
  });
});

const put = (model: Model, record: NativeRecord): Outcome => {
  const bytes = utf8(JSON.stringify(record as unknown as Json));
  return ingest(model, { format: record.header.format as 'rp.document.1', bytes }, NOW);
};

type Peer = { model: Model };
const peer = (records: readonly NativeRecord[]): Peer => {
  const model = openModel({ family: 'native', space: cast.spaces.gardening });
  for (const record of records) put(model, record);
  return { model };
};

let nonces = 0;
const opened = (model: Model, role: string, more: Record<string, unknown> = {}) => {
  nonces += 1;
  return openSession(model, { role, now: NOW, entropy: nonces.toString(16).padStart(64, '0'), ...more });
};

const meet = (one: Peer, other: Peer, more: Record<string, unknown> = {}) => {
  const [caller, answerer] = [opened(one.model, 'caller', more), opened(other.model, 'answerer', more)];
  const talk = converse(
    { session: caller.session, now: NOW },
    { session: answerer.session, now: NOW },
    caller.answer.send,
  );
  return { ...talk, sessions: [caller.session, answerer.session] as [Session, Session] };
};

/** Each number of 0 to `below` in an order that is always the same. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
};

/** The ids of the records in a message. */
const recordsIn = (text: string): string[] => {
  const { type, records } = JSON.parse(text) as { type: string; records?: { text: string }[] };
  return type === 'records' && records ? records.map((each) => recordId(JSON.parse(each.text).header)) : [];
};

const POOL: NativeRecord[] = [
  ...Array.from({ length: 120 }, (_, log) => message({ header: { log: log + 1, timestamp: T + (log >> 2) } })),
  ...Array.from({ length: 20 }, (_, age) => doc(`/${age % 7}`, age)),
  ...Array.from({ length: 10 }, (_, age) => heldDoc(`/${age}`, age)),
  ...Array.from({ length: 10 }, (_, age) => bare(doc(`/bare/${age}`, age))),
];

describe('Two plain sessions', () => {
  test('SYN-22 end equal, and send nothing twice', () => {
    const roll = dice(7);
    for (let round = 0; round < 30; round += 1) {
      const [few, many] = [1 + roll(10), 1 + roll(10)];
      const [one, other] = [few, many].map((part) => peer(POOL.filter(() => roll(11) < part))) as [Peer, Peer];
      const lift = roll(2);
      const before = [one, other].map(({ model }) => new Set(model.kept.map(({ id }) => id)));
      const { reports, errors, said, sessions } = meet(one, other, { lift });
      expect(errors).toEqual({});
      expect([reports.caller?.equal, reports.answerer?.equal]).toEqual([true, true]);
      expect(stateOf(one.model, NOW).records).toEqual(stateOf(other.model, NOW).records);
      const texts = said.flatMap(({ by, text }) =>
        recordsIn(text).map((id) => {
          expect(before[by === 'caller' ? 1 : 0]?.has(id), 'the receiver had it').toBe(false);
          return id;
        }),
      );
      expect(new Set(texts).size).toBe(texts.length);
      expect(sessions.map(({ awaiting }) => awaiting)).toEqual(['nothing', 'nothing']);
      expect(meet(one, other).said.some(({ text }) => text.startsWith('{"type":"records"'))).toBe(false);
    }
  });

  test('SYN-19 bring each other the contents that they want', () => {
    const pages = [0, 1, 2].map((age) => doc(`/a/${age}`, age));
    const [one, other] = [peer([...pages.map(bare)]), peer(pages)];
    const { reports } = meet(one, other);
    expect(reports.caller).toEqual({ equal: true, refused: 0, wanted: 0 });
    expect(stateOf(one.model, NOW).wanted).toEqual([]);
  });

  test('SYN-23 tell what is new, and SYN-24 not more than once a second', () => {
    const [one, other] = [peer([]), peer([])];
    const [caller] = meet(one, other, { live: true }).sessions;
    const give = (record: NativeRecord): void => void put(one.model, record);
    const types = (now: number): string[] => receiveInSession(caller, { now }).send.map(({ type }) => type);
    give(doc('/a'));
    expect(types(NOW)).toEqual(['records', 'state']);
    give(doc('/b'));
    expect(types(NOW + 999_999)).toEqual([]);
    expect(types(NOW + 1_000_000)).toEqual(['records', 'state']);
  });
});
