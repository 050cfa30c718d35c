import { useEffect, useRef, useState } from 'preact/hooks';
import { type Scenario, timelineOf } from '../scenarios/scenario.ts';
import { clicksAt } from './course.ts';
import { familyOf } from './families.ts';
import type { Flight } from './flights.ts';
import { Guess } from './guess.tsx';
import { isInPast, Next } from './next.tsx';
import type { Pool, View } from './pool.ts';
import { PoolStrip } from './pool-strip.tsx';
import { RuleOff } from './rule-off.tsx';
import { sizeOf } from './sized.ts';
import { toldSince } from './words.ts';

/** Of another number of records the sentences of a scenario do not hold. */
const isAsWritten = ({ timeline, scenario }: View): boolean => {
  const [is, was] = [sizeOf(timeline), sizeOf(timelineOf(scenario))];
  return is.records === was.records && (is.records === 0 || is.different === was.different);
};

/** What the scenario says of a position; nothing between two of its clicks. */
const scenarioSays = (view: View): string | undefined => {
  const { course, snapshot } = view;
  if (course === undefined || !isAsWritten(view)) return undefined;
  const clicks = clicksAt(course, snapshot.position);
  if (course.marks[clicks] !== snapshot.position) return undefined;
  return clicks === 0 ? course.scenario.says : course.scenario.steps[clicks - 1]?.says;
};

/** What crosses, if it is much; of the messages few bring something, and all others find out what. */
const crossingWords = (flights: readonly Flight[]): string | undefined => {
  if (flights.length <= 2) return undefined;
  const records = flights.filter(({ type }) => familyOf(type) === 'record').length;
  const which = records === 0 ? '' : `, ${records} of them with a record`;
  return `${flights.length} messages cross${which} …`;
};

/** What somebody did and saw, and nothing of a scenario. */
const freeWords = 'Write, cut, drop, forge: nothing here can break.';

type Props = { pool: Pool; scenarios: readonly Scenario[]; base: string };

/** What is to be seen, in a sentence, and what to do next. */
export const Teller = ({ pool, scenarios, base }: Props) => {
  const { view, wait, fault } = pool;
  const { course, snapshot, timeline, scenario, since, isShared } = view;
  const [guess, setGuess] = useState<number>();
  useEffect(() => setGuess(undefined), [scenario]);
  const clicks = course === undefined ? 0 : clicksAt(course, snapshot.position);
  const next = course?.scenario.steps[clicks];
  const told = toldSince(snapshot, since).slice(-3);
  const tells = scenarioSays(view);
  const says = tells ?? told.at(-1) ?? freeWords;
  const rest = told.filter((each) => each !== says);
  const meanwhile = fault === undefined ? (wait ?? crossingWords(pool.crossing?.flights ?? [])) : undefined;
  const isAtEnd = course !== undefined && next === undefined;
  const isPast = isInPast(pool);
  const asks = course !== undefined && isAsWritten(view) ? course.scenario.asks : undefined;
  const section = useRef<HTMLElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  // On a phone it has come along so far, and is too tall for that now: who has scrolled down would lose it at the end.
  useEffect(() => {
    if (isAtEnd && matchMedia('(max-width: 50rem)').matches) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isAtEnd]);
  return (
    <section
      class="play-teller"
      ref={section}
      aria-label="What happens"
      data-asks={(asks !== undefined && clicks === 0 && guess === undefined) || isAtEnd || undefined}
      data-free={course === undefined || undefined}
      data-past={isPast || undefined}
      data-tells={tells !== undefined || undefined}
    >
      <PoolStrip snapshot={snapshot} />
      <div class="play-said" role="status" data-waits={meanwhile !== undefined || undefined}>
        {(isShared || isPast || course !== undefined) && (
          <p class="play-step">
            {isShared
              ? 'Shared with you: you see how far it has come.'
              : isPast && course === undefined
                ? `An earlier moment: ${snapshot.position - timeline.before} of ${timeline.events.length - timeline.before}. What came later is there still.`
                : isAtEnd
                  ? 'The end'
                  : clicks === 0
                    ? 'The beginning'
                    : `${clicks} of ${course?.scenario.steps.length}`}
            {asks !== undefined && guess !== undefined && !isAtEnd && (
              <span class="play-quiet"> Your guess: {asks.answers[guess]}</span>
            )}
          </p>
        )}
        <p class="play-says">{fault ?? says}</p>
        {rest.length > 0 && <p class="play-told">{rest.join(' ')}</p>}
        {meanwhile !== undefined && <p class="play-meanwhile">{meanwhile}</p>}
      </div>
      {asks !== undefined && (
        <Guess
          asks={asks}
          guess={guess}
          onGuess={(guess) => {
            setGuess(guess);
            // What had the keyboard is gone.
            main.current?.focus({ preventScroll: true });
          }}
          isKnown={isAtEnd}
        />
      )}
      <Next pool={pool} scenarios={scenarios} base={base} main={main} />
      <RuleOff snapshot={snapshot} base={base} />
    </section>
  );
};
