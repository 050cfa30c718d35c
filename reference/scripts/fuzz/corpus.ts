import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text to begin with, and what it is asked with. */
export interface Sample {
  readonly text: string;
  /** The receiver's clock, in microseconds since 1970. */
  readonly now: number;
  /** The hmac key of classic messages, 32 bytes. */
  readonly hmac?: Uint8Array;
}

export interface Corpus {
  /** Texts that are accepted, or were made to be. */
  readonly valid: readonly Sample[];
  /** Texts with one fault. */
  readonly faulty: readonly Sample[];
  /** Texts so long that they would slow everything down if they came often. */
  readonly long: readonly Sample[];
}

/** A secret key that is published with the vectors. */
export interface PublishedKey {
  readonly seed: Uint8Array;
  /** What names the key inside an identifier: its bytes in base32 and in base64. */
  readonly names: readonly string[];
}

/** In characters. */
const LONG = 8_192;

const FOLDER = join(import.meta.dirname, '../../../vectors/v1');

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

const readVectors = (name: string): Json => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

/** The texts of the vectors, by the format that they are asked as. */
export function readCorpora(): Map<string, Corpus> {
  const corpora = new Map<string, { valid: Sample[]; faulty: Sample[]; long: Sample[] }>();
  const add = (input: Json, outer: Json, accepted: boolean): void => {
    const { text, format, now, hmac } = { ...outer, ...input };
    if (typeof text === 'string' && typeof format === 'string' && typeof now === 'number') {
      const corpus = corpora.get(format) ?? { valid: [], faulty: [], long: [] };
      corpora.set(format, corpus);
      const sample = { text, now, ...(typeof hmac === 'string' && { hmac: fromHex(hmac) }) };
      corpus[text.length > LONG ? 'long' : accepted ? 'valid' : 'faulty'].push(sample);
    }
    for (const part of Object.values(input).flat()) if (isJson(part)) add(part, { ...outer, ...input }, accepted);
  };
  for (const name of readdirSync(FOLDER)) {
    const { cases } = readVectors(name);
    if (!Array.isArray(cases)) continue;
    for (const { input, expect } of cases) add(input, {}, !('reject' in expect));
  }
  return corpora;
}

export const readKeys = (): PublishedKey[] =>
  (readVectors('keys.json').keys as Record<'seedHex' | 'keyHex' | 'keyId', string>[]).map(
    ({ seedHex, keyHex, keyId }) => ({
      seed: fromHex(seedHex),
      names: [keyId.slice(1), Buffer.from(keyHex, 'hex').toString('base64')],
    }),
  );
