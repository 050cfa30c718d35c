import type { Span } from '../json-spans.ts';
import { bytesOf, type Source, textOf } from '../source.ts';
import { scanJson } from './json-scan.ts';
import { whereBroken } from './where-broken.ts';

/** Half a surrogate pair, raw or as an escape. */
const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const halfEscape = /(?<!\\)(?:\\\\)*(\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|\\u[dD][c-fC-F][0-9a-fA-F]{2})/g;

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

/** The first escape of half a pair; a whole pair is an escape of either half. */
const surrogate: Look = (text) => {
  let found: readonly Span[] = [];
  const look = (start: number, end: number): void => {
    if (found.length > 0 || (JSON.parse(text.slice(start, end)) as string).isWellFormed()) return;
    const raw = text.slice(start, end);
    for (const match of raw.matchAll(/\\(?:u([0-9a-fA-F]{4})|.)/g)) {
      const at = match.index;
      const before = raw.slice(0, at);
      const isLow = /^d[c-f]/i.test(match[1] ?? '');
      const isHigh = /^d[89ab]/i.test(match[1] ?? '');
      const isWhole = isLow
        ? /(?:^|[^\\])(?:\\\\)*\\ud[89ab][0-9a-f]{2}$/i.test(before)
        : /^\\ud[c-f]/i.test(raw.slice(at + 6));
      if ((!isLow && !isHigh) || isWhole) continue;
      found = [{ start: start + at, end: start + at + 6 }];
      return;
    }
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
