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
  /** Positions of the accepted documents that are kept, rising. */
  readonly kept: readonly number[];
  /** For each path the position of the winner. */
  readonly winners: ReadonlyMap<string, number>;
  /** Of native documents: positions of the held ones that are kept, rising. */
  readonly held?: readonly number[];
  /** Of native documents: the paths whose winner is deleted. */
  readonly deleted?: readonly string[];
}

/**
 * What a replica of `space` keeps, given these documents [DOC-16] to [DOC-22], [ES-16] to [ES-19].
 *
 * The clock has had its say in the verdicts. Documents of one call belong to formats that share their slots.
 * @throws RangeError where they do not.
 */
export function mergeDocuments(candidates: readonly Candidate[], space: string): Merged {
  const [first] = candidates;
  if (first === undefined) return { kept: [], winners: new Map(), held: [], deleted: [] };
  const replication = replicationOf(first.format);
  if (candidates.some(({ format }) => replicationOf(format) !== replication)) {
    throw new RangeError('documents of formats that share no slots cannot be merged');
  }
  const { native } = replication;
  const entries = admitted(candidates, space, replication);
  const kept: number[] = [];
  const held: number[] = [];
  const winners = new Map<string, number>();
  const deleted: string[] = [];
  for (const [path, slots] of slotsOf(entries.keys(), replication)) {
    const shown: Document[] = [];
    for (const slot of slots.values()) {
      for (const document of replication.keep(slot.sort(replication.byAge))) {
        const { position, isHeld } = entries.get(document) as Entry;
        (isHeld ? held : kept).push(position);
        if (!isHeld || native?.heldWins) shown.push(document);
      }
    }
    if (shown.length === 0) continue;
    const winner = replication.winner(shown.sort(replication.byAge));
    winners.set(path, (entries.get(winner) as Entry).position);
    if (native?.deleted(winner)) deleted.push(path);
  }
  const rising = (positions: number[]) => positions.sort((a, b) => a - b);
  return { kept: rising(kept), winners, ...(native && { held: rising(held), deleted }) };
}

function replicationOf(format: Format): Replication<Document> {
  if (!isDocumentFormat(format)) throw new RangeError(`${format.name} is no format of documents`);
  return format.replication;
}

/** What a merge knows of a document. */
interface Entry {
  readonly position: number;
  readonly isHeld: boolean;
}

/** The documents that may be kept, each once. */
function admitted(
  candidates: readonly Candidate[],
  space: string,
  replication: Replication<Document>,
): ReadonlyMap<Document, Entry> {
  const documents = new Map<unknown, Document>();
  const entries = new Map<Document, Entry>();
  for (const [position, { verdict }] of candidates.entries()) {
    if (isRejected(verdict) || !(verdict.ok || replication.native?.keepsHeld)) continue;
    // What a format of documents reads is a document.
    const document = verdict.record as Document;
    if (entries.has(document) || !replication.admits(document, space)) continue;
    entries.set(document, { position, isHeld: !verdict.ok });
    const identity = replication.identity(document);
    const first = documents.get(identity);
    if (first === undefined) {
      documents.set(identity, document);
      continue;
    }
    const one = replication.oneOf(first, document);
    entries.delete(one === first ? document : first);
    documents.set(identity, one);
  }
  return entries;
}

/** The documents by path, then by slot. */
function slotsOf(documents: Iterable<Document>, { slot }: Replication<Document>): Map<string, Map<string, Document[]>> {
  const paths = new Map<string, Map<string, Document[]>>();
  for (const document of documents) {
    const slots = getOrAdd(paths, document.path, () => new Map<string, Document[]>());
    getOrAdd(slots, slot(document), () => [] as Document[]).push(document);
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
