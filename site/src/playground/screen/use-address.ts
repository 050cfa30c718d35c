import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keptInTab, useKeptInTab } from '../../components/kept-in-tab.ts';
import { playFragment, readPlayFragment } from '../engine/permalink.ts';
import { ListKeeper } from '../kept-list.ts';
import { beginningOf, type Scenario } from '../scenarios/scenario.ts';
import { courseIn } from './course.ts';
import { hasMore, type Pool } from './pool.ts';

/** The name of what is kept for this tab, and in this browser. */
const keptUnder = 'rockpool-playground';

/** The scenario that a fragment names. */
const named = (hash: string): string | null => new URLSearchParams(hash.replace(/^#/, '')).get('scenario');

/** Puts a fragment into the address, or none, without a step in the history. */
export const setFragment = (fragment: string): void =>
  history.replaceState(history.state, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);

/** Begins a scenario, and says so in the address. */
export const choose = (pool: Pool, scenario: Scenario): void => {
  setFragment(`scenario=${scenario.name}`);
  pool.choose(scenario);
};

/** Whether what was kept is brought back, or cannot be, or what is done is not kept, in words. */
const noteWords = {
  kept: 'This is what you did here last time. This browser has kept it.',
  newer:
    'This browser keeps what you did with a newer version of this page. This one cannot read it, and leaves it as it is: load the page again for the newer one.',
  full: 'This browser has no room to keep what you do here: it will not be here when you come back. A link holds all of it.',
} as const;

/**
 * Opens what the address says, when the page is loaded and when its fragment changes. Whoever comes back to the page in the
 * same tab finds what was there, unless the address says another thing than it did; whoever comes back later finds what was
 * done last, unless the address says something. Answers what is to be said of that.
 */
export const useAddress = (pool: Pool, scenarios: readonly Scenario[]): string => {
  const latest = useRef(pool);
  latest.current = pool;
  const [kept, setKept] = useState<string>();
  const [note, setNote] = useState<keyof typeof noteWords>();
  const keeper = useMemo(() => new ListKeeper(keptUnder), []);
  /** What was there without anybody's doing: it does not take the place of what somebody did. */
  const given = useRef(new Set<string>());
  const { timeline, snapshot } = pool.view;
  // Whoever has a guest plays on while nothing is on its way: what the guest has said by then is to be kept.
  const isBusy = pool.isPlaying && hasMore(pool.view);
  const initial = useMemo(() => playFragment({ timeline, position: snapshot.position }), []);
  useEffect(() => {
    const first = latest.current.view;
    const fragmentKept = async (): Promise<string> => {
      given.current.add(await initial);
      const [hash, fragment] = keptInTab(keptUnder)?.split(' ') ?? [];
      if (hash === location.hash && fragment !== undefined) return fragment;
      if (location.hash !== '') return location.hash;
      const list = await keeper.read();
      // Somebody did not wait.
      if (list === 'nothing' || latest.current.view !== first) return '';
      setNote(list === 'newer' ? list : 'kept');
      return list === 'newer' ? '' : list.fragment;
    };
    const read = async (isFirst: boolean): Promise<void> => {
      const fragment = isFirst ? await fragmentKept() : location.hash;
      const { open, complain } = latest.current;
      const scenario = scenarios.find(({ name }) => name === named(fragment));
      const linked = scenario === undefined ? await readPlayFragment(fragment) : beginningOf(scenario);
      if (linked === undefined) return;
      if ('fault' in linked) return complain(linked.fault);
      given.current.add(await playFragment(linked));
      const isShared = scenario === undefined && fragment === location.hash && linked.position > linked.timeline.before;
      open({ ...linked, course: courseIn(scenarios, linked.timeline), isShared });
    };
    const onChange = (): void => void read(false);
    void read(true);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  useEffect(() => {
    if (isBusy) return undefined;
    let isLate = false;
    void playFragment({ timeline, position: snapshot.position }).then((fragment) => isLate || setKept(fragment));
    return () => {
      isLate = true;
    };
  }, [timeline, snapshot.position, isBusy]);
  const isTouched = pool.isReady && (snapshot.position > timeline.before || location.hash !== '');
  useKeptInTab(keptUnder, isTouched ? `${location.hash} ${kept}` : undefined, isTouched && kept !== undefined);
  useEffect(() => {
    if (kept === undefined) return;
    void initial.then(() => {
      if (given.current.has(kept)) return;
      given.current.clear();
      void keeper
        .keep(kept)
        .then((hasRoom) => setNote((before) => (!hasRoom ? 'full' : before === 'full' ? undefined : before)));
    });
  }, [kept]);
  return note === undefined ? '' : noteWords[note];
};
