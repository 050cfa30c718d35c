import axe from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser, visit } from './browser.ts';
import { links } from './links.ts';

useBrowser();
const site = inject('site');
const found = await links(site);

describe('Links', () => {
  test('every address and anchor on every page leads somewhere', () => {
    expect(found.broken).toEqual([]);
  });

  test('every page is reached from the first one', () => {
    expect(found.pages.length).toBeGreaterThan(20);
  });
});

describe.each(found.pages)('/%s', (path) => {
  test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (theme) => {
    await visit(path, { theme, width: theme === 'light' ? 1440 : 360 }, async (page) => {
      // Not `addScriptTag`: the page's policy forbids scripts of others, and the debugger may.
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      );
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
      ).toEqual([]);
    });
  });
});
