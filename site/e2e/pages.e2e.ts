import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { links } from './links.ts';
import { look } from './look.ts';

useBrowser();
const found = await links(inject('site'));

/** Pages for doing something; all others are for reading. */
const TOOLS = ['inspector/', 'run/', 'vectors/', 'results/'];
const SCRIPT_BYTES = 60_000;
const SHIFT = 0.01;

describe('Links', () => {
  test('every address and anchor on every page leads somewhere', () => {
    expect(found.broken).toEqual([]);
  });

  test('every page is reached from the first one', () => {
    expect(found.pages.length).toBeGreaterThan(20);
  });
});

describe.concurrent('Narrow and wide, light and dark', () => {
  test.for(found.pages)('/%s stands still, is clean and stays small', async (path, { expect }) => {
    const { violations, shift, overflow, scripts, policies } = await look(path);
    expect.soft(violations, 'faults that axe finds').toEqual([]);
    expect.soft(Math.max(shift[360], shift[1440]), `moved layout: ${JSON.stringify(shift)}`).toBeLessThan(SHIFT);
    expect.soft(overflow, 'pixels beyond a wide window').toBe(0);
    expect.soft(policies.length, 'policies').toBe(1);
    expect.soft(/script-src ([^;]+)/.exec(policies[0] ?? '')?.[1], 'scripts that may run').not.toMatch(/'unsafe-/);
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
