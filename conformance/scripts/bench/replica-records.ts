import {
  blobId,
  createProtocol,
  encodeBase32,
  type GivenRecord,
  type JsonObject,
  openReplica,
  type Protocol,
  type Replica,
  type ReplicaOptions,
  sign,
  without,
} from '@rockpool/reference';
import { createNodeEngine, nodeSha256 } from '@rockpool/reference/node';
import { cast } from '../../src/forge/index.ts';
import { contentOf, NOW } from './samples.ts';

export const protocol: Protocol = createProtocol(nodeSha256);

/** What somebody goes by who has been told that signatures are valid: for very many records that nobody has time to sign. */
export const trusting: Protocol = without(protocol, ['SIG-7']);

const engine = createNodeEngine();
const authors = [cast.suzy, cast.fern, cast.quinn];
const space = cast.spaces.gardening;
export const FORMAT = 'rp.document.1';

const headerOf = (index: number, author: string, path: string, content: string): JsonObject => ({
  format: FORMAT,
  space,
  author,
  path,
  timestamp: 1_700_000_000_000_000 + index,
  contentHash: blobId(content, nodeSha256),
  contentSize: Buffer.byteLength(content),
});

/** Signed documents, each in a slot of its own. */
export const signedRecords = (count: number): GivenRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const { keyId, seed } = authors[index % authors.length] as (typeof authors)[number];
    const content = contentOf(index);
    const record = { header: headerOf(index, keyId, `/beds/~${keyId}/row-${index}`, content), content };
    const signed = sign(record, { protocol, engine, format: FORMAT, now: NOW, seed });
    if (!signed.ok) throw new Error(signed.code);
    return { format: FORMAT, text: signed.text };
  });

/** Many people, and one who writes once in so many times. */
const PEOPLE = 50;
const RARELY = 1_000;
export const BEDS = 10;

/** A key that nobody has; its signatures are not asked about. */
const author = (index: number): string => `@${encodeBase32(Buffer.from(nodeSha256(`gardener ${index}`), 'hex'))}`;
const people = Array.from({ length: PEOPLE }, (_, index) => author(index));
export const usualAuthor = people[7] as string;
export const rareAuthor: string = author(PEOPLE);

/** A document like any other, but that its signature is that of another one. */
export function unsignedRecord(index: number, signature: string): GivenRecord {
  const writer = index % RARELY === 500 ? rareAuthor : (people[index % PEOPLE] as string);
  const content = contentOf(index);
  const header = headerOf(index, writer, `/beds/${index % BEDS}/row-${index}`, content);
  return { format: FORMAT, text: JSON.stringify({ header, signature, content }) };
}

/** The bytes that anybody has to keep of such a record: its text. */
export const liveBytes = (record: GivenRecord): number => Buffer.byteLength(record.text);

export function opened(options: Pick<ReplicaOptions, 'store'> & Partial<ReplicaOptions>): Replica {
  const result = openReplica({ protocol, family: 'native', space, ...options });
  if (!result.ok) throw new Error(result.code);
  return result.replica;
}
