import { expand } from '../checks/expand.ts';
import { utf8 } from '../forge/bytes.ts';
import { type Json, type JsonObject, parseId, verifySignature } from '../forge/index.ts';
import { placesOf } from '../forge/signing.ts';
import { mapCode } from './code-map.ts';
import { equalJson } from './equal.ts';
import { ITEMS, itemFaults } from './items.ts';
import { readRanges } from './ranges.ts';
import { rangesFault } from './ranges-fault.ts';
import { joinMessages, readSent } from './said.ts';
import type { Fault, Terms } from './terms.ts';

type Ok = Readonly<Record<string, unknown>>;

/** What is wrong with an answer about a session; `guilty` are the sentences that could be broken, the likeliest first. */
export type SessionFault = Fault & { detail: string; guilty: readonly string[] };

const wrong = (detail: string, ...guilty: string[]): SessionFault => ({ failure: 'wrong-value', detail, guilty });

export const isAboutSession = (operation: string): boolean => operation.startsWith('session.');

/** The codes of which one is right, in an expected error. */
const codesOf = (error: unknown): readonly string[] => {
  const { code, codes } = (error ?? {}) as { code?: unknown; codes?: readonly unknown[] };
  return (codes ?? [code]).map(String);
};

const isRightCode = (expected: unknown, got: string, { codes, codeMap }: Terms): boolean =>
  !codes || mapCode(codeMap, got).some((code) => codesOf(expected).includes(code));

/** What says that a message of this type comes, where it does not, or comes where it must not. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  hello: ['SYN-7', 'SYN-8'],
  auth: ['SYN-11'],
  open: ['SYN-12'],
  reconcile: ['RNG-3', 'RNG-11', 'RNG-12', 'RNG-15', 'RNG-21', 'SYN-26', 'SYN-34', 'SYN-35', 'SYN-37'],
  records: ['RNG-10', 'RNG-14', 'RNG-17', 'SYN-23', ...ITEMS, 'SYN-36'],
  done: ['RNG-18', 'RNG-19'],
  want: ['SYN-19'],
  contents: ['SYN-20'],
  end: ['SYN-6'],
  state: ['SYN-23', 'SYN-24', 'SYN-36'],
  error: ['SYN-5'],
};

const says = (type: unknown): readonly string[] => SAYS[String(type)] ?? [];

/** Which member of a message each sentence is about. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'hello version': ['SYN-7'],
  'hello nonce': ['SYN-8'],
  'hello address': ['SYN-9'],
  'hello key': ['SYN-11'],
  'open space': ['SYN-12'],
  'open now': ['SYN-13'],
  'open lift': ['SYN-14'],
  'done fingerprint': ['RNG-20', ...ITEMS],
  'done count': ['RNG-20', ...ITEMS],
  'state fingerprint': ['SYN-25', ...ITEMS],
  'state count': ['SYN-25', ...ITEMS],
};

const tell = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

const memberFault = (expected: JsonObject, got: JsonObject): SessionFault | undefined => {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  const name = names.find((each) => !equalJson(expected[each], got[each]));
  if (name === undefined) return undefined;
  const { type } = expected;
  const detail = `${name} of ${type} is ${tell(got[name])}, and ${tell(expected[name])} is right`;
  return wrong(detail, ...(MEMBERS[`${type} ${name}`] ?? says(type)));
};

/** An expected `auth` says by which key and over which text the signature has to be. */
const authFault = ({ key, signs }: JsonObject, got: JsonObject): SessionFault | undefined => {
  const place = placesOf('rp.document.1')[0];
  const [bytes, signature] = [parseId(String(key))?.bytes, place?.read(String(got.signature))];
  if (bytes && signature && verifySignature(bytes, utf8(String(signs)), signature)) return undefined;
  return wrong(`signature of auth is no valid one by ${key} of ${signs}`, 'SYN-11');
};

const listOf = (message: JsonObject, name: string): readonly Json[] => (message[name] ?? []) as Json[];

/** A list of an expected message, in which long texts may be compact. */
const expectedList = (message: JsonObject, name: string): readonly Json[] => expand(listOf(message, name)) as Json[];

const contentsFault = (expected: JsonObject, got: JsonObject): SessionFault | undefined => {
  const [right, came] = [expectedList(expected, 'contents'), listOf(got, 'contents')].map((each) =>
    each.map(String).sort(),
  ) as [string[], string[]];
  if (equalJson(right, came)) return undefined;
  const missing = right.filter((each) => !came.includes(each)).length;
  if (missing > 0) return wrong(`${missing} of ${right.length} contents that are wanted are missing`, 'SYN-20');
  const foreign = came.filter((each) => !right.includes(each)).length;
  return wrong(
    foreign > 0 ? `${foreign} contents are sent that are not wanted or not its to send` : 'a content is sent twice',
    'SYN-20',
  );
};

/** What is asked for is told in numbers: there can be thousands. */
const wantFault = (expected: JsonObject, got: JsonObject): SessionFault | undefined => {
  const [right, came] = [listOf(expected, 'contents'), listOf(got, 'contents')];
  if (equalJson(right, came)) return memberFault(expected, got);
  const without = (some: readonly Json[], others: readonly Json[]): Json[] => {
    const known = new Set(others);
    return some.filter((each) => !known.has(each));
  };
  const [missing, foreign] = [without(right, came), without(came, right)];
  if (missing.length > 0)
    return wrong(
      `${missing.length} of ${right.length} ids that want has to name are missing, the first is ${missing[0]}`,
      'SYN-19',
    );
  if (foreign.length > 0)
    return wrong(`want names ${foreign.length} ids of what is not wanted, the first is ${foreign[0]}`, 'SYN-19');
  return wrong('want names an id twice, or not in the order of identifiers', 'SYN-19');
};

const messageFault = (expected: JsonObject, got: JsonObject, terms: Terms): SessionFault | undefined => {
  switch (expected.type) {
    case 'auth':
      return authFault(expected, got);
    case 'records': {
      const [found] = itemFaults(expectedList(expected, 'records'), listOf(got, 'records'));
      return found && wrong(found.detail, ...found.guilty);
    }
    case 'contents':
      return contentsFault(expected, got);
    case 'want':
      return wantFault(expected, got);
    case 'reconcile': {
      if (expected.more !== got.more) return wrong('more of reconcile is wrong: it says that another follows', 'RNG-1');
      const found = rangesFault(String(expected.ranges), String(got.ranges));
      return found && wrong(found.detail, ...found.guilty);
    }
    case 'error':
      return isRightCode(expected, String(got.code), terms) ? undefined : otherCode(expected, got);
    default:
      return memberFault(expected, got);
  }
};

const otherCode = (expected: unknown, got: Readonly<Record<string, unknown>>): SessionFault => ({
  failure: 'wrong-code',
  detail: `error has the code ${got.code}, and ${codesOf(expected).join(' or ')} is right`,
  guilty: [],
});

const named = (message: JsonObject | undefined): string => (message === undefined ? 'nothing' : String(message.type));

/** Whether a message wishes, and says nothing else. */
const isWish = ({ type, ranges }: JsonObject): boolean => {
  const entries = type === 'reconcile' ? readRanges(String(ranges)) : '';
  return typeof entries !== 'string' && entries.every(({ kind }) => kind === 'wish' || kind === 'silent');
};

/** What an error breaks that no message causes. */
const tired = ({ code }: JsonObject): readonly string[] => (code === 'timeout' ? ['SYN-29'] : []);

/** One message where another one, or none, has to be. */
const otherMessage = (expected: JsonObject | undefined, got: JsonObject | undefined, at: number): SessionFault => {
  const detail = `message ${at + 1} of what it sends is ${named(got)}, and ${named(expected)} is right`;
  if (expected?.type === 'error') {
    const codes = codesOf(expected).join(' or ');
    return { failure: 'accepted-invalid', detail: `it does not end the session with ${codes}: ${detail}`, guilty: [] };
  }
  if (got?.type === 'error')
    return { failure: 'rejected-valid', detail: `it ends the session with ${got.code}: ${detail}`, guilty: tired(got) };
  if (got?.type === 'records') return wrong(detail, 'SYN-15', 'SYN-16', ...says('records'));
  if (got !== undefined && isWish(got)) return wrong(detail, 'RNG-16', 'RNG-15', ...says(expected?.type));
  return wrong(detail, ...says(expected?.type), ...says(got?.type));
};

/** What is wrong with what a subject sends: the first message that is another one than is expected decides. */
const sendFault = (
  expected: readonly JsonObject[],
  send: readonly string[],
  terms: Terms,
): SessionFault | undefined => {
  const right = joinMessages(expected);
  const { messages, fault } = readSent(send);
  for (let at = 0; at < Math.max(right.length, messages.length); at += 1) {
    const [one, other] = [right[at], messages[at]];
    if (other === undefined && fault !== undefined) break;
    const found =
      one === undefined || other === undefined || one.type !== other.type
        ? otherMessage(one, other, at)
        : messageFault(one, other, terms);
    if (found !== undefined) return found;
  }
  if (fault === undefined) return undefined;
  return wrong(`text ${fault.at + 1} of what it sends is no message that a peer may send: ${fault.words}`, 'SYN-4');
};

/** Which member of a report each sentence is about. */
const REPORTED: Readonly<Record<string, readonly string[]>> = {
  refused: ['SYN-32', 'SYN-18'],
  wanted: ['SYN-33', 'NAT-4'],
};

const doneFault = (expected: unknown, got: unknown): SessionFault | undefined => {
  if (expected === undefined)
    return got === undefined ? undefined : wrong('it says done, and no round ends there', 'SYN-22');
  if (got === undefined) return wrong('it does not say done where a round ends', 'SYN-22');
  const [right, came] = [expected, got] as [Ok, Ok];
  const name = Object.keys(right).find((each) => !equalJson(right[each], came[each]));
  if (name === undefined) return undefined;
  const guilty = REPORTED[name] ?? ['SYN-22'];
  return wrong(`${name} of done is ${tell(came[name])}, and ${tell(right[name])} is right`, ...guilty);
};

const errorFault = (expected: unknown, got: unknown, terms: Terms): SessionFault | undefined => {
  if (expected === undefined && got === undefined) return undefined;
  const [right, came] = [expected, got] as [Ok | undefined, Ok | undefined];
  if (right === undefined)
    return { failure: 'rejected-valid', detail: `it says that the session ended with ${came?.code}`, guilty: [] };
  if (came === undefined)
    return {
      failure: 'wrong-value',
      detail: 'it does not say that the session ended with an error',
      guilty: ['SYN-5'],
    };
  return isRightCode(right, String(came.code), terms) ? undefined : otherCode(right, came);
};

/** What is wrong with an answer about a session, or nothing. Its form was looked at before. */
export const sessionFault = (expected: Ok, got: Ok, terms: Terms): SessionFault | undefined =>
  (expected.send === undefined
    ? undefined
    : sendFault(expected.send as JsonObject[], got.send as readonly string[], terms)) ??
  doneFault(expected.done, got.done) ??
  errorFault(expected.error, got.error, terms);

const isObject = (value: unknown): value is Ok => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** What is wrong with the form of an answer about a session [SUB-8]. */
export const sessionFormFault = ({ send, done, error }: Ok): string | undefined => {
  if (!Array.isArray(send) || !send.every((each) => typeof each === 'string')) return '/ok/send is no list of strings';
  if (done !== undefined) {
    if (!isObject(done) || typeof done.equal !== 'boolean') return '/ok/done has no equal that is true or false';
    const name = ['refused', 'wanted'].find((each) => !isCount(done[each]));
    if (name !== undefined) return `/ok/done has no ${name} that is a whole number`;
  }
  if (error === undefined) return undefined;
  return isObject(error) && typeof error.code === 'string' ? undefined : '/ok/error has no code';
};
