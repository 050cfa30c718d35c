import { encodeBase32 } from '../bytes/base32.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { isHashText, isSignatureText } from '../id/id.ts';
import type { Replication } from '../merge/replication.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { signatureRulebook } from '../signature/check.ts';
import { otherTextRules } from '../text/rules.ts';
import { canonical } from '../value/canonical.ts';
import { isObject } from '../value/json.ts';
import { EarthstarDocument, type EarthstarNames } from './earthstar-document.ts';
import { authorWitness, earthstarRules } from './earthstar-rules.ts';
import type { DocumentFormat, Witness } from './format.ts';
import { misfit, shape } from './shape.ts';

const formatName = 'es.5';
const names: EarthstarNames = { space: 'share', text: 'text', textHash: 'textHash' };

/** The longest text, in bytes of UTF-8. */
export const maxEs5TextBytes = 8_000;

/** [ES5-11] The lines of the hash, in their order: `share` comes last, not where the alphabet has it. */
export const es5HashLines: readonly string[] = [
  'attachmentHash',
  'attachmentSize',
  'author',
  'deleteAfter',
  'format',
  'path',
  'textHash',
  'timestamp',
  'share',
];

const shareForm = /^\+[a-z][a-z0-9]{0,14}\.b[a-z2-7]{51}[aq]$/;

const documentShape = shape(
  {
    format: 'string',
    author: 'string',
    path: 'string',
    text: 'string',
    textHash: 'string',
    timestamp: 'integer',
    share: 'string',
    signature: 'string',
    shareSignature: 'string',
  },
  { deleteAfter: 'integer', attachmentSize: 'integer', attachmentHash: 'string' },
);

/** Where a document has not its shape; undefined if it has. */
const documentMisfit = ({ value, format }: EarthstarDocument) =>
  misfit(value, documentShape) ?? (format === formatName ? undefined : '/format');

/** Whether the document says that it has an attachment with bytes in it. */
const hasAttachedBytes = ({ attachmentSize }: EarthstarDocument) => attachmentSize !== undefined && attachmentSize > 0;

const rules: RulesByPhase<EarthstarDocument> = {
  shape: [
    {
      requirement: 'ES5-1',
      code: 'document-shape',
      title: 'the members of es.5',
      path: '',
      check: (document) => documentMisfit(document) === undefined,
      locate: (document) => documentMisfit(document) ?? '',
    },
  ],
  form: [
    ...earthstarRules.form,
    {
      requirement: 'ES5-2',
      code: 'address-form',
      title: 'share is the address of a share',
      path: '/share',
      check: ({ space }) => shareForm.test(space),
    },
    {
      requirement: 'ES5-5',
      code: 'content-length',
      title: 'text is at most 8,000 bytes',
      path: '/text',
      check: ({ textBytes }) => textBytes <= maxEs5TextBytes,
    },
    {
      requirement: 'ES5-6',
      code: 'size-range',
      title: 'attachmentSize is in range',
      path: '/attachmentSize',
      check: ({ attachmentSize }) =>
        attachmentSize === undefined || (attachmentSize >= 0 && attachmentSize <= Number.MAX_SAFE_INTEGER),
    },
    {
      requirement: 'ES5-7',
      code: 'hash-form',
      title: 'attachmentHash is the base32 form of 32 bytes',
      path: '/attachmentHash',
      check: ({ attachmentHash }) => attachmentHash === undefined || isHashText(attachmentHash),
    },
    {
      requirement: 'ES5-12',
      code: 'signature-form',
      title: 'shareSignature is the base32 form of 64 bytes',
      path: '/shareSignature',
      check: ({ shareSignature }) => isSignatureText(shareSignature),
    },
  ],
  relations: [
    ...earthstarRules.relations,
    {
      requirement: 'ES5-3',
      code: 'path-ephemeral',
      title: 'deleteAfter needs a ! in the path',
      path: '/path',
      check: ({ path, expires }) => expires === undefined || path.includes('!'),
    },
    {
      requirement: 'ES5-4',
      code: 'path-extension',
      title: 'a file extension goes with attachmentHash',
      path: '/path',
      check: ({ attachmentHash, hasExtension }) => (attachmentHash !== undefined) === hasExtension,
    },
    {
      requirement: 'ES5-8',
      code: 'attachment-pair',
      title: 'attachmentHash needs attachmentSize',
      path: '/attachmentHash',
      check: ({ attachmentHash, attachmentSize }) => attachmentHash === undefined || attachmentSize !== undefined,
    },
    {
      requirement: 'ES5-9',
      code: 'attachment-pair',
      title: 'attachmentSize above 0 needs attachmentHash',
      path: '/attachmentSize',
      check: (document) => !hasAttachedBytes(document) || document.attachmentHash !== undefined,
    },
    {
      requirement: 'ES5-10',
      code: 'attachment-text',
      title: 'an attachment needs a text',
      path: '/text',
      check: (document) => !hasAttachedBytes(document) || document.text !== '',
    },
  ],
  time: earthstarRules.time,
  content: [
    {
      requirement: 'ES5-14',
      code: 'content-hash',
      title: 'text has the hash that the document says',
      path: '/text',
      check: ({ textHash, actualTextHash }) => textHash === actualTextHash,
    },
  ],
};

const shareWitness: Witness<EarthstarDocument> = {
  requirement: 'ES5-13',
  code: 'signature-invalid',
  title: 'shareSignature is one of the hash, by the share',
  member: 'shareSignature',
  path: '/shareSignature',
  signer: 'share',
  signatures: signatureRulebook,
  question: (document) => document.shareQuestion,
  encode: encodeBase32,
};

/** The format es.5. */
export const createEs5Format = (
  steps: { readonly es5HashLines: readonly string[]; readonly sha256: Sha256 },
  replication: Replication<EarthstarDocument>,
): DocumentFormat<EarthstarDocument> => ({
  name: formatName,
  textRules: otherTextRules,
  rules,
  witnesses: [authorWitness, shareWitness],
  asked: [authorWitness, shareWitness],
  replication,
  recognises: (value) => isObject(value) && value.format === formatName,
  read: (value) => new EarthstarDocument(value, names, steps.es5HashLines, steps.sha256),
  write: (value) => canonical(value),
  hold: () => undefined,
});
