import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { publicKey, sign } from '../../src/forge/signature.ts';
import { signSsb, ssbAuthor, ssbId, ssbSignature } from '../../src/forge/ssb.ts';
import { readText } from '../../src/forge/text.ts';
import { FLOWERS } from '../records/page.ts';

/** When the examples were written, in milliseconds since 1970. */
export const SSB_T = 1_700_000_000_000;

/** All that a signer needs. */
export type Signer = Pick<TestKey, 'seed'>;

export const ssbAuthorOf = ({ seed }: Signer): string => ssbAuthor(publicKey(seed));

/** What differs from Suzy's first message. */
export type SsbChange = {
  /** `undefined` takes a member out. */
  members?: Readonly<Record<string, Json | undefined>>;
  author?: Signer;
  /** Who signs, where it is not the author. */
  signer?: Signer;
  hmac?: Uint8Array;
  /** The names of the members in their order, where it is not that of writers. */
  order?: readonly string[];
};

/** A classic message, honestly signed whatever it says; a signature that it is given stays. */
export const ssb = ({ members, author = cast.suzy, signer, hmac, order }: SsbChange = {}): JsonObject => {
  const all: Record<string, Json | undefined> = {
    previous: null,
    sequence: 1,
    author: ssbAuthorOf(author),
    timestamp: SSB_T,
    hash: 'sha256',
    content: { type: 'post', text: FLOWERS },
    signature: '',
    ...members,
  };
  const names = order ?? Object.keys(all).filter((name) => all[name] !== undefined);
  const message = Object.fromEntries(names.map((name) => [name, all[name] as Json]));
  return members !== undefined && 'signature' in members
    ? message
    : signSsb({ message, seed: (signer ?? author).seed, hmac });
};

/** Ids that differ from this one a little, each with what is equal in both. */
export const nearIds = (id: string): readonly [slug: string, words: string, id: string][] => {
  const letter = /[a-z]/.exec(id.slice(10))?.[0] ?? '';
  const at = id.indexOf(letter, 10);
  const put = (index: number, by: string): string => id.slice(0, index) + by + id.slice(index + 1);
  return [
    ['case', 'but for the case of a letter', put(at, letter.toUpperCase())],
    ['beginning', 'in its first 20 characters', put(20, id[20] === 'A' ? 'B' : 'A')],
    ['end', 'but for its first character', put(1, id[1] === 'A' ? 'B' : 'A')],
  ];
};

/** The message after `last`: by the same author, unless `change` says otherwise. */
export const ssbNext = (last: JsonObject, { members, ...change }: SsbChange = {}): JsonObject =>
  ssb({ ...change, members: { previous: ssbId(last), sequence: Number(last.sequence) + 1, ...members } });

/** Suzy's second message. */
export const ssbSecond = (change: SsbChange = {}): JsonObject => ssbNext(ssb(), change);

/** A message with this content. */
export const posted = (content: Json, change: SsbChange = {}): JsonObject =>
  ssb({ ...change, members: { content, ...change.members } });

/** The same message, signed over something else than its encoding. */
export const signedOver = (message: JsonObject, bytes: Uint8Array, { seed }: TestKey = cast.suzy): JsonObject => ({
  ...message,
  signature: ssbSignature(sign(seed, bytes)),
});

/** A text of a message without signature, and that text with the signature of the value that it says. */
export const signedText = (text: string, { seed }: TestKey = cast.suzy): string => {
  const message = readText(new TextEncoder().encode(text), 'ssb').value as JsonObject;
  const { signature } = signSsb({ message, seed });
  const end = text.lastIndexOf('}');
  return `${text.slice(0, end)},"signature":${JSON.stringify(signature)}${text.slice(end)}`;
};

/** The text of Suzy's first message without signature, its content as it is spelled here. */
export const unsignedText = (content: string): string =>
  `{"previous":null,"sequence":1,"author":"${ssbAuthorOf(cast.suzy)}","timestamp":${SSB_T},"hash":"sha256","content":${content}}`;

/** Replaces what must be there. */
export const replaced = (text: string, from: string, to: string): string => {
  if (!text.includes(from) || from === to) throw new Error(`${from} is not replaced`);
  return text.replace(from, () => to);
};

/** The first messages of a feed, each with its sequence as text, a second apart; `change` holds for each. */
export const ssbChain = (length: number, change: SsbChange = {}): JsonObject[] => {
  const messages: JsonObject[] = [];
  while (messages.length < length) {
    const [last, count] = [messages.at(-1), messages.length];
    const members = {
      timestamp: SSB_T + 1000 * count,
      content: { type: 'post', text: `${count + 1}` },
      ...change.members,
    };
    messages.push(last === undefined ? ssb({ ...change, members }) : ssbNext(last, { ...change, members }));
  }
  return messages;
};
