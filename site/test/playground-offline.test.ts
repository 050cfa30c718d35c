import { expect, test } from 'vitest';
import { reachable } from '../build/keep-offline.ts';

test('what is kept is what a page names, and what that names, each once', () => {
  const files = new Map([
    ['../_astro/page.1a.js', 'import "./part.2b.js"; import("./later.3c.js")'],
    ['../_astro/part.2b.js', 'import "./page.1a.js"'],
    ['../_astro/later.3c.js', 'new Worker("../tool/_astro/worker-4d.js")'],
    ['_astro/worker-4d.js', ''],
    ['../_astro/other.5e.js', 'import "./part.2b.js"'],
  ]);
  expect(reachable(['<script src="../_astro/page.1a.js">'], files)).toEqual([
    '../_astro/later.3c.js',
    '../_astro/page.1a.js',
    '../_astro/part.2b.js',
    '_astro/worker-4d.js',
  ]);
  expect(reachable(['<p>nothing</p>'], files)).toEqual([]);
});
