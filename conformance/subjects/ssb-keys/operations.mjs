/** The operation of the package `ssb-keys` 8 that this suite asks about, whichever cryptography it has been given. */
import { installedVersion } from '../installed.mjs';
import { serve } from '../serve.mjs';
import { hmacKey, keysOfSeed } from '../ssb.mjs';

/** Serves the package with the cryptography that `../chloride.mjs` gives. */
export const serveSsbKeys = ({ require, crypto }, from) => {
  const ssbKeys = require('ssb-keys');
  const sign = ({ seed, hmac, unsigned }) => ({
    ok: { record: ssbKeys.signObj(keysOfSeed(ssbKeys, seed), hmacKey(hmac), unsigned) },
  });
  return serve(
    {
      implementation: {
        name: 'ssb-keys',
        version: `${installedVersion('ssb-keys', from)}+${crypto}`,
        language: 'JavaScript',
        homepage: 'https://github.com/ssbc/ssb-keys',
      },
      profiles: ['ssb-signer'],
      deterministic: true,
      window: 16,
    },
    { 'record.sign': { traits: {}, answer: sign } },
  );
};
