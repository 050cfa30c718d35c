import type { LinkView } from '../engine/link-view.ts';
import { ByteMeter } from './byte-meter.tsx';
import type { SetPick } from './pick.ts';
import type { Pool } from './pool.ts';
import { rowsOf } from './range-rows.ts';
import { RangeRows, Stripes } from './range-rows-drawn.tsx';
import { SizeForm } from './size-form.tsx';
import { filledIn } from './sized.ts';
import { nameAt } from './words.ts';

/** Of fewer records than these a picture says little, so it is shown to those who ask. */
const few = 20;

/** Whether there is more to see than that both had the same, or nothing. What differs from a guest, nobody knows. */
const isTelling = ({ session }: LinkView): boolean => {
  if (session === undefined) return false;
  const { odds, turns } = session;
  return odds === undefined ? turns.length > 1 : odds.differences > 0 && turns.length > 0;
};

/** How two peers find what differs: each turn as a row over all records, and what it costs. */
export const RangesView = ({ pool, setPick }: { pool: Pool; setPick: SetPick }) => {
  const { snapshot, timeline } = pool.view;
  const link = snapshot.links.filter(isTelling).at(-1);
  const isBig = filledIn(timeline) > 0;
  if (link === undefined && !isBig) return null;
  const { odds, turns = [] } = link?.session ?? {};
  const guest = snapshot.guests.find((each) => each.link === link?.at);
  return (
    <section class="play-ranges" aria-label="What was compared">
      {isBig && <SizeForm pool={pool} />}
      {link?.session !== undefined && (
        <details open={(odds?.records ?? turns[0]?.items ?? 0) >= few}>
          <summary>How {link.peers.map((at) => nameAt(snapshot, at)).join(' and ')} find what differs</summary>
          <p class="play-quiet">
            Each row is a message. What differs is looked into in the next row, where it is drawn larger.
            {guest &&
              ` Nobody here knows what ${guest.name} keeps: all rows are over what ${nameAt(snapshot, guest.host)} has.`}
          </p>
          <Stripes />
          <RangeRows
            rows={rowsOf(turns, snapshot.next === undefined)}
            speaker={({ message, by }) => (
              <button type="button" class="play-small" onClick={() => setPick({ is: 'message', number: message })}>
                {nameAt(snapshot, by)}
              </button>
            )}
          />
          {odds && <ByteMeter session={link.session} odds={odds} />}
        </details>
      )}
    </section>
  );
};
