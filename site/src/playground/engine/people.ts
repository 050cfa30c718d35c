import keys from '../../../../vectors/v1/keys.json' with { type: 'json' };
import type { Person } from './event.ts';
import { decodeHex } from './reference.ts';

/** An author of the examples. Her secret key is published, so what it signs means nothing. */
export type Author = { readonly person: Person; readonly name: string; readonly id: string; readonly seed: Uint8Array };

const persons: readonly Person[] = ['suzy', 'fern', 'quinn', 'phone'];

const authorOf = (person: Person): Author => {
  const key = keys.keys.find(({ name }) => name === person);
  if (key === undefined) throw new RangeError(`no key of ${person}`);
  const name = person.slice(0, 1).toUpperCase() + person.slice(1);
  return { person, name, id: key.keyId, seed: decodeHex(key.seedHex) };
};

export const authors: Readonly<Record<Person, Author>> = {
  suzy: authorOf('suzy'),
  fern: authorOf('fern'),
  quinn: authorOf('quinn'),
  /** A second device of Suzy’s, for a fourth peer. */
  phone: authorOf('phone'),
};

/** The space that all peers keep, and another one, in which a forger may write. */
export const space = keys.spaces.gardening;
export const otherSpace = keys.spaces.kitchen;

/** A text of a time line with the identifiers for which `@suzy` and the others stand. */
export const withIds = (text: string): string =>
  persons.reduce((each, person) => each.replaceAll(new RegExp(`@${person}\\b`, 'g'), authors[person].id), text);

/** The same backwards, for people. */
export const withNames = (text: string): string =>
  persons.reduce((each, person) => each.replaceAll(authors[person].id, `@${person}`), text);

/** What an author is called; the beginning of her identifier if she is nobody of the examples. */
export const nameOfId = (id: string): string =>
  persons.map((person) => authors[person]).find((author) => author.id === id)?.name ?? `${id.slice(0, 7)}…`;
