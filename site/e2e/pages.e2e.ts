import { describe, inject, test } from 'vitest';
import { useBrowser, visit } from './browser.ts';
import { extremes } from './kinds.ts';
import { look } from './look.ts';
import { pages, whenBuilt } from './pages.ts';

useBrowser();
await whenBuilt(inject('site'));
const sizes = pages(inject('folder'));
const looked = extremes(sizes);

/** Pages for doing something; all others are for reading. */
const TOOLS = ['playground/', 'playground/peer/', 'inspector/', 'run/', 'vectors/', 'results/'];
const SCRIPT_BYTES = 60_000;
const SHIFT = 0.01;
/** In pixels: the left edge of the text of every page, in a wide window. */
const EDGE = 320;

describe.concurrent('Of each kind the smallest page and the largest, narrow and wide, light and dark', () => {
  test.for(looked)('/%s stands still, is clean and stays small', async (path, { expect }) => {
    const { violations, shift, moved, overflow, begins, scripts } = await look(path);
    expect.soft(violations, 'faults that axe finds').toEqual([]);
    expect
      .soft(Math.max(shift[360], shift[1440]), `moved layout: ${JSON.stringify(shift)}\n${moved.join('\n')}`)
      .toBeLessThan(SHIFT);
    expect.soft(overflow, 'pixels beyond a wide window').toBe(0);
    expect.soft(begins, 'where title and search begin').toEqual({ title: EDGE, search: EDGE });
    if (TOOLS.includes(path)) return;
    const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    expect
      .soft(
        bytes,
        `gzipped bytes of ${[...scripts].map(([url, size]) => `${size} ${url.split('/').at(-1)}`).join(', ')}`,
      )
      .toBeLessThanOrEqual(SCRIPT_BYTES);
  });
});

describe.concurrent('All others', () => {
  test.for([...sizes.keys()].filter((path) => !looked.includes(path)))(
    '/%s is no wider than a narrow window, and nothing goes wrong on it',
    (path) => visit(path, { width: 360, theme: 'dark', cache: true }, async () => {}),
  );
});
