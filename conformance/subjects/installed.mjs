/** What is really installed beside an adapter. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The version of the package `name` in the `node_modules` beside the module `from` (its `import.meta.url`). */
export const installedVersion = (name, from) => {
  const file = new URL(`node_modules/${name}/package.json`, from);
  return JSON.parse(readFileSync(file, 'utf8')).version.replace(/^v/, '');
};

/**
 * Throws where the native part of `name` has not been loaded, for example because a library fell back to JavaScript.
 * A verdict about libsodium must not come from something else.
 */
export const requireNative = (name, from) => {
  const loaded = Object.keys(createRequire(from).cache);
  if (!loaded.some((file) => file.endsWith('.node') && file.includes(`node_modules/${name}/`)))
    throw new Error(`${name} is not loaded: this machine has no prebuilt binary of it`);
};
