import type { JsonValue } from '@rockpool/reference';
import { labelOf } from '../protocol.ts';

/** The longest name, in characters. */
const maxName = 60;

const cut = (name: string): string => (name.length > maxName ? `${name.slice(0, maxName)}…` : name);

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;

/** A short name to choose a record by: its path, or its number in its feed. */
export const nameOf = (value: JsonValue): string => {
  const header = member(value, 'header') ?? value;
  const path = member(header, 'path');
  if (typeof path === 'string') return cut(path);
  const sequence = member(header, 'sequence');
  if (typeof sequence !== 'number') return 'without a path';
  const content = member(value, 'content');
  const type = member(content, 'type');
  const about =
    typeof type === 'string' ? `, ${type}` : typeof content === 'string' && content.includes('.box') ? ', private' : '';
  return cut(`message ${sequence}${about}`);
};

/** What one record of a format is called in a sentence. */
const PHRASES: Readonly<Record<string, string>> = {
  'rp.document.1': 'a document (rp.document.1)',
  'rp.message.1': 'a message (rp.message.1)',
  'es.4': 'an Earthstar document (es.4)',
  'es.5': 'an Earthstar document (es.5)',
  'ssb-classic': 'a Scuttlebutt message (ssb-classic)',
};

export const phraseOf = (format: string): string => PHRASES[format] ?? labelOf(format);

export const atStart = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const inMiddle = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
