import { base64, unbase64 } from '../forge/base64.ts';
import { L } from '../forge/curve.ts';
import { base32, blobId, castKeys, hex, publicKey, textHash, unbase32, unhex, utf8 } from '../forge/index.ts';
import { expandSeed } from '../forge/signature.ts';
import type { Random } from '../run/random.ts';
import { randomBytes } from './bytes.ts';
import { relate } from './relate.ts';
import { type KnownPoint, likeKey } from './signatures.ts';

/** A key that takes the place of another. */
export type Renamed = { old: { seed: Uint8Array; key: Uint8Array }; fresh: { seed: Uint8Array; key: Uint8Array } };

/** What takes the place of what in one sibling: the same thing everywhere. */
export type Renaming = {
  keys: readonly Renamed[];
  /** One offset for all times, in microseconds. */
  shift: number;
  random: Random;
  /** A letter for each letter. */
  letters: (text: string) => string;
  /** Of texts without their sigils; each as long as what it takes the place of. */
  words: Map<string, string>;
  /** What takes the place of the keys, by the hexadecimal form of the old ones: those of nobody in the cast too. */
  points: Map<string, KnownPoint>;
};

/** Letters for letters, each case by itself, so that runs and equal words stay what they are. */
export const otherLetters = (random: Random): ((text: string) => string) => {
  const lower = [...'abcdefghijklmnopqrstuvwxyz'];
  const mixed = random.shuffle(lower);
  const map = new Map(
    lower.flatMap((letter, at) => [
      [letter, mixed[at] as string],
      [letter.toUpperCase(), (mixed[at] as string).toUpperCase()],
    ]),
  );
  return (text) => text.replace(/[a-zA-Z]/g, (letter) => map.get(letter) ?? letter);
};

/** Where times of the vectors lie, in microseconds and, of classic messages, in milliseconds. */
const MICROS = /(?<![\w.+-])1(?:69|70)\d{13}(?![\w.+-])/g;

/** About 46 days at most: more than any two times of one vector lie apart, and never another number of digits. */
const MAX_SHIFT = 4_000_000_000_000;

/** A secret key and its public one, 32 bytes each. */
export type KeyPair = { seed: Uint8Array; key: Uint8Array };

/** How many keys a run has for its siblings: to make one costs more than to use it. */
const POOL = 32;

export const keyPool = (random: Random): KeyPair[] =>
  Array.from({ length: POOL }, () => {
    const seed = randomBytes(random, 32);
    return { seed, key: publicKey(seed) };
  });

/** 32 bytes in base32 and in base64, as identifiers have them. */
const BODY =
  /(?<![a-z2-7])[bx][a-z2-7]{51}[aq](?![a-z2-7])|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=(?=\.(?:ed25519|sha256))/g;

const bytesOf = (body: string): Uint8Array =>
  body.endsWith('=') ? (unbase64(body) ?? new Uint8Array()) : unbase32(body);

/** What is no name of anything here: another 32 bytes in the same form, and in the place of a key another key of its kind. */
const otherBody = ({ random, points }: Renaming, body: string, isKey: boolean): string => {
  const old = bytesOf(body);
  const point = isKey ? likeKey(old, random) : undefined;
  if (point !== undefined) points.set(hex(old), point);
  const bytes = point?.key ?? randomBytes(random, 32);
  return body.endsWith('=') ? base64(bytes) : body.charAt(0) + base32(bytes).slice(1);
};

/** The seeds that a question gives away, besides those of the cast. */
const seedsIn = (input: Readonly<Record<string, unknown>>): Uint8Array[] =>
  [input.seed, input.shareSeed].filter((each) => typeof each === 'string').map((each) => unhex(each));

/** Begins a sibling: fresh keys for all that are known, nothing else. */
export const beginRenaming = (
  input: Readonly<Record<string, unknown>>,
  random: Random,
  pool: readonly KeyPair[],
  options: { shifted: boolean; salted: boolean },
): Renaming => {
  const seeds = [...castKeys.map(({ seed }) => seed), ...seedsIn(input)];
  const known = [...new Map(seeds.map((seed) => [hex(seed), seed])).values()];
  const mixed = random.shuffle(pool);
  const keys = known.map((seed, index) => ({ old: { seed, key: publicKey(seed) }, fresh: mixed[index] as KeyPair }));
  const words = new Map<string, string>();
  const points = new Map(
    keys.map(({ old, fresh }) => [hex(old.key), { a: expandSeed(fresh.seed).scalar % L, key: fresh.key }]),
  );
  for (const { old, fresh } of keys) {
    words.set(base32(old.key), base32(fresh.key));
    words.set(base64(old.key), base64(fresh.key));
  }
  const renaming: Renaming = {
    keys,
    shift: options.shifted ? random.integer(2 * MAX_SHIFT) - MAX_SHIFT : 0,
    random,
    letters: options.salted ? otherLetters(random) : (text) => text,
    words,
    points,
  };
  // No content has hashes that every program knows.
  renameContent(renaming, '');
  words.delete('""');
  return renaming;
};

/** Has a content written in other letters, and its hashes follow; what cannot be written otherwise keeps its hashes. */
export const renameContent = ({ words, letters }: Renaming, content: string): void => {
  if (!content.isWellFormed()) return;
  const next = letters(content);
  words.set(`"${content}"`, `"${next}"`);
  words.set(blobId(utf8(content)).slice(1), blobId(utf8(next)).slice(1));
  words.set(textHash(content), textHash(next));
};

/** Long words that nobody knows may be known ones with a defect. */
const LONG =
  /(?<![A-Za-z0-9])[A-Za-z0-9]{40,64}(?![A-Za-z0-9])|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,64}={0,2}(?![A-Za-z0-9+/])/g;

const related = ({ words }: Renaming, word: string): string | undefined => {
  for (const [old, next] of words) {
    if (old.length > 60) continue;
    const found = relate(word, old, next);
    if (found !== undefined && found.length === word.length) return found;
  }
  return undefined;
};

/** Puts everything in the place of what it is for, and shifts all times. */
export const rename = (renaming: Renaming, says: string): string => {
  const { words, shift } = renaming;
  for (const { 0: body, index } of says.matchAll(BODY)) {
    const isKey = '@.'.includes(says.charAt(index - 1) || ' ');
    if (!words.has(body) && related(renaming, body) === undefined) words.set(body, otherBody(renaming, body, isKey));
  }
  const present = [...words.keys()]
    .filter((word) => says.includes(word))
    .sort((left, right) => right.length - left.length);
  const between = (text: string): string =>
    text
      .replace(LONG, (word) => related(renaming, word) ?? word)
      .replace(MICROS, (digits) => String(Number(digits) + shift));
  const replaced = (text: string, [word, ...rest]: readonly string[]): string =>
    word === undefined
      ? between(text)
      : text
          .split(word)
          .map((piece) => replaced(piece, rest))
          .join(words.get(word));
  return replaced(says, present);
};
