import type { CheckResult, Harm } from '@rockpool/schemas';
import { type Compact, expandText, type Format, type Json, judgeText, unhex, utf8 } from '../forge/index.ts';
import { NONCE_RULE } from '../verdict/nonces.ts';

/** All harms, the worst first, with what a subject does that does it. */
export const HARM_WORDS: Readonly<Record<Harm, string>> = {
  'gives-key-away': 'gives its secret key away',
  'accepts-invalid': 'accepts what must be refused',
  loses: 'loses what it has acknowledged',
  diverges: 'keeps other data than its peers',
  crashes: 'dies, hangs or gives no proper answer',
  'refuses-valid': 'refuses what is valid',
  'other-code': 'refuses for another reason',
};

/** The worst first. */
export const HARMS = Object.keys(HARM_WORDS) as readonly Harm[];

type Loose = Readonly<Record<string, unknown>>;
/** A record as a replica is given it: as a text, as bytes in hexadecimal, or as a value. */
type Given = { readonly format: Format; readonly text?: Compact; readonly bytes?: Compact; readonly value?: Json };

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const okOf = (answer: unknown): Loose => (isObject(answer) && isObject(answer.ok) ? answer.ok : {});

const listIn = (from: Loose, name: string): readonly unknown[] => (Array.isArray(from[name]) ? from[name] : []);

/** The member in which each format says to which space a record belongs. */
const SPACE: Readonly<Partial<Record<Format, string>>> = { 'es.4': 'workspace', 'es.5': 'share' };

const spaceOf = (format: Format, value: unknown): unknown => {
  if (!isObject(value)) return undefined;
  const name = SPACE[format];
  return name === undefined ? isObject(value.header) && value.header.space : value[name];
};

const bytesOf = ({ text, bytes, value }: Given): Uint8Array =>
  bytes === undefined ? utf8(text === undefined ? JSON.stringify(value) : expandText(text)) : unhex(expandText(bytes));

/** Whether a replica of that space must leave a record out, whatever else it was given [DOC-17, ES-16]. */
const isLeftOut = (record: Given, space: unknown, now: number): boolean => {
  const bytes = bytesOf(record);
  if (judgeText(record.format, bytes, now).broken.length > 0) return true;
  return spaceOf(record.format, JSON.parse(new TextDecoder().decode(bytes))) !== space;
};

/** Whether a replica kept a document that it must leave out; the other ways to keep others than the right ones leave peers apart. */
const keptWhatIsRefused = ({ input, expected, got }: CheckResult): boolean => {
  if (!isObject(input)) return false;
  const right = new Set([...listIn(okOf(expected), 'kept'), ...listIn(okOf(expected), 'held')]);
  const tooMany = [...listIn(okOf(got), 'kept'), ...listIn(okOf(got), 'held')].filter((each) => !right.has(each));
  const records = listIn(input, 'records') as readonly Given[];
  return tooMany.some((at) => {
    const record = records[Number(at)];
    return record !== undefined && isLeftOut(record, input.space, Number(input.now));
  });
};

const feedNames = (answer: unknown): string[] =>
  listIn(okOf(answer), 'feeds').map((feed) => (isObject(feed) ? `${feed.author} ${feed.log}` : ''));

/** Whether a reader has a feed of which there is no message that may be kept. */
const hasFeedOfNothing = ({ expected, got }: CheckResult): boolean => {
  const right = new Set(feedNames(expected));
  return feedNames(got).some((name) => !right.has(name));
};

const idsIn = (answer: unknown): readonly unknown[] => [
  ...listIn(okOf(answer), 'records'),
  ...listIn(okOf(answer), 'held').map((each) => (isObject(each) ? each.id : each)),
];

/** Whether a replica has not got what it acknowledged before its process was ended [REP-11]. */
const hasLost = ({ steps = [], expected, got }: CheckResult): boolean => {
  const left = new Set(idsIn(got));
  return steps.some((step) => 'end' in step) && idsIn(expected).some((id) => !left.has(id));
};

const wordOf = (outcome: unknown): string | undefined => (isObject(outcome) ? Object.keys(outcome)[0] : undefined);

/** Of what a replica says of the records that it is given, the worst: what it takes in, and then what it refuses. */
const harmOfOutcomes = ({ expected, got }: CheckResult): Harm => {
  const came = listIn(okOf(got), 'outcomes').map(wordOf);
  const right = listIn(okOf(expected), 'outcomes').map(wordOf);
  const takes = (word: string | undefined): boolean => word === 'accepted' || word === 'held';
  if (right.some((word, at) => word === 'rejected' && takes(came[at]))) return 'accepts-invalid';
  if (right.some((word, at) => word === 'held' && came[at] === 'accepted')) return 'accepts-invalid';
  return right.some((word, at) => takes(word) && came[at] === 'rejected') ? 'refuses-valid' : 'diverges';
};

const keptOf = (answer: unknown): number => Number(okOf(answer).kept);

/** Of a value that is wrong. Of a batch, what is kept beyond the right ones begins with one that must not be accepted [FEED-7]. */
const harmOfValue = (result: CheckResult): Harm => {
  const { operation, requirements, expected, got } = result;
  if (requirements.includes(NONCE_RULE)) return 'gives-key-away';
  switch (operation) {
    case 'feed.verify':
      if (keptOf(got) > keptOf(expected)) return 'accepts-invalid';
      return keptOf(got) < keptOf(expected) ? 'refuses-valid' : 'diverges';
    case 'document.merge':
      return keptWhatIsRefused(result) ? 'accepts-invalid' : 'diverges';
    case 'feed.state':
      return hasFeedOfNothing(result) ? 'accepts-invalid' : 'diverges';
    case 'replica.ingest':
      return harmOfOutcomes(result);
    case 'replica.state':
    case 'replica.query':
      return hasLost(result) ? 'loses' : 'diverges';
    default:
      return 'diverges';
  }
};

/** What is held is kept and passed on, and not accepted: who holds what is refused took it in, and who refuses what is held lost it. */
const harmOfOutcome = ({ expected, got }: CheckResult): Harm => {
  const [right, came] = [isObject(expected) ? expected : {}, isObject(got) ? got : {}];
  if ('reject' in right || ('held' in right && 'ok' in came)) return 'accepts-invalid';
  return 'refuses-valid';
};

/** Whether the right answer to a question was to refuse, or to keep fewer messages than there are. */
const isToRefuse = ({ input, expected }: CheckResult): boolean =>
  (isObject(expected) && 'reject' in expected) ||
  (isObject(input) && keptOf(expected) < listIn(input, 'messages').length);

/**
 * What a failed check does to people; nothing where it did not fail. Where the failure is a wrong value, the question has to be in
 * the result: what a replica may keep depends on what it was given.
 */
export const harmOf = (result: CheckResult): Harm | undefined => {
  switch (result.failure) {
    case undefined:
      return undefined;
    case 'accepted-invalid':
      return 'accepts-invalid';
    case 'rejected-valid':
      return 'refuses-valid';
    case 'wrong-value':
      return harmOfValue(result);
    case 'wrong-outcome':
      return harmOfOutcome(result);
    // What is answered now one way and now another is sometimes accepted.
    case 'nondeterministic':
      return isToRefuse(result) ? 'accepts-invalid' : 'diverges';
    case 'wrong-code':
      return 'other-code';
    case 'adapter-error':
    case 'claim-broken':
    case 'crash':
    case 'hang':
    case 'protocol-violation':
    case 'slow':
      return 'crashes';
  }
};

/** How many results do each harm that any of them does, the worst first; what is known to fail counts as well. */
export const countHarms = (results: readonly Pick<CheckResult, 'harm'>[]): [Harm, number][] =>
  HARMS.map((harm): [Harm, number] => [harm, results.filter((each) => each.harm === harm).length]).filter(
    ([, count]) => count > 0,
  );
