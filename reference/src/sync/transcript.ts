import { encodeBase32FromHex } from '../bytes/base32.ts';
import { decodeHex } from '../bytes/hex.ts';
import { hmacSha256 } from '../bytes/hmac-sha256.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { canonical } from '../value/canonical.ts';
import type { JsonObject } from '../value/json.ts';
import type { Role } from './session-types.ts';

const authContext = 'rockpool:auth:1:';
const spacesContext = encodeUtf8('rockpool:spaces:1:');

const roleHex: Readonly<Record<Role, string>> = { caller: '00', answerer: '01' };

/** SHA-256 of the two `hello`, as 64 digits of hexadecimal. */
export const transcriptOf = (callers: JsonObject, answerers: JsonObject, sha256: Sha256): string =>
  sha256(canonical(callers) + canonical(answerers));

/** [SYN-11] The text that a peer of this role signs. */
export const authMessage = (transcript: string, role: Role, sha256: Sha256): Uint8Array =>
  encodeUtf8(authContext + encodeBase32FromHex(sha256(decodeHex(transcript + roleHex[role]))));

/** [SYN-12] What a peer of this role says in the place of the identifier of a space. */
export function spaceDigest(space: string, transcript: string, role: Role, sha256: Sha256): string {
  const salt = decodeHex(transcript + roleHex[role]);
  const data = new Uint8Array(spacesContext.length + salt.length);
  data.set(spacesContext);
  data.set(salt, spacesContext.length);
  return encodeBase32FromHex(hmacSha256(encodeUtf8(space), data, sha256));
}
