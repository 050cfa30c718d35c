import type { CheckResult } from '@rockpool/schemas';
import { RECORDS } from '../../../conformance/src/checks/titles.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

const keptOf = (answer: unknown): number =>
  isObject(answer) && isObject(answer.ok) ? Number(answer.ok.kept) : Number.NaN;

const recordIn = (input: unknown): string => {
  if (!isObject(input)) return 'a record';
  const [first] = Array.isArray(input.records) ? input.records : [];
  return RECORDS[String(input.format ?? (isObject(first) ? first.format : ''))] ?? 'a record';
};

const messages = (count: number): string => (count === 1 ? 'one message' : `${count} messages`);

const accepts = ({ operation, failure, expected, got }: CheckResult, record: string): string => {
  const batch = keptOf(expected);
  if (failure === 'nondeterministic') return `By chance it accepts ${record} that must be refused`;
  switch (operation) {
    case 'record.id':
      return `It gives an id to ${record} that must be refused`;
    case 'record.sign':
      return `It signs ${record} that must be refused`;
    case 'feed.append':
      return 'It writes a message that others must refuse';
    case 'signature.verify':
      return 'It accepts a signature that must be refused';
    case 'document.merge':
      return `Its replica keeps ${record} that must be left out`;
    case 'feed.state':
      return 'It has a feed of which no message is valid';
    case 'replica.open':
      return 'It opens a replica that must not be opened';
    case 'replica.ingest':
      return `Its replica takes in ${record} that must be refused`;
    case 'replica.query':
      return 'It answers a query that must be refused';
    case 'feed.verify':
      return Number.isNaN(batch)
        ? `It accepts a feed with ${record} that must be refused`
        : `It keeps ${messages(keptOf(got))} of a batch where ${batch === 0 ? 'none' : `only ${batch}`} may be kept`;
    default:
      return `It accepts ${record} that must be refused`;
  }
};

const diverges = ({ operation, failure }: CheckResult, record: string): string => {
  if (failure === 'nondeterministic') return 'It answers the same question now one way, now another';
  switch (operation) {
    case 'document.merge':
      return 'Given the same documents, its replica ends up with others than its peers';
    case 'feed.state':
      return 'Given the same messages, it sees other feeds than its peers';
    case 'replica.ingest':
      return `It says something else of ${record} than its peers, and goes on from there`;
    case 'replica.state':
      return 'Given the same records, its replica ends up with others than its peers';
    case 'replica.query':
      return 'Asked for the same records, its replica gives others than its peers, or another order';
    case 'record.id':
      return `It gives ${record} another id than its peers`;
    case 'record.sign':
    case 'feed.append':
      return `It signs ${record} that its peers take for another one, or refuse`;
    default:
      return 'It computes another value than its peers';
  }
};

const crashes = ({ failure, expected, got, operation }: CheckResult, record: string): string => {
  const place = isObject(expected) && 'reject' in expected ? `in place of refusing ${record}` : `at ${operation}`;
  const error = isObject(got) && isObject(got.error) ? got.error.message : undefined;
  if (error !== undefined) return `It throws “${error}” ${place}`;
  if (failure === 'crash') return `It dies ${place}`;
  if (failure === 'hang') return `It never answers ${place}`;
  return failure === 'slow' ? 'It needs more and more time' : `It gives no proper answer ${place}`;
};

const refuses = ({ operation, expected, got }: CheckResult, record: string): string => {
  const [right, came] = [keptOf(expected), keptOf(got)];
  if (operation === 'feed.verify' && came < right)
    return `It loses ${right - came === 1 ? 'a valid message' : `${right - came} valid messages`} of a batch`;
  const reject = isObject(got) && isObject(got.reject) ? got.reject.message : undefined;
  const because = reject === undefined ? '' : `, saying “${reject}”`;
  switch (operation) {
    case 'record.id':
      return `It gives no id to ${record} that has one${because}`;
    case 'feed.append':
      return `It does not write a message that is valid${because}`;
    case 'feed.verify':
      return `It refuses a feed that is valid${because}`;
    default:
      return `It refuses ${record} that is valid${because}`;
  }
};

const deed = (check: CheckResult, input: unknown): string => {
  const record = recordIn(input);
  switch (check.harm) {
    case 'gives-key-away':
      return 'It signs two messages with one nonce, so that whoever has both can compute its secret key';
    case 'accepts-invalid':
      return accepts(check, record);
    case 'loses':
      return 'After its process was ended by force, records are gone that it had acknowledged';
    case 'diverges':
      return diverges(check, record);
    case 'crashes':
      return crashes(check, record);
    case 'refuses-valid':
      return refuses(check, record);
    default:
      return `It refuses ${record} for another reason than the right one`;
  }
};

const SHORT = 200;

/** What a subject does to people, in a sentence without its full stop. */
export const sayFinding = (check: CheckResult, input: unknown): string => {
  const said = deed(check, input).replace(/\s+/g, ' ');
  return said.length > SHORT ? `${said.slice(0, SHORT)}…` : said;
};
