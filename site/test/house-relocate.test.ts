import { describe, expect, test } from 'vitest';
import { relocateCss, relocateHtml, relocateScript } from '../build/relocate.ts';

const at = (path: string) => ({ base: '/__base__/', path });

describe('Pages', () => {
  test('addresses in attributes become relative to the page', () => {
    const html = '<a href="/__base__/spec/x/#y">x</a><img src="/__base__/i.svg">';
    expect(relocateHtml(html, at('guide/a/index.html'))).toBe('<a href="../../spec/x/#y">x</a><img src="../../i.svg">');
    expect(relocateHtml(html, at('index.html'))).toBe('<a href="./spec/x/#y">x</a><img src="./i.svg">');
  });

  test('what islands are given moves with the page', () => {
    const html = '<astro-island props="{&quot;base&quot;:[0,&quot;/__base__/&quot;]}"></astro-island>';
    expect(relocateHtml(html, at('a/index.html'))).toContain('&quot;../&quot;');
  });

  test('text stays as it is, also where it looks like an address', () => {
    const html = '<p>/__base__/x</p>';
    expect(relocateHtml(html, at('index.html'))).toBe(html);
  });

  test('the content of a template counts', () => {
    expect(relocateHtml('<template><a href="/__base__/x/"></a></template>', at('b/index.html'))).toContain('"../x/"');
  });
});

describe('Styles', () => {
  test('addresses become relative to the file', () => {
    expect(relocateCss('a{background:url(/__base__/i.svg)}', at('_astro/a.css'))).toBe('a{background:url(../i.svg)}');
  });
});

describe('Scripts', () => {
  test('a literal becomes an address computed from the module', () => {
    expect(relocateScript('f("/__base__/pagefind/")', at('_astro/a.js'))).toBe(
      'f((new URL("../pagefind/",import.meta.url).href))',
    );
    expect(relocateScript('const b=`/__base__/`', at('a.js'))).toBe('const b=(new URL("./",import.meta.url).href)');
  });

  test('an address that is put together from pieces is left over', () => {
    const script = '`/__base__/$' + '{x}`';
    expect(relocateScript(script, at('a.js'))).toContain('/__base__/');
  });
});
