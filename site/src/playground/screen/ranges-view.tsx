import type { LinkView } from '../engine/link-view.ts';
import { ByteMeter } from './byte-meter.tsx';
import type { SetPick } from './pick.ts';
import { type Fate, type Piece, rowsOf } from './range-rows.ts';
import { SizeForm } from './size-form.tsx';
import { filledIn } from './sized.ts';
import type { Pool } from './use-pool.ts';
import { nameAt } from './words.ts';

const fates: Readonly<Record<Fate, string>> = {
  same: 'the same',
  differs: 'differs',
  listed: 'listed one by one',
  wished: 'asked for',
  asked: 'not answered yet',
};

/** A narrower piece could not be seen, in parts of 1,000. */
const narrowest = 3;

const rowWords = (pieces: readonly Piece[]): string =>
  (Object.keys(fates) as Fate[])
    .flatMap((fate) => {
      const count = pieces.filter((piece) => piece.fate === fate).length;
      return count === 0 ? [] : [`${count} ${fates[fate]}`];
    })
    .join(', ');

/** Of fewer records than these a picture says little, so it is shown to those who ask. */
const few = 20;

/** Whether there is more to see than that both had the same, or nothing. */
const isTelling = ({ session }: LinkView): boolean =>
  (session?.odds?.differences ?? 0) > 0 && (session?.turns.length ?? 0) > 0;

/** How two peers find what differs: each turn as a row over all records, and what it costs. */
export const RangesView = ({ pool, setPick }: { pool: Pool; setPick: SetPick }) => {
  const { snapshot, timeline } = pool.view;
  const link = snapshot.links.filter(isTelling).at(-1);
  const isBig = filledIn(timeline) > 0;
  if (link === undefined && !isBig) return null;
  const rows = rowsOf(link?.session?.turns ?? [], snapshot.next === undefined);
  return (
    <section class="play-ranges" aria-label="What was compared">
      {isBig && <SizeForm pool={pool} />}
      {link?.session?.odds !== undefined && (
        <details open={link.session.odds.records >= few}>
          <summary>How {link.peers.map((at) => nameAt(snapshot, at)).join(' and ')} find what differs</summary>
          <p class="play-quiet">
            Each row is a message. What differs is looked into in the next row, where it is drawn larger.
          </p>
          <svg class="play-patterns" aria-hidden="true">
            <pattern id="play-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0H8V8H0Z" />
              <path class="stripe" d="M2 0V8" />
            </pattern>
          </svg>
          <ol>
            {rows.map(({ message, by, pieces, within }) => (
              <li key={message}>
                <button type="button" class="play-small" onClick={() => setPick({ is: 'message', number: message })}>
                  {nameAt(snapshot, by)}
                </button>
                <svg viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-label={rowWords(pieces)}>
                  <path class="zoom" d={`M${within[0] * 1000} 0H${within[1] * 1000 + 1}L1000 15H0Z`} />
                  {pieces.map(({ from, to, fate }) => {
                    const wide = Math.max((to - from) * 1000 - 3, narrowest);
                    const x = Math.min(from * 1000 + 1.5, 1000 - wide);
                    return (
                      <rect key={`${from} ${to} ${fate}`} data-fate={fate} x={x} y="16" width={wide} height="23" />
                    );
                  })}
                </svg>
                <span class="play-quiet">{rowWords(pieces)}</span>
              </li>
            ))}
          </ol>
          <ByteMeter session={link.session} odds={link.session.odds} />
        </details>
      )}
    </section>
  );
};
