import { expect, test } from 'vitest';
import { earlyScripts } from '../build/early-scripts.ts';

const modules = new Map([
  ['tool.1.js', 'import{a}from"./part.2.js";import"./side.3.js";const later=()=>import("./later.4.js")'],
  ['part.2.js', 'import{b}from"./side.3.js"'],
  ['side.3.js', 'import{readFile}from"node:fs"'],
  ['later.4.js', ''],
  ['seen.5.js', ''],
]);
const links = (html: string) =>
  [...earlyScripts(html, (name) => modules.get(name)).matchAll(/<link rel="modulepreload" href="([^"]*)">/g)].map(
    ([, href]) => href,
  );

test('what a page runs first is asked for in its head with all that it imports, each once', () => {
  const island = '<astro-island component-url="../_astro/tool.1.js" renderer-url="../_astro/part.2.js" client="load">';
  const all = ['../_astro/tool.1.js', '../_astro/part.2.js', '../_astro/side.3.js'];
  expect(links(`<head></head><body>${island}</astro-island>`)).toEqual(all);
  expect(links('<head></head><body><script type="module" src="../_astro/tool.1.js"></script>')).toEqual(all);
});

test('what waits to be seen, is no module or is not of this site is not', () => {
  const waits = '<astro-island component-url="../_astro/seen.5.js" client="visible"></astro-island>';
  expect(links(`<head></head><body>${waits}<script src="./seen.5.js"></script>`)).toEqual([]);
  expect(links('<head></head><body><script type="module" src="./unknown.js"></script>')).toEqual([]);
});
