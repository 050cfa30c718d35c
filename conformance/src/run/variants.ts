import type { OperationName } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { expand } from '../checks/expand.ts';
import type { Random } from './random.ts';

type Input = Record<string, unknown>;

/** A question beside that of a check: `about` says in words what is different. */
export type Variant = { check: Check; about: string };

/** As early and as late as a clock of the suite goes, in microseconds. */
const EARLY = 10_000_000_000_000;
const LATE = 9_007_199_254_740_990;

/** Of these the string that can differ by a character and still be a question. */
const NAMES: Readonly<Partial<Record<OperationName, readonly string[]>>> = {
  'canonical.encode': ['text', 'bytes'],
  'id.parse': ['id'],
  'signature.verify': ['message', 'key'],
  'blob.id': ['bytes'],
  'record.verify': ['text', 'bytes'],
  'record.id': ['text', 'bytes'],
};
const LISTS: Readonly<Partial<Record<OperationName, string>>> = {
  'document.merge': 'records',
  'feed.verify': 'messages',
  'feed.state': 'records',
  'replica.ingest': 'records',
};

/** Another letter or digit of the same kind, so that hexadecimal stays hexadecimal and base32 base32. */
const other = (letter: string): string => {
  if (/[0-9]/.test(letter)) return letter === '2' ? '3' : '2';
  return letter === 'a' ? 'b' : 'a';
};

/** The text with one of its inner letters or digits replaced; its length, its beginning and its end stay. */
const twinText = (text: string, random: Random): string | undefined => {
  const margin = Math.floor(text.length / 4);
  const from = margin + random.integer(Math.max(1, text.length - 2 * margin));
  for (let at = from; at < text.length - 1; at += 1) {
    const letter = text.charAt(at);
    if (at > 0 && /[0-9a-z]/.test(letter)) return text.slice(0, at) + other(letter) + text.slice(at + 1);
  }
  return undefined;
};

const twinMember = (input: Input, names: readonly string[], random: Random): Input | undefined => {
  for (const name of names) {
    const value = input[name];
    const twin = typeof value === 'string' ? twinText(value, random) : undefined;
    if (twin !== undefined) return { ...input, [name]: twin };
  }
  return undefined;
};

const twinOf = (operation: OperationName, input: Input, random: Random): Input | undefined => {
  const names = NAMES[operation];
  // What other formats' ids are of something that is wrong is not for the suite to ask.
  if (operation === 'record.id' && !String(input.format).startsWith('rp.')) return undefined;
  if (names) return twinMember(input, names, random);
  const list = LISTS[operation];
  if (list === undefined) return undefined;
  const texts = input[list] as Input[];
  const last = texts.at(-1);
  const twin = last && twinMember(last, ['text', 'bytes'], random);
  return twin && { ...input, [list]: [...texts.slice(0, -1), twin] };
};

/** A schedule in which the last record of its first list differs by a character. */
const twinSchedule = (check: Check, random: Random): Variant[] => {
  const { steps = [] } = check;
  const at = steps.findIndex((step) => 'operation' in step && step.operation === 'replica.ingest');
  const ingest = steps[at];
  if (ingest === undefined || 'end' in ingest) return [];
  const input = twinOf(ingest.operation, expand(ingest.input) as Input, random);
  if (input === undefined) return [];
  const twin = { ...check, steps: steps.with(at, { ...ingest, input }) };
  return [{ check: twin, about: `what differs from ${check.id} by one character` }];
};

/** The same question about something almost equal, and at other times. What the right answers are is not known here. */
export const variantsOf = (check: Check, random: Random): Variant[] => {
  const { operation } = check;
  if (check.steps !== undefined) return twinSchedule(check, random);
  const input = expand(check.input) as Input;
  const twin = twinOf(operation, input, random);
  const twins = twin
    ? [{ check: { ...check, input: twin }, about: `what differs from ${check.id} by one character` }]
    : [];
  const dated = 'now' in input && (operation in NAMES || operation in LISTS);
  const times = dated ? [EARLY, LATE].filter((now) => now !== input.now) : [];
  return [
    ...twins,
    ...times.map((now) => ({ check: { ...check, input: { ...input, now } }, about: `${check.id} with now ${now}` })),
  ];
};
