import { isId } from './identifiers.ts';
import { isTime, pathFormRules } from './path-rules.ts';
import { isHeaderOf, type RecordInput, recordRules, type SharedHeader } from './record-rules.ts';
import { type Rule, rule } from './rule.ts';

type Header = SharedHeader & { path: string; expires?: number };

const header = ({ record }: RecordInput): Header => record.header as unknown as Header;

const HEADER = {
  format: 'string',
  space: 'string',
  author: 'string',
  path: 'string',
  timestamp: 'integer',
  contentHash: 'string',
  contentSize: 'integer',
  contentType: 'string?',
  expires: 'integer?',
  key: 'string?',
};

const segments = (path: string): string[] => path.split('/');

/** What follows each `~`, up to the next `~`, the next `/` or the end. */
const tokens = (path: string): string[] => [...path.matchAll(/~([^~/]*)/g)].map(([, token]) => token ?? '');

const isImmutableSegment = (segment: string): boolean => /^=b[a-z2-7]{51}[aq]$/.test(segment);

const form: Rule<RecordInput>[] = [
  ...pathFormRules.map((holds, index) =>
    rule<RecordInput>(`DOC-${index + 2}`, 'path-form', 'form', (input) => holds(header(input).path)),
  ),
  rule('DOC-8', 'path-author', 'form', (input) => tokens(header(input).path).every((token) => isId(token, 'key'))),
  rule('DOC-9', 'path-immutable', 'form', (input) =>
    segments(header(input).path).every(
      (segment, index, all) => !segment.startsWith('=') || (index === all.length - 1 && isImmutableSegment(segment)),
    ),
  ),
  rule('DOC-10', 'time-range', 'form', (input) => isTime(header(input).expires ?? 10_000_000_000_000)),
];

const relations: Rule<RecordInput>[] = [
  rule(
    'DOC-11',
    'expires-order',
    'relations',
    (input) => (header(input).expires ?? Number.POSITIVE_INFINITY) > header(input).timestamp,
  ),
  rule(
    'DOC-12',
    'path-ephemeral',
    'relations',
    (input) => header(input).path.includes('!') === (header(input).expires !== undefined),
  ),
  rule('DOC-14', 'path-permission', 'relations', (input) => {
    const named = tokens(header(input).path);
    return named.length === 0 || named.includes(header(input).author);
  }),
  rule('DOC-15', 'path-content', 'relations', (input) => {
    const last = segments(header(input).path).at(-1) ?? '';
    return !last.startsWith('=') || header(input).contentHash === `&${last.slice(1)}`;
  }),
];

/** Every rule with a code for documents, save those of texts. */
export const documentRules: readonly Rule<RecordInput>[] = [
  ...recordRules,
  rule('DOC-1', 'header-shape', 'shape', ({ record }) => isHeaderOf('rp.document.1', HEADER, record)),
  ...form,
  ...relations,
  rule('DOC-13', 'expired', 'time', (input) => (header(input).expires ?? input.now) >= input.now),
];
