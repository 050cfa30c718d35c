import { createPrivateKey, sign } from 'node:crypto';
import { hex, signBy } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410 §7). */
const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyOf = remembering<ReturnType<typeof createPrivateKey>>();

/** Lets OpenSSL make the signatures of the forge: Ed25519 leaves a signer no choice, so the bytes are the same. */
export const signByOpenSsl = (): void =>
  signBy((seed, message) => {
    const der = { key: Buffer.concat([PREFIX, seed]), format: 'der', type: 'pkcs8' } as const;
    return new Uint8Array(
      sign(
        null,
        message,
        keyOf(hex(seed), () => createPrivateKey(der)),
      ),
    );
  });
