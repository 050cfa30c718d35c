import { lookOf } from './look-of.ts';

/** The colour and the mosaic of a state. */
export const Badge = ({ fingerprint, says }: { fingerprint: string; says: string }) => {
  const { hue, cells } = lookOf(fingerprint);
  return (
    <svg class="play-badge" data-hue={hue} viewBox="0 0 64 64" role="img" aria-label={says}>
      <path class="pebble" d="M10 14C19 2 45 0 55 13s9 34-3 44-35 8-44-4S1 26 10 14Z" />
      {cells.map((isFilled, at) =>
        isFilled ? (
          <rect key={at} x={13 + (at % 5) * 8} y={13 + Math.floor(at / 5) * 8} width="7" height="7" rx="2" />
        ) : null,
      )}
    </svg>
  );
};
