import type { Plugin } from 'vite';

/** Modules whose default export is computed in Node while the site is built: `make` by the name of the module. */
export const madeModules = (make: Readonly<Record<string, () => unknown>>): Plugin => ({
  name: 'rockpool-made-modules',
  resolveId: (id) => (Object.hasOwn(make, id) ? `\0${id}` : undefined),
  async load(id) {
    const value = id.startsWith('\0') ? make[id.slice(1)] : undefined;
    return value === undefined ? undefined : `export default ${JSON.stringify(await value())}`;
  },
});
