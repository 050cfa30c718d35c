import { utf8 } from './bytes.ts';
import { hashEs4, hashEs5, textHash, verifyAuthor, verifyShare } from './earthstar.ts';
import type { JsonObject } from './native.ts';
import { hasShape, isTime, MAX_AHEAD, pathFormRules } from './path-rules.ts';
import { type Rule, rule } from './rule.ts';

type Input = { document: JsonObject; now: number };
type Document = {
  author: string;
  path: string;
  timestamp: number;
  deleteAfter?: number | null;
  signature: string;
  workspace: string;
  content: string;
  contentHash: string;
  share: string;
  shareSignature: string;
  text: string;
  textHash: string;
  attachmentSize?: number;
  attachmentHash?: string;
};

const of = ({ document }: Input): Document => document as unknown as Document;

/** The time of expiry, where it is a number. */
const expiry = (input: Input): number | undefined => of(input).deleteAfter ?? undefined;

const KEY = 'b[a-z2-7]{51}[aq]';
const NAME = '[a-z][a-z0-9]{0,14}';
const SIGNATURE = /^b[a-z2-7]{102}[aiqy]$/;
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^(?:${pattern})$`).test(text) && !text.includes('\n');

const COMMON = { format: 'string', author: 'string', path: 'string', timestamp: 'integer', signature: 'string' };
const ES4 = { ...COMMON, content: 'string', contentHash: 'string', deleteAfter: 'integer|null', workspace: 'string' };
const ES5 = {
  ...COMMON,
  text: 'string',
  textHash: 'string',
  share: 'string',
  shareSignature: 'string',
  deleteAfter: 'integer?',
  attachmentSize: 'integer?',
  attachmentHash: 'string?',
};

const common: Rule<Input>[] = [
  rule('ES-1', 'address-form', 'form', (input) => matches(`@[a-z][a-z0-9]{3}\\.${KEY}`, of(input).author)),
  ...pathFormRules.map((holds, index) =>
    rule<Input>(`ES-${index + 2}`, 'path-form', 'form', (input) => holds(of(input).path)),
  ),
  rule('ES-9', 'time-range', 'form', (input) => isTime(of(input).timestamp)),
  rule('ES-10', 'time-range', 'form', (input) => isTime(expiry(input) ?? 10_000_000_000_000)),
  rule('ES-14', 'signature-form', 'form', (input) => SIGNATURE.test(of(input).signature)),
  rule(
    'ES-8',
    'path-permission',
    'relations',
    (input) => !of(input).path.includes('~') || of(input).path.includes(`~${of(input).author}`),
  ),
  rule(
    'ES-11',
    'expires-order',
    'relations',
    (input) => (expiry(input) ?? Number.POSITIVE_INFINITY) > of(input).timestamp,
  ),
  rule('ES-12', 'timestamp-future', 'time', (input) => of(input).timestamp <= input.now + MAX_AHEAD),
  rule('ES-13', 'expired', 'time', (input) => (expiry(input) ?? input.now) >= input.now),
];

const isWorkspace = (address: string): boolean =>
  matches(`\\+${NAME}\\.[a-z][a-z0-9]{0,52}`, address) &&
  (!matches(`\\+${NAME}\\.b[a-z2-7]{52}`, address) || /[aq]$/.test(address));

/** Every rule with a code for es.4, save those of texts. */
export const es4Rules: readonly Rule<Input>[] = [
  rule('ES4-1', 'document-shape', 'shape', ({ document }) => hasShape(document, ES4) && document.format === 'es.4'),
  ...common,
  rule('ES4-2', 'address-form', 'form', (input) => isWorkspace(of(input).workspace)),
  rule('ES4-4', 'content-length', 'form', (input) => utf8(of(input).content).length <= 4_000_000),
  rule(
    'ES4-3',
    'path-ephemeral',
    'relations',
    (input) => of(input).path.includes('!') === (expiry(input) !== undefined),
  ),
  rule('ES-15', 'signature-invalid', 'signature', ({ document }) => verifyAuthor(document, hashEs4(document))),
  rule('ES4-6', 'content-hash', 'content', (input) => of(input).contentHash === textHash(of(input).content)),
];

/** Whether a path ends as a file does: the tail of 53 characters of an author's address does not count. */
export const hasExtension = (path: string): boolean => {
  const tail = /\.([A-Za-z0-9_]+)$/.exec(path)?.[1];
  if (tail === undefined) return false;
  return !(tail.length === 53 && /~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(path));
};

/** Every rule with a code for es.5, save those of texts. */
export const es5Rules: readonly Rule<Input>[] = [
  rule('ES5-1', 'document-shape', 'shape', ({ document }) => hasShape(document, ES5) && document.format === 'es.5'),
  ...common,
  rule('ES5-2', 'address-form', 'form', (input) => matches(`\\+${NAME}\\.${KEY}`, of(input).share)),
  rule('ES5-5', 'content-length', 'form', (input) => utf8(of(input).text).length <= 8_000),
  rule('ES5-6', 'size-range', 'form', (input) => {
    const size = of(input).attachmentSize ?? 0;
    return size >= 0 && size <= 9_007_199_254_740_991;
  }),
  rule('ES5-7', 'hash-form', 'form', (input) => matches(KEY, of(input).attachmentHash ?? `b${'a'.repeat(52)}`)),
  rule('ES5-12', 'signature-form', 'form', (input) => SIGNATURE.test(of(input).shareSignature)),
  rule('ES5-3', 'path-ephemeral', 'relations', (input) => expiry(input) === undefined || of(input).path.includes('!')),
  rule(
    'ES5-4',
    'path-extension',
    'relations',
    (input) => hasExtension(of(input).path) === (of(input).attachmentHash !== undefined),
  ),
  rule(
    'ES5-8',
    'attachment-pair',
    'relations',
    (input) => of(input).attachmentHash === undefined || of(input).attachmentSize !== undefined,
  ),
  rule(
    'ES5-9',
    'attachment-pair',
    'relations',
    (input) => (of(input).attachmentSize ?? 0) === 0 || of(input).attachmentHash !== undefined,
  ),
  rule(
    'ES5-10',
    'attachment-text',
    'relations',
    (input) => of(input).text !== '' || (of(input).attachmentSize ?? 0) === 0,
  ),
  rule('ES-15', 'signature-invalid', 'signature', ({ document }) => verifyAuthor(document, hashEs5(document))),
  rule('ES5-13', 'signature-invalid', 'signature', ({ document }) => verifyShare(document, hashEs5(document))),
  rule('ES5-14', 'content-hash', 'content', (input) => of(input).textHash === textHash(of(input).text)),
];
