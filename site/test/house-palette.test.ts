import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../src/styles/palette.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark'] as const;

/** The value of a custom property in a theme, through those that it names. */
const colourOf = (name: string, theme: (typeof THEMES)[number]): string => {
  const value = new RegExp(`${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const named = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (named !== undefined) return colourOf(named, theme);
  const [, light = value, dark = value] = /^light-dark\((#\w+), (#\w+)\)$/.exec(value) ?? [];
  return theme === 'light' ? light : dark;
};

/** The relative luminance of WCAG 2. */
const luminanceOf = (colour: string): number => {
  const full = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  if (!/^#[0-9a-f]{6}$/.test(full)) throw new RangeError(`no colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrastOf = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const GROUNDS = ['--sl-color-black', '--rp-panel', '--sl-color-bg-sidebar'];
const TEXTS = [
  '--sl-color-white',
  '--sl-color-gray-1',
  '--sl-color-gray-2',
  '--sl-color-gray-3',
  '--sl-color-text-accent',
  '--rp-anemone',
  '--rp-water',
  '--rp-sand',
  '--rp-good',
  '--rp-bad',
  '--rp-warn',
];

describe.each(THEMES)('The palette in the %s', (theme) => {
  const ratio = (one: string, other: string) => contrastOf(colourOf(one, theme), colourOf(other, theme));

  test.each(GROUNDS)('has texts that are read on %s', (ground) => {
    for (const text of TEXTS) expect(ratio(text, ground), text).toBeGreaterThanOrEqual(4.5);
  });

  test('has lines that are seen', () => {
    for (const ground of GROUNDS) expect(ratio('--sl-color-gray-4', ground), ground).toBeGreaterThanOrEqual(3);
  });

  test.each(['anemone', 'water', 'sand', 'good', 'bad', 'warn'])('has %s that is read on its own ground', (name) => {
    expect(ratio(`--rp-${name}`, `--rp-${name}-back`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('--sl-color-white', `--rp-${name}-back`)).toBeGreaterThanOrEqual(4.5);
  });

  test('has what is pressed, and the bar', () => {
    expect(ratio('--rp-on-accent', '--sl-color-accent')).toBeGreaterThanOrEqual(4.5);
    expect(
      contrastOf(colourOf('--sl-color-gray-2', 'dark'), colourOf('--sl-color-bg-nav', theme)),
    ).toBeGreaterThanOrEqual(4.5);
  });
});
