import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addPolicy } from '../build/policy.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const scriptsOf = (html: string): string => /script-src ([^;]+)/.exec(html)?.[1] ?? '';

describe('The policy of a page', () => {
  test('stands before everything else in the head', () => {
    expect(addPolicy('<html><head><title>x</title></head></html>')).toMatch(/<head><meta http-equiv="content-security/);
  });

  test('names the hash of each script that stands in the page, once', () => {
    const html = '<head></head><script>a()</script><script type="module">b()</script><script>a()</script>';
    const scripts = scriptsOf(addPolicy(html));
    expect(scripts).toContain(hashOf('a()'));
    expect(scripts).toContain(hashOf('b()'));
    expect(scripts.split(' ').length).toBe(4);
  });

  test('leaves out what is loaded and what is data', () => {
    const html = '<head></head><script src="x.js"></script><script type="application/json">{}</script>';
    expect(scriptsOf(addPolicy(html))).toBe("'self' 'wasm-unsafe-eval'");
  });

  test('names the hash of each style that stands in the page', () => {
    const html = addPolicy('<head><style>a{}</style></head><style>b{}</style>');
    expect(/style-src ([^;]+)/.exec(html)?.[1]).toBe(`'self' ${hashOf('a{}')} ${hashOf('b{}')}`);
  });

  test('allows no other origin, and nothing that stands in the page without a hash', () => {
    const html = addPolicy('<head></head>');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("connect-src 'self'");
    expect(html).not.toContain('unsafe-inline');
    expect(html).not.toMatch(/https?:/);
  });

  test('leaves a page alone that has one', () => {
    const html = '<head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"></head>';
    expect(addPolicy(html)).toBe(html);
  });
});
