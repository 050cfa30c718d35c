import { describe, expect, inject, test } from 'vitest';
import type { Name } from '../src/search/names.ts';
import { links } from './links.ts';
import { pages as built, whenBuilt } from './pages.ts';

await whenBuilt(inject('site'));
const { pages, broken } = await links(inject('site'));

describe('All pages', () => {
  test('every address and anchor on every page leads somewhere', () => {
    expect(broken).toEqual([]);
  });

  test('every name that the search knows has a place', async () => {
    const site = inject('site');
    const names = (await (await fetch(new URL('data/names.json', site))).json()) as Name[];
    expect(names.length).toBeGreaterThan(500);
    const lost = names.filter(({ address }) => {
      const [path = '', id] = address.split('#');
      const page = pages.get(path);
      return page === undefined || (id !== undefined && !id.includes('=') && !page.ids.has(id));
    });
    expect(lost).toEqual([]);
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
