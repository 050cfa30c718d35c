import type { LinkView } from '../engine/link-view.ts';
import { ByteMeter } from './byte-meter.tsx';
import type { SetPick } from './pick.ts';
import { rowsOf } from './range-rows.ts';
import { RangeRows, Stripes } from './range-rows-drawn.tsx';
import { SizeForm } from './size-form.tsx';
import { filledIn } from './sized.ts';
import type { Pool } from './use-pool.ts';
import { nameAt } from './words.ts';

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
          <Stripes />
          <RangeRows
            rows={rows}
            speaker={({ message, by }) => (
              <button type="button" class="play-small" onClick={() => setPick({ is: 'message', number: message })}>
                {nameAt(snapshot, by)}
              </button>
            )}
          />
          <ByteMeter session={link.session} odds={link.session.odds} />
        </details>
      )}
    </section>
  );
};
