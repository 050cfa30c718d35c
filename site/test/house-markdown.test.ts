import { pathToFileURL } from 'node:url';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { fieldTables } from '../build/field-tables.ts';
import { pageOf, specLinks } from '../build/spec-links.ts';
import { specMarks } from '../build/spec-marks.ts';
import { tables } from '../build/tables.ts';
import type { Addresses } from '../src/about/addresses.ts';

const CHAPTER = new URL('../../spec/05-documents.md', import.meta.url);
const NOWHERE: Addresses = { repository: '', edit: '', report: '' };
const render = (markdown: string, fileURL = CHAPTER, addresses = NOWHERE): string => {
  const rendered = markdownToHtml(markdown, {
    fileURL,
    mdastPlugins: [specLinks('/base/')],
    hastPlugins: [specMarks({ base: '/base/', addresses, version: '0.2.0' }), fieldTables, tables],
  });
  if (rendered instanceof Promise) throw new TypeError('the plugins answer at once');
  return rendered.html.trim();
};

describe('Pages of files', () => {
  test('chapters, decisions, the register and the site’s own pages have one', () => {
    expect(pageOf('spec/05-documents.md')).toBe('spec/05-documents/');
    expect(pageOf('spec/decisions/README.md')).toBe('spec/decisions/readme/');
    expect(pageOf('spec/decisions/0001-a.md')).toBe('spec/decisions/0001-a/');
    expect(pageOf('spec/requirements.json')).toBe('requirements/');
    expect(pageOf('site/src/content/docs/guide/first-verdict.md')).toBe('guide/first-verdict/');
  });

  test('other files have none', () => {
    expect(pageOf('README.md')).toBeUndefined();
    expect(pageOf('reference/src/index.ts')).toBeUndefined();
  });
});

describe('Links between files', () => {
  test('lead to pages, with their anchors', () => {
    expect(render('[R](04-records.md#form)')).toContain('href="/base/spec/04-records/#form"');
  });

  test('to a file without a page become its name', () => {
    expect(render('[seeds](../vectors/v1/keys.json)')).toBe('<p><code>vectors/v1/keys.json</code></p>');
  });

  test('to nothing stop the build', () => {
    expect(() => render('[no](no-such-file.md)')).toThrow('is no file');
  });

  test('elsewhere stay', () => {
    expect(render('[x](https://example.org/) [y](#y)')).toContain('href="https://example.org/"');
  });
});

describe('Requirements in a chapter', () => {
  test('a normative paragraph is an anchor and has a badge', () => {
    const html = render('**DOC-7** `path` MUST.');
    expect(html).toContain('<p id="doc-7" class="rp-requirement">');
    expect(html).toMatch(
      /href="\/base\/requirements\/#doc-7" class="rp-badge"[^>]*>\d+ checks: \d+ accept, \d+ reject/,
    );
  });

  test('a sentence can be linked to, and an error in it reported where there is an address', () => {
    const reported = 'https://example.org/new?title={title}&body={text}';
    expect(render('**DOC-7** `path` MUST.')).toContain('<a href="#doc-7" class="rp-copy"');
    expect(render('**DOC-7** `path` MUST.')).not.toContain('rp-report');
    expect(render('**DOC-7** `path` MUST.', CHAPTER, { ...NOWHERE, report: reported })).toContain(
      'href="https://example.org/new?title=Error%20in%20DOC-7&amp;body=In%20DOC-7%2C%20as%20of%20version%200.2.0%3A%0A%0A" class="rp-report"',
    );
  });

  test('a term of the overview is an anchor, and what is bold elsewhere is none', () => {
    const overview = new URL('01-overview.md', CHAPTER);
    expect(render('- **Slot**: what. **Text**: the bytes.', overview)).toMatch(/id="term-slot".*id="term-text"/);
    expect(render('**Slot**', overview)).not.toContain('id=');
    expect(render('- **Slot**')).not.toContain('id=');
  });

  test('a paragraph of another chapter, or that begins with something else, is none', () => {
    expect(render('**SIG-1** It MUST.')).not.toContain('id="sig-1"');
    expect(render('**Decided.** DOC-7.')).not.toContain('rp-badge');
  });

  test('ids lead to where they stand, unknown ones nowhere', () => {
    expect(render('See DOC-7 and SIG-1, not ABC-1 or UTF-8.')).toBe(
      '<p>See <a href="#doc-7" class="rp-id">DOC-7</a> and ' +
        '<a href="/base/spec/03-signatures/#sig-1" class="rp-id">SIG-1</a>, not ABC-1 or UTF-8.</p>',
    );
  });

  test('ids in links, headings and code stay', () => {
    expect(render('[SIG-1](03-signatures.md)').match(/<a /g)?.length).toBe(1);
    expect(render('## DOC-7')).not.toContain('<a ');
    expect(render('`DOC-7`')).toBe('<p><code>DOC-7</code></p>');
  });

  test('codes lead to their meaning, in chapters alone', () => {
    expect(render('(`path-form`)')).toContain('<a href="/base/codes/#path-form" class="rp-reason"><code>');
    expect(render('(`path-form`)', pathToFileURL('/guide/x.md'))).not.toContain('<a ');
  });
});

describe('Tables', () => {
  const html = render('| | name |\n| - | - |\n| 1 | a |');

  test('scroll in a box that the keyboard reaches and that has a name', () => {
    expect(html).toContain('<div class="rp-table" role="group" tabindex="0" aria-label="Table: name"><table>');
  });

  test('have no heads that are empty', () => {
    expect(html).not.toMatch(/<th[^>]*><\/th>/);
    expect(html).toContain('<th>name</th>');
    // Nor has a wide one, whose cells say themselves what they are.
    expect(render('| n | | | |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |').match(/columnheader/g)).toHaveLength(1);
  });
});

describe('Tables of members', () => {
  const html = render(
    '| name | type | required | meaning |\n| - | - | - | - |\n| `key` | KeyId: `^@b` | no | Who. |\n| `size` | `5` | yes | How. |',
  );

  test('say what a member means before its type, and of each cell what it is', () => {
    const cells = [...html.matchAll(/<(?:th|td) role="\w+"(?: data-label="(\w+)")?>([^<]*)/g)];
    expect(cells.slice(0, 4).map(([, , text]) => text)).toEqual(['name', 'meaning', 'required', 'type']);
    expect(cells.slice(4, 8).map(([, label, text]) => [label, text])).toEqual([
      [undefined, ''],
      [undefined, 'Who.'],
      ['required', 'no'],
      ['type', 'KeyId'],
    ]);
  });

  test('fold a pattern away, and nothing else', () => {
    expect(html).toContain(
      '>KeyId<details class="rp-pattern not-content"><summary>pattern<span class="sr-only"> of key</span></summary><code>^@b</code></details></td>',
    );
    expect(html.match(/<details/g)?.length).toBe(1);
    expect(html).toContain('<code>5</code></td>');
  });

  test('keep their columns where there are few of them or others', () => {
    expect(render('| a | b |\n| - | - |\n| 1 | 2 |')).not.toContain('rp-rows');
    expect(render('| a | b | c | d |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |')).toMatch(
      /<td role="cell">1<.*data-label="d">4</s,
    );
  });
});
