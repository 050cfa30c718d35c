import type { JsonObject, JsonValue } from '@rockpool/reference';
import type { RejectionCodeName } from '@rockpool/schemas';
import { timeText } from '../clock.ts';
import { bytesOf, sizeText } from '../source.ts';
import { CODE_WORDS, REQUIREMENT_WORDS } from './person-words.ts';
import { hasPlace } from './shapes.ts';
import { type NamedKey, who } from './who.ts';

/** A rule that is broken, as people are told about it. */
export type BrokenForPeople = {
  readonly code: RejectionCodeName;
  readonly requirement: string;
  readonly path?: string | undefined;
  /** For a signature: the clause that is broken. */
  readonly because?: string | undefined;
};

/** What people are told about. */
export type Told = { readonly value: JsonValue; readonly format: string };

const objectOf = (value: JsonValue | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

const textIn = (...values: readonly (JsonValue | undefined)[]): string | undefined =>
  values.find((value): value is string => typeof value === 'string' && value !== '');

const list = (names: readonly string[]): string => {
  const last = names.at(-1) ?? 'nobody';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

const maxName = 40;

const cut = (name: string): string => (name.length > maxName ? `${name.slice(0, maxName)}…` : name);

/** A pointer that leads to something else than what its format has there. */
const faultOf = (path: string, { value, format }: Told): string => {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = steps.at(-1);
  if (name === undefined) return 'This is no object.';
  let parent: JsonValue | undefined = value;
  for (const step of steps.slice(0, -1)) parent = objectOf(parent)[step];
  if (!Object.hasOwn(objectOf(parent), name)) return `${name} is missing.`;
  if (!hasPlace(format, path)) {
    // What is signed cannot be taken away.
    const isSigned = steps.length > 1 || format === 'ssb-classic';
    return `${format} has no place for ${cut(name)}${isSigned ? '' : ': take it away'}.`;
  }
  return name === 'format' ? `The format is not ${format}.` : `${name} is of the wrong type.`;
};

/** What the words can ask for. */
const fillers = (broken: BrokenForPeople, told: Told, keys: readonly NamedKey[]): Record<string, () => string> => {
  const record = objectOf(told.value);
  const header = objectOf(record.header);
  const name = (fallback: string, ...ids: readonly (JsonValue | undefined)[]): string => {
    const id = textIn(...ids);
    return id === undefined ? fallback : who(id, keys);
  };
  const time = (value: JsonValue | undefined): string => (typeof value === 'number' ? timeText(value) : 'its time');
  const path = textIn(header.path, record.path) ?? '';
  return {
    author: () => name('the author', header.author, record.author),
    signer: () => name('the author', header.key, header.author, record.author),
    share: () => name('the share', record.share, record.workspace),
    writers: () => list([...new Set([...path.matchAll(/~(@[^~/]*)/g)].map(([, id]) => who(id ?? '', keys)))]),
    member: () => broken.path?.split('/').at(-1) || 'it',
    fault: () => faultOf(broken.path ?? '', told),
    expires: () => time(header.expires ?? record.deleteAfter),
    content: () => sizeText(bytesOf(textIn(record.content) ?? '').length),
    contentSize: () => (typeof header.contentSize === 'number' ? sizeText(header.contentSize) : 'another number'),
  };
};

const atStart = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1);

/** One sentence for a person about the rule that a record breaks first. Who has a published key is called by name. */
export const personSentence = (broken: BrokenForPeople, told: Told, keys: readonly NamedKey[]): string => {
  const { code, requirement, because = '' } = broken;
  const fill = fillers(broken, told, keys);
  const words = REQUIREMENT_WORDS[because] ?? REQUIREMENT_WORDS[requirement] ?? CODE_WORDS[code];
  const sentence = words.replace(/\{(\w+)\}/g, (_, name: string) => fill[name]?.() ?? name);
  // The names of members are what they are.
  return words.startsWith('{fault}') ? sentence : atStart(sentence);
};
