import type { Sha256 } from '../bytes/sha256.ts';
import type { Replication } from '../merge/replication.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { otherTextRules } from '../text/rules.ts';
import { canonical } from '../value/canonical.ts';
import { isObject } from '../value/json.ts';
import { EarthstarDocument, type EarthstarNames } from './earthstar-document.ts';
import { authorWitness, earthstarRules } from './earthstar-rules.ts';
import type { DocumentFormat } from './format.ts';
import { misfit, shape } from './shape.ts';

const formatName = 'es.4';
const names: EarthstarNames = { space: 'workspace', text: 'content', textHash: 'contentHash' };

/** The longest content, in bytes of UTF-8. */
export const maxEs4ContentBytes = 4_000_000;

/** [ES4-5] The lines of the hash, in their order. */
export const es4HashLines: readonly string[] = [
  'author',
  'contentHash',
  'deleteAfter',
  'format',
  'path',
  'timestamp',
  'workspace',
];

/** The suffix is free text, except that one that looks like a key has to be one. */
const workspaceForm = /^\+[a-z][a-z0-9]{0,14}\.(?!b[a-z2-7]{51}[b-pr-z2-7]$)[a-z][a-z0-9]{0,52}$/;

const documentShape = shape({
  format: 'string',
  author: 'string',
  path: 'string',
  content: 'string',
  contentHash: 'string',
  timestamp: 'integer',
  deleteAfter: 'integer or null',
  workspace: 'string',
  signature: 'string',
});

/** Where a document has not its shape; undefined if it has. */
const documentMisfit = ({ value, format }: EarthstarDocument) =>
  misfit(value, documentShape) ?? (format === formatName ? undefined : '/format');

const rules: RulesByPhase<EarthstarDocument> = {
  shape: [
    {
      requirement: 'ES4-1',
      code: 'document-shape',
      title: 'the members of es.4',
      path: '',
      check: (document) => documentMisfit(document) === undefined,
      locate: (document) => documentMisfit(document) ?? '',
    },
  ],
  form: [
    ...earthstarRules.form,
    {
      requirement: 'ES4-2',
      code: 'address-form',
      title: 'workspace is the address of a share',
      path: '/workspace',
      check: ({ space }) => workspaceForm.test(space),
    },
    {
      requirement: 'ES4-4',
      code: 'content-length',
      title: 'content is at most 4,000,000 bytes',
      path: '/content',
      check: ({ textBytes }) => textBytes <= maxEs4ContentBytes,
    },
  ],
  relations: [
    ...earthstarRules.relations,
    {
      requirement: 'ES4-3',
      code: 'path-ephemeral',
      title: '! in the path goes with deleteAfter',
      path: '/path',
      check: ({ path, expires }) => path.includes('!') === (expires !== undefined),
    },
  ],
  time: earthstarRules.time,
  content: [
    {
      requirement: 'ES4-6',
      code: 'content-hash',
      title: 'content has the hash that the document says',
      path: '/content',
      check: ({ textHash, actualTextHash }) => textHash === actualTextHash,
    },
  ],
};

/** The format es.4. */
export const createEs4Format = (
  steps: { readonly es4HashLines: readonly string[]; readonly sha256: Sha256 },
  replication: Replication<EarthstarDocument>,
): DocumentFormat<EarthstarDocument> => ({
  name: formatName,
  textRules: otherTextRules,
  rules,
  witnesses: [authorWitness],
  asked: [authorWitness],
  replication,
  recognises: (value) => isObject(value) && value.format === formatName,
  read: (value) => new EarthstarDocument(value, names, steps.es4HashLines, steps.sha256),
  write: (value) => canonical(value),
  hold: () => undefined,
});
