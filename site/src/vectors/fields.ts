import { expand } from '../../../conformance/src/checks/expand.ts';

/** One string, number or text of an input, as it is asked. */
export type Field = {
  /** `text`, `now`, `messages 3`: lists are counted from 1. */
  name: string;
  text: string;
  /** `text`: raw text of a record. `bytes`: each byte as one character. `value`: JSON of a value that has no text of its own. */
  kind: 'text' | 'bytes' | 'value';
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const byteString = (hex: string): string =>
  hex.replace(/[0-9a-fA-F]{2}/g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));

/** The same bytes that a text has, in the form in which fields hold bytes. */
export const asBytes = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');

const fieldOf = (name: string, value: unknown): Field => {
  if (typeof value === 'string') return { name, text: value, kind: 'text' };
  if (isObject(value) && typeof value.text === 'string') return { name, text: value.text, kind: 'text' };
  if (isObject(value) && typeof value.bytes === 'string') return { name, text: byteString(value.bytes), kind: 'bytes' };
  return { name, text: JSON.stringify(value), kind: 'value' };
};

/** Bytes of these are texts, perhaps broken ones; elsewhere they are bytes and stay hexadecimal. */
const TEXTS = new Set(['record.verify', 'record.id', 'canonical.encode']);

export type Fields = { single: Field[]; lists: { name: string; items: Field[] }[] };

/** The params of a question, taken apart: what is long first, then the rest, and lists item by item. */
export const fieldsOf = (operation: string, input: Readonly<Record<string, unknown>>): Fields => {
  const fields: Fields = { single: [], lists: [] };
  for (const [name, value] of Object.entries(expand(input) as Record<string, unknown>)) {
    if (Array.isArray(value))
      fields.lists.push({ name, items: value.map((item, at) => fieldOf(`${name} ${at + 1}`, item)) });
    else if (name === 'bytes' && TEXTS.has(operation))
      fields.single.push({ name: 'text', text: byteString(String(value)), kind: 'bytes' });
    else fields.single.push(fieldOf(name, value));
  }
  fields.single.sort((a, b) => Number(b.text.length > 80) - Number(a.text.length > 80));
  return fields;
};
