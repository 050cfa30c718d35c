import { sha256 } from '@noble/hashes/sha2.js';
import type { FormatName, OperationName, ProfileName } from '@rockpool/schemas';
import type { Question } from '../checks/check.ts';
import { hex, type JsonObject, unhex } from '../forge/index.ts';
import { messageOf, placesOf } from '../forge/signing.ts';
import { OPERATIONS_OF, PROFILES, SIGNED_MEMBER } from '../protocol/operations.ts';

/** The profiles in which something is signed. */
export const SIGNING_PROFILES: readonly ProfileName[] = PROFILES.filter((profile) =>
  OPERATIONS_OF[profile].some((operation) => operation in SIGNED_MEMBER),
);

/** The rule that is watched in all signatures of a run. */
export const NONCE_RULE = 'SIG-8';

/** The check that stands for SIG-8 in a profile; it asks nothing by itself. */
export const nonceCheck = (profile: ProfileName): { id: string; requirements: string[]; profile: ProfileName } => ({
  id: `signing/one-nonce-${profile}`,
  requirements: [NONCE_RULE],
  profile,
});

type Asked = Pick<Question, 'operation' | 'input'>;

/** Two questions that a subject answered with one R and one key. */
export type Repeated = { operation: OperationName; questions: [Asked, Asked]; r: string };

/** What a run saw of signatures in one profile; `comparable`: that some key signed two messages. */
export type NonceFinding = { comparable: boolean; repeated?: Repeated };

export type Nonces = {
  /** Looks at what a subject signed; anything else is passed over. */
  note(profile: ProfileName, question: Question, ok: Readonly<Record<string, unknown>> | undefined): void;
  finding(profile: ProfileName): NonceFinding;
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Made = { key: string; r: string; message: string };

/** The signatures of a record, by their keys, first halves and digests of messages, in hexadecimal. */
const madeIn = (format: FormatName, record: JsonObject, hmac: Uint8Array | undefined): Made[] =>
  placesOf(format).flatMap((place) => {
    const [key, signature] = [place.signer(record), place.read(String(record[place.member]))];
    const message = messageOf(format, record, hmac);
    if (key === undefined || signature === undefined || message === undefined) return [];
    return [{ key: hex(key), r: hex(signature.subarray(0, 32)), message: hex(sha256(message)) }];
  });

/** Remembers with what a subject signed [SIG-8]. */
export const openNonces = (): Nonces => {
  const findings = new Map<ProfileName, NonceFinding>();
  const signers = new Map<string, string>();
  const seen = new Map<string, { message: string; question: Asked }>();
  return {
    note: (profile, { operation, input }, ok) => {
      const record = ok?.[SIGNED_MEMBER[operation] ?? ''];
      if (!isObject(record)) return;
      const hmac = input.hmac === undefined ? undefined : unhex(String(input.hmac));
      for (const { key, r, message } of madeIn(input.format as FormatName, record, hmac)) {
        const signer = `${profile} ${key}`;
        const first = signers.get(signer) ?? message;
        signers.set(signer, first);
        const before = seen.get(`${signer} ${r}`);
        if (before === undefined) seen.set(`${signer} ${r}`, { message, question: { operation, input } });
        const found = findings.get(profile) ?? { comparable: false };
        if (found.repeated !== undefined) return;
        findings.set(profile, {
          comparable: found.comparable || first !== message,
          ...(before === undefined || before.message === message
            ? {}
            : { repeated: { operation, r, questions: [before.question, { operation, input }] } }),
        });
      }
    },
    finding: (profile) => findings.get(profile) ?? { comparable: false },
  };
};
