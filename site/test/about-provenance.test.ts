import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Addresses, editAddress, reportAddress } from '../src/about/addresses.ts';
import { provenance, versionIn } from '../src/about/provenance.ts';

const NOWHERE: Addresses = { repository: '', edit: '', report: '' };
const KNOWN: Addresses = {
  repository: 'https://example.org/rockpool',
  edit: 'https://example.org/rockpool/edit/main/{path}',
  report: 'https://example.org/rockpool/new?title={title}&body={text}',
};
const PAGE = { name: 'Documents', file: 'spec/05-documents.md', base: '/base/', version: '0.2.0' };

describe('The foot of a page', () => {
  test('without addresses has what the site itself can show', () => {
    expect(provenance(NOWHERE, PAGE)).toEqual([
      { label: 'Changelog', href: '/base/changelog/' },
      { label: 'Licences, and how to cite', href: '/base/about/' },
    ]);
  });

  test('with addresses leads out, to this page of the sources', () => {
    expect(provenance(KNOWN, PAGE).slice(2)).toEqual([
      { label: 'Repository', href: 'https://example.org/rockpool' },
      {
        label: 'Report an error on this page',
        href: reportAddress(KNOWN, 'the page “Documents”', '0.2.0'),
      },
      { label: 'Edit this page', href: 'https://example.org/rockpool/edit/main/spec/05-documents.md' },
    ]);
  });

  test('has nothing to edit where no file makes the page', () => {
    const { file: _, ...made } = PAGE;
    expect(provenance(KNOWN, made).map(({ label }) => label)).not.toContain('Edit this page');
  });
});

describe('Addresses', () => {
  test('take what is put into them as text', () => {
    expect(editAddress(KNOWN, 'spec/a b?.md')).toBe('https://example.org/rockpool/edit/main/spec/a%20b%3F.md');
    expect(reportAddress(KNOWN, 'DOC-7 & {text}', '1')).toContain('title=Error%20in%20DOC-7%20%26%20%7Btext%7D&body=');
  });

  test('are none where none is set', () => {
    expect(editAddress(NOWHERE, 'x')).toBeUndefined();
    expect(reportAddress(NOWHERE, 'x', '1')).toBeUndefined();
  });
});

describe('The version', () => {
  test('is that of the head of the changelog', () => {
    expect(versionIn('# Changelog\n\n## 0.2.0 – unreleased\n\n- x\n\n## 0.1.0\n')).toBe('0.2.0, unreleased');
    expect(versionIn('## 0.1.0\n')).toBe('0.1.0');
    expect(() => versionIn('nothing')).toThrow(RangeError);
    expect(versionIn(readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8'))).toMatch(/^\d+\.\d+\.\d+/);
  });
});
