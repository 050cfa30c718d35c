import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { compactText, hex, unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import {
  type FeedInput,
  type FeedOperation,
  type FeedOutcome,
  feedAnswer,
  feedOutcome,
  keptOf,
} from '../../src/forge/feed-answer.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import type { Format } from '../../src/forge/rule.ts';
import { disagree, type Expectation, reparsed, sameSet, toCase } from './file.ts';
import { NOW } from './verify.ts';

/** As late as a clock can be at which there is something left to write. */
const FAR = 9_007_199_000_000_000;

/** A message: a value, or the text or bytes that travelled. */
export type Given = { readonly header: unknown } | JsonObject | string | Uint8Array;

/** What a case is about, and what was meant. */
export type FeedCase = {
  id: string;
  title: string;
  profile: ProfileName;
  operation: FeedOperation;
  requirements: readonly string[];
  /** The params of the operation, its messages as they are given. */
  input: Readonly<Record<string, unknown>> & { format: Format };
  /** The rules that are meant to be broken, in a case that is rejected. */
  breaks?: readonly string[];
  parent?: string;
  held?: boolean;
  /** What must come out, member by member, where the case is about just that. */
  wanted?: Readonly<Record<string, unknown>>;
};

/** The params that are lists of texts. */
const LISTS = ['messages', 'before', 'records'];

const bytesOf = (given: Given): Uint8Array => {
  if (typeof given === 'string') return utf8(given);
  return given instanceof Uint8Array ? given : utf8(JSON.stringify(given as Json));
};

const mapTexts = (input: FeedInput, change: (given: never) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, LISTS.includes(name) ? (value as never[]).map(change) : value]),
  );

type TextGiven = { text: string } | { bytes: string };

/** The text, or its bytes where it is none or begins with a byte order mark. */
const textOf = (given: Given): TextGiven => {
  const bytes = bytesOf(given);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\ufeff') ? { bytes: hex(bytes) } : { text };
  } catch {
    return { bytes: hex(bytes) };
  }
};

const compactOf = (given: TextGiven): Record<string, unknown> =>
  'text' in given ? { text: compactText(given.text) } : { bytes: compactText(given.bytes, 2) };

/** The params as a file has them: long texts in pieces. */
const compactInput = (asked: FeedInput): Record<string, unknown> => {
  const input = mapTexts(asked, compactOf);
  const draft = input.draft as Readonly<Record<string, Json>> | undefined;
  if (typeof draft?.content !== 'string') return input;
  return { ...input, draft: { ...draft, content: compactText(draft.content) } };
};

/** The same texts, parsed and written again; one that is no JSON becomes an empty object. */
const parsedAgain = (asked: FeedInput): FeedInput =>
  mapTexts(asked, (given: TextGiven) => {
    const again = reparsed('text' in given ? utf8(given.text) : unhex(given.bytes));
    return { text: again === undefined ? '{}' : new TextDecoder().decode(again) };
  });

const brokenIn = (outcome: FeedOutcome): string[] =>
  'broken' in outcome ? outcome.broken.map(({ requirement }) => requirement) : [];

const checkMeant = (about: FeedCase, outcome: FeedOutcome): void => {
  const { id, breaks = [], held = false, wanted = {} } = about;
  const found = brokenIn(outcome);
  if (!sameSet(found, breaks)) disagree(id, breaks, found);
  if ('held' in outcome !== held) throw new Error(`${id}: it is ${held ? 'not ' : ''}held`);
  for (const [name, value] of Object.entries(wanted)) {
    const is = JSON.stringify('ok' in outcome ? outcome.ok[name] : undefined);
    if (is !== JSON.stringify(value)) throw new Error(`${id}: ${name} is ${is}`);
  }
};

type Told = { settled: readonly number[]; disputed: readonly number[]; evidence?: unknown };

/** What every report about feeds shows: how far a feed is whole, whether two messages contradict each other, and by which. */
const shown = (expect: Expectation): string[] => {
  const feeds = 'ok' in expect ? ((expect.ok.feeds ?? []) as readonly Told[]) : [];
  if (feeds.length === 0) return [];
  return [
    'FEED-20',
    ...(feeds.some(({ settled, disputed }) => settled.length + disputed.length > 1) ? ['FEED-16'] : []),
    ...(feeds.some(({ evidence }) => evidence !== undefined) ? ['FEED-18', 'FEED-19'] : []),
  ];
};

/** A question about feeds and its answer; fails where the rules say something else than what was meant. */
export const feedCase = (about: FeedCase): VectorCase => {
  const { id, title, profile, operation, requirements, breaks = [], parent } = about;
  const asked = mapTexts({ now: NOW, ...about.input }, textOf);
  checkMeant(about, feedOutcome(operation, asked));
  const expect = feedAnswer(operation, asked);
  const same = (other: FeedInput): boolean => JSON.stringify(feedAnswer(operation, other)) === JSON.stringify(expect);
  return toCase({
    id,
    title,
    profile,
    requirements: [...new Set([...breaks, ...requirements, ...shown(expect as Expectation)])],
    operation,
    input: compactInput(asked),
    expect: expect as Expectation,
    ...(asked.mode === 'chain' && expect.ok === undefined ? { kept: keptOf(asked) } : {}),
    textOnly: !same(parsedAgain(asked)),
    timeless: same({ ...asked, now: FAR }),
    ...(parent === undefined ? {} : { parent, defect: title }),
  });
};

/** A secret key as a question gives it. */
export const seedOf = ({ seed }: { seed: Uint8Array }): string => hex(seed);
