import { describe, expect, test } from 'vitest';
import { fragmentOf, linkFault, maxLinkLength } from '../src/inspector/link.ts';
import { readFragment } from '../src/inspector/permalink.ts';
import { reduce } from '../src/inspector/reduce.ts';
import { maxFileBytes, refusalOf, sourceOf } from '../src/inspector/source.ts';
import { emptyState, formatIn } from '../src/inspector/state.ts';
import { hasInside } from '../src/inspector/within.ts';
import table from './fixtures/found/inputs.json' with { type: 'json' };

const es4 = '{"format":"es.4"}';

describe('Links', () => {
  test.each([
    ['a text', { source: '{"a":"Grüße 🌸"}' }],
    ['a format and a time', { source: es4, format: 'es.4', now: 1_700_000_000_000_000 }],
    ['an hmac key', { source: '{}', format: 'ssb-classic', hmac: '00'.repeat(32) }],
    ['bytes that are no UTF-8', { source: Uint8Array.of(0xff, 0, 0x7b) }],
    ['a text with a byte order mark', { source: '\ufeff{}' }],
  ])('bring back %s', (_, linked) => {
    expect(readFragment(`#${fragmentOf(linked)}`)).toEqual(linked);
  });

  test('say what is damaged', () => {
    expect(readFragment('#record=a*')).toEqual({ fault: expect.stringContaining('damaged') });
    expect(readFragment('#record=e30&format=es.3')).toEqual({ fault: expect.stringContaining('es.3') });
    expect(readFragment('#record=e30&now=soon')).toEqual({ fault: expect.stringContaining('time') });
  });

  test('leave other fragments alone', () => {
    expect(readFragment('#fields')).toBeUndefined();
    expect(readFragment('')).toBeUndefined();
  });

  test('refuse what is too long, or lost on the way', () => {
    expect(linkFault('x', 'x'.repeat(maxLinkLength))).toBeUndefined();
    expect(linkFault('x', 'x'.repeat(maxLinkLength + 1))).toContain('too long');
    expect(linkFault('\ud800', 'record=')).toContain('surrogate');
  });
});

describe('Files', () => {
  test('are refused when they are empty or larger than any record', () => {
    expect(refusalOf({ name: 'a', size: 0 })).toBe('a is empty.');
    expect(refusalOf({ name: 'a', size: maxFileBytes })).toBeUndefined();
    expect(refusalOf({ name: 'a', size: maxFileBytes + 1 })).toContain('not opened');
  });

  test('that are no UTF-8 stay bytes', () => {
    expect(sourceOf(Uint8Array.of(0x7b, 0x7d))).toBe('{}');
    expect(sourceOf(Uint8Array.of(0xff))).toEqual(Uint8Array.of(0xff));
  });
});

describe('What is at hand', () => {
  const opened = reduce(emptyState, { type: 'open', source: es4 });

  test('keeps its format while it is edited, and loses it with the text', () => {
    expect(formatIn(opened)).toBe('es.4');
    const broken = reduce(opened, { type: 'edit', source: '{"format":"es.4', by: 'text' });
    expect(formatIn(broken)).toBe('es.4');
    expect(formatIn(reduce(broken, { type: 'edit', source: ' ', by: 'text' }))).toBeUndefined();
  });

  test('is judged by the format that was chosen by hand', () => {
    const chosen = reduce(opened, { type: 'choose', format: 'es.5' });
    expect(formatIn(chosen)).toBe('es.5');
    expect(formatIn(reduce(chosen, { type: 'open', source: '{}' }))).toBe('es.5');
  });

  test('goes back to what was opened', () => {
    const edited = reduce(opened, { type: 'edit', source: '{}', by: 'text' });
    expect(reduce(edited, { type: 'reset' })).toMatchObject({ source: es4, recognised: 'es.4' });
  });

  test('has the clock of its example, and the next one that of the computer', () => {
    const example = { id: 'a/b', title: 'x', outcome: 'accepted', now: 5, text: es4 } as const;
    const shown = reduce(opened, { type: 'example', example, format: 'es.4' });
    expect(shown).toMatchObject({ clock: { micros: 5, by: 'given' }, chosen: undefined });
    expect(reduce(shown, { type: 'open', source: es4 }).clock.by).toBe('computer');
    const byHand = reduce(shown, { type: 'clock', clock: { micros: 7, by: 'hand' } });
    expect(reduce(byHand, { type: 'open', source: es4 }).clock).toEqual({ micros: 7, by: 'hand' });
  });

  test('an example of another format than it claims is judged by its own', () => {
    const example = { id: 'a/b', title: 'x', outcome: 'rejected', now: 5, text: es4 } as const;
    expect(formatIn(reduce(emptyState, { type: 'example', example, format: 'es.5' }))).toBe('es.5');
  });
});

describe('Of what was pasted', () => {
  const message = (sequence: number): string => `{"format":"es.5","path":"/${sequence}"}`;
  const all = `[${message(1)},\n ${message(2)}]`;
  const opened = reduce(emptyState, { type: 'open', source: all });

  test('the first record is at hand, by its own format', () => {
    expect(opened).toMatchObject({ source: message(1), original: message(1), within: { source: all, picked: 0 } });
    expect(formatIn(opened)).toBe('es.5');
  });

  test('another one is picked, and what was changed in the one before stays', () => {
    const changed = reduce(opened, { type: 'edit', source: message(7), by: 'text' });
    const second = reduce(changed, { type: 'pick', index: 1 });
    expect(second).toMatchObject({ source: message(2), within: { picked: 1 } });
    expect(reduce(second, { type: 'out' }).source).toBe(all.replace(message(1), message(7)));
  });

  test('two equal records are told apart', () => {
    const twice = reduce(emptyState, { type: 'open', source: `[${message(1)},${message(1)}]` });
    const second = reduce(twice, { type: 'pick', index: 1 });
    const changed = reduce(second, { type: 'edit', source: message(7), by: 'text' });
    expect(reduce(changed, { type: 'out' }).source).toBe(`[${message(1)},${message(7)}]`);
  });

  test('all comes back as it was, and can be opened again', () => {
    const out = reduce(opened, { type: 'out' });
    expect(out).toMatchObject({ source: all, within: undefined });
    expect(reduce(out, { type: 'pick', index: 0 })).toMatchObject({ source: message(1) });
  });

  test('the key beside a record follows it where this page has changed it, and not where it was changed by hand', () => {
    const text = table.inputs.find(({ id }) => id === 'ssb-kvt')?.text ?? '';
    const { key, value } = JSON.parse(text) as { key: string; value: { content: object } };
    const twin = `{"previous":${JSON.stringify(key)}}`;
    const pasted = `[${text},${twin}]`;
    const at = reduce(emptyState, { type: 'open', source: pasted });
    const other = JSON.stringify({ ...value, content: { type: 'post', text: 'other' } });
    const byPage = reduce(at, { type: 'signed', text: other, changes: [] });
    const told = byPage.changes?.at(-1);
    expect(told).toMatchObject({ pointer: 'key', value: expect.stringMatching(/^%.{44}\.sha256$/) });
    expect(told?.value).not.toBe(key);
    const [made, last] = JSON.parse(String(reduce(byPage, { type: 'out' }).source)) as unknown[];
    expect(made).toMatchObject({ key: told?.value, value: JSON.parse(other) });
    expect(last).toEqual(JSON.parse(twin));
    const byHand = reduce(reduce(at, { type: 'edit', source: other, by: 'text' }), { type: 'out' });
    expect(JSON.parse(String(byHand.source))).toMatchObject([{ key }, JSON.parse(twin)]);
    const reset = reduce(reduce(byPage, { type: 'reset' }), { type: 'out' });
    expect(reset.source).toBe(pasted);
  });

  test('what cannot be written back is not lost', () => {
    const encoded = reduce(emptyState, { type: 'open', source: btoa(message(1)) });
    expect(encoded.source).toBe(message(1));
    const changed = reduce(encoded, { type: 'edit', source: message(7), by: 'text' });
    expect(reduce(changed, { type: 'out' })).toMatchObject({
      source: message(7),
      fault: expect.stringContaining('reset'),
    });
    expect(reduce(encoded, { type: 'out' }).source).toBe(btoa(message(1)));
  });

  test('a record is reset to what it was in there', () => {
    const changed = reduce(opened, { type: 'edit', source: '{}', by: 'text' });
    const back = reduce(changed, { type: 'reset' });
    expect(back).toMatchObject({ source: message(1), recognised: 'es.5', within: { picked: 0 } });
  });

  test('a record behind a byte order mark is judged with it, and can be opened', () => {
    const source = `\ufeff${message(1)}`;
    const marked = reduce(emptyState, { type: 'open', source });
    expect(marked).toMatchObject({ source, within: undefined, recognised: 'es.5' });
    expect(hasInside(marked.source, marked.found)).toBe(true);
    expect(reduce(marked, { type: 'pick', index: 0 }).source).toBe(message(1));
    expect(reduce(emptyState, { type: 'open', source: `\ufeff${all}` }).source).toBe(message(1));
  });

  test('nothing is taken out of bytes', () => {
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${message(1)}`, 'utf16le'));
    expect(reduce(emptyState, { type: 'open', source: utf16 })).toMatchObject({ source: utf16, recognised: 'es.5' });
  });

  test('nothing is taken out while it is typed, or by the format of a link', () => {
    expect(reduce(emptyState, { type: 'edit', source: all, by: 'text' }).within).toBeUndefined();
    const linked = { source: all, format: 'es.5' };
    expect(reduce(emptyState, { type: 'link', linked })).toMatchObject({ source: all, chosen: 'es.5' });
  });

  test('a header is of no format, whose members it would lack', () => {
    const header = '{"format":"rp.message.1","space":"+a.b","author":"@b","sequence":1,"timestamp":1}';
    expect(formatIn(reduce(emptyState, { type: 'open', source: header }))).toBeUndefined();
  });
});

describe('The address', () => {
  const linked = reduce(emptyState, { type: 'link', linked: { source: es4 } });

  test.each([
    ['an edit', { type: 'edit', source: '{}', by: 'text' }],
    ['another format', { type: 'choose', format: 'es.5' }],
    ['another time', { type: 'clock', clock: { micros: 1, by: 'hand' } }],
    ['an hmac key', { type: 'hmac', hmac: '00' }],
    ['another record', { type: 'open', source: '{}' }],
    ['a signature', { type: 'signed', text: '{}', changes: [] }],
    ['nothing', { type: 'clear' }],
  ] as const)('is no link any more after %s', (_, action) => {
    expect(linked.isLinked).toBe(true);
    const next = reduce(linked, action);
    expect(next.isLinked).toBe(false);
    expect(reduce(next, { type: 'linked' }).isLinked).toBe(true);
  });
});
