import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Known } from '../engine/engine.ts';
import type { Event, Timeline } from '../engine/event.ts';
import { RemotePlayer, Stopped } from '../remote-player.ts';
import { beginningOf, type Scenario } from '../scenarios/scenario.ts';
import type { Played } from '../worker-messages.ts';
import { type Course, clicksAt, courseOf, isExpected, isInTurn, isMark, withEvent, withOther } from './course.ts';
import { flightsBetween, momentsBetween } from './flights.ts';
import { type Crossing, hasMore, type Place, type Pool, type View } from './pool.ts';

/** A pause between two things that happen at one click, and the longest that a crossing takes, in milliseconds. */
const [pauseMillis, momentMillis, crossingMillis] = [420, 260, 2400];

/** How long it rests between two things when it plays, and where a sentence of the scenario is to be read. */
const [playMillis, readMillis] = [250, 2600];

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Plays what is seen, one thing after another. `first` is what the page shows before it is awake, `known` the signatures of its scenario. */
export const usePool = (first: Played, known: Known, scenario: Scenario): Pool => {
  const [view, setView] = useState<View>(() => ({
    ...first,
    course: courseOf(scenario),
    scenario,
    since: first.snapshot.position,
    forgotten: undefined,
    left: undefined,
    isShared: false,
  }));
  const [crossing, setCrossing] = useState<Crossing>();
  const [wait, setWait] = useState<string>();
  const [hasProgress, setProgress] = useState(false);
  const [fault, setFault] = useState<string>();
  const [isReady, setReady] = useState(false);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const now = useRef({ view, speed, isPlaying: false, isAwaited: false });
  now.current.speed = speed;
  const hurry = useRef(() => {});
  const asked = useRef(0);
  const goal = useRef<number>();
  const chain = useRef<Promise<void>>(Promise.resolve());
  const player = useMemo(() => new RemotePlayer(), []);

  const ask: RemotePlayer['ask'] = async (question) => {
    const timer = setTimeout(() => setWait((before) => before ?? 'Just a moment …'), 400);
    try {
      return await player.ask(question, (words) => {
        setWait(words);
        setProgress(true);
      });
    } finally {
      clearTimeout(timer);
      setWait(undefined);
      setProgress(false);
    }
  };

  const set = (next: View): void => {
    now.current.view = next;
    setView(next);
  };

  /** Waits, unless somebody does something meanwhile. */
  const rest = (millis: number): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, asked.current > 1 ? 0 : millis);
      hurry.current = () => {
        clearTimeout(timer);
        done();
      };
    });

  const show = async (played: Played, more: Partial<View> = {}): Promise<void> => {
    const before = now.current.view;
    const flights = isStill() || more.timeline !== undefined ? [] : flightsBetween(before.snapshot, played.snapshot);
    if (flights.length > 0) {
      const moments = momentsBetween(before.snapshot, played.snapshot);
      const lasts = Math.min(crossingMillis, 200 + moments * momentMillis) / now.current.speed;
      setCrossing({ flights, lasts });
      await rest(lasts);
      setCrossing(undefined);
    }
    set({ ...now.current.view, ...played, ...more });
  };

  /** Does one thing after those that were asked for before. */
  const perform = (action: () => Promise<void>): Promise<void> => {
    asked.current++;
    hurry.current();
    const done = chain.current.then(async () => {
      try {
        await action();
      } catch (error) {
        setFault(`The player has stopped: ${(error as Error).message}. Load the page again.`);
      } finally {
        asked.current--;
      }
    });
    chain.current = done;
    return done;
  };

  const goTo = async (position: number): Promise<void> => show(await ask({ ask: 'go', position }));
  const begin = (): void =>
    set({ ...now.current.view, since: now.current.view.snapshot.position, forgotten: undefined, isShared: false });

  const open = async ({ timeline, position, course, isShared = false }: Place): Promise<void> => {
    const played = await ask({ ask: 'open', timeline, position }).catch((error: Error) => {
      if (error instanceof Stopped) return undefined;
      throw error;
    });
    if (played === undefined) {
      const { timeline, snapshot } = now.current.view;
      await player.ask({ ask: 'open', timeline, position: snapshot.position }, setWait);
      setWait(undefined);
      return;
    }
    setFault(undefined);
    const since = Math.min(position, course?.marks[Math.max(0, clicksAt(course, position) - 1)] ?? position);
    const scenario = course?.scenario ?? now.current.view.scenario;
    await show(played, { timeline, course, scenario, since, isShared, forgotten: undefined, left: undefined });
  };

  /** Another time line that is the same so far. */
  const reopen = async (timeline: Timeline, course: Course | undefined, position: number): Promise<void> => {
    const played = await ask({ ask: 'open', timeline, position });
    set({ ...now.current.view, course });
    await show(played);
  };

  /** A message arrives before what would come next. */
  const arriveFirst = async (event: Event): Promise<void> => {
    const { timeline, course, snapshot } = now.current.view;
    const { position } = snapshot;
    const other = withEvent(timeline, course, position, event);
    await reopen(other.timeline, other.course, position + 1);
    const isNothingLeft = now.current.view.snapshot.next === undefined;
    if (isNothingLeft && timeline.events[position]?.do === 'settle') await goTo(position + 2);
  };

  const act = async (given: Event): Promise<void> => {
    begin();
    const { timeline, course, snapshot } = now.current.view;
    const { position } = snapshot;
    const expected = timeline.events[position];
    const isTurn = given.do === 'deliver' && isInTurn(snapshot, given.message);
    const event: Event = isTurn && given.message === snapshot.next ? { do: 'deliver' } : given;
    // What is let through in its turn leaves the scenario as it is.
    if (isTurn && expected !== undefined && expected.do !== 'deliver') return arriveFirst(event);
    if ((isTurn || event.do !== 'deliver') && isExpected(expected, event)) {
      const isSame = JSON.stringify(expected) === JSON.stringify(event);
      await (isSame ? goTo(position + 1) : reopen(withOther(timeline, position, event), course, position + 1));
      return;
    }
    const isFork = position < timeline.events.length;
    const forgotten = isFork ? { timeline, position, course } : undefined;
    const left = forgotten?.course === undefined ? now.current.view.left : forgotten;
    const played = await ask({ ask: 'add', events: [event] });
    set({ ...now.current.view, course: isFork ? undefined : course, forgotten, left });
    await show(played);
  };

  const tell = async (event: Event): Promise<View | undefined> => {
    let told: View | undefined;
    await perform(async () => {
      const { snapshot, timeline } = now.current.view;
      if (snapshot.position < timeline.events.length) return;
      begin();
      await show(await ask({ ask: 'add', events: [event] }), { course: undefined });
      told = now.current.view;
    });
    return told;
  };

  const click = async (): Promise<void> => {
    begin();
    const { course, snapshot } = now.current.view;
    const end = course?.marks[clicksAt(course, snapshot.position) + 1] ?? snapshot.position;
    for (let position = snapshot.position + 1; position <= end; position++) {
      await goTo(position);
      if (position < end && !isStill()) await rest(pauseMillis / now.current.speed);
    }
  };

  const step = async (): Promise<void> => {
    begin();
    const { timeline, snapshot } = now.current.view;
    const { position, next } = snapshot;
    const coming = timeline.events[position];
    if (coming?.do === 'settle' && next !== undefined) await arriveFirst({ do: 'deliver' });
    else if (coming !== undefined) await goTo(position + 1);
    else if (next !== undefined) await show(await ask({ ask: 'add', events: [{ do: 'deliver' }] }));
  };

  const go = async (position: number): Promise<void> => {
    const { timeline } = now.current.view;
    const to = Math.max(timeline.before, Math.min(position, timeline.events.length));
    set({ ...now.current.view, since: Math.max(timeline.before, to - 1), forgotten: undefined, isShared: false });
    set({ ...now.current.view, ...(await ask({ ask: 'go', position: to })) });
  };

  /** Long enough to read what the scenario says, or to see what happens. */
  const restBetween = (): Promise<void> => {
    const { course, snapshot } = now.current.view;
    const millis = isMark(course, snapshot.position) ? readMillis : isStill() ? 700 : playMillis;
    return new Promise((done) => setTimeout(done, millis / now.current.speed));
  };

  const play = (isOn: boolean, restsFirst = false): void => {
    now.current.isPlaying = isOn;
    setPlaying(isOn);
    if (!isOn) return;
    void (async () => {
      if (restsFirst) await restBetween();
      while (now.current.isPlaying && (now.current.isAwaited || hasMore(now.current.view))) {
        if (hasMore(now.current.view)) await perform(step);
        await restBetween();
      }
      now.current.isPlaying = false;
      setPlaying(false);
    })();
  };

  const stop = (): void => play(false);
  useEffect(() => {
    const { timeline, snapshot } = now.current.view;
    // What is shown already: nobody waits for it, and what is clicked meanwhile comes after it.
    void perform(async () => void (await player.ask({ ask: 'open', timeline, position: snapshot.position, known })));
    setReady(true);
    return () => player.close();
  }, []);

  /** What somebody does herself ends what plays. */
  const byHand = (action: () => Promise<void>): void => {
    stop();
    void perform(action);
  };
  return {
    view,
    crossing,
    wait,
    stopWaiting: hasProgress ? () => player.stop() : undefined,
    fault,
    isReady,
    isPlaying,
    speed,
    setSpeed,
    act: (event) => byHand(() => act(event)),
    click: () => byHand(click),
    step: () => byHand(step),
    back: () => byHand(() => go(now.current.view.snapshot.position - 1)),
    go: (position) => {
      goal.current = position;
      // Whoever drags the head wants to be where it is, and not wherever it was.
      byHand(async () => (goal.current === position ? go(position) : undefined));
    },
    replay: () => {
      stop();
      void perform(() => go(0)).then(() => play(true, true));
    },
    open: (place) => byHand(() => open(place)),
    choose: (scenario) => byHand(() => open({ ...beginningOf(scenario), course: courseOf(scenario) })),
    play,
    inspect: (message) => player.ask({ ask: 'inspect', message }),
    schedule: () => player.ask({ ask: 'schedule' }),
    copy: (peer) => player.ask({ ask: 'copy', peer }),
    prepare: () => player.ask({ ask: 'prepare' }),
    complain: setFault,
    current: () => now.current.view,
    tell,
    await: (isAwaited) => {
      now.current.isAwaited = isAwaited;
    },
  };
};
