import { blobId } from './blob.ts';
import { utf8 } from './bytes.ts';
import { isId } from './identifiers.ts';
import { type NativeRecord, verifyNative } from './native.ts';
import { hasShape, isTime, MAX_AHEAD } from './path-rules.ts';
import { type Rule, rule } from './rule.ts';

/** A record that has come through the phases text and shape, and the receiver's clock. */
export type RecordInput = { record: NativeRecord; now: number };

/** The members that all native headers share. */
export type SharedHeader = {
  space: string;
  author: string;
  timestamp: number;
  contentHash: string;
  contentSize: number;
  contentType?: string;
  key?: string;
};

const EMPTY = blobId(new Uint8Array());
const RECORD = { header: 'object', signature: 'string', content: 'string?' };

const header = ({ record }: RecordInput): SharedHeader => record.header as unknown as SharedHeader;

const isContentType = (type: string): boolean =>
  type.length <= 127 && /^[a-z0-9][a-z0-9!#$&\-^_.+]*\/[a-z0-9][a-z0-9!#$&\-^_.+]*$/.test(type) && !type.includes('\n');

/** Whether a header has exactly these members and this format; what is no object breaks REC-1 instead. */
export const isHeaderOf = (format: string, shape: Readonly<Record<string, string>>, record: unknown): boolean => {
  const found: unknown = (record as { header?: unknown } | null)?.header;
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return true;
  return hasShape(found, shape) && (found as { format?: unknown }).format === format;
};

/** Every rule with a code that all native records share, save those of texts. */
export const recordRules: readonly Rule<RecordInput>[] = [
  rule('REC-1', 'record-shape', 'shape', ({ record }) => hasShape(record, RECORD)),
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
  rule(
    'REC-11',
    'content-empty',
    'relations',
    (input) => (header(input).contentSize === 0) === (header(input).contentHash === EMPTY),
  ),
  rule('REC-12', 'key-redundant', 'relations', (input) => header(input).key !== header(input).author),
  rule('REC-13', 'timestamp-future', 'time', (input) => header(input).timestamp <= input.now + MAX_AHEAD),
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
