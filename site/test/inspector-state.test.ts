import { describe, expect, test } from 'vitest';
import { fragmentOf, linkFault, maxLinkLength } from '../src/inspector/link.ts';
import { readFragment } from '../src/inspector/permalink.ts';
import { reduce } from '../src/inspector/reduce.ts';
import { maxFileBytes, refusalOf, sourceOf } from '../src/inspector/source.ts';
import { emptyState, formatIn } from '../src/inspector/state.ts';

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
