import { encodeBase64 } from '../src/bytes/base64.ts';
import type { Statement } from '../src/index.ts';
import { type JsonObject, type JsonValue, type Protocol, sign, type Verdict, verify } from '../src/index.ts';
import { engine, protocol, reckless } from './cast.ts';

const person = (seed: Uint8Array) => ({ seed, id: `@${encodeBase64(engine.publicKey(seed))}.ed25519` });

/** Whose messages other implementations have signed too: the seed is 0, 1, 2, … 31. */
export const suzy = person(Uint8Array.from({ length: 32 }, (_, index) => index));
export const fern = person(new Uint8Array(32).fill(2));

/** When everything in the tests is written, in milliseconds since 1970. */
export const written = 1_700_000_000_000;

/** The first message of Suzy's without its signature, with changes to its members. */
export const first = (changes: JsonObject = {}): JsonObject => ({
  previous: null,
  sequence: 1,
  author: suzy.id,
  timestamp: written,
  hash: 'sha256',
  content: { type: 'post', text: 'hi' },
  ...changes,
});

/** What verifying depends on here. No clock has a say. */
export const circumstances = { protocol, engine, format: 'ssb-classic', now: 0 };

/** Signs a message as the reckless do, valid or not. */
export function signed(unsigned: JsonValue, hmac?: Uint8Array): string {
  const result = sign(unsigned, { ...circumstances, protocol: reckless, seed: suzy.seed, hmac });
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

export const judge = (text: string | Uint8Array, by: Protocol = protocol): Verdict<Statement> =>
  verify(text, { ...circumstances, protocol: by });

/** The id of a message that has to be valid. */
export function idOf(text: string | Uint8Array, hmac?: Uint8Array): string {
  const verdict = verify(text, { ...circumstances, hmac });
  if (!verdict.ok) throw new Error(JSON.stringify(verdict));
  return verdict.record.id;
}
