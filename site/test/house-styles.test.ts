import { describe, expect, test } from 'vitest';
import { earlySheets } from '../build/early-sheets.ts';
import { followLifted, liftedCss, liftStyles } from '../build/lift-styles.ts';
import { standAlone } from '../build/stand-alone.ts';
import { systemTheme } from '../build/system-theme.ts';

describe('Styles of attributes', () => {
  test('become classes beside those that are there', () => {
    const lifted = new Map<string, string>();
    const html = liftStyles(
      '<p style="--a: 1;">x</p><p style="--a: 1;" class="b">y</p><i class="c" style="d:e">z</i>',
      lifted,
    );
    const [one, two] = [lifted.get('--a: 1;'), lifted.get('d:e')];
    expect(html).toBe(`<p class="${one}">x</p><p class="b ${one}">y</p><i class="c ${two}">z</i>`);
    expect(liftedCss(lifted).split('\n').sort()).toEqual(['', `.${one}{--a: 1}`, `.${two}{d:e}`].sort());
  });

  test('leave templates too, and text that looks like one stays', () => {
    const lifted = new Map<string, string>();
    const html = liftStyles('<template><b style="a:b"></b></template><p>style="a:b"</p>', lifted);
    expect(html).toBe(`<template><b class="${lifted.get('a:b')}"></b></template><p>style="a:b"</p>`);
  });

  test('are found by their class where a sheet asked for the attribute', () => {
    const lifted = new Map<string, string>();
    const [, name = ''] = /class="(.+)"/.exec(liftStyles('<i style="--0:#fff">x</i>', lifted)) ?? [];
    const css = followLifted("a :where(span[style^='--']:not([class])),b{c:d}");
    const [, begin = 'none'] = /class\^="(.+?)"/.exec(css) ?? [];
    expect(css).toBe(`a :where(span[class^="${begin}"]),b{c:d}`);
    expect(name.startsWith(begin)).toBe(true);
    expect(() => followLifted('a{b:c}i[style="d"]{e:f}')).toThrow('i[style="d"]');
  });

  test('have one sheet, whichever page comes first', () => {
    const [a, b] = ['<p style="a:b">', '<p style="c:d">'];
    const sheet = (...pages: string[]): string => {
      const lifted = new Map<string, string>();
      for (const page of pages) liftStyles(page, lifted);
      return liftedCss(lifted);
    };
    expect(sheet(a, b)).toBe(sheet(b, a));
  });
});

describe('A page that stands alone', () => {
  test('loses the scripts that it would load, and keeps those that stand in it', () => {
    const html =
      '<link rel="icon" href="data:,"><script type="module" src="./_astro/page.js"></script><script>a()</script>';
    expect(standAlone(html)).toBe('<link rel="icon" href="data:,"><script>a()</script>');
  });

  test('may load nothing else', () => {
    expect(() => standAlone('<link rel="stylesheet" href="./a.css">')).toThrow('stands alone');
    expect(() => standAlone('<img src="a.png">')).toThrow('stands alone');
  });
});

describe('The theme', () => {
  test('is not said before a script has chosen', () => {
    expect(systemTheme('<!DOCTYPE html><html lang="en" data-theme="dark" data-has-toc><p data-theme="dark">')).toBe(
      '<!DOCTYPE html><html lang="en" data-has-toc><p data-theme="dark">',
    );
  });
});

test('A sheet that the body asks for is asked for in the head, once', () => {
  const [one, two] = ['<link rel="stylesheet" href="a.css">', '<link rel="stylesheet" href="b.css">'];
  const html = `<head>${one}</head><body>x${two}y${two}z${one}</body>`;
  expect(earlySheets(html)).toBe(`<head>${one}${two}</head><body>xyz</body>`);
});
