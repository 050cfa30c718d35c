import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Known } from '../engine/engine.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Played } from '../worker-messages.ts';
import { Controls } from './controls.tsx';
import { ForPrograms } from './for-programs.tsx';
import { Menu } from './menu.tsx';
import type { Pick } from './pick.ts';
import { Picked } from './picked.tsx';
import { PoolView } from './pool-view.tsx';
import { RangesView } from './ranges-view.tsx';
import { filledIn } from './sized.ts';
import { Teller } from './teller.tsx';
import { TimeView } from './time-view.tsx';
import { useAddress } from './use-address.ts';
import { useAhead } from './use-ahead.ts';
import { useKeys } from './use-keys.ts';
import { usePool } from './use-pool.ts';

type Props = { first: Played; known: Known; scenarios: readonly Scenario[]; base: string };

/** The whole tool. What it shows comes from the player, who works in another thread. */
export const Playground = ({ first, known, scenarios, base }: Props) => {
  const [scenario] = scenarios as readonly [Scenario];
  const pool = usePool(first, known, scenario);
  const [pick, setPick] = useState<Pick>();
  const root = useRef<HTMLDivElement>(null);
  const note = useAddress(pool, scenarios);
  useKeys(root, pool, pick, setPick);
  const isWhole = useAhead(pool, base);
  // What was picked is not there in another time line.
  useEffect(() => setPick(undefined), [pool.view.course?.scenario]);
  const { view, isReady, isPlaying, speed } = pool;
  // Of a great many records the picture of what is compared says more than the copies, so it is above them.
  const isBig = filledIn(view.timeline) > 0;
  // While messages cross nothing changes in these, so they are not gone through.
  const below = useMemo(
    () => (
      <>
        <Controls pool={pool} />
        {!isBig && <RangesView pool={pool} setPick={setPick} />}
        <TimeView pool={pool} pick={pick} setPick={setPick} />
        <ForPrograms pool={pool} />
        <Picked pool={pool} pick={pick} setPick={setPick} base={base} />
      </>
    ),
    [view, isReady, isPlaying, speed, pick, base],
  );
  return (
    <div
      class="play not-content"
      ref={root}
      data-ready={pool.isReady || undefined}
      data-whole={isWhole || undefined}
      data-hash={pool.view.snapshot.hash}
    >
      <Menu pool={pool} scenarios={scenarios} note={note} />
      <Teller pool={pool} scenarios={scenarios} base={base} />
      {isBig && <RangesView pool={pool} setPick={setPick} />}
      <PoolView pool={pool} pick={pick} setPick={setPick} base={base} />
      {below}
    </div>
  );
};
