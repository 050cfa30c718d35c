import type { Lamp } from '../engine/lamp.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { Mark } from './signs.tsx';
import { nameAt } from './words.ts';

const marks: Readonly<Record<Lamp['is'], 'yes' | 'no' | 'open' | 'cut' | 'told'>> = {
  equal: 'yes',
  told: 'told',
  unheard: 'open',
  wanted: 'open',
  refused: 'no',
  ended: 'no',
  cut: 'cut',
};

/** What a peer knows of whether each of its neighbours has the same. */
export const Lamps = ({ at, snapshot }: { at: number; snapshot: Snapshot }) => (
  <ul class="play-lamps" aria-label="Does the other have the same?">
    {snapshot.links.flatMap(({ peers, lamps, at: link }) => {
      const side = peers.indexOf(at);
      const lamp = lamps[side];
      if (lamp === undefined) return [];
      return (
        <li key={link} data-is={lamp.is}>
          <Mark is={marks[lamp.is]} />
          <span>
            <b>{nameAt(snapshot, peers[1 - side] ?? 0)}:</b> {lamp.words}
          </span>
        </li>
      );
    })}
  </ul>
);
