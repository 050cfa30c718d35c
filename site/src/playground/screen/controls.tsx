import { hasMore, type Pool } from './pool.ts';

const speeds = [0.5, 1, 2, 4];

/** Plays or rests; at the end it begins anew, if there is anything to be played. */
export const playOrRest = (pool: Pool): void => {
  const { snapshot, timeline } = pool.view;
  if (pool.isPlaying || hasMore(pool.view)) pool.play(!pool.isPlaying);
  else if (snapshot.position > timeline.before) pool.replay();
};

/** Back, play and forward. At the end, *play* begins anew. What there is nothing to do for keeps the keyboard, so that its keys go on working; and the head of the time line. */
export const Controls = ({ pool }: { pool: Pool }) => {
  const { view, isReady, isPlaying, speed } = pool;
  const { snapshot, timeline } = view;
  const { position } = snapshot;
  const { before, events } = timeline;
  const isFirst = !isReady || position <= before;
  const isLast = !isReady || !hasMore(view);
  const total = events.length - before;
  return (
    <fieldset class="play-controls" aria-label="Time">
      <button
        type="button"
        class="play-key"
        aria-label="To the beginning"
        disabled={isFirst}
        onClick={() => pool.go(before)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 3v10M13 3L6 8l7 5z" />
        </svg>
      </button>
      <button type="button" class="play-key" aria-disabled={isFirst} onClick={() => isFirst || pool.back()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M11 3L4 8l7 5z" />
        </svg>
        <span>Back</span>
      </button>
      <button
        type="button"
        class="play-key"
        data-kind="main"
        aria-disabled={isLast && isFirst && !isPlaying}
        onClick={() => playOrRest(pool)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={isPlaying ? 'M5 3v10M11 3v10' : 'M4 3l9 5-9 5z'} />
        </svg>
        {isPlaying ? 'Pause' : isLast && !isFirst ? 'Replay' : 'Play'}
      </button>
      <button type="button" class="play-key" aria-disabled={isLast} onClick={() => isLast || pool.step()}>
        <span>Step</span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5 3l7 5-7 5z" />
        </svg>
      </button>
      <input
        type="range"
        class="play-head"
        aria-label="Time: drag to go back"
        aria-valuetext={`${position - before} of ${total}`}
        min={before}
        max={Math.max(events.length, before + 1)}
        value={position}
        disabled={!isReady || total === 0}
        onInput={({ currentTarget }) => pool.go(Number(currentTarget.value))}
      />
      <select
        class="rp-field"
        aria-label="Speed"
        value={speed}
        onChange={({ currentTarget }) => pool.setSpeed(Number(currentTarget.value))}
      >
        {speeds.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
    </fieldset>
  );
};
