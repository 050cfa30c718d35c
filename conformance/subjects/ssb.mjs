/** From the judge's questions to the arguments of the Scuttlebutt packages, and back. */
import { refusal } from './serve.mjs';

/** The hmac key as all of them take it: base64, or null for none. */
export const hmacKey = (hmac) => (hmac === undefined ? null : Buffer.from(hmac, 'hex').toString('base64'));

/** The keys of a seed, as the package `ssb-keys` makes them. */
export const keysOfSeed = (ssbKeys, seed) => ssbKeys.generate('ed25519', Buffer.from(seed, 'hex'));

/** The message before those that are asked about, or null. */
export const lastOf = (before) => before.at(-1)?.value ?? null;

/** The refusal that a package's error means. Behind the first line some of them put the whole message, which the judge has. */
export const refused = ({ message }) => refusal('package-refused', message.split('\n', 1)[0]);

/** The first argument of a callback as a refusal, the second as an answer. What is thrown instead is left to be an error. */
export const called = (call, toOk) =>
  new Promise((resolve, reject) => {
    call((error, value) => {
      if (!error) resolve({ ok: toOk(value) });
      else if (error instanceof Error) resolve(refused(error));
      else reject(new Error(`neither nothing nor an error: ${error}`));
    });
  });
