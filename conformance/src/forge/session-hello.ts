import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base32, unbase32 } from './base32.ts';
import { concat, utf8 } from './bytes.ts';
import { canonical, type Json } from './canonical.ts';
import { parseId } from './identifiers.ts';
import { isFilter, type Query } from './query-rules.ts';
import { demand, type Role, type SentMessage, type Session, type SessionOptions } from './session-model.ts';
import { verifySignature } from './signature.ts';
import type { SyncMessage } from './sync-message.ts';

const otherRole = (role: Role): Role => (role === 'caller' ? 'answerer' : 'caller');
const roleByte = (role: Role): Uint8Array => Uint8Array.of(role === 'caller' ? 0 : 1);

/** SHA-256 of both `hello`, that of the caller first. */
export const transcriptOf = (caller: Json, answerer: Json): Uint8Array =>
  sha256(concat(utf8(canonical(caller)), utf8(canonical(answerer))));

/** What `auth` signs. */
export const authText = (transcript: Uint8Array, sender: Role): string =>
  `rockpool:auth:1:${base32(sha256(concat(transcript, roleByte(sender))))}`;

/** What `open` says of the space. */
export const spaceDigest = (space: string, transcript: Uint8Array, sender: Role): string =>
  base32(hmac(sha256, utf8(space), concat(utf8('rockpool:spaces:1:'), transcript, roleByte(sender))));

export const helloOf = ({ role, nonce, key, address }: SessionOptions): SentMessage => ({
  type: 'hello',
  version: 1,
  nonce: base32(nonce),
  ...(key === undefined ? {} : { key }),
  ...(address === undefined || role === 'answerer' ? {} : { address }),
});

const authOf = ({ key, transcript, role }: Session): SentMessage[] =>
  key === undefined ? [] : [{ type: 'auth', key, signs: authText(transcript, role) }];

const openOf = (session: Session, now: number): SentMessage => {
  const { model, transcript, role, says } = session;
  session.ownNow = now;
  session.clock = now;
  return { type: 'open', space: spaceDigest(model.space, transcript, role), now, ...says };
};

/** Takes the `hello` of the partner [SYN-7] [SYN-10]. */
export const receiveHello = (session: Session, message: SyncMessage, now: number): SentMessage[] => {
  const { role, address } = session;
  demand(session, 'SYN-7', 'version-unsupported', message.version === 1);
  const isMeant = role === 'caller' || address === undefined || (message.address ?? address) === address;
  demand(session, 'SYN-10', 'address-foreign', isMeant);
  const own = helloOf(session);
  session.partnerHello = message;
  session.transcript = role === 'caller' ? transcriptOf(own as Json, message) : transcriptOf(message, own as Json);
  session.awaiting = message.key === undefined ? 'open' : 'auth';
  return role === 'caller' ? [...authOf(session), openOf(session, now)] : [own, ...authOf(session)];
};

/** Takes the `auth` of the partner [SYN-11]. */
export const receiveAuth = (session: Session, { signature }: SyncMessage): SentMessage[] => {
  const key = parseId(String(session.partnerHello?.key))?.bytes ?? new Uint8Array();
  const text = utf8(authText(session.transcript, otherRole(session.role)));
  demand(session, 'SYN-11', 'auth-invalid', verifySignature(key, text, unbase32(String(signature))));
  session.awaiting = 'open';
  return [];
};

/** How far two clocks may be apart, and how far a timestamp may be ahead of the earlier one, in microseconds. */
const APART = 600_000_000;

/** Takes the `open` of the partner [SYN-12] [SYN-13] [SYN-27]; the answerer answers with its own. */
export const receiveOpen = (session: Session, message: SyncMessage, now: number): SentMessage[] => {
  const { role, model, transcript, says } = session;
  const digest = spaceDigest(model.space, transcript, otherRole(role));
  demand(session, 'SYN-12', 'space-unknown', message.space === digest);
  demand(session, 'SYN-13', 'clock-apart', Math.abs(Number(message.now) - now) <= APART);
  const filter = (message.filter ?? {}) as Query;
  demand(session, 'SYN-27', 'query-shape', isFilter(filter));
  const answer = role === 'caller' ? [] : [openOf(session, now)];
  session.view = {
    transcript,
    lift: message.lift === 1 || says.lift === 1 ? 1 : 0,
    asOf: Math.max(Number(message.now), session.ownNow),
    newest: Math.min(Number(message.now), session.ownNow) + APART,
    filters: [filter, (says.filter ?? {}) as Query],
  };
  session.isLive = message.live === true && says.live === true;
  session.partnerIsSparse = message.sparse === true;
  session.awaiting = 'pass';
  return answer;
};
