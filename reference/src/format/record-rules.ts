import { encodeBase32 } from '../bytes/base32.ts';
import { isBlobId, isKeyId, isSignatureText, isSpaceId } from '../id/id.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { signatureRulebook } from '../signature/check.ts';
import type { Witness } from './format.ts';
import type { NativeRecord } from './native-record.ts';
import { misfit, shape } from './shape.ts';
import { isMicros, maxAheadMicros } from './time.ts';

/** The longest inline content, in bytes of UTF-8. */
export const maxContentBytes = 65_536;

/** The longest content type, in characters. */
export const maxContentTypeLength = 127;

/** The blob id of no bytes. */
export const emptyBlobId = '&b6da6bngndgb3tsjjbh4bixgbakmt4tdzose4bouymop5smcwxaxq';

const contentTypeForm = /^[a-z0-9][a-z0-9!#$&\-^_.+]*\/[a-z0-9][a-z0-9!#$&\-^_.+]*$/;

const recordShape = shape({ header: 'object', signature: 'string' }, { content: 'string' });

/** The rules that hold for records of every native format. */
export const recordRules: RulesByPhase<NativeRecord> = {
  shape: [
    {
      requirement: 'REC-1',
      code: 'record-shape',
      title: 'header, signature and perhaps content',
      path: '',
      check: ({ value }) => misfit(value, recordShape) === undefined,
      locate: ({ value }) => misfit(value, recordShape) ?? '',
    },
  ],
  form: [
    {
      requirement: 'REC-2',
      code: 'id-form',
      title: 'space is the identifier of a space',
      path: '/header/space',
      check: ({ space }) => isSpaceId(space),
    },
    {
      requirement: 'REC-3',
      code: 'id-form',
      title: 'author is the identifier of a key',
      path: '/header/author',
      check: ({ author }) => isKeyId(author),
    },
    {
      requirement: 'REC-4',
      code: 'id-form',
      title: 'key is the identifier of a key',
      path: '/header/key',
      check: ({ key }) => key === undefined || isKeyId(key),
    },
    {
      requirement: 'REC-5',
      code: 'id-form',
      title: 'contentHash is the identifier of a blob',
      path: '/header/contentHash',
      check: ({ contentHash }) => isBlobId(contentHash),
    },
    {
      requirement: 'REC-6',
      code: 'size-range',
      title: 'contentSize is not negative',
      path: '/header/contentSize',
      check: ({ contentSize }) => contentSize >= 0,
    },
    {
      requirement: 'REC-7',
      code: 'time-range',
      title: 'timestamp is in range',
      path: '/header/timestamp',
      check: ({ timestamp }) => isMicros(timestamp),
    },
    {
      requirement: 'REC-8',
      code: 'content-type-form',
      title: 'contentType is a bare type/subtype',
      path: '/header/contentType',
      check: ({ contentType }) =>
        contentType === undefined || (contentType.length <= maxContentTypeLength && contentTypeForm.test(contentType)),
    },
    {
      requirement: 'REC-9',
      code: 'signature-form',
      title: 'signature is the base32 form of 64 bytes',
      path: '/signature',
      check: ({ signature }) => isSignatureText(signature),
    },
    {
      requirement: 'REC-10',
      code: 'content-length',
      title: 'content is at most 65,536 bytes',
      path: '/content',
      check: ({ contentBytes }) => contentBytes <= maxContentBytes,
    },
  ],
  relations: [
    {
      requirement: 'REC-11',
      code: 'content-empty',
      title: 'contentSize is 0 for the blob of no bytes only',
      path: '/header/contentSize',
      check: ({ contentSize, contentHash }) => (contentSize === 0) === (contentHash === emptyBlobId),
    },
    {
      requirement: 'REC-12',
      code: 'key-redundant',
      title: 'key differs from author',
      path: '/header/key',
      check: ({ key, author }) => key !== author,
    },
  ],
  time: [
    {
      requirement: 'REC-13',
      code: 'timestamp-future',
      title: 'timestamp is at most 10 minutes ahead',
      path: '/header/timestamp',
      check: ({ timestamp }, { now }) => timestamp <= now + maxAheadMicros,
    },
  ],
  content: [
    {
      requirement: 'REC-16',
      code: 'content-size',
      title: 'content has the length that the header says',
      path: '/content',
      check: ({ content, contentBytes, contentSize }) => content === undefined || contentBytes === contentSize,
    },
    {
      requirement: 'REC-17',
      code: 'content-hash',
      title: 'content has the hash that the header says',
      path: '/content',
      check: (record) => record.content === undefined || record.contentId === record.contentHash,
    },
  ],
};

/** The signature of a native record. */
export const recordWitness: Witness<NativeRecord> = {
  requirement: 'REC-15',
  code: 'signature-invalid',
  title: 'signature is one of the id, by key or author',
  member: 'signature',
  path: '/signature',
  signer: 'author',
  signatures: signatureRulebook,
  question: (record) => record.signatureQuestion,
  encode: encodeBase32,
};
