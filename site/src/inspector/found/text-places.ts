import type { Span } from '../json-spans.ts';
import { bytesOf, type Source, textOf } from '../source.ts';
import { scanJson } from './json-scan.ts';
import { whereBroken } from './where-broken.ts';

/** Half a surrogate pair. */
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Escapes in a string: of a whole pair, of half of one, any other. */
const escapes = /\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\./g;

const integer = /^(?!-0$)-?(?:0|[1-9][0-9]*)$/;
const digit = /^[-0-9]/;

/** The first place, if it fits, in a text that may be broken further on. */
type Look = (text: string) => readonly Span[];

/** The first `null` or number that is refused. */
const firstPlain =
  (isRefused: (spelling: string) => boolean): Look =>
  (text) => {
    const found: Span[] = [];
    scanJson(text, {
      plain: (start, end) => {
        if (found.length === 0 && isRefused(text.slice(start, end))) found.push({ start, end });
      },
    });
    return found;
  };

/** The bracket that is nested too deep. */
const deeper =
  (maxDepth: number): Look =>
  (text) => {
    const found: Span[] = [];
    let depth = 0;
    scanJson(text, {
      open: (start) => {
        depth += 1;
        if (depth > maxDepth && found.length === 0) found.push({ start, end: start + 1 });
      },
      close: () => {
        depth -= 1;
      },
    });
    return found;
  };

/** Both places of the first name that one object has twice. */
const duplicate: Look = (text) => {
  const names: Map<string, Span>[] = [];
  let found: readonly Span[] = [];
  scanJson(text, {
    open: () => void names.push(new Map()),
    close: () => void names.pop(),
    name: (start, end) => {
      const name = JSON.parse(text.slice(start, end)) as string;
      const first = names.at(-1)?.get(name);
      if (first !== undefined && found.length === 0) found = [first, { start, end }];
      names.at(-1)?.set(name, { start, end });
    },
  });
  return found;
};

/** The first half of a surrogate pair in a string, as an escape or raw. */
const surrogate: Look = (text) => {
  const found: Span[] = [];
  const look = (start: number, end: number): void => {
    const raw = text.slice(start, end);
    if (found.length > 0 || (JSON.parse(raw) as string).isWellFormed()) return;
    const escaped = [...raw.matchAll(escapes)].find((match) => match[1] !== undefined);
    const at = start + (escaped?.index ?? raw.search(half));
    found.push({ start: at, end: at + (escaped?.[0].length ?? 1) });
  };
  scanJson(text, { name: look, string: look });
  return found;
};

const whole: Look = (text) => [{ start: 0, end: text.length }];

const broken: Look = (text) => {
  const fault = whereBroken(text);
  return fault === undefined ? [] : [{ start: fault.offset, end: fault.offset + 1 }];
};

/** Where a text breaks a rule for texts. */
const LOOKS: Readonly<Record<string, Look>> = {
  'TXT-2': broken,
  'TXT-3': duplicate,
  'TXT-4': surrogate,
  'TXT-5': whole,
  'TXT-6': deeper(4),
  'TXT-7': firstPlain((spelling) => spelling === 'null'),
  'TXT-8': firstPlain((spelling) => digit.test(spelling) && !integer.test(spelling)),
  'TXT-9': firstPlain((spelling) => integer.test(spelling) && !Number.isSafeInteger(Number(spelling))),
  'TXT-10': deeper(64),
};

/** The first byte that belongs to no character, from 0 on; `undefined` where all do. */
export const brokenByte = (source: Source): number | undefined => {
  const bytes = bytesOf(source);
  // What is read of them and written again differs first in the U+FFFD that stands for what is wrong.
  const again = bytesOf(textOf(bytes));
  let at = bytes.findIndex((byte, index) => byte !== again[index]);
  if (at < 0) return bytes.length === again.length ? undefined : Math.min(bytes.length, again.length);
  while (((again[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
};

/** Where a text is no Unicode. */
const noUnicode = (source: Source): readonly Span[] => {
  if (typeof source === 'string') {
    const at = source.search(half);
    return at < 0 ? [] : [{ start: at, end: at + 1 }];
  }
  const at = brokenByte(source);
  if (at === undefined) return [];
  const start = textOf(source.subarray(0, at)).length;
  return [{ start, end: start + 1 }];
};

/**
 * Where a source breaks a rule for texts, in `textOf` of it: one place, and of a name that stands there twice both; none where the rule
 * is not broken before the text stops being JSON.
 */
export const textPlaces = (requirement: string, source: Source): readonly Span[] =>
  requirement === 'TXT-1' ? noUnicode(source) : (LOOKS[requirement]?.(textOf(source)) ?? []);
