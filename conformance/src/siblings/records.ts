import { equalBytes } from '../forge/bytes.ts';
import { noteHolds } from '../forge/curve.ts';
import { type Format, hex, type Json, type JsonObject, sign, unhex, utf8 } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import { idBodyOf, messageOf, type Place, placesOf } from '../forge/signing.ts';
import { relateSignature } from './relate.ts';
import { type KeyPair, type Renaming, rename, renameContent } from './renaming.ts';
import { isAbout, likeSignature } from './signatures.ts';
import { respell } from './units.ts';

type Params = Readonly<Record<string, unknown>>;

/** A text of a question: as it says, or its bytes one to a character. */
export type Given = { format: Format; text: string; bytes: boolean };

const parsed = ({ text, bytes }: Given): Json | undefined => {
  try {
    const read = bytes ? new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))) : text;
    return JSON.parse(read) as Json;
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The contents of a record: inline, and the text of a classic post. */
const contentsOf = (value: Json | undefined): string[] => {
  if (!isObject(value)) return [];
  const { content, text } = value;
  const inner = isObject(content) ? content.text : undefined;
  // The ciphertext of a classic message has a form of its own.
  const inline = ['header', 'format', 'space'].some((name) => name in value) ? content : undefined;
  return [inline, text, inner].filter((each): each is string => typeof each === 'string');
};

/** What a record was made of, to make another one of it. */
type Old = Given & { value: Json | undefined; id: string | undefined };

/** Rewrites the records of one question, each once, those that are named before those that name them. */
export const recordWriter = (
  renaming: Renaming,
  given: readonly Given[],
  hmacs: { old: Uint8Array | undefined; fresh: Uint8Array | undefined },
): ((one: Given) => string) => {
  const olds = given.map((each): Old => {
    const value = parsed(each);
    return { ...each, value, id: idBodyOf(each.format, value) };
  });
  for (const { value } of olds) for (const content of contentsOf(value)) renameContent(renaming, content);
  const done = new Map<string, string>();

  /** Everybody who may have signed, the one who should have first. */
  const signersOf = (key: Uint8Array | undefined): { old: KeyPair; fresh: KeyPair }[] =>
    [...renaming.keys].sort(
      (left, right) =>
        Number(key !== undefined && equalBytes(right.old.key, key)) -
        Number(key !== undefined && equalBytes(left.old.key, key)),
    );

  /** The messages that an old signature may have been made over, each with what is in its place now; its own first. */
  function* messagesFor(old: Old, next: JsonObject): Generator<[Uint8Array, Uint8Array]> {
    const pair = (
      format: Format,
      [before, after]: readonly [JsonObject, JsonObject],
      keyed: boolean,
    ): [Uint8Array, Uint8Array][] => {
      const was = messageOf(format, before, keyed ? hmacs.old : undefined);
      const is = messageOf(format, after, keyed ? hmacs.fresh : undefined);
      return was === undefined || is === undefined ? [] : [[was, is]];
    };
    const own = [old.value as JsonObject, next] as const;
    yield* pair(old.format, own, true);
    if (hmacs.old !== undefined) yield* pair(old.format, own, false);
    for (const other of olds) {
      const text = other.text === old.text ? undefined : done.get(other.text);
      const again = text === undefined ? undefined : parsed({ ...other, text });
      if (isObject(other.value) && isObject(again)) yield* pair(other.format, [other.value, again], true);
    }
  }

  /** A signature that is nobody's by the rules: another of its kind by the key that stands there now. */
  const strangeSignature = (place: Place, signature: string, old: Old, next: JsonObject): string => {
    const [bytes, key] = [place.read(signature), place.signer(old.value as JsonObject)];
    const point = key === undefined ? undefined : renaming.points.get(hex(key));
    // What is in no form of a signature stays what it is.
    if (bytes === undefined || key === undefined || point === undefined) return signature;
    const pairs = [...messagesFor(old, next)];
    const [was, is] = pairs.find(([message]) => isAbout({ key, message, signature: bytes })) ?? pairs[0] ?? [];
    if (was === undefined || is === undefined) return signature;
    const found = likeSignature({ key, message: was, signature: bytes }, point, () => is, renaming.random);
    return found === undefined ? signature : place.write(found.signature);
  };

  const resigned = (place: Place, signature: string, old: Old, next: JsonObject): string => {
    const signers = signersOf(place.signer(old.value as JsonObject));
    for (const [before, now] of messagesFor(old, next)) {
      for (const { old: signer, fresh } of signers) {
        const right = place.write(oldSignature(signer.seed, before));
        if (relateSignature(signature, right, right) === undefined) continue;
        const made = sign(fresh.seed, now);
        noteHolds(fresh.key, now, made);
        const found = relateSignature(signature, right, place.write(made));
        if (found !== undefined) return found;
      }
    }
    return strangeSignature(place, signature, old, next);
  };

  const write = (one: Given): string => {
    const known = done.get(one.text);
    if (known !== undefined) return known;
    const old = olds.find(({ text }) => text === one.text) as Old;
    for (const other of olds) {
      if (other.id === undefined || other.text === one.text || done.has(other.text)) continue;
      if (one.text.includes(other.id)) write(other);
    }
    let text = respell(one.text, (says) => rename(renaming, says));
    if (isObject(old.value)) {
      for (const place of placesOf(one.format)) {
        const [signature, next] = [old.value[place.member], parsed({ ...one, text })];
        if (typeof signature !== 'string' || signature.length < 16 || !isObject(next)) continue;
        const present = String(next[place.member]);
        const replaced = resigned(place, signature, old, next);
        if (replaced.length === present.length) text = respell(text, (says) => says.replaceAll(present, replaced));
      }
      const [id, next] = [old.id, idBodyOf(one.format, parsed({ ...one, text }))];
      if (id !== undefined && next !== undefined) renaming.words.set(id, next);
    }
    done.set(one.text, text);
    return text;
  };
  return write;
};

const signed = remembering<Uint8Array>();

/** Many checks are about one record. */
const oldSignature = (seed: Uint8Array, message: Uint8Array): Uint8Array =>
  signed(`${hex(seed)} ${hex(message)}`, () => sign(seed, message));

const latin = (bytes: Uint8Array): string => [...bytes].map((byte) => String.fromCharCode(byte)).join('');

/** A text of params as it is rewritten. */
export const givenOf = (params: Params, format: Format): Given | undefined => {
  if (typeof params.text === 'string') return { format, text: params.text, bytes: false };
  return typeof params.bytes === 'string' ? { format, text: latin(unhex(params.bytes)), bytes: true } : undefined;
};

export const written = ({ bytes }: Given, text: string): Params =>
  bytes ? { bytes: hex(Uint8Array.from(text, (letter) => letter.charCodeAt(0))) } : { text };

export const jsonGiven = (value: unknown, format: Format): Given => ({
  format,
  text: new TextDecoder().decode(utf8(JSON.stringify(value))),
  bytes: false,
});
