import { utf8 } from '../forge/bytes.ts';
import { type JsonObject, readText } from '../forge/index.ts';

/** The longest message, in bytes of UTF-8 [SYN-1]. */
export const MAX_MESSAGE_BYTES = 2_097_152;

type Test = (value: unknown) => boolean;
type Members = Readonly<Record<string, Test>>;

const whole: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const time: Test = (value) =>
  whole(value) && (value as number) >= 10_000_000_000_000 && value !== Number.MAX_SAFE_INTEGER;
const flag: Test = (value) => typeof value === 'boolean';
const yes: Test = (value) => value === true;
const string: Test = (value) => typeof value === 'string';
const full: Test = (value) => typeof value === 'string' && value !== '';
const like =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const listOf =
  (test: Test, least = 0): Test =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(test);

const bytes = like(/^b[a-z2-7]{51}[aq]$/);
const fingerprint = like(/^b[a-z2-7]{25}[aeimquy4]$/);
const object: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const record: Test = (value) =>
  object(value) &&
  Object.keys(value as object)
    .sort()
    .join() === 'format,text' &&
  Object.values(value as object).every(string);

const state: readonly [Members, Members?] = [{ fingerprint, count: whole }];

/** The members that each message has, and those that it may have besides. */
const MESSAGES: Readonly<Record<string, readonly [has: Members, may?: Members]>> = {
  hello: [
    { version: whole, nonce: bytes },
    { key: like(/^@b[a-z2-7]{51}[aq]$/), address: (value) => full(value) && [...(value as string)].length <= 255 },
  ],
  auth: [{ signature: like(/^b[a-z2-7]{102}[aiqy]$/) }],
  open: [
    { space: bytes, now: time },
    { filter: object, sparse: flag, live: flag, lift: (value) => value === 0 || value === 1 },
  ],
  reconcile: [{ ranges: string }, { more: yes }],
  records: [{ records: listOf(record, 1) }],
  done: state,
  want: [{ contents: listOf(like(/^&b[a-z2-7]{51}[aq]$/)) }, { more: yes }],
  contents: [{ contents: listOf(string, 1) }],
  end: [{}],
  state,
  error: [{ code: full }, { detail: string }],
};

/** The types of messages, as the chapter lists them. */
export const MESSAGE_TYPES: ReadonlySet<string> = new Set(Object.keys(MESSAGES));

/** What is wrong with the members of a message, as one that a peer sends [SYN-4]; nothing where nothing is. */
export const membersFault = (message: JsonObject): string | undefined => {
  const { type, ...members } = message;
  const table = typeof type === 'string' && Object.hasOwn(MESSAGES, type) ? MESSAGES[type] : undefined;
  if (table === undefined) return `there is no message of type ${JSON.stringify(type) ?? 'nothing'}`;
  const [has, may = {}] = table;
  const missing = Object.keys(has).find((name) => !Object.hasOwn(members, name));
  if (missing !== undefined) return `${type} has no ${missing}`;
  for (const [name, value] of Object.entries(members)) {
    const test = Object.hasOwn(has, name) ? has[name] : Object.hasOwn(may, name) ? may[name] : undefined;
    if (test === undefined) return `${type} has another member, ${name}`;
    if (!test(value)) return `${name} of ${type} has a value that it cannot have`;
  }
  return undefined;
};

/** Of the rules for texts, those that messages have an own bound in place of. */
const OTHER_BOUNDS = ['TXT-5'];

/** A message as it was sent, or in words what is wrong with its text [SYN-1]. */
export const readMessage = (text: string): { message: JsonObject } | { fault: string } => {
  const sent = utf8(text);
  if (sent.length > MAX_MESSAGE_BYTES)
    return { fault: `it is ${sent.length} bytes long, and ${MAX_MESSAGE_BYTES} are the most` };
  try {
    JSON.parse(text);
  } catch {
    return { fault: 'its text is no JSON' };
  }
  const { broken, value } = readText(sent, 'native');
  const first = broken.find(({ requirement }) => !OTHER_BOUNDS.includes(requirement));
  if (first !== undefined) return { fault: `its text breaks ${first.requirement}` };
  if (!object(value)) return { fault: 'it is no object' };
  return { message: value as JsonObject };
};
