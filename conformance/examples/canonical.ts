import { Refused } from './first-adapter.ts';

const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
const MOST_BYTES = 524_288;
const MOST_DEEP = 4;

const checkNumber = (token: string): void => {
  if (!/^-?(?:0|[1-9]\d*)$/.test(token) || token === '-0') throw new Refused('text-number');
  if (!Number.isSafeInteger(Number(token))) throw new Refused('text-range');
};

/** What `JSON.parse` lets through and the protocol does not. The text is JSON. */
const check = (text: string): void => {
  const names: Set<string>[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [at, token] of tokens.entries()) {
    if (token === '{' || token === '[') names.push(new Set());
    if (token === '}' || token === ']') names.pop();
    if (names.length > MOST_DEEP) throw new Refused('text-depth');
    if (token === 'null') throw new Refused('text-null');
    if (/^[-\d]/.test(token)) checkNumber(token);
    if (!token.startsWith('"')) continue;
    const string: string = JSON.parse(token);
    if (!string.isWellFormed()) throw new Refused('text-surrogate');
    if (tokens[at + 1] !== ':') continue;
    if (names.at(-1)?.has(string)) throw new Refused('text-duplicate');
    names.at(-1)?.add(string);
  }
};

const write = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join()}}`;
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('text-utf8');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('text-json');
  }
};

/** The canonical form of a text. */
export const canonical = (bytes: Uint8Array): string => {
  if (bytes.length > MOST_BYTES) throw new Refused('text-size');
  const text = decode(bytes);
  const value = parse(text);
  check(text);
  return write(value);
};
