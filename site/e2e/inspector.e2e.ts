import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { vectors } from '../src/facts/checks.ts';
import { formatNames, labelOf } from '../src/inspector/protocol.ts';
import { violationsOn } from './axe.ts';
import { useBrowser, visit, visitBoth, WIDTHS } from './browser.ts';
import { becomes, openClock, outcome, ready, record, tab, verdict } from './inspector-page.ts';

useBrowser();

const NOW = 1_700_000_001_000_000;

type Broken = { id: string; text: string; requirements: readonly string[]; codes: readonly string[] };

/** How many of each format are pasted. */
const pasted = 14;

/** Of each format, vectors that are about different rules. */
const brokenOf = (format: string): Broken[] => {
  const found = new Map<string, Broken>();
  for (const { id, operation, input, requirements, expect: expected } of vectors) {
    const { text, now, hmac } = input;
    if (operation !== 'record.verify' || input.format !== format || expected.reject === undefined) continue;
    // What a field for text would change, or a key that is not typed here, is for the tests without a browser.
    if (typeof text !== 'string' || text.trim() === '' || /\r/.test(text) || now !== NOW || hmac !== undefined)
      continue;
    const about = requirements[0] ?? '';
    if (!found.has(about)) found.set(about, { id, text, requirements, codes: expected.reject.codes });
  }
  // From all phases.
  const all = [...found.values()];
  return all.filter(
    (_, index) => Math.floor((index * pasted) / all.length) !== Math.floor(((index - 1) * pasted) / all.length),
  );
};

const startFrom = async (page: Page, format: string): Promise<void> => {
  await page.getByRole('button', { name: labelOf(format), exact: true }).click();
  await becomes(page, 'accepted');
};

/** The first rule that is broken, as the verdict names it, and the clause behind it. */
const named = async (page: Page): Promise<string[]> => verdict(page).locator('a').allTextContents();

/** Pastes each text into the emptied field, and reads the verdict when it has come. All in the page: that is quicker. */
const paste = (page: Page, cases: readonly Broken[]): Promise<{ code: string; names: string[] }[]> =>
  page.evaluate(
    async (texts) => {
      const field = document.querySelector<HTMLTextAreaElement>('#inspector-text');
      const bar = document.querySelector<HTMLElement>('.inspector-verdict');
      if (field === null || bar === null) throw new Error('the inspector is not there');
      const put = async (text: string, outcome: string): Promise<void> => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        for (let frames = 0; bar.dataset.outcome !== outcome; frames += 1) {
          if (frames > 200) throw new Error(`${outcome} does not come of ${text}`);
          await new Promise(requestAnimationFrame);
        }
      };
      const answers: { code: string; names: string[] }[] = [];
      for (const text of texts) {
        await put('', 'none');
        await put(text, 'rejected');
        const names = [...bar.querySelectorAll('a')].map(({ textContent }) => textContent ?? '');
        answers.push({ code: bar.querySelector('[data-code]')?.textContent ?? '', names });
      }
      return answers;
    },
    cases.map(({ text }) => text),
  );

/** Drops a file of so many copies of a text onto the field. */
const drop = (page: Page, name: string, text: string, times = 1): Promise<void> =>
  page.evaluate(
    ([called, content, copies]) => {
      const data = new DataTransfer();
      data.items.add(new File([content.repeat(copies)], called));
      const field = document.querySelector('#inspector-text');
      field?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text, times] as const,
  );

describe.each(WIDTHS)('Inspector, %i px', (width) => {
  test('breaks with an edited field, is mended by putting it back, and links to the sentence', async () => {
    await visit('inspector/', { width }, async (page) => {
      await ready(page);
      await startFrom(page, 'rp.document.1');
      const before = await record(page).inputValue();
      await tab(page, 'Fields');
      await page.getByLabel('path', { exact: true }).fill('/wiki/flowers/');
      await becomes(page, 'rejected');
      expect(await named(page)).toEqual(['DOC-4']);
      expect(await verdict(page).locator('a').first().getAttribute('href')).toMatch(/spec\/05-documents\/#doc-4$/);
      expect(await record(page).inputValue()).toBe(before.replace('"/wiki/flowers"', '"/wiki/flowers/"'));
      await tab(page, 'Rules');
      const failed = page.locator('[data-rule="DOC-4"]');
      expect(await failed.getAttribute('data-outcome')).toBe('failed');
      expect(await failed.locator('details').getAttribute('open')).not.toBeNull();
      expect(await page.locator('[data-rule="REC-15"]:not([data-of])').getAttribute('data-outcome')).toBe(
        'not-reached',
      );
      expect(await page.locator('.inspector-phase[open]').count()).toBe(1);
      // What has failed is first; what has passed beside it is folded.
      expect(await page.locator('.inspector-phase[open] li:visible').first().getAttribute('data-rule')).toBe('DOC-4');
      expect(await page.locator('.inspector-phase li[data-outcome=passed]:visible').count()).toBe(0);
      await page.locator('.inspector-phase').getByRole('button', { name: '/header/path' }).click();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-pointer'))).toBe('/header/path');
      await page.getByRole('button', { name: 'Reset' }).click();
      await becomes(page, 'accepted');
      expect(await record(page).inputValue()).toBe(before);
      await page.getByRole('button', { name: 'Take content away' }).click();
      await becomes(page, 'accepted');
      await page.getByRole('button', { name: 'Take signature away' }).click();
      await becomes(page, 'rejected');
      expect(await named(page)).toEqual(['REC-1']);
    });
  });

  test('makes changed records valid, and shows what is hashed and what is signed of them', async () => {
    await visit('inspector/', { width }, async (page) => {
      await ready(page);
      await page.getByLabel('Signer').selectOption('fern');
      for (const format of formatNames) {
        await startFrom(page, format);
        await tab(page, 'Fields');
        const timestamp = page.getByLabel('timestamp', { exact: true });
        await timestamp.fill(String(Number(await timestamp.inputValue()) - 5));
        await becomes(page, 'rejected');
        await page.getByRole('button', { name: 'Make it valid' }).click();
        await becomes(page, 'accepted');
        expect(await page.locator('.inspector-changes').textContent()).toContain('the key of Fern');
        await tab(page, 'Bytes');
        expect(await page.locator('[data-value="key of the author"]').textContent()).toContain('test key of Fern');
        expect(await page.locator('.rp-code mark[data-hashed]').count()).toBeGreaterThan(0);
        const signed = (await page.locator('.rp-code mark[data-signed]').allTextContents()).join('');
        const id = (await page.locator('[data-value=id] code, [data-value=hash] code').textContent()) ?? '';
        expect(signed).toContain(format === 'ssb-classic' ? '"sequence": 1' : id);
      }
      await page.getByLabel('As hexadecimal').check();
      expect(await page.locator('.rp-code mark').first().textContent()).toMatch(/^7b 0a 20 20 22 /);
    });
  });

  test('has no fault that axe finds, broken and with every sentence', async () => {
    await visit('inspector/', { width, theme: width === 360 ? 'dark' : 'light' }, async (page) => {
      await ready(page);
      await startFrom(page, 'ssb-classic');
      await tab(page, 'Fields');
      await page.getByLabel('sequence', { exact: true }).fill('0');
      await becomes(page, 'rejected');
      expect(await violationsOn(page)).toEqual([]);
      await tab(page, 'Rules');
      await page.getByLabel('Show every sentence').check();
      expect(await violationsOn(page)).toEqual([]);
      await tab(page, 'Bytes');
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});

describe('Inspector, in a narrow window and a wide one,', () => {
  test('names the right requirement for broken records of each format', async () => {
    await visitBoth('inspector/', async (page) => {
      await ready(page);
      await openClock(page);
      await page.getByLabel('Use this computer’s clock').uncheck();
      await page.getByLabel('Now, in microseconds since 1970').fill(String(NOW));
      for (const format of formatNames) {
        await page.getByLabel('Judged as').selectOption(format);
        const cases = brokenOf(format);
        expect(cases.length).toBeGreaterThanOrEqual(10);
        const answers = await paste(page, cases);
        const wrong = cases.filter(({ requirements, codes }, index) => {
          const { code = '', names = [] } = answers[index] ?? {};
          return !codes.includes(code) || !names.some((name) => requirements.includes(name));
        });
        expect(wrong).toEqual([]);
      }
    });
  });

  test('offers examples of each format, sound and broken', async () => {
    await visitBoth('inspector/', async (page) => {
      await ready(page);
      await page.getByText('more examples').click();
      for (const format of formatNames) {
        await page.getByLabel('More of').selectOption(format);
        const picker = page.getByLabel('by the rule that they break').and(page.locator('[data-loaded]'));
        await picker.waitFor();
        const broken = await picker.locator('optgroup:not(:first-child) option').count();
        expect(broken).toBeGreaterThanOrEqual(10);
        expect(await picker.locator('optgroup:not(:first-child)').count()).toBeGreaterThanOrEqual(10);
      }
      await page.getByLabel('More of').selectOption('rp.document.1');
      await page.getByLabel('by the rule that they break').selectOption({ index: 3 });
      await becomes(page, 'accepted');
      const group = page.locator('#inspector-example optgroup[label^="DOC-4:"] option').first();
      await page.getByLabel('by the rule that they break').selectOption((await group.getAttribute('value')) ?? '');
      await becomes(page, 'rejected');
      expect(await named(page)).toContain('DOC-4');
    });
  });

  test('comes back from its link, with its format and its time', async () => {
    let link = '';
    let text = '';
    await visitBoth('inspector/', async (page) => {
      await ready(page);
      await startFrom(page, 'es.4');
      await tab(page, 'Fields');
      await page.getByLabel('path', { exact: true }).fill('/über');
      await becomes(page, 'rejected');
      await page.getByRole('button', { name: 'Copy link' }).click();
      link = await page.locator('#inspector-link').inputValue();
      text = await record(page).inputValue();
      expect(page.url()).toBe(link);
    });
    const { hash } = new URL(link);
    await visitBoth(`inspector/${hash}`, async (page) => {
      await ready(page);
      await becomes(page, 'rejected');
      expect(await record(page).inputValue()).toBe(text);
      expect(await page.getByLabel('Now, in microseconds since 1970').inputValue()).toBe(String(NOW));
      expect(await named(page)).toEqual(['ES-7']);
      await page.evaluate(() => {
        location.hash = `record=${btoa('{}').replace(/=+$/, '')}&format=ssb-classic`;
      });
      await verdict(page).getByText('SSB-1').first().waitFor();
      expect(await page.getByLabel('Use this computer’s clock').isChecked()).toBe(true);
      await page.evaluate(() => {
        location.hash = 'record=***';
      });
      await page.getByText('The link is damaged').waitFor();
    });
  });

  test('opens files, dropped and chosen, and says what is wrong with those that are none', async () => {
    await visitBoth('inspector/', async (page) => {
      await ready(page);
      await startFrom(page, 'rp.message.1');
      const text = await record(page).inputValue();
      await page.getByRole('button', { name: 'Clear' }).click();
      await becomes(page, 'none');
      await drop(page, 'hello.json', text);
      await becomes(page, 'accepted');
      await page.getByText('hello.json').waitFor();
      const choose = (name: string, buffer: Buffer) =>
        page.locator('[data-file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await choose('nothing.json', Buffer.alloc(0));
      await page.getByText('nothing.json is empty').waitFor();
      await drop(page, 'huge.json', ' ', 8_388_609);
      await page.getByText('huge.json has 8.4 MB and is not opened').waitFor();
      // What could not be opened leaves the record as it was.
      expect(await outcome(page)).toBe('accepted');
      await choose('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe]));
      await page.getByText('are no UTF-8').waitFor();
      await verdict(page).getByText('This looks like a PNG picture').waitFor();
      await page.getByLabel('Judged as').selectOption('rp.message.1');
      await becomes(page, 'rejected');
      expect(await named(page)).toEqual(['TXT-1']);
    });
  });

  test('says what is no record, and takes another clock', async () => {
    await visitBoth('inspector/', async (page) => {
      await ready(page);
      await verdict(page).getByText('Paste a record').waitFor();
      await record(page).fill('{"a": tru');
      await verdict(page).getByText('This is no JSON from line 1').waitFor();
      await record(page).fill('[1, 2]');
      await verdict(page).getByText('of no format that is known here').waitFor();
      await openClock(page);
      await startFrom(page, 'rp.document.1');
      await page.getByLabel('Now, in microseconds since 1970').fill('1600000000000000');
      await becomes(page, 'rejected');
      expect(await named(page)).toEqual(['REC-13']);
      await page.getByLabel('Use this computer’s clock').check();
      await becomes(page, 'accepted');
    });
  });
});
