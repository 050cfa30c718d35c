import type { Document } from '../format/document.ts';
import type { Format } from '../format/format.ts';
import { isRejected, type Verdict } from '../rule/verdict.ts';
import type { Replication } from './replication.ts';

/** A document with what a verifier said of it. */
export interface Candidate<D extends Document = Document> {
  readonly format: Format<D>;
  /** What a verifier with the clock of the merge answered. */
  readonly verdict: Verdict<D>;
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
export function mergeDocuments<D extends Document>(candidates: readonly Candidate<D>[], space: string): Merged {
  const replication = candidates[0]?.format.replication;
  if (replication === undefined) return { kept: [], winners: new Map(), deleted: [] };
  if (candidates.some(({ format }) => format.replication !== replication)) {
    throw new RangeError('documents of formats that share no slots cannot be merged');
  }
  const positions = new Map<D, number>();
  const kept: number[] = [];
  const winners = new Map<string, number>();
  const deleted: string[] = [];
  const slots = slotsOf(admitted(candidates, space, replication, positions));
  for (const [path, authors] of slots) {
    const documents: D[] = [];
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

/** The documents that may be kept, each once; notes their positions. */
function admitted<D extends Document>(
  candidates: readonly Candidate<D>[],
  space: string,
  replication: Replication<D>,
  positions: Map<D, number>,
): Iterable<D> {
  const documents = new Map<unknown, D>();
  for (const [position, { verdict }] of candidates.entries()) {
    if (isRejected(verdict)) continue;
    const { document, ok } = verdict;
    if (!replication.admits(document, !ok, space)) continue;
    const identity = replication.identity(document);
    const first = documents.get(identity);
    documents.set(identity, first === undefined ? document : replication.oneOf(first, document));
    positions.set(document, position);
  }
  return documents.values();
}

/** The documents by path, then by author. */
function slotsOf<D extends Document>(documents: Iterable<D>): Map<string, Map<string, D[]>> {
  const paths = new Map<string, Map<string, D[]>>();
  for (const document of documents) {
    const authors = getOrAdd(paths, document.path, () => new Map<string, D[]>());
    getOrAdd(authors, document.author, () => [] as D[]).push(document);
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
