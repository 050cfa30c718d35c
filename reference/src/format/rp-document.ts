import type { Sha256 } from '../bytes/sha256.ts';
import { isHashText } from '../id/id.ts';
import type { Replication } from '../merge/replication.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { type JsonValue, optionalNumber, stringOr } from '../value/json.ts';
import type { DocumentFormat } from './format.ts';
import { headerRule, nativeFormat } from './native-format.ts';
import { NativeRecord, type NativeSteps } from './native-record.ts';
import { pathRules } from './path-rules.ts';
import { shape } from './shape.ts';
import { isMicros } from './time.ts';

const formatName = 'rp.document.1';

/** A ~ behind which there is no key, or more than a key up to the next ~ or `/`. */
const strayTilde = /~(?!@b[a-z2-7]{51}[aq](?:[~/]|$))/;

/** A native document as its rules see it. */
export class NativeDocument extends NativeRecord {
  readonly path: string;
  readonly expires: number | undefined;

  constructor(value: JsonValue, steps: NativeSteps & { readonly sha256: Sha256 }) {
    super(value, steps);
    this.path = stringOr(this.header.path);
    this.expires = optionalNumber(this.header.expires);
  }

  /** What stands behind the last `/` of the path. */
  get lastSegment(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }
}

const headerShape = shape(
  {
    format: 'string',
    space: 'string',
    author: 'string',
    path: 'string',
    timestamp: 'integer',
    contentHash: 'string',
    contentSize: 'integer',
  },
  { contentType: 'string', expires: 'integer', key: 'string' },
);

const documentRules: RulesByPhase<NativeDocument> = {
  shape: [headerRule('DOC-1', formatName, 'the members of a document', headerShape)],
  form: [
    ...pathRules(['DOC-2', 'DOC-3', 'DOC-4', 'DOC-5', 'DOC-6', 'DOC-7'], '/header/path'),
    {
      requirement: 'DOC-8',
      code: 'path-author',
      title: 'each ~ is followed by one whole key',
      path: '/header/path',
      check: ({ path }) => !strayTilde.test(path),
    },
    {
      requirement: 'DOC-9',
      code: 'path-immutable',
      title: 'a segment with = is the last one and a hash',
      path: '/header/path',
      check: ({ path }) => !path.includes('/=') || isHashText(path.slice(path.indexOf('/=') + 2)),
    },
    {
      requirement: 'DOC-10',
      code: 'time-range',
      title: 'expires is in range',
      path: '/header/expires',
      check: ({ expires }) => expires === undefined || isMicros(expires),
    },
  ],
  relations: [
    {
      requirement: 'DOC-11',
      code: 'expires-order',
      title: 'expires is later than timestamp',
      path: '/header/expires',
      check: ({ expires, timestamp }) => expires === undefined || expires > timestamp,
    },
    {
      requirement: 'DOC-12',
      code: 'path-ephemeral',
      title: '! in the path goes with expires',
      path: '/header/path',
      check: ({ path, expires }) => path.includes('!') === (expires !== undefined),
    },
    {
      requirement: 'DOC-14',
      code: 'path-permission',
      title: 'the path lets the author write',
      path: '/header/path',
      check: ({ path, author }) => !path.includes('~') || path.includes(`~${author}`),
    },
    {
      requirement: 'DOC-15',
      code: 'path-content',
      title: 'the path names this content',
      path: '/header/contentHash',
      check: ({ lastSegment, contentHash }) =>
        !lastSegment.startsWith('=') || contentHash === `&${lastSegment.slice(1)}`,
    },
  ],
  time: [
    {
      requirement: 'DOC-13',
      code: 'expired',
      title: 'not expired',
      path: '/header/expires',
      check: ({ expires }, { now }) => expires === undefined || expires >= now,
    },
  ],
  content: [],
};

/** The format of native documents, `rp.document.1`. */
export const createDocumentFormat = (
  steps: NativeSteps & { readonly sha256: Sha256 },
  replication: Replication<NativeDocument>,
): DocumentFormat<NativeDocument> => ({
  ...nativeFormat(formatName, documentRules, steps),
  replication,
  read: (value) => new NativeDocument(value, steps),
});
