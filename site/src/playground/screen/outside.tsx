import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { bridgeToken } from '../../run/choice.ts';
import type { Looks } from '../looks.ts';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';

type Props = { looks: Looks; pool: Pool; pick: Pick | undefined; setPick: SetPick; base: string };
type Guests = typeof import('../guests/index.ts');

/** Peers that are not on this page. All that they need is loaded when somebody wants one. */
export const Outside = ({ looks, pool, pick, setPick, base }: Props) => {
  const [guests, setGuests] = useState<Guests>();
  const [isOpen, setOpen] = useState(false);
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const panel = useRef<HTMLDetailsElement>(null);
  const latest = useRef(pool);
  latest.current = pool;
  const { snapshot, timeline } = pool.view;
  const isWanted = isOpen || snapshot.guests.length > 0;
  useEffect(() => {
    if (bridgeToken(location.hash) !== undefined) setOpen(true);
  }, []);
  useEffect(() => {
    if (!isWanted) return;
    import('../guests/index.ts').then(setGuests, () =>
      pool.complain('That could not be loaded. Is the network there? Load the page again.'),
    );
  }, [isWanted]);
  const desk = useMemo(
    () => guests && new guests.Desk({ pool: () => latest.current, base, onChange: redraw }),
    [guests],
  );
  useEffect(() => () => desk?.close(), [desk]);
  useEffect(() => desk?.look(), [desk, snapshot, timeline]);
  const openPanel = (): void => {
    setOpen(true);
    panel.current?.querySelector('summary')?.focus();
  };
  const shown = { looks, pool, pick, setPick, base };
  return (
    <div class="play-outside">
      {guests && desk && <guests.GuestRows {...shown} desk={desk} openPanel={openPanel} />}
      <details
        class="play-log play-add"
        ref={panel}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>Add a peer from outside this page</summary>
        {guests && desk ? (
          <guests.AddPeer desk={desk} pool={pool} />
        ) : (
          <p class="play-quiet">
            A <a href={`${base}playground/peer/`}>fourth peer</a> in another tab, your program, a pub, or a peer behind
            HTTP: just a moment …
          </p>
        )}
      </details>
    </div>
  );
};
