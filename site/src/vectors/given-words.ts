import { placeOf, recordWords } from './record-words.ts';

/** One line of what happens in a step: who sends it, if it is a message, and what comes of it, if that is told. */
export type Said = { readonly from?: 'peer' | 'partner'; readonly words: string; readonly answer?: string };

type Outcome = Readonly<Record<string, { readonly reason?: string; readonly codes?: readonly string[] }>>;

/** What became of a record, such as `held: identity`. */
const outcomeWords = (outcome: Outcome | undefined): string => {
  const [[kind, about] = ['no answer', {}]] = Object.entries(outcome ?? {});
  const why = about.reason ?? about.codes?.join(' or ');
  return why === undefined ? kind : `${kind}: ${why}`;
};

/** Of more records than these, the first are told one by one. */
const MANY = { most: 8, told: 4 };

const restWords = (outcomes: readonly string[]): Said => {
  const counts = new Map<string, number>();
  for (const each of outcomes) counts.set(each, (counts.get(each) ?? 0) + 1);
  const [only] = counts.size === 1 ? counts.keys() : [];
  const answer = only ?? [...counts].map(([each, count]) => `${count} ${each}`).join(', ');
  return { words: `${outcomes.length} more`, answer };
};

/** Remembers which documents were given to which replica, so that a later one is told as newer or older. */
export const openGiven = () => {
  const newest = new Map<string, number>();
  const ageOf = (replica: string, text: string): string => {
    const place = placeOf(text);
    if (place === undefined) return '';
    const key = `${replica} ${place.path}`;
    const before = newest.get(key);
    newest.set(key, Math.max(before ?? place.timestamp, place.timestamp));
    if (before === undefined) return '';
    return place.timestamp === before ? ', of the same time' : place.timestamp > before ? ', newer' : ', older';
  };
  /** The records that a replica is given, each with what becomes of it. `outcomes` are in the order of the records. */
  return (replica: string, texts: readonly string[], outcomes: readonly Outcome[]): Said[] => {
    const told = texts.map((text, at) => ({
      words: recordWords(text) + ageOf(replica, text),
      answer: outcomeWords(outcomes[at]),
    }));
    if (told.length <= MANY.most) return told;
    return [...told.slice(0, MANY.told), restWords(told.slice(MANY.told).map(({ answer }) => answer))];
  };
};
