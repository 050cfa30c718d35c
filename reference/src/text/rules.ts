import type { RejectionCodeName } from '@rockpool/schemas';
import { exceedsUtf8 } from '../bytes/utf8.ts';
import type { Rule } from '../rule/rule.ts';
import type { TextFacts, TextFault } from './facts.ts';

/** The longest native text, in bytes of UTF-8. */
export const maxTextBytes = 524_288;

/** How deep a native text may be nested. */
export const maxTextDepth = 4;

const free = (requirement: string, code: RejectionCodeName, fault: TextFault, title: string): Rule<TextFacts> => ({
  requirement,
  code,
  title,
  path: '',
  check: (facts) => facts.faults[fault] === undefined,
  locate: (facts) => facts.faults[fault] ?? '',
});

/** [TXT-1] to [TXT-9], in an order in which the two that end the search come first. */
export const textRules: readonly Rule<TextFacts>[] = [
  free('TXT-1', 'text-utf8', 'utf8', 'well-formed UTF-8'),
  free('TXT-2', 'text-json', 'json', 'one JSON value'),
  free('TXT-3', 'text-duplicate', 'duplicate', 'no name twice in one object'),
  free('TXT-4', 'text-surrogate', 'surrogate', 'no half of a surrogate pair'),
  {
    requirement: 'TXT-5',
    code: 'text-size',
    title: 'at most 524,288 bytes',
    path: '',
    check: ({ source }) =>
      typeof source === 'string' ? !exceedsUtf8(source, maxTextBytes) : source.length <= maxTextBytes,
  },
  {
    requirement: 'TXT-6',
    code: 'text-depth',
    title: 'nested at most 4 deep',
    path: '',
    check: ({ depth }) => depth <= maxTextDepth,
  },
  free('TXT-7', 'text-null', 'null', 'no null'),
  free('TXT-8', 'text-number', 'spelling', 'numbers spelled as integers'),
  free('TXT-9', 'text-range', 'range', 'integers within ±(2^53 − 1)'),
];

/** The rules that hold for the texts of every format; the others are for native ones. */
export const commonTextRules: readonly string[] = ['TXT-1', 'TXT-2', 'TXT-3', 'TXT-4'];

/** What a text that breaks one of these says is not looked at. */
export const endsSearch = (requirement: string): boolean => requirement === 'TXT-1' || requirement === 'TXT-2';
