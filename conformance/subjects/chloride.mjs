/**
 * Which cryptography the Scuttlebutt packages get. All of them ask `chloride`, which chooses when it is loaded; so one of these comes
 * before the package. Each gives the `require` of the subject and a name for the version, and throws where something else would be used.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { installedVersion, requireNative } from './installed.mjs';

const MAX_MILLISECONDS = 5_000;

/** What chloride takes where it can: libsodium, from the prebuilt binary in sodium-native. */
export const withNative = async (from) => {
  const require = createRequire(from);
  require('chloride');
  requireNative('sodium-native', from);
  return { require, crypto: `sodium-native.${installedVersion('sodium-native', from)}` };
};

/**
 * What chloride takes without the binary: sodium-browserify, which is tweetnacl until libsodium has been loaded as WebAssembly,
 * and libsodium from then on. Returns only then, since answers must not depend on when they are asked for.
 */
export const withWebAssembly = async (from) => {
  process.env.CHLORIDE_JS = '1';
  const require = createRequire(from);
  require('chloride');
  const { events } = require('sodium-browserify');
  await once(events, 'sodium-browserify:wasm loaded', { signal: AbortSignal.timeout(MAX_MILLISECONDS) });
  return { require, crypto: `libsodium-wrappers.${installedVersion('libsodium-wrappers', from)}` };
};

/**
 * `chloride/small`, the variant for programs that must be small: tweetnacl alone, as every one without the binary has it before the
 * WebAssembly is there. Takes the place of `chloride`, as a bundler would put it.
 */
export const withTweetnacl = async (from) => {
  process.env.CHLORIDE_JS = '1';
  const require = createRequire(from);
  const small = require('chloride/small');
  const path = require.resolve('chloride');
  if (require.cache[path]) throw new Error('chloride was loaded before its small variant');
  require.cache[path] = require.cache[require.resolve('chloride/small')];
  if (require('chloride') !== small || Object.keys(require.cache).some((file) => file.includes('libsodium')))
    throw new Error('libsodium is loaded in place of tweetnacl');
  const name = 'sodium-browserify-tweetnacl';
  return { require, crypto: `${name}.${installedVersion(name, from)}` };
};
