import type { Snapshot } from '../playground/engine/snapshot.ts';
import type { Look } from '../playground/looks.ts';

/** A copy, as far as the first page shows it. */
export type CopyView = {
  readonly name: string;
  readonly look: Look;
  /** What stands at the page, and by whom. */
  readonly content: string;
  readonly author: string;
  /** The other versions that are kept, the newest first. */
  readonly others: readonly { readonly content: string; readonly author: string }[];
  /** Whether all that it keeps is what the others keep. */
  readonly isLikeAll: boolean;
};

/** A message on its way. */
export type DotView = {
  readonly number: number;
  readonly link: number;
  readonly isForward: boolean;
  readonly type: string;
};

/** What the first page shows of a pool. */
export type CableView = {
  readonly copies: readonly CopyView[];
  readonly areEqual: boolean;
  /** Of the cable that can be cut, the first one. */
  readonly isCut: boolean;
  readonly dots: readonly DotView[];
  /** What the message said that arrived last; empty where no message did. */
  readonly said: string;
};

export const cableViewOf = ({ peers, links, looks, messages, areEqual, sentence, events }: Snapshot): CableView => {
  const underway = messages.filter(({ where }) => where === 'on its way');
  return {
    copies: peers.map(({ name, fingerprint, pages }) => {
      const versions = pages[0]?.versions ?? [];
      const winner = versions.find(({ isWinner }) => isWinner);
      return {
        name,
        look: looks[fingerprint] as Look,
        content: winner?.content ?? '',
        author: winner?.author ?? '',
        others: versions
          .filter((version) => version !== winner)
          .map(({ content = '', author }) => ({ content, author })),
        isLikeAll: areEqual,
      };
    }),
    areEqual,
    isCut: links[0]?.isCut ?? false,
    dots: underway.map(({ number, link, from, type }) => ({
      number,
      link,
      isForward: from === links[link]?.peers[0],
      type,
    })),
    said: events.at(-1)?.do === 'deliver' ? sentence : '',
  };
};
