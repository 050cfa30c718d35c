import { isId } from './identifiers.ts';
import { hasSkip } from './lipmaa.ts';
import { isHeaderOf, type RecordInput, recordRules, type SharedHeader } from './record-rules.ts';
import { type Rule, rule } from './rule.ts';

/** The header of a message that has come through the phase shape. */
export type MessageHeader = SharedHeader & { sequence: number; log?: number; previous?: string; skip?: string };

const header = ({ record }: RecordInput): MessageHeader => record.header as unknown as MessageHeader;

const HEADER = {
  format: 'string',
  space: 'string',
  author: 'string',
  log: 'integer?',
  sequence: 'integer',
  previous: 'string?',
  skip: 'string?',
  timestamp: 'integer',
  contentHash: 'string',
  contentSize: 'integer',
  contentType: 'string?',
  key: 'string?',
};

const isCount = (value: number): boolean => value >= 1 && value <= 9_007_199_254_740_991;
const isRecordId = (id: string | undefined): boolean => id === undefined || isId(id, 'record');

/** Every rule with a code for a message by itself, save those of texts. */
export const messageRules: readonly Rule<RecordInput>[] = [
  ...recordRules,
  rule('MSG-1', 'header-shape', 'shape', ({ record }) => isHeaderOf('rp.message.1', HEADER, record)),
  rule('MSG-2', 'sequence-range', 'form', (input) => isCount(header(input).sequence)),
  rule('MSG-3', 'log-range', 'form', (input) => isCount(header(input).log ?? 1)),
  rule('MSG-4', 'id-form', 'form', (input) => isRecordId(header(input).previous)),
  rule('MSG-5', 'id-form', 'form', (input) => isRecordId(header(input).skip)),
  rule('MSG-6', 'previous-presence', 'relations', (input) => {
    const { sequence, previous } = header(input);
    return (previous !== undefined) === sequence > 1;
  }),
  rule('MSG-7', 'skip-presence', 'relations', (input) => {
    const { sequence, skip } = header(input);
    return (skip !== undefined) === hasSkip(sequence);
  }),
];
