import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytes } from '../src/bytes/compare.ts';
import {
  type Digest,
  decodeBase32,
  decodeHex,
  encodeBase32,
  type FeedState,
  feedState,
  lipmaa,
  type Message,
  verifyAll,
} from '../src/index.ts';
import { fern, gardening, hello, kitchen, now, protocol, quinn, signed, suzy, written } from './cast.ts';
import { chainOf, following, options, textsOf, type Written, write } from './feed-cast.ts';

const state = (texts: readonly string[], at = now): FeedState[] =>
  feedState(verifyAll(texts, { ...options, now: at }), { protocol, format: 'rp.message.1', space: gardening });

/** The only feed of some messages. */
function only(written: readonly Written[]): FeedState {
  const [feed, ...others] = state(textsOf(written));
  if (feed === undefined || others.length > 0) throw new Error('not one feed');
  return feed;
}

const byId = (a: Written, b: Written) =>
  compareBytes(decodeBase32(a.message.id, 1, 32), decodeBase32(b.message.id, 1, 32));
const chain = chainOf(6);
const at = (sequence: number) => chain[sequence - 1] as Written;
const rival = (sequence: number) => following(chain.slice(0, sequence - 1), {}, 'something else');
const foreignId = write({ space: kitchen }).message.id;

describe('The state of a feed', () => {
  test('FEED-18 is settled where there is no fork', () => {
    expect(only(chain)).toEqual({
      author: suzy.id,
      log: undefined,
      settled: [0, 1, 2, 3, 4, 5],
      disputed: [],
      length: 6,
      evidence: undefined,
    });
  });

  test('FEED-20 is as long as there is no gap, and a gap is no dispute', () => {
    expect(only([at(5), at(1), at(2)])).toMatchObject({ settled: [1, 2, 0], disputed: [], length: 2 });
    expect(only([at(2)])).toMatchObject({ settled: [0], length: 0 });
  });

  test('FEED-13 leaves out other spaces, what is held and what is rejected', () => {
    const held = signed(hello({ key: fern.id }), fern.seed);
    const late = following(chain.slice(0, 1), { timestamp: now + 600_000_001 - 5 });
    const texts = [held, '{', write({ space: kitchen }).text, at(1).text, late.text];
    expect(state(texts)).toMatchObject([{ settled: [3, 4] }]);
    expect(state(texts, now - 5)).toMatchObject([{ settled: [3] }]);
    expect(state([held])).toEqual([]);
  });

  test('FEED-14 keeps the first of two records with one id', () => {
    const again = JSON.stringify(JSON.parse(at(1).text), null, 1);
    const broken = at(1).text.replace('"hello"', '"h3llo"');
    expect(state([broken, again, at(1).text])).toMatchObject([{ settled: [1], length: 1 }]);
  });

  test('FEED-15 shows a fork by two messages with one sequence', () => {
    const pair = [at(3), rival(3)].sort(byId);
    expect(only([...chain.slice(0, 2), ...pair, ...chain.slice(3)])).toMatchObject({
      settled: [0, 1],
      disputed: [2, 3, 4, 5, 6],
      length: 2,
      evidence: { sequence: 3, proof: [2, 3] },
    });
  });

  test.each([
    ['previous names another message', [at(2), following([at(1), rival(2)])]],
    ['skip names another message', [at(1), following(chain.slice(0, 3), { skip: foreignId })]],
    ['a message is not later than the one before', [at(2), following(chain.slice(0, 2), { timestamp: written + 2 })]],
    [
      'a message is not later than the one its skip leads to',
      [at(1), following(chain.slice(0, 3), { timestamp: written + 1 })],
    ],
  ])('FEED-16 shows a fork where %s', (_, pair) => {
    const [older, newer] = pair as [Written, Written];
    const proof = [...pair].sort(byId).map((one) => pair.indexOf(one));
    const { sequence } = newer.message;
    expect(only([older, newer])).toMatchObject({ settled: [0], disputed: [1], evidence: { sequence, proof } });
  });

  test('FEED-17 shows a fork where a link names a message of another feed', () => {
    const log = write({ log: 1 });
    const pair = [log, following([log], { log: undefined, timestamp: written + 5 })] as const;
    const states = state(textsOf(pair));
    expect(states).toMatchObject([
      { log: undefined, settled: [], disputed: [1], evidence: { sequence: 2 } },
      { log: 1, settled: [0], disputed: [], length: 1, evidence: undefined },
    ]);
    expect(states[0]?.evidence?.proof.toSorted()).toEqual([0, 1]);
  });

  test('FEED-17 shows a fork where a link names a message of another sequence', () => {
    const third = following([at(1)], { sequence: 3 });
    expect(only([at(1), third])).toMatchObject({ settled: [0], disputed: [1], evidence: { sequence: 3 } });
  });

  test('FEED-19 reports the lowest evidence, and of it the pair with the lowest ids', () => {
    const three = [at(2), rival(2), following([at(1)], { timestamp: written + 9 })].sort(byId);
    expect(only([at(5), at(1), ...three.toReversed(), rival(5)])).toMatchObject({
      settled: [1],
      evidence: { sequence: 2, proof: [4, 3] },
    });
  });

  test('feeds come in the order of the keys, then of the logs', () => {
    const feeds = [suzy, fern, quinn].flatMap(({ id }) => [10, 9, undefined].map((log) => write({ author: id, log })));
    const keys = [suzy, fern, quinn]
      .map(({ id }) => id)
      .sort((a, b) => compareBytes(decodeBase32(a, 1, 32), decodeBase32(b, 1, 32)));
    expect(state(textsOf(feeds)).map(({ author, log }) => [author, log])).toEqual(
      keys.flatMap((key) => [undefined, 9, 10].map((log) => [key, log])),
    );
  });

  test('FEED-13 to FEED-20 say the same for every order of arrival as their sentences', () => {
    let disputes = 0;
    fc.assert(
      fc.property(fc.array(plan, { minLength: 1, maxLength: 9 }), fc.infiniteStream(fc.nat()), (plans, shuffle) => {
        const texts = textsOf(carriedOut(plans));
        const shuffled = texts
          .map((text) => ({ text, key: shuffle.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ text }) => text);
        const expected = naiveState(texts);
        if (expected.some(({ evidence }) => evidence !== undefined)) disputes++;
        expect(named(texts)).toEqual(expected);
        expect(named(shuffled)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
    expect(disputes).toBeGreaterThan(20);
  });

  test('every order of arrival of one fork gives one state', () => {
    const texts = textsOf([at(1), at(2), rival(2), at(3), following([at(1), rival(2)], { timestamp: written + 1 })]);
    for (const order of permutations(texts)) expect(named(order)).toEqual(named(texts));
  });

  test.each<[string, (index: number) => Partial<Message>]>([
    ['one feed', (index) => ({ sequence: index + 1, previous: idAt(index - 1) })],
    ['one sequence', () => ({ sequence: 2, previous: idAt(0) })],
    ['one sequence that link to each other', (index) => ({ sequence: 2, previous: idAt(index - 1) })],
    ['two sequences', (index) => ({ sequence: 2 + (index % 2), previous: idAt(0) })],
    ['feeds of one message each', (index) => ({ feed: `${index}`, log: index + 1 })],
  ])('FEED-19 takes 100,000 messages of %s', (_, members) => {
    const verdicts = Array.from({ length: 100_000 }, (_unused, index) => {
      const own = { digest: digestAt(index + 1), id: idAt(index), timestamp: index };
      return { ok: true as const, record: { ...bare, ...own, ...members(index) } };
    });
    const start = process.cpuUsage();
    const states = feedState(verdicts, { protocol, format: 'rp.message.1', space: gardening });
    // A second or so, however busy the machine is; comparing all pairs would take minutes.
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
    expect(states.flatMap(({ settled, disputed }) => [...settled, ...disputed]).length).toBe(verdicts.length);
  });
});

/** A message for those who look at its links alone. */
const bare: Omit<Message, 'digest' | 'id' | 'timestamp'> = {
  format: 'rp.message.1',
  space: gardening,
  feed: 'one',
  author: suzy.id,
  log: undefined,
  sequence: 1,
  previous: undefined,
  skip: undefined,
  skipSequence: 0,
  hasContent: true,
  signature: '',
};

/** Identifiers in no order. */
const digestAt = (index: number) => ((index * 7919) % 100_003).toString(16).padStart(64, '0') as Digest;
const ids = Array.from({ length: 100_001 }, (_, index) => `%${encodeBase32(decodeHex(digestAt(index)))}`);
const idAt = (index: number) => ids[index + 1] as string;

interface Plan {
  readonly author: string;
  readonly log: number | undefined;
  readonly sequence: number;
  /** Which of the messages planned before it is named, among those and an unknown one. */
  readonly previous: number;
  readonly skip: number;
  readonly timestamp: number;
  readonly content: string;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  author: fc.constantFrom(suzy.id, fern.id),
  log: fc.constantFrom(undefined, undefined, 1),
  sequence: fc.constantFrom(1, 1, 2, 2, 3, 4, 5),
  previous: fc.nat(7),
  skip: fc.nat(7),
  timestamp: fc.nat(6).map((offset) => written + offset),
  content: fc.constantFrom('a', 'b'),
});

/** Messages that are valid by themselves and link as planned. */
function carriedOut(plans: readonly Plan[]): Written[] {
  const done: Written[] = [];
  for (const { previous, skip, sequence, content, ...rest } of plans) {
    const idOf = (way: number) => done[way % (done.length + 1)]?.message.id ?? foreignId;
    const links = {
      previous: sequence > 1 ? idOf(previous) : undefined,
      skip: lipmaa(sequence) === sequence - 1 ? undefined : idOf(skip),
    };
    done.push(write({ ...rest, sequence, ...links }, content));
  }
  return done;
}

/** A state with ids in the place of positions. */
function named(texts: readonly string[]) {
  const idAt = (position: number) => idOf(texts[position] as string);
  return state(texts).map(({ settled, disputed, evidence, ...feed }) => ({
    ...feed,
    settled: settled.map(idAt),
    disputed: disputed.map(idAt),
    evidence: evidence && { sequence: evidence.sequence, proof: evidence.proof.map(idAt) },
  }));
}

const idOf = (text: string) => {
  const [verdict] = verifyAll([text], options);
  if (verdict?.ok !== true) throw new Error('not accepted');
  return verdict.record.id;
};

/** The same from the sentences of the chapter, each pair of messages compared. */
function naiveState(texts: readonly string[]) {
  const all = new Map(texts.map((text) => [idOf(text), { ...JSON.parse(text).header, id: idOf(text) }]));
  const messages = [...all.values()];
  type Header = {
    id: string;
    author: string;
    log?: number;
    sequence: number;
    previous?: string;
    skip?: string;
    timestamp: number;
  };
  const order = (a: string, b: string) => compareBytes(decodeBase32(a, 1, 32), decodeBase32(b, 1, 32));
  const isSameFeed = (a: Header, b: Header) => a.author === b.author && a.log === b.log;
  const linksOf = ({ previous, skip, sequence }: Header) => [
    ...(previous === undefined ? [] : [{ id: previous, sequence: sequence - 1 }]),
    ...(skip === undefined ? [] : [{ id: skip, sequence: lipmaa(sequence) }]),
  ];
  /** Whether `a` with `b` is evidence at the sequence of `a`. */
  const isEvidence = (a: Header, b: Header) =>
    (isSameFeed(a, b) && a.sequence === b.sequence && a.id !== b.id) ||
    linksOf(a).some(
      (link) =>
        (isSameFeed(a, b) && link.sequence === b.sequence && (link.id !== b.id || a.timestamp <= b.timestamp)) ||
        (link.id === b.id && (!isSameFeed(a, b) || link.sequence !== b.sequence)),
    );
  const feeds: Header[][] = [];
  for (const message of messages) {
    const feed = feeds.find(([first]) => isSameFeed(first as Header, message));
    if (feed === undefined) feeds.push([message]);
    else feed.push(message);
  }
  feeds.sort(
    ([a], [b]) =>
      order((a as Header).author, (b as Header).author) || ((a as Header).log ?? 0) - ((b as Header).log ?? 0),
  );
  return feeds.map((feed) => {
    const pairs = feed.flatMap((a) =>
      messages.filter((b) => isEvidence(a, b)).map((b) => ({ sequence: a.sequence, proof: [a.id, b.id].sort(order) })),
    );
    pairs.sort(
      (a, b) =>
        a.sequence - b.sequence ||
        order(a.proof[0] as string, b.proof[0] as string) ||
        order(a.proof[1] as string, b.proof[1] as string),
    );
    const sorted = feed.toSorted((a, b) => a.sequence - b.sequence || order(a.id, b.id));
    const isSettled = ({ sequence }: Header) => !pairs.some((pair) => pair.sequence <= sequence);
    const settled = sorted.filter(isSettled);
    let length = 0;
    while (settled.some(({ sequence }) => sequence === length + 1)) length++;
    return {
      author: (feed[0] as Header).author,
      log: (feed[0] as Header).log,
      settled: settled.map(({ id }) => id),
      disputed: sorted.filter((message) => !isSettled(message)).map(({ id }) => id),
      length,
      evidence: pairs[0],
    };
  });
}

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, index) => permutations(list.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}
