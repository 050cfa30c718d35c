import { equalBytes } from './bytes/compare.ts';
import type { Format, Signer } from './format/format.ts';
import type { Statement } from './format/statement.ts';
import { formatOf } from './protocol/protocol.ts';
import { isRejected, type Rejected } from './rule/verdict.ts';
import { type Engine, type SyncEngine, seedByteLength, signatureByteLength } from './signature/engine.ts';
import { run, runAsync, type Task } from './signature/task.ts';
import { type JsonObject, type JsonValue, membersOf } from './value/json.ts';
import { type CheckWitness, type Circumstances, rejection, type VerifyOptions, verification } from './verify.ts';

/** The secret keys of a signer. */
export interface Seeds {
  /** The author's secret key, 32 bytes. */
  readonly seed: Uint8Array;
  /** The share's secret key, 32 bytes, for formats that the share signs too. */
  readonly shareSeed?: Uint8Array | undefined;
}

/** What a signer has to know: what a verifier has, and the secret keys. */
export interface SignOptions<E extends Engine> extends VerifyOptions<E>, Seeds {}

/** A signed document or message, as a value and as the text that travels. */
export interface Signed {
  readonly ok: true;
  readonly value: JsonObject;
  readonly text: string;
}

/** A signature of 64 zero bytes: stands in the place of one that is still to be made. */
const placeholder = new Uint8Array(signatureByteLength);

/**
 * Signs a document or a message, unless a verifier with the same clock would reject it by itself [REC-21] or a secret key
 * is not that of its signer [REC-20]. Signatures that it has already are replaced.
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
export function signing(unsigned: JsonValue, options: Omit<SignOptions<Engine>, 'engine'>): Task<Signed | Rejected> {
  const format = formatOf(options.protocol, options.format);
  return sealing(unsigned, format, options, function* (draft, asked, checkWitness) {
    const verdict = yield* verification(format.write(draft), asked, options, checkWitness);
    return isRejected(verdict) && options.protocol.steps.refuses(verdict) ? verdict : undefined;
  });
}

/** Says why something must not be signed, given with placeholders for its signatures. */
export type Objection<S extends Statement> = (
  draft: JsonObject,
  format: Format<S>,
  checkWitness: CheckWitness<S>,
) => Task<Rejected | undefined>;

/** Makes the signatures of what is not refused. */
export function* sealing<S extends Statement>(
  unsigned: JsonValue,
  format: Format<S>,
  options: Circumstances & Seeds,
  objection: Objection<S>,
): Task<Signed | Rejected> {
  const seeds = seedsFor(format, options);
  const draft = withSignatures(unsigned, format, () => placeholder);
  // Every signature will be asked about and be valid, so what is asked is whether the right key makes it.
  const asked: Format<S> = { ...format, asked: format.witnesses };
  const refused = yield* objection(draft, asked, checkSeeds(seeds));
  if (refused !== undefined) return refused;
  const statement = format.read(draft);
  const signatures = new Map<string, Uint8Array>();
  for (const { member, signer, question } of format.witnesses) {
    const { message } = question(statement, options);
    const seed = seeds.get(signer) as Uint8Array;
    signatures.set(member, (yield (engine) => engine.sign(seed, message)) as Uint8Array);
  }
  const value = withSignatures(unsigned, format, (member) => signatures.get(member) as Uint8Array);
  return { ok: true, value, text: format.write(value) };
}

/** [REC-20] */
const checkSeeds = <S extends Statement>(seeds: ReadonlyMap<Signer, Uint8Array>): CheckWitness<S> =>
  function* (witness, statement, circumstances) {
    const { seedRule } = circumstances.protocol;
    if (seedRule === undefined) return undefined;
    const seed = seeds.get(witness.signer) as Uint8Array;
    const publicKey = (yield (engine) => engine.publicKey(seed)) as Uint8Array;
    const { key } = witness.question(statement, circumstances);
    return equalBytes(publicKey, key) ? undefined : rejection(seedRule, witness.path);
  };

/** The secret key of each signer that the format has. */
function seedsFor<S extends Statement>(format: Format<S>, { seed, shareSeed }: Seeds): ReadonlyMap<Signer, Uint8Array> {
  const seeds = new Map<Signer, Uint8Array>();
  for (const { signer } of format.witnesses) {
    const secret = signer === 'author' ? seed : shareSeed;
    if (secret?.length !== seedByteLength) throw new TypeError(`the secret key of the ${signer} must be 32 bytes`);
    seeds.set(signer, secret);
  }
  return seeds;
}

/** The same with all its signatures, behind its other members. What is no object becomes one that has nothing else. */
function withSignatures<S extends Statement>(
  unsigned: JsonValue,
  { witnesses }: Format<S>,
  signature: (member: string) => Uint8Array,
): JsonObject {
  const signed = { ...membersOf(unsigned) };
  for (const { member, encode } of witnesses) {
    // Deleted first, so that one which is replaced goes to the end too.
    delete signed[member];
    signed[member] = encode(signature(member));
  }
  return signed;
}
