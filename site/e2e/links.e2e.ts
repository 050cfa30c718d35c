import { describe, expect, inject, test } from 'vitest';
import { links } from './links.ts';
import { pages as built, whenBuilt } from './pages.ts';

await whenBuilt(inject('site'));
const { pages, broken } = await links(inject('site'));

describe('All pages', () => {
  test('every address and anchor on every page leads somewhere', () => {
    expect(broken).toEqual([]);
  });

  test('every page is reached from the first one', () => {
    expect(pages.size).toBeGreaterThan(20);
    expect([...pages.keys()]).toEqual([...built(inject('folder')).keys()]);
  });

  test.each([...pages])(
    '/%s says which scripts and styles it has, and none that stands in it without a known hash',
    (_, page) => {
      expect(page.policies.length).toBe(1);
      for (const kind of ['script', 'style']) {
        const [, allowed] = new RegExp(`${kind}-src ([^;]+)`).exec(page.policies[0] ?? '') ?? [];
        expect(allowed).toMatch(/^'self'/);
        expect(allowed).not.toMatch(/'unsafe-/);
      }
      expect(page.styled).toEqual([]);
    },
  );
});
