import { validateSyncMessage } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { base32, blobId, cast, type JsonObject, sign, utf8 } from '../src/forge/index.ts';
import { entryWords, readRanges } from '../src/verdict/ranges.ts';
import { sameAnswer } from '../src/verdict/same.ts';
import { sessionFault, sessionFormFault } from '../src/verdict/session.ts';
import { membersFault } from '../src/verdict/sync-message.ts';
import { flowers, moss, trap } from './fixtures/schedules.ts';
import { ranges } from './fixtures/session-ranges.ts';

const TERMS = { codes: true, reasons: true, deterministic: false };
const FINGERPRINT = base32(new Uint8Array(16).fill(1));
const OTHER = base32(new Uint8Array(16).fill(2));
const NONCE = base32(new Uint8Array(32));
const SIGNS = `rockpool:auth:1:${NONCE}`;
const BLOBS = [blobId(utf8('moss')), blobId(utf8('fern'))];

type Message = JsonObject;
const records = (...pages: readonly { given: object }[]): Message =>
  ({ type: 'records', records: pages.map(({ given }) => given) }) as Message;
const reconcile = (text: string, more?: true): Message => ({
  type: 'reconcile',
  ranges: text,
  ...(more ? { more } : {}),
});
const done = (fingerprint = FINGERPRINT, count = 2): Message => ({ type: 'done', fingerprint, count });
const want = (contents: string[], more?: true): Message => ({ type: 'want', contents, ...(more ? { more } : {}) });
const contents = (...texts: string[]): Message => ({ type: 'contents', contents: texts });
const hello = (more: object = {}): Message => ({ type: 'hello', version: 1, nonce: NONCE, ...more });
const error = (code: string, more: object = {}): Message => ({ type: 'error', code, ...more });
const signed = (text: string): Message => ({
  type: 'auth',
  signature: base32(sign(cast.suzy.seed, utf8(text))),
});

const faultOf = (expected: readonly Message[], got: readonly (Message | string)[], more: object = {}) =>
  sessionFault(
    { send: expected, ...more },
    { send: got.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))) },
    TERMS,
  );

describe('What a session sends', () => {
  test.for<[string, readonly Message[], readonly Message[]]>([
    ['the same', [hello(), done()], [hello(), done()]],
    ['records in another order', [records(flowers, moss), done()], [records(moss, flowers), done()]],
    ['records over several messages', [records(flowers, moss), done()], [records(moss), records(flowers), done()]],
    ['contents in another order and cut', [contents('a', 'b')], [contents('b'), contents('a')]],
    ['a wish list in parts', [want(BLOBS)], [want(BLOBS.slice(0, 1), true), want(BLOBS.slice(1))]],
    [
      'ranges in parts whose bounds are counted on',
      [reconcile(ranges({ sum: [1, 3], to: 9 }, { silent: true, to: 11 }, { list: [1] }))],
      [reconcile(ranges({ sum: [1, 3], to: 9 }), true), reconcile('AwAAAAIBAQEBAQ')],
    ],
    ['an error in other words', [error('sync-turn')], [error('sync-turn', { detail: 'not now' })]],
    ['one of several right codes', [{ type: 'error', codes: ['sync-turn', 'sync-text'] }], [error('sync-text')]],
    ['a signature of the right text', [{ type: 'auth', key: cast.suzy.keyId, signs: SIGNS }], [signed(SIGNS)]],
  ])('is right where it says the same: %s', ([, expected, got]) => {
    expect(faultOf(expected, got)).toBeUndefined();
  });

  test('is compared with the texts that compact ones of the expected answer stand for', () => {
    const { format, text } = flowers.given;
    const compact = (last: string): Message[] => [
      { type: 'records', records: [{ format, text: [text.slice(0, -1), { repeat: last, times: 1 }] }] },
      { type: 'contents', contents: [['a', { repeat: last, times: 3 }], 'b'] },
    ];
    expect(faultOf(compact('}'), [records(flowers), contents('a}}}', 'b')])).toBeUndefined();
    expect(faultOf(compact('}'), [records(flowers), contents('a}}', 'b')])?.guilty).toEqual(['SYN-20']);
    expect(faultOf(compact(' '), [records(flowers), contents('a   ', 'b')])?.guilty).toBeDefined();
  });

  test('is right where a record is spelled otherwise', () => {
    const { text } = flowers.given;
    const members = Object.entries(JSON.parse(text)).reverse();
    const spelled = { given: { ...flowers.given, text: JSON.stringify(Object.fromEntries(members), null, 1) } };
    expect(spelled.given.text).not.toBe(text);
    expect(faultOf([records(flowers)], [records(spelled)])).toBeUndefined();
  });

  const { content: _, ...bare } = JSON.parse(flowers.given.text) as JsonObject;
  const sparse = { given: { ...flowers.given, text: JSON.stringify(bare) } };
  const sum = ranges({ sum: [1, 3] });

  test.for<[string, string, readonly Message[], readonly (Message | string)[]]>([
    ['a record missing', 'RNG-14', [records(flowers, moss), done()], [records(moss), done()]],
    ['no records at all', 'RNG-10', [records(flowers), done()], [done()]],
    ['a record that must not be sent', 'SYN-15', [records(flowers)], [records(flowers, trap)]],
    ['a record sent twice', 'SYN-15', [records(flowers)], [records(flowers), records(flowers)]],
    ['a record without its content', 'SYN-17', [records(flowers)], [records(sparse)]],
    ['a record with content that was not asked for', 'SYN-17', [records(sparse)], [records(flowers)]],
    ['another fingerprint', 'RNG-3', [reconcile(sum)], [reconcile(ranges({ sum: [2, 3] }))]],
    ['another number', 'RNG-3', [reconcile(sum)], [reconcile(ranges({ sum: [1, 4] }))]],
    ['a list where sums were due', 'RNG-12', [reconcile(sum)], [reconcile(ranges({ list: [1, 2, 3] }))]],
    ['sums where a list was due', 'RNG-11', [reconcile(ranges({ list: [1] }))], [reconcile(sum)]],
    [
      'short ids where long ones were due',
      'RNG-5',
      [reconcile(ranges({ list: [1], long: true }))],
      [reconcile(ranges({ list: [1] }))],
    ],
    ['another short id', 'RNG-11', [reconcile(ranges({ list: [1] }))], [reconcile(ranges({ list: [2] }))]],
    ['a list that lacks one', 'RNG-11', [reconcile(ranges({ list: [1, 2] }))], [reconcile(ranges({ list: [1] }))]],
    [
      'another bound',
      'RNG-13',
      [reconcile(ranges({ sum: [1, 9], to: 7 }, { sum: [2, 9] }))],
      [reconcile(ranges({ sum: [1, 9], to: 6 }, { sum: [2, 9] }))],
    ],
    ['a wish left out', 'RNG-15', [reconcile(ranges({ wish: [3, 3] }))], [reconcile(ranges({ wish: [3, 1] }))]],
    ['a wish too many', 'RNG-16', [reconcile(ranges({ wish: [3, 1] }))], [reconcile(ranges({ wish: [3, 3] }))]],
    ['a wish where silence was due', 'RNG-16', [done()], [reconcile(ranges({ wish: [3, 1] }))]],
    ['a missing wish', 'RNG-15', [reconcile(ranges({ wish: [3, 1] }))], [done()]],
    [
      'an answer where silence was due',
      'RNG-9',
      [reconcile(ranges({ silent: true, to: 5 }, { list: [1] }))],
      [reconcile(ranges({ sum: [1, 1], to: 5 }, { list: [1] }))],
    ],
    [
      'ranges that go on',
      'RNG-9',
      [reconcile(ranges({ list: [1], to: 5 }))],
      [reconcile(ranges({ list: [1], to: 5 }, { list: [2] }))],
    ],
    [
      'ranges that stop',
      'RNG-11',
      [reconcile(ranges({ list: [1], to: 5 }, { list: [2] }))],
      [reconcile(ranges({ list: [1], to: 5 }))],
    ],
    ['bounds that fall', 'RNG-2', [reconcile(sum)], [reconcile(ranges({ sum: [1, 3] }, { sum: [1, 3] }))]],
    [
      'bounds between parts that fall',
      'RNG-13',
      [reconcile(ranges({ sum: [1, 9], to: 7 }, { sum: [2, 9] }))],
      [reconcile(ranges({ sum: [1, 9] }, { sum: [2, 9] }))],
    ],
    ['ranges of no form', 'RNG-1', [reconcile(sum)], [reconcile(`${sum}A`)]],
    ['a part that nothing follows', 'RNG-1', [reconcile(sum)], [reconcile(sum, true)]],
    ['no done', 'RNG-18', [done()], []],
    ['done with another fingerprint', 'RNG-20', [done()], [done(OTHER)]],
    ['done with another number', 'RNG-20', [done()], [done(FINGERPRINT, 3)]],
    ['another nonce', 'SYN-8', [hello()], [hello({ nonce: base32(new Uint8Array(32).fill(1)) })]],
    ['no address', 'SYN-9', [hello({ address: 'ws://pub' })], [hello()]],
    ['no key', 'SYN-11', [hello({ key: cast.suzy.keyId })], [hello()]],
    [
      'a signature of another text',
      'SYN-11',
      [{ type: 'auth', key: cast.suzy.keyId, signs: SIGNS }],
      [signed(`${SIGNS}a`)],
    ],
    ['a signature by another key', 'SYN-11', [{ type: 'auth', key: cast.fern.keyId, signs: SIGNS }], [signed(SIGNS)]],
    ['a wanted content left out', 'SYN-19', [want(BLOBS)], [want(BLOBS.slice(1))]],
    ['wanted contents in another order', 'SYN-19', [want(BLOBS)], [want(BLOBS.toReversed())]],
    ['a content left out', 'SYN-20', [contents('a', 'b')], [contents('a')]],
    ['a content that was not wanted', 'SYN-20', [contents('a')], [contents('a', 'b')]],
    ['a content sent twice', 'SYN-20', [contents('a')], [contents('a', 'a')]],
    ['an end too early', 'SYN-20', [contents('a'), { type: 'end' }], [{ type: 'end' }]],
    ['a message behind the end', 'SYN-6', [], [{ type: 'end' }]],
    ['a state left out', 'SYN-23', [{ ...done(), type: 'state' }], []],
    [
      'a state with another number',
      'SYN-25',
      [{ ...done(), type: 'state' }],
      [{ ...done(FINGERPRINT, 3), type: 'state' }],
    ],
    ['a message of another type', 'SYN-4', [], [{ type: 'ping' }]],
    ['a message with another member', 'SYN-4', [done()], [{ ...done(), extra: 1 }]],
    ['a text that is no JSON', 'SYN-4', [done()], ['{"type":"done"']],
    ['a text with a member twice', 'SYN-4', [{ type: 'end' }], ['{"type":"end","type":"end"}']],
    ['a text that is too long', 'SYN-4', [contents('a')], [contents('a'.repeat(2_097_152))]],
  ])('is wrong with a sentence for it: %s', ([, guilty, expected, got]) => {
    const fault = faultOf(expected, got);
    expect(fault).toMatchObject({ failure: 'wrong-value', detail: expect.any(String) });
    expect(fault?.guilty).toContain(guilty);
  });

  test('SYN-4 says how long a text is that is too long', () => {
    expect(faultOf([], [contents('a'.repeat(2_097_152))])?.detail).toBe(
      'text 1 of what it sends is no message that a peer may send: it is 2097187 bytes long, and 2097152 are the most',
    );
  });

  test('SYN-5 is judged as a refusal that is missing, wrong or false', () => {
    expect(faultOf([error('sync-turn')], [done()])?.failure).toBe('accepted-invalid');
    expect(faultOf([error('sync-turn')], [error('sync-text')])?.failure).toBe('wrong-code');
    expect(faultOf([done()], [error('sync-turn')])?.failure).toBe('rejected-valid');
  });

  test('SYN-29 is wrong where a session ends for a silence that may last', () => {
    expect(faultOf([], [error('timeout')])).toMatchObject({ failure: 'rejected-valid', guilty: ['SYN-29'] });
  });

  test('is the same answer in another order, and another where a nonce differs', () => {
    const reply = (...send: Message[]) => ({
      kind: 'result' as const,
      result: { ok: { send: send.map((each) => JSON.stringify(each)) } },
    });
    const same = (one: Message, other: Message): boolean =>
      sameAnswer('session.receive', reply(one), reply(other), false);
    expect(same(records(flowers, moss), records(moss, flowers))).toBe(true);
    expect(same(signed('a'), signed('b'))).toBe(true);
    expect(same(hello(), hello({ nonce: base32(new Uint8Array(32).fill(1)) }))).toBe(false);
  });
});

describe('What a session says of itself', () => {
  const said = { equal: true, refused: 0, wanted: 0 };
  const fault = (right: object, came: object) => sessionFault({ send: [], ...right }, { send: [], ...came }, TERMS);

  test.for([
    ['SYN-22', { done: said }, {}],
    ['SYN-22', {}, { done: said }],
    ['SYN-22', { done: { ...said, equal: false } }, { done: said }],
    ['SYN-18', { done: said }, { done: { ...said, refused: 1 } }],
    ['SYN-32', { done: said }, { done: { ...said, refused: 1 } }],
    ['SYN-33', { done: said }, { done: { ...said, wanted: 1 } }],
    ['SYN-5', { error: { code: 'busy' } }, {}],
  ] as const)('%s is wrong where %o came as %o', ([guilty, right, came]) => {
    expect(fault(right, came)).toMatchObject({ failure: 'wrong-value' });
    expect(fault(right, came)?.guilty).toContain(guilty);
  });

  test('may have further members', () => {
    expect(fault({ done: said }, { done: { ...said, rounds: 3 } })).toBeUndefined();
  });

  test('is wrong with the code of another error, or with one that is none', () => {
    expect(fault({ error: { code: 'sync-turn' } }, { error: { code: 'busy' } })?.failure).toBe('wrong-code');
    expect(fault({}, { error: { code: 'busy' } })?.failure).toBe('rejected-valid');
  });

  test.for([
    ['/ok/send is no list of strings', {}],
    ['/ok/send is no list of strings', { send: [{ type: 'end' }] }],
    ['/ok/done has no equal that is true or false', { send: [], done: { refused: 0, wanted: 0 } }],
    ['/ok/done has no wanted that is a whole number', { send: [], done: { equal: true, refused: 0, wanted: -1 } }],
    ['/ok/error has no code', { send: [], error: 'busy' }],
  ] as const)('SUB-8 has a form: %s', ([words, ok]) => {
    expect(sessionFormFault(ok)).toBe(words);
  });
});

describe('A message', () => {
  const good: readonly Message[] = [
    hello({ key: cast.suzy.keyId, address: 'ws://pub' }),
    signed('a'),
    { type: 'open', space: NONCE, now: 1_700_000_000_000_000, filter: {}, sparse: true, live: false, lift: 1 },
    reconcile('AA', true),
    records(flowers),
    done(),
    want(BLOBS, true),
    contents('a'),
    { type: 'end' },
    { ...done(), type: 'state' },
    error('busy', { detail: 'later' }),
  ];
  const spoilt = good.flatMap((message) => [
    ...Object.keys(message).flatMap((name) => {
      const { [name]: _, ...without } = message;
      return [without, { ...message, [name]: [] }, { ...message, [name]: 7 }, { ...message, [name]: 'b' }];
    }),
    { ...message, further: true },
  ]) as readonly Message[];

  test('SYN-4 has the members that its schema gives it, and no others', () => {
    expect(good.map(membersFault).filter((each) => each !== undefined)).toEqual([]);
    const other = [...good, ...spoilt].filter(
      (each) => (membersFault(each) === undefined) !== validateSyncMessage(each),
    );
    expect(other).toEqual([]);
    expect(spoilt.some((each) => !validateSyncMessage(each))).toBe(true);
  });

  test('is told in words, entry by entry', () => {
    const entries = readRanges(ranges({ silent: true, to: 5 }, { sum: [1, 23], to: 9 }, { wish: [3, 5] }));
    expect(typeof entries === 'string' ? entries : entries.map(entryWords)).toEqual([
      'silence up to 5',
      'sum 01010101 of 23 items up to 9',
      'wish for 2 of 3 items up to the end',
    ]);
  });
});
