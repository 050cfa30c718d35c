import { visible } from './visible.ts';

/** A list or text that is longer is cut, with a word about how much is missing. */
const LONG = { string: 120, list: 6, line: 400 };

const shorten = (value: unknown): unknown => {
  if (typeof value === 'string') {
    if (value.length <= LONG.string) return value;
    return `${value.slice(0, LONG.string - 40)}… (${value.length} characters)`;
  }
  if (Array.isArray(value)) {
    const items = value.slice(0, LONG.list).map(shorten);
    return value.length > LONG.list ? [...items, `… (${value.length} in all)`] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shorten(member)]));
};

/** A value as one line of JSON, with long strings and lists cut. */
export const abbreviate = (value: unknown): string => {
  const line = visible(JSON.stringify(shorten(value)) ?? '');
  return line.length > LONG.line * 3 ? `${line.slice(0, LONG.line * 3)}…` : line;
};
