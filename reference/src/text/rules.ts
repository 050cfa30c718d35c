import type { RejectionCodeName } from '@rockpool/schemas';
import { exceedsUtf8 } from '../bytes/utf8.ts';
import type { Rule } from '../rule/rule.ts';
import type { TextFacts, TextFault } from './facts.ts';

/** The longest native text, in bytes of UTF-8. */
export const maxTextBytes = 524_288;

/** How deep a native text may be nested. */
export const maxTextDepth = 4;

/** How deep a text of another format may be nested. */
export const maxOtherTextDepth = 64;

const free = (requirement: string, code: RejectionCodeName, fault: TextFault, title: string): Rule<TextFacts> => ({
  requirement,
  code,
  title,
  path: '',
  check: (facts) => facts.faults[fault] === undefined,
  locate: (facts) => facts.faults[fault] ?? '',
});

const nestedAtMost = (requirement: string, maxDepth: number): Rule<TextFacts> => ({
  requirement,
  code: 'text-depth',
  title: `nested at most ${maxDepth} deep`,
  path: '',
  check: ({ depth }) => depth <= maxDepth,
});

/** Hold for the texts of every format. The two that end the search come first. */
const commonTextRules: readonly Rule<TextFacts>[] = [
  free('TXT-1', 'text-utf8', 'utf8', 'well-formed UTF-8'),
  free('TXT-2', 'text-json', 'json', 'one JSON value'),
  free('TXT-3', 'text-duplicate', 'duplicate', 'no name twice in one object'),
  free('TXT-4', 'text-surrogate', 'surrogate', 'no half of a surrogate pair'),
];

/** [TXT-1] to [TXT-9]: native texts. */
export const textRules: readonly Rule<TextFacts>[] = [
  ...commonTextRules,
  {
    requirement: 'TXT-5',
    code: 'text-size',
    title: 'at most 524,288 bytes',
    path: '',
    check: ({ source }) =>
      typeof source === 'string' ? !exceedsUtf8(source, maxTextBytes) : source.length <= maxTextBytes,
  },
  nestedAtMost('TXT-6', maxTextDepth),
  free('TXT-7', 'text-null', 'null', 'no null'),
  free('TXT-8', 'text-number', 'spelling', 'numbers spelled as integers'),
  free('TXT-9', 'text-range', 'range', 'integers within ±(2^53 − 1)'),
];

/** [TXT-1] to [TXT-4] and [TXT-10]: texts of es.4, es.5 and ssb-classic. */
export const otherTextRules: readonly Rule<TextFacts>[] = [
  ...commonTextRules,
  nestedAtMost('TXT-10', maxOtherTextDepth),
];

/** What a text that breaks one of these says is not looked at. */
export const endsSearch = (requirement: string): boolean => requirement === 'TXT-1' || requirement === 'TXT-2';
