import type { PeerView } from '../playground/engine/peer-view.ts';
import type { Snapshot } from '../playground/engine/snapshot.ts';

/** A slot of a path at one peer; without content where nothing is in it. */
export type SlotRow = { readonly author: string; readonly content: string | undefined; readonly isWinner: boolean };

/** Who has written at a path on any of some copies, in the order in which the peers stand. */
export const authorsAt = (path: string, snapshots: readonly Snapshot[]): readonly string[] => {
  const peers = snapshots.flatMap(({ peers }) => peers);
  const authors = new Set(
    peers
      .flatMap(({ pages }) => pages.filter((page) => page.path === path).flatMap(({ versions }) => versions))
      .map(({ author }) => author),
  );
  return [...new Set(peers.map(({ name }) => name))].filter((name) => authors.has(name));
};

/** The slots of these authors on one copy. None of them holds more than one document, as long as none expires. */
export const slotRows = ({ pages }: PeerView, path: string, authors: readonly string[]): readonly SlotRow[] => {
  const versions = pages.find((page) => page.path === path)?.versions ?? [];
  return authors.map((author) => {
    const version = versions.find((each) => each.author === author);
    return { author, content: version?.content, isWinner: version?.isWinner ?? false };
  });
};
