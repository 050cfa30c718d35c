import type { Document } from '../format/document.ts';
import { type Format, isDocumentFormat } from '../format/format.ts';
import type { Statement } from '../format/statement.ts';
import { isRejected, type Verdict } from '../rule/verdict.ts';
import type { Replication } from './replication.ts';

/** A document with what a verifier said of it. */
export interface Candidate {
  readonly format: Format;
  /** What a verifier with the clock of the merge answered. */
  readonly verdict: Verdict<Statement>;
}

/** What a replica keeps and shows; documents are named by their positions in the list that was given. */
export interface Merged {
  /** Positions of the documents that are kept, rising. */
  readonly kept: readonly number[];
  /** For each path the position of the winner. */
  readonly winners: ReadonlyMap<string, number>;
  /** The paths whose winner is deleted; undefined for formats that know no deleting. */
  readonly deleted: readonly string[] | undefined;
}

/**
 * What a replica of `space` keeps, given these documents [DOC-16] to [DOC-21], [ES-16] to [ES-19].
 *
 * The clock has had its say in the verdicts. Documents of one call belong to formats that share their slots.
 * @throws RangeError where they do not.
 */
export function mergeDocuments(candidates: readonly Candidate[], space: string): Merged {
  const [first] = candidates;
  if (first === undefined) return { kept: [], winners: new Map(), deleted: [] };
  const replication = replicationOf(first.format);
  if (candidates.some(({ format }) => replicationOf(format) !== replication)) {
    throw new RangeError('documents of formats that share no slots cannot be merged');
  }
  const positions = new Map<Document, number>();
  const kept: number[] = [];
  const winners = new Map<string, number>();
  const deleted: string[] = [];
  const slots = slotsOf(admitted(candidates, space, replication, positions));
  for (const [path, authors] of slots) {
    const documents: Document[] = [];
    for (const slot of authors.values()) {
      for (const document of replication.keep(slot.sort(replication.byAge))) documents.push(document);
    }
    const winner = replication.winner(documents.sort(replication.byAge));
    winners.set(path, positions.get(winner) as number);
    if (replication.deleted?.(winner)) deleted.push(path);
    for (const document of documents) kept.push(positions.get(document) as number);
  }
  kept.sort((a, b) => a - b);
  return { kept, winners, deleted: replication.deleted && deleted };
}

function replicationOf(format: Format): Replication<Document> {
  if (!isDocumentFormat(format)) throw new RangeError(`${format.name} is no format of documents`);
  return format.replication;
}

/** The documents that may be kept, each once; notes their positions. */
function admitted(
  candidates: readonly Candidate[],
  space: string,
  replication: Replication<Document>,
  positions: Map<Document, number>,
): Iterable<Document> {
  const documents = new Map<unknown, Document>();
  for (const [position, { verdict }] of candidates.entries()) {
    if (isRejected(verdict)) continue;
    // What a format of documents reads is a document.
    const document = verdict.record as Document;
    if (!replication.admits(document, !verdict.ok, space)) continue;
    const identity = replication.identity(document);
    const first = documents.get(identity);
    documents.set(identity, first === undefined ? document : replication.oneOf(first, document));
    positions.set(document, position);
  }
  return documents.values();
}

/** The documents by path, then by author. */
function slotsOf(documents: Iterable<Document>): Map<string, Map<string, Document[]>> {
  const paths = new Map<string, Map<string, Document[]>>();
  for (const document of documents) {
    const authors = getOrAdd(paths, document.path, () => new Map<string, Document[]>());
    getOrAdd(authors, document.author, () => [] as Document[]).push(document);
  }
  return paths;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
