import fc from 'fast-check';
import { feedAnswer, type JsonObject } from '../forge/index.ts';
import { seeds } from './arbitraries.ts';
import { type Chain, type FeedFamily, SPACE } from './chains.ts';
import { FEW } from './drafts.ts';
import { ask, casesOf, type Law } from './law.ts';

type Report = {
  settled: number[];
  disputed: number[];
  evidence?: { sequence: number; proof: number[] };
};

/** The same reports about the same messages, which stand elsewhere now. */
const moved = (reports: readonly Report[], to: (position: number) => number): Report[] =>
  reports.map(({ settled, disputed, evidence, ...rest }) => ({
    ...rest,
    settled: settled.map(to),
    disputed: disputed.map(to),
    ...(evidence === undefined ? {} : { evidence: { ...evidence, proof: evidence.proof.map(to) } }),
  }));

type Gathered = { records: JsonObject[]; params: Chain['params'] };

/** What two feeds and some messages that fit into neither leave behind. */
const gathered = (family: FeedFamily): fc.Arbitrary<(now: number) => Gathered> => {
  const people = fc.constantFrom(...FEW);
  const extra = fc.tuple(fc.nat(20), fc.option(fc.constantFrom(...family.misplaced)), seeds);
  return fc
    .tuple(family.chains(4, people), family.chains(4, people), fc.array(extra, { maxLength: 3 }), fc.nat(9))
    .map(([makeOne, makeOther, extras, lost]) => (now) => {
      const [one, other] = [makeOne(now), makeOther(now)];
      // Two feeds of one hmac key, or the second would be nothing but refused.
      const chains = [one, ...(one.params.hmac === other.params.hmac ? [other] : [])];
      const genuine = chains.flatMap((chain) => chain.messages.map((message) => ({ chain, message })));
      const strange = extras.map(([at, change, bytes]) => {
        const { chain, message } = genuine[at % genuine.length] as (typeof genuine)[0];
        return change === null ? message : chain.resign(message, change(message, bytes));
      });
      const kept = genuine.filter((_, index) => index !== lost).map(({ message }) => message);
      return { records: [...kept, ...strange], params: one.params };
    });
};

/** The law about feeds in any order of arrival. */
export const stateLawOf = (family: FeedFamily, requirements: readonly string[]): Law => ({
  id: `law/${family.name}-state`,
  title: 'any order of arrival gives one state',
  profile: family.reporter,
  requirements,
  operations: ['feed.state'],
  cases: casesOf(fc.tuple(gathered(family), fc.nat(10)), ([make, turn], now) => {
    const { records, params } = make(now);
    const { format } = family;
    const space = format === 'rp.message.1' ? { space: SPACE } : {};
    const input = (texts: readonly string[]) => ({
      format,
      now,
      ...space,
      ...params,
      records: texts.map((text) => ({ text })),
    });
    const texts = records.map((record) => JSON.stringify(record));
    const feeds = feedAnswer('feed.state', input(texts)).ok?.feeds as Report[];
    const orders = [texts, texts.toReversed(), [...texts.slice(turn), ...texts.slice(0, turn)]];
    return {
      questions: orders.map((order) => {
        const to = (position: number): number => order.indexOf(texts[position] ?? '');
        return ask('feed.state', input(order), { ok: { feeds: moved(feeds, to) } });
      }),
    };
  }),
});
