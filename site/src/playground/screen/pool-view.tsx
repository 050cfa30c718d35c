import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Look, statesAmong } from '../looks.ts';
import { Cable } from './cable.tsx';
import { Legend } from './legend.tsx';
import { Outside } from './outside.tsx';
import { PeerCard } from './peer-card.tsx';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';
import { Mark } from './signs.tsx';
import { statesWords } from './words.ts';

type Props = { pool: Pool; pick: Pick | undefined; setPick: SetPick; base: string };

/** The peers, what is between them, and whether all have the same. */
export const PoolView = ({ pool, pick, setPick, base }: Props) => {
  const { snapshot } = pool.view;
  const { peers, guests, looks } = snapshot;
  const section = useRef<HTMLElement>(null);
  const before = useRef(snapshot);
  const isEnd = snapshot.position === pool.view.timeline.events.length;
  // Where peers stand one under the other, who has something new can be out of sight. What is said of the end is seen first.
  useEffect(() => {
    const { peers: known, position } = before.current;
    const changed = peers.find(({ at, fingerprint }) => known[at]?.fingerprint !== fingerprint);
    before.current = snapshot;
    if (changed === undefined || isEnd || position + 1 !== snapshot.position) return;
    const card = section.current?.querySelector(`[data-peer="${changed.at}"]`);
    if (matchMedia('(max-width: 60rem)').matches) card?.scrollIntoView({ block: 'nearest' });
  }, [snapshot]);
  const links = snapshot.links.filter(({ at }) => guests.every(({ link }) => link !== at));
  const isBeside = ([one, other]: readonly [number, number], at: number) =>
    Math.min(one, other) === at && Math.max(one, other) === at + 1;
  const cable = (link: (typeof links)[number]) => (
    <Cable key={`link ${link.at}`} link={link} pool={pool} pick={pick} setPick={setPick} />
  );
  const far = links.filter((link) => !peers.some(({ at }) => isBeside(link.peers, at)));
  // While messages cross, peers stay as they are.
  const cards = useMemo(
    () =>
      peers.map((peer) => (
        <PeerCard
          key={peer.at}
          peer={peer}
          look={looks[peer.fingerprint] as Look}
          pool={pool}
          pick={pick}
          setPick={setPick}
          base={base}
        />
      )),
    [pool.view, pick, base],
  );
  return (
    <section class="play-pool" ref={section} aria-label="The pool">
      <div class="play-peers" data-count={peers.length}>
        {peers.flatMap((peer, place) => [
          cards[place],
          ...links.filter((link) => isBeside(link.peers, peer.at)).map(cable),
        ])}
      </div>
      {far.length > 0 && <div class="play-far">{far.map(cable)}</div>}
      <div class="play-all">
        <p data-is={snapshot.areEqual ? 'equal' : 'different'}>
          <Mark is={snapshot.areEqual ? 'yes' : 'open'} />
          {statesWords(statesAmong(peers), peers.length)}
        </p>
        <Legend />
      </div>
      <Outside looks={looks} pool={pool} pick={pick} setPick={setPick} base={base} />
    </section>
  );
};
