import { cast, castKeys } from '../src/forge/cast.ts';

/** What `keys.json` says: all secrets of the examples. */
export const makeKeys = () => ({
  title: 'The keys of the examples',
  description:
    'Published secrets: nothing that they sign means anything. The key named development signs the manifest, which proves its form and not its origin.',
  keys: castKeys.map(({ name, seedHex, keyHex, keyId, earthstarAddress }) => ({
    name,
    seedHex,
    keyHex,
    keyId,
    earthstarAddress,
  })),
  spaces: cast.spaces,
});
