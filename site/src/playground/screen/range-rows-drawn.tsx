import type { ComponentChildren } from 'preact';
import type { Fate, Piece, Row } from './range-rows.ts';
import './range-rows.css';

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

/** The pattern of what is listed: once on a page that draws rows. */
export const Stripes = () => (
  <svg class="play-patterns" aria-hidden="true">
    <pattern id="play-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0H8V8H0Z" />
      <path class="stripe" d="M2 0V8" />
    </pattern>
  </svg>
);

/** Turns of a session, one under the other, each with who speaks. */
export const RangeRows = ({ rows, speaker }: { rows: readonly Row[]; speaker(row: Row): ComponentChildren }) => (
  <ol class="play-rows">
    {rows.map((row) => (
      <li key={row.message}>
        {speaker(row)}
        <svg viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-label={rowWords(row.pieces)}>
          <path class="zoom" d={`M${row.within[0] * 1000} 0H${row.within[1] * 1000 + 1}L1000 15H0Z`} />
          {row.pieces.map(({ from, to, fate }) => {
            const wide = Math.max((to - from) * 1000 - 3, narrowest);
            const x = Math.min(from * 1000 + 1.5, 1000 - wide);
            return <rect key={`${from} ${to} ${fate}`} data-fate={fate} x={x} y="16" width={wide} height="23" />;
          })}
        </svg>
        <span class="play-quiet">{rowWords(row.pieces)}</span>
      </li>
    ))}
  </ol>
);
