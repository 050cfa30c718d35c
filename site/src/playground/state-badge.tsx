import type { Look } from './looks.ts';
import './state-badge.css';

/** The state of a copy as a colour and a mosaic. Where `says` is not given, what it means is said in words beside it. */
export const StateBadge = ({ look: { hue, cells }, says }: { look: Look; says?: string }) => (
  <svg
    class="rp-state"
    data-hue={hue}
    viewBox="0 0 64 64"
    role={says === undefined ? undefined : 'img'}
    aria-hidden={says === undefined}
    aria-label={says}
  >
    <path d="M10 14C19 2 45 0 55 13s9 34-3 44-35 8-44-4S1 26 10 14Z" />
    {cells.map((isFilled, at) =>
      isFilled ? (
        <rect key={at} x={13 + (at % 5) * 8} y={13 + Math.floor(at / 5) * 8} width="7" height="7" rx="2" />
      ) : null,
    )}
  </svg>
);
