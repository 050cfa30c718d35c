import { encodeBase32 } from './bytes/base32.ts';
import { equalBytes } from './bytes/compare.ts';
import type { Document } from './format/document.ts';
import type { Format, Signer, Witness } from './format/format.ts';
import { formatOf, type Protocol } from './protocol/protocol.ts';
import type { Rejected } from './rule/verdict.ts';
import { type Engine, type SyncEngine, seedByteLength, signatureByteLength } from './signature/engine.ts';
import { run, runAsync, type Task } from './signature/task.ts';
import { canonical } from './value/canonical.ts';
import { type JsonObject, type JsonValue, membersOf } from './value/json.ts';
import { rejection, verification } from './verify.ts';

/** What a signer has to know. */
export interface SignOptions<E extends Engine> {
  readonly protocol: Protocol;
  readonly engine: E;
  /** The name of the format to sign. */
  readonly format: string;
  /** The signer's clock, in microseconds since 1970. */
  readonly now: number;
  /** The author's secret key, 32 bytes. */
  readonly seed: Uint8Array;
  /** The share's secret key, 32 bytes, for formats that the share signs too. */
  readonly shareSeed?: Uint8Array | undefined;
}

/** A signed document, as a value and as its canonical text. */
export interface Signed {
  readonly ok: true;
  readonly value: JsonObject;
  readonly text: string;
}

/** The signature of 64 zero bytes: stands in the place of one that is still to be made. */
const placeholder = encodeBase32(new Uint8Array(signatureByteLength));

/**
 * Signs a document, unless a verifier with the same clock would reject it [REC-21] or a secret key is not that of its
 * signer [REC-20]. Signatures that the document has already are replaced.
 * @throws RangeError if the protocol has no such format; TypeError if a secret key is missing.
 */
export function sign(unsigned: JsonValue, options: SignOptions<SyncEngine>): Signed | Rejected {
  return run(signing(unsigned, options), options.engine);
}

/** The same, with an engine that may answer later. */
export function signAsync(unsigned: JsonValue, options: SignOptions<Engine>): Promise<Signed | Rejected> {
  return runAsync(signing(unsigned, options), options.engine);
}

/** Signs, and asks an engine for the public keys and the signatures. */
export function* signing(unsigned: JsonValue, options: Omit<SignOptions<Engine>, 'engine'>): Task<Signed | Rejected> {
  const { protocol } = options;
  const format = formatOf(protocol, options.format);
  const seeds = seedsFor(format, options);
  const draft = withSignatures(unsigned, format, () => placeholder);
  // Every signature will be asked about and be valid, so what is asked is whether the right key makes it.
  const asked: Format = { ...format, asked: format.witnesses };
  const verdict = yield* verification(canonical(draft), asked, options, (witness, document) =>
    checkSeed(witness, document, seeds, protocol),
  );
  if (!verdict.ok && 'code' in verdict && protocol.steps.refuses(verdict)) return verdict;
  const document = format.read(draft);
  const signatures = new Map<string, string>();
  for (const { member, signer, question } of format.witnesses) {
    const { message } = question(document);
    const seed = seeds.get(signer) as Uint8Array;
    signatures.set(member, encodeBase32((yield (engine) => engine.sign(seed, message)) as Uint8Array));
  }
  const value = withSignatures(unsigned, format, (member) => signatures.get(member) as string);
  return { ok: true, value, text: canonical(value) };
}

/** [REC-20] */
function* checkSeed(
  witness: Witness<Document>,
  document: Document,
  seeds: ReadonlyMap<Signer, Uint8Array>,
  { seedRule }: Protocol,
): Task<Rejected | undefined> {
  if (seedRule === undefined) return undefined;
  const seed = seeds.get(witness.signer) as Uint8Array;
  const publicKey = (yield (engine) => engine.publicKey(seed)) as Uint8Array;
  return equalBytes(publicKey, witness.question(document).key) ? undefined : rejection(seedRule, witness.path);
}

/** The secret key of each signer that the format has. */
function seedsFor(
  format: Format,
  { seed, shareSeed }: Pick<SignOptions<Engine>, 'seed' | 'shareSeed'>,
): ReadonlyMap<Signer, Uint8Array> {
  const seeds = new Map<Signer, Uint8Array>();
  for (const { signer } of format.witnesses) {
    const secret = signer === 'author' ? seed : shareSeed;
    if (secret?.length !== seedByteLength) throw new TypeError(`the secret key of the ${signer} must be 32 bytes`);
    seeds.set(signer, secret);
  }
  return seeds;
}

/** The document with all its signatures. What is no object becomes one that has nothing else. */
function withSignatures(unsigned: JsonValue, { witnesses }: Format, signature: (member: string) => string): JsonObject {
  const signed = { ...membersOf(unsigned) };
  for (const { member } of witnesses) signed[member] = signature(member);
  return signed;
}
