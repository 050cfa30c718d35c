import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Scenario } from '../scenarios/scenario.ts';
import { clicksAt } from './course.ts';
import type { Pool } from './pool.ts';
import { choose } from './use-address.ts';

type Props = { pool: Pool; scenarios: readonly Scenario[]; base: string; main: RefObject<HTMLButtonElement> };

/** What one button does, and what it says. */
type Act = { readonly words: string; readonly act: () => void };

/** Somebody has gone back behind something that she did. What is to come in a story is no past. */
export const isInPast = ({ view: { course, isShared, snapshot, timeline }, isPlaying }: Pool): boolean => {
  const isOwn = course === undefined || timeline.events.length > (course.marks.at(-1) ?? 0);
  return !isPlaying && !isShared && isOwn && snapshot.position < timeline.events.length;
};

/** What could be done next. One button from the beginning of a scenario to its end, so that the keyboard stays on it. */
const mainOf = (pool: Pool, scenarios: readonly Scenario[]): Act | undefined => {
  const { course, snapshot, timeline, scenario, isShared } = pool.view;
  if (isShared) return { words: 'Play it from the beginning', act: pool.replay };
  if (course !== undefined) {
    const next = course.scenario.steps[clicksAt(course, snapshot.position)];
    if (next !== undefined) return { words: next.click, act: pool.click };
    const place = scenarios.findIndex(({ name }) => name === scenario.name);
    const following = scenarios[place + 1] ?? (scenarios[0] as Scenario);
    return { words: `Next: ${following.title}`, act: () => choose(pool, following) };
  }
  if (isInPast(pool)) return { words: 'To the latest moment', act: () => pool.go(timeline.events.length) };
  return snapshot.next === undefined ? undefined : { words: 'Let all arrive', act: () => pool.act({ do: 'settle' }) };
};

/** The buttons beside the sentence. */
export const Next = ({ pool, scenarios, base, main }: Props) => {
  const { course, snapshot, timeline, forgotten, left, isShared } = pool.view;
  const first = mainOf(pool, scenarios);
  const isAtEnd = course !== undefined && clicksAt(course, snapshot.position) === course.scenario.steps.length;
  const all = useRef<HTMLDivElement>(null);
  /** For what is gone when it is done: the keyboard stays here. */
  const andStay = (act: () => void) => () => {
    all.current?.focus({ preventScroll: true });
    act();
  };
  return (
    <div class="play-next" ref={all} tabIndex={-1}>
      {pool.stopWaiting !== undefined && (
        <button type="button" class="rp-button" onClick={andStay(pool.stopWaiting)}>
          Stop, and go back to what there was
        </button>
      )}
      {first !== undefined && (
        <button
          type="button"
          class="rp-button"
          data-kind="main"
          ref={main}
          disabled={!pool.isReady}
          onClick={course === undefined && !isShared ? andStay(first.act) : first.act}
        >
          {first.words}
        </button>
      )}
      {isAtEnd && (
        <p class="play-quiet">
          The rules behind it:{' '}
          {course.scenario.rules.map((rule) => (
            <>
              <a href={`${base}requirements/#${rule.toLowerCase()}`}>{rule}</a>{' '}
            </>
          ))}
        </p>
      )}
      {course !== undefined && isInPast(pool) && (
        <p class="play-quiet">
          You have gone back.{' '}
          <button type="button" class="play-link" onClick={andStay(() => pool.go(timeline.events.length))}>
            To the latest moment
          </button>
        </p>
      )}
      {left !== undefined && (
        <p class="play-quiet">
          You have left the story.{' '}
          <button type="button" class="play-link" onClick={andStay(() => pool.open(left))}>
            Go on where you left it
          </button>
        </p>
      )}
      {forgotten !== undefined && forgotten !== left && (
        <p class="play-quiet">
          What came after this is forgotten.{' '}
          <button type="button" class="play-link" onClick={andStay(() => pool.open(forgotten))}>
            Bring it back
          </button>
        </p>
      )}
    </div>
  );
};
