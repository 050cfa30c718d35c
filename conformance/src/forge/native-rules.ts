import { blobId } from './blob.ts';
import { utf8 } from './bytes.ts';
import { isId } from './identifiers.ts';
import { type NativeRecord, verifyNative } from './native.ts';
import { hasShape, isTime, MAX_AHEAD, pathFormRules } from './path-rules.ts';
import { type Rule, rule } from './rule.ts';

const EMPTY = blobId(new Uint8Array());

/** A record that has come through the phases text and shape, and the receiver's clock. */
type Input = { record: NativeRecord; now: number };
type Header = {
  space: string;
  author: string;
  path: string;
  timestamp: number;
  contentHash: string;
  contentSize: number;
  contentType?: string;
  expires?: number;
  key?: string;
};

const header = ({ record }: Input): Header => record.header as unknown as Header;

const RECORD = { header: 'object', signature: 'string', content: 'string?' };
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

const isContentType = (type: string): boolean =>
  type.length <= 127 && /^[a-z0-9][a-z0-9!#$&\-^_.+]*\/[a-z0-9][a-z0-9!#$&\-^_.+]*$/.test(type) && !type.includes('\n');

const isImmutableSegment = (segment: string): boolean => /^=b[a-z2-7]{51}[aq]$/.test(segment);

const shape: Rule<Input>[] = [
  rule('REC-1', 'record-shape', 'shape', ({ record }) => hasShape(record, RECORD)),
  rule('DOC-1', 'header-shape', 'shape', ({ record }) => {
    const found: unknown = (record as { header?: unknown } | null)?.header;
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return true;
    return hasShape(found, HEADER) && (found as { format?: unknown }).format === 'rp.document.1';
  }),
];

const form: Rule<Input>[] = [
  rule('REC-2', 'id-form', 'form', (input) => isId(header(input).space, 'space', 'open-space')),
  rule('REC-3', 'id-form', 'form', (input) => isId(header(input).author, 'key')),
  rule(
    'REC-4',
    'id-form',
    'form',
    (input) => isId(header(input).key ?? header(input).author, 'key') || header(input).key === undefined,
  ),
  rule('REC-5', 'id-form', 'form', (input) => isId(header(input).contentHash, 'blob')),
  rule('REC-6', 'size-range', 'form', (input) => header(input).contentSize >= 0),
  rule('REC-7', 'time-range', 'form', (input) => isTime(header(input).timestamp)),
  rule('REC-8', 'content-type-form', 'form', (input) => isContentType(header(input).contentType ?? 'a/b')),
  rule('REC-9', 'signature-form', 'form', ({ record }) => /^b[a-z2-7]{102}[aiqy]$/.test(record.signature)),
  rule('REC-10', 'content-length', 'form', ({ record }) => utf8(record.content ?? '').length <= 65_536),
  ...pathFormRules.map((holds, index) =>
    rule<Input>(`DOC-${index + 2}`, 'path-form', 'form', (input) => holds(header(input).path)),
  ),
  rule('DOC-8', 'path-author', 'form', (input) => tokens(header(input).path).every((token) => isId(token, 'key'))),
  rule('DOC-9', 'path-immutable', 'form', (input) =>
    segments(header(input).path).every(
      (segment, index, all) => !segment.startsWith('=') || (index === all.length - 1 && isImmutableSegment(segment)),
    ),
  ),
  rule('DOC-10', 'time-range', 'form', (input) => isTime(header(input).expires ?? 10_000_000_000_000)),
];

const relations: Rule<Input>[] = [
  rule(
    'REC-11',
    'content-empty',
    'relations',
    (input) => (header(input).contentSize === 0) === (header(input).contentHash === EMPTY),
  ),
  rule('REC-12', 'key-redundant', 'relations', (input) => header(input).key !== header(input).author),
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

/** Every rule with a code for native documents, save those of texts. */
export const nativeRules: readonly Rule<Input>[] = [
  ...shape,
  ...form,
  ...relations,
  rule('REC-13', 'timestamp-future', 'time', (input) => header(input).timestamp <= input.now + MAX_AHEAD),
  rule('DOC-13', 'expired', 'time', (input) => (header(input).expires ?? input.now) >= input.now),
  rule('REC-15', 'signature-invalid', 'signature', ({ record }) => verifyNative(record)),
  rule(
    'REC-16',
    'content-size',
    'content',
    ({ record }) => record.content === undefined || utf8(record.content).length === record.header.contentSize,
  ),
  rule(
    'REC-17',
    'content-hash',
    'content',
    ({ record }) => record.content === undefined || blobId(utf8(record.content)) === record.header.contentHash,
  ),
];
