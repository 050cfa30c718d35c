import fc from 'fast-check';
import { type Json, judgeValue, mergeDocuments } from '../forge/index.ts';
import { type DocumentFamily, drafts, FEW } from './drafts.ts';
import { ask, casesOf, type Law } from './law.ts';

const few = fc.constantFrom(...FEW);
const crowd = fc.array(drafts(few, few, fc.constantFrom('a', 'b')), { minLength: 1, maxLength: 8 });

/** The law about many documents of a family. */
export const mergeLawOf = (family: DocumentFamily): Law => ({
  id: `law/${family.name}-merged`,
  title: 'any order of arrival gives the state that the rules say',
  profile: family.verifier,
  requirements: family.merged,
  operations: ['document.merge'],
  cases: casesOf(fc.tuple(crowd, fc.nat(6), fc.nat(7)), ([all, later, turn], time) => {
    const { format } = family;
    const [share] = FEW;
    const space = family.space(share as (typeof FEW)[0]);
    const now = time + later;
    const records = all.map((draft) => family.sign(draft, family.unsigned(draft, time)));
    const orders = [records, [...records].reverse(), [...records.slice(turn), ...records.slice(0, turn)]];
    return {
      questions: orders.map((order) => {
        const ok = mergeDocuments({
          space,
          now,
          records: order.map((value) => ({ format, value: value as Json })),
          judge: ({ value }) => judgeValue(format, value, now, ['time']),
        });
        const input = { space, now, records: order.map((record) => ({ text: JSON.stringify(record), format })) };
        return ask('document.merge', input, { ok });
      }),
    };
  }),
});
