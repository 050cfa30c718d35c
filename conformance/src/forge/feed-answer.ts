import type { Expectation } from '@rockpool/schemas';
import { unhex, utf8 } from './bytes.ts';
import type { Json } from './canonical.ts';
import { type FeedContext, type FeedFormat, type FeedItem, nativeFeeds } from './feed-format.ts';
import { arrivalRules, proofRules } from './feed-rules.ts';
import { feedReports, type Placed } from './feed-state.ts';
import type { JsonObject } from './native.ts';
import { type Broken, type Format, firstBroken, rule } from './rule.ts';
import { ssbFeeds } from './ssb-feed.ts';
import { readText, textRules } from './text.ts';
import type { Verdict } from './verdict.ts';

export type FeedOperation = 'feed.verify' | 'feed.append' | 'feed.state';

/** The params of an operation on feeds, compact strings written out. */
export type FeedInput = Readonly<Record<string, unknown>>;

/** All rules broken in the first phase in which any is; or held; or the value. */
export type FeedOutcome = { broken: Broken[] } | { held: true } | { ok: Record<string, unknown> };

type TextInput = { text?: string; bytes?: string; value?: Json };

/** The formats of feeds. */
const FORMATS: Partial<Record<Format, FeedFormat>> = { 'rp.message.1': nativeFeeds, 'ssb-classic': ssbFeeds };

const formatOf = (input: FeedInput): FeedFormat => {
  const format = FORMATS[input.format as Format];
  if (format === undefined) throw new RangeError(`${input.format} has no feeds`);
  return format;
};

const contextOf = ({ now, hmac }: FeedInput): FeedContext => ({
  now: Number(now),
  ...(hmac === undefined ? {} : { hmac: unhex(String(hmac)) }),
});

const bytesOf = ({ text, bytes, value }: TextInput): Uint8Array => {
  if (text !== undefined) return utf8(text);
  return bytes === undefined ? utf8(JSON.stringify(value)) : unhex(bytes);
};

const textsOf = (list: unknown): Uint8Array[] => (list as TextInput[]).map(bytesOf);

/** Messages that were verified earlier, whatever the clock shows now. */
const itemsBefore = (input: FeedInput): FeedItem[] => {
  const { item } = formatOf(input);
  const rules = textRules(input.format as Format);
  return textsOf(input.before).map((bytes) => item(readText(bytes, rules).value));
};

type JudgedMessage = Verdict & { value: Json };

/** Judges a message by itself, by all phases but *feed*. */
const judge = (input: FeedInput, bytes: Uint8Array): JudgedMessage => {
  const { broken, value } = readText(bytes, textRules(input.format as Format));
  if (broken.length > 0) return { broken, held: false, value };
  return { ...formatOf(input).judge(value, contextOf(input)), value };
};

type Walk = { accepted: FeedItem[]; stopped?: FeedOutcome };

/** Judges messages in the order given, up to the first that is not accepted [FEED-6]. */
const walk = (input: FeedInput, judgesFeed: boolean): Walk => {
  const format = formatOf(input);
  const before = itemsBefore(input);
  const accepted: FeedItem[] = [];
  for (const bytes of textsOf(input.messages)) {
    const { broken, held, value } = judge(input, bytes);
    if (broken.length > 0) return { accepted, stopped: { broken } };
    const item = format.item(value);
    const misplaced = judgesFeed ? firstBroken(arrivalRules, { item, before: [...before, ...accepted] }) : [];
    if (misplaced.length > 0) return { accepted, stopped: { broken: misplaced } };
    if (held) return { accepted, stopped: { held: true } };
    accepted.push(item);
  }
  return { accepted };
};

/** How many messages of a chain are accepted [FEED-7]. */
export const keptOf = (input: FeedInput): number => walk(input, true).accepted.length;

/** The rules for proofs are asked only where all messages are accepted by themselves [FEED-24]. */
const verify = (input: FeedInput): FeedOutcome => {
  const { accepted, stopped } = walk(input, input.mode !== 'subset');
  if (input.mode === 'batch') return { ok: { kept: accepted.length } };
  if (stopped !== undefined) return stopped;
  if (input.mode !== 'subset') return { ok: {} };
  const broken = firstBroken(proofRules, { items: accepted, target: Number(input.target) });
  return broken.length > 0 ? { broken } : { ok: {} };
};

/** A writer that is ahead of its clock says so by a rule of its own [FEED-22]. */
const asWriter = (broken: Broken): Broken =>
  broken.requirement === 'REC-13' ? rule('FEED-22', 'clock-blocked', 'time', () => false) : broken;

const append = (input: FeedInput): FeedOutcome => {
  const format = formatOf(input);
  const text = readText(utf8(JSON.stringify(input.draft)), textRules(input.format as Format));
  if (text.broken.length > 0) return { broken: text.broken };
  const before = itemsBefore(input);
  const draft = { draft: input.draft as JsonObject, seed: unhex(String(input.seed)), before };
  const message = format.append(draft, contextOf(input));
  const { broken } = format.judge(message, contextOf(input));
  if (broken.length > 0) return { broken: broken.map(asWriter) };
  const misplaced = firstBroken(arrivalRules, { item: format.item(message), before });
  return misplaced.length > 0 ? { broken: misplaced } : { ok: { message } };
};

const state = (input: FeedInput): FeedOutcome => {
  const format = formatOf(input);
  const placed: Placed[] = [];
  for (const [position, bytes] of textsOf(input.records).entries()) {
    const { broken, held, value } = judge(input, bytes);
    if (broken.length > 0 || held) continue;
    const item = format.item(value);
    if (item.space !== undefined && item.space !== input.space) continue;
    if (!placed.some((other) => other.item.id === item.id)) placed.push({ item, position });
  }
  return { ok: { feeds: feedReports(placed) } };
};

/** What comes out of an operation on feeds, with the requirements that are broken. */
export const feedOutcome = (operation: FeedOperation, input: FeedInput): FeedOutcome =>
  ({ 'feed.verify': verify, 'feed.append': append, 'feed.state': state })[operation](input);

/** The right answer to an operation on feeds, with every code that is right where it is rejected. */
export const feedAnswer = (operation: FeedOperation, input: FeedInput): Expectation => {
  const outcome = feedOutcome(operation, input);
  if ('ok' in outcome) return { ok: outcome.ok };
  if ('held' in outcome) return { held: { reason: 'identity' } };
  return { reject: { codes: [...new Set(outcome.broken.map(({ code }) => code))] } };
};
