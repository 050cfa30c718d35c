import type { Fault } from './where-broken.ts';

/** What something that was pasted or dropped is. */
export type FoundKind =
  | 'empty'
  /** A record of a known format, as such. */
  | 'record'
  /** One record inside of something else. */
  | 'inside'
  | 'many'
  /** A native header without its record. */
  | 'header'
  /** Something that was written in another way: base64, a string, an escape too many. */
  | 'encoded'
  /** Another version of a known format. */
  | 'version'
  /** What another network or program has. */
  | 'network'
  | 'secret'
  | 'identifier'
  /** The bytes of a file that is no text. */
  | 'file'
  /** JSON that is broken, or UTF-8. */
  | 'broken'
  /** JSON of no known format. */
  | 'json'
  | 'text';

/** A record, or what was meant to be one, with where it stood. */
export type FoundRecord = {
  /** As it was spelled. */
  readonly text: string;
  /** Absent where it claims to be of none that is known. */
  readonly format?: string;
  /** A JSON pointer such as `/value`, `line 3`, or both with a blank between; empty where it is the whole. */
  readonly place: string;
  /** To choose it by: a path, or the number of a message. */
  readonly name: string;
  /** The id that was said to be its own, beside it. */
  readonly key?: string;
  /** It is no JSON or no UTF-8. */
  readonly isBroken?: true;
};

/** Whether what is said to be the id of a record is that. */
export type KeyFact = {
  readonly said: string;
  /** Absent where the record has none, because its shape is wrong. */
  readonly right?: string;
  readonly matches: boolean;
};

/** What was pasted or dropped: plain data. */
export type Found = {
  readonly kind: FoundKind;
  /** For a person: what it is, and what to do. */
  readonly sentence: string;
  readonly records: readonly FoundRecord[];
  /** It goes into no link, and is not kept. */
  readonly isSecret: boolean;
  /** Of a header alone: the id of its record. */
  readonly id?: string;
  /** Of the one record inside. */
  readonly key?: KeyFact;
  /** The text without what tools have added to it. */
  readonly mended?: string;
  /** Where it is broken. */
  readonly fault?: Fault;
};

/** What the looks at a text or a value answer; `secret` is one that was seen inside. */
export type Sighting = Omit<Found, 'isSecret'> & { readonly secret?: string };

export const sighting = (kind: FoundKind, sentence: string, more: Partial<Sighting> = {}): Sighting => ({
  kind,
  sentence,
  records: [],
  ...more,
});
