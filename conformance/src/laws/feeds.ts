import fc from 'fast-check';
import { feedAnswer, hex, type JsonObject, lipmaa } from '../forge/index.ts';
import { seeds } from './arbitraries.ts';
import type { Chain, FeedFamily } from './chains.ts';
import { ask, casesOf, type Law } from './law.ts';

const textsOf = (messages: readonly JsonObject[]) => messages.map((message) => ({ text: JSON.stringify(message) }));

/** What can go wrong between the messages of a chain, which `at` chooses from. */
type Spoil = (chain: Chain, at: number, bytes: Uint8Array) => readonly JsonObject[];

const without = <T>(all: readonly T[], index: number): T[] => all.filter((_, each) => each !== index);
const replaced = (all: readonly JsonObject[], index: number, change: (one: JsonObject) => JsonObject): JsonObject[] =>
  all.map((one, each) => (each === index ? change(one) : one));

const spoilsOf = ({ misplaced }: FeedFamily): readonly Spoil[] => [
  ({ messages }) => messages,
  ({ messages }, at) => without(messages, at),
  ({ messages }, at) => [...messages.slice(0, at), ...messages.slice(at, at + 1), ...messages.slice(at)],
  ({ messages }, at) => [...without(messages, at), ...messages.slice(at, at + 1)],
  ({ messages }, at) => replaced(messages, at, (one) => ({ ...one, signature: String(messages[0]?.signature) })),
  ({ messages }, at) => replaced(messages, at, ({ signature: _, ...one }) => one),
  ...misplaced.map(
    (change): Spoil =>
      ({ messages, resign }, at, bytes) =>
        replaced(messages, at, (one) => resign(one, change(one, bytes))),
  ),
];

const chainLaw = (family: FeedFamily, requirements: readonly string[]): Law => ({
  id: `law/${family.name}-chain`,
  title: 'a chain is answered like its messages one by one, and of a batch those before the first fault are kept',
  profile: family.verifier,
  requirements,
  operations: ['feed.verify'],
  cases: casesOf(
    fc.tuple(family.chains(9), fc.constantFrom(...spoilsOf(family)), fc.nat(8), fc.nat(9), seeds),
    ([made, spoil, place, cut, bytes], now) => {
      const chain = made(now);
      const messages = spoil(chain, place % chain.messages.length, bytes);
      const { format } = family;
      const input = (mode: string, from: number, to: number) => ({
        format,
        now,
        mode,
        messages: textsOf(messages.slice(from, to)),
        before: textsOf(messages.slice(0, from)),
        ...chain.params,
      });
      const all = messages.length;
      const { kept } = feedAnswer('feed.verify', input('batch', 0, all)).ok as { kept: number };
      // By FEED-6 the first that is not accepted answers for all; that is what is asked here in four ways.
      const answer = kept === all ? { ok: {} } : feedAnswer('feed.verify', input('single', kept, kept + 1));
      const from = Math.min(cut, kept, all - 1);
      const questions = [
        ask('feed.verify', input('chain', 0, all), answer),
        ask('feed.verify', input('batch', 0, all), { ok: { kept } }),
        ask('feed.verify', input('chain', from, all), answer),
        ask('feed.verify', input('batch', from, all), { ok: { kept: kept - from } }),
      ];
      if (kept > 0) questions.push(ask('feed.verify', input('single', kept - 1, kept), { ok: {} }));
      if (kept < all) questions.push(ask('feed.verify', input('single', kept, kept + 1), answer));
      return { questions: all === 0 ? [] : questions };
    },
  ),
});

/** The messages that a writer needs at least, by rising sequence. */
const neededFor = (messages: readonly JsonObject[]): readonly JsonObject[] => {
  const linked = messages[lipmaa(messages.length + 1) - 1];
  const last = messages.at(-1);
  return [...new Set([linked, last])].filter((one) => one !== undefined);
};

/** How much later than now the message before is, in microseconds, around the bound of FEED-22. */
const ends = fc.constantFrom(-7, 0, 599_999_999, 600_000_000, 600_000_001);

const writingLaws = (family: FeedFamily, requirements: readonly string[]): Law[] => {
  const { format, name, writer, verifier } = family;
  const chains = ends.chain((end) => family.chains(13, undefined, end));
  const append = (now: number, { author, params }: Chain, before: readonly JsonObject[], draft: JsonObject) => {
    const input = { format, now, seed: hex(author.seed), before: textsOf(before), draft, ...params };
    const answer = feedAnswer('feed.append', input);
    return ask('feed.append', input, answer, answer.ok === undefined ? 'answer' : 'signed');
  };
  const base = { profile: writer, requirements } as const;
  const continued: Law = {
    ...base,
    id: `law/${name}-continued`,
    title: 'a writer continues the feed that it is given, and then its own message',
    operations: ['feed.append'],
    cases: casesOf(
      fc.tuple(chains, fc.boolean(), family.contents, family.contents),
      ([made, all, first, second], now) => {
        const chain = made(now);
        const before = all ? chain.messages : neededFor(chain.messages);
        return {
          questions: [append(now, chain, before, { ...chain.draft, content: first })],
          follow: ({ message }) =>
            message === undefined
              ? []
              : [append(now, chain, [...chain.messages, message as JsonObject], { ...chain.draft, content: second })],
        };
      },
    ),
  };
  const refused: Law = {
    ...base,
    id: `law/${name}-bad-draft`,
    title: 'a writer does not create what a verifier would reject',
    operations: ['feed.append'],
    cases: casesOf(
      fc.tuple(family.chains(4), family.contents, fc.constantFrom(...family.badDrafts)),
      ([made, content, bad], now) => {
        const chain = made(now);
        return { questions: [append(now, chain, chain.messages, { ...chain.draft, content, ...bad })] };
      },
    ),
  };
  const verified: Law = {
    ...base,
    id: `law/${name}-written`,
    title: 'what the subject writes, the subject accepts after what was before',
    ...(writer === verifier ? {} : { needs: [verifier] }),
    operations: ['feed.append', 'feed.verify'],
    cases: casesOf(fc.tuple(family.chains(13), family.contents), ([made, content], now) => {
      const chain = made(now);
      return {
        questions: [append(now, chain, chain.messages, { ...chain.draft, content })],
        follow: ({ message }) => {
          const [before, messages] = [textsOf(chain.messages), textsOf([message as JsonObject])];
          const input = { format, now, mode: 'single', messages, before, ...chain.params };
          return [ask('feed.verify', input, { ok: {} })];
        },
      };
    }),
  };
  return [continued, refused, verified];
};

/** The laws about the order of messages in feeds, and about writing them. */
export const feedLawsOf = (
  family: FeedFamily,
  rules: { order: readonly string[]; writing: readonly string[] },
): Law[] => [chainLaw(family, rules.order), ...writingLaws(family, rules.writing)];
