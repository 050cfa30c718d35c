import { describe, expect, test } from 'vitest';
import { playFragment, readPlayFragment } from '../src/playground/engine/permalink.ts';
import { Play } from '../src/playground/engine/play.ts';
import { type Snapshot, snapshotOf } from '../src/playground/engine/snapshot.ts';
import { scenarioNamed, scenarios } from '../src/playground/scenarios/index.ts';
import { clicksAt, positionAfter, type Scenario, timelineOf } from '../src/playground/scenarios/scenario.ts';

/** What is seen after so many clicks, and at the end. */
const seen = new Map<string, Snapshot[]>();
const stepsOf = (name: string): readonly Snapshot[] => {
  const known = seen.get(name);
  if (known !== undefined) return known;
  const scenario = scenarioNamed(name) as Scenario;
  const play = new Play(timelineOf(scenario));
  const made = Array.from({ length: scenario.steps.length + 1 }, (_, clicks) =>
    snapshotOf(play.go(positionAfter(scenario, clicks))),
  );
  seen.set(name, made);
  return made;
};

const last = (name: string): Snapshot => stepsOf(name).at(-1) as Snapshot;
const winners = ({ peers }: Snapshot, path: string): (string | undefined)[] =>
  peers.map(
    ({ pages }) => pages.find((page) => page.path === path)?.versions.find(({ isWinner }) => isWinner)?.content,
  );

describe('Every scenario', () => {
  for (const scenario of scenarios) {
    const { name, steps, asks, ends } = scenario;

    test(`${name} takes at most five clicks, each with its sentence`, () => {
      expect(steps.length).toBeLessThanOrEqual(5);
      for (const { click, says, events } of steps) {
        expect(says).toMatch(/^\p{Lu}.+[.?]$/u);
        expect(click.length).toBeGreaterThan(3);
        expect(events.length).toBeGreaterThan(0);
      }
      expect(asks.answers[asks.right]).toBeDefined();
    });

    test(`${name} ends in its state`, () => {
      expect(last(name).hash).toBe(ends);
    });

    test(`${name} comes back from a link of at most 2 kB to the same state`, async () => {
      const timeline = timelineOf(scenario);
      const fragment = await playFragment({ timeline, position: timeline.events.length });
      expect(fragment.length).toBeLessThanOrEqual(2_048);
      const linked = await readPlayFragment(`#${fragment}`);
      expect(linked).toEqual({ timeline, position: timeline.events.length });
      // The largest is played once: the same list cannot be another state, as the others show.
      if (name === 'ten-thousand' || linked === undefined || 'fault' in linked) return;
      expect(new Play(linked.timeline).go(linked.position).world.hash).toBe(ends);
    });

    test(`${name} can be gone back in to where it began`, () => {
      if (name === 'ten-thousand') return;
      const play = new Play(timelineOf(scenario)).go(timelineOf(scenario).events.length).go(positionAfter(scenario, 0));
      expect(play.world.hash).toBe(stepsOf(name)[0]?.hash);
      expect(clicksAt(scenario, play.position)).toBe(0);
    });
  }
});

describe('What each scenario shows', () => {
  test('DOC-20 two-write: the later page wins on all three, and the other is kept', () => {
    expect(stepsOf('two-write').map(({ areEqual }) => areEqual)).toEqual([true, true, false, false, false, true]);
    expect(winners(last('two-write'), '/wiki/pond')).toEqual(Array(3).fill('Newts live here'));
    for (const { pages } of last('two-write').peers)
      expect(pages[0]?.versions.map(({ author }) => author)).toEqual(['Fern', 'Suzy']);
  });

  test('DOC-20 delete-edit: a deletion wins as any page does', () => {
    expect(winners(stepsOf('delete-edit')[4] as Snapshot, '/wiki/pond')).toEqual(['', '', '']);
    expect(winners(last('delete-edit'), '/wiki/pond')).toEqual(Array(3).fill('The newts stay'));
  });

  test('SYN-13 wrong-clock: a page of tomorrow waits until its time has come', () => {
    const steps = stepsOf('wrong-clock');
    expect(winners(steps[2] as Snapshot, '/wiki/pond')).toEqual(['Written tomorrow', 'Written today', 'Written today']);
    expect(steps[3]?.links[0]?.session?.error?.code).toBe('clock-apart');
    expect(winners(steps[4] as Snapshot, '/wiki/pond')).toEqual(['Written tomorrow', 'Written today', 'Written today']);
    expect(last('wrong-clock').areEqual).toBe(true);
    expect(winners(last('wrong-clock'), '/wiki/pond')).toEqual(Array(3).fill('Written tomorrow'));
  });

  test('REC-15 forger: nothing of it comes to Suzy, whoever passes it on, and each refusal names its rule', () => {
    expect(last('forger').refusals.map(({ peer, from, code }) => [peer, from, code])).toEqual([
      [1, 2, 'signature-invalid'],
      [1, 2, 'content-size'],
      [1, 2, 'path-permission'],
      [1, 2, 'timestamp-future'],
      // Fern's program looks away, and Suzy's asks for itself.
      [0, 1, 'signature-invalid'],
    ]);
    expect(stepsOf('forger')[4]?.areEqual).toBe(true);
    expect(winners(last('forger'), '/wiki/pond')[0]).toBe('Frogs live here');
  });

  test('FEED-19 fork: the proof is the same everywhere, and the author goes on in another feed', () => {
    const forks = (snapshot: Snapshot | undefined) => snapshot?.peers.map(({ feeds }) => feeds[0]?.fork?.sequence);
    expect(forks(stepsOf('fork')[2])).toEqual([undefined, 2, undefined]);
    expect(forks(stepsOf('fork')[3])).toEqual([2, 2, undefined]);
    expect(forks(last('fork'))).toEqual([2, 2, 2]);
    for (const { feeds } of last('fork').peers)
      expect(feeds.map(({ log, length, posts }) => [log, length, posts.length])).toEqual([
        [0, 1, 3],
        [1, 1, 1],
      ]);
  });

  test('DOC-14 own-page: nobody else’s page comes anywhere', () => {
    expect(stepsOf('own-page')[1]?.sentence).toContain('DOC-14');
    expect(stepsOf('own-page')[3]?.refusals.map(({ requirement }) => requirement)).toEqual(['DOC-14']);
    expect(winners(last('own-page'), '/about/~@suzy/name')).toEqual(Array(3).fill('Suzy, keeper of frogs'));
  });

  test('REP-10 expires: what has expired is gone where no message comes', () => {
    const [, , cut, gone] = stepsOf('expires');
    expect(cut?.peers.map(({ pages }) => pages.length)).toEqual([2, 2, 2]);
    expect(gone?.peers.map(({ pages }) => pages.length)).toEqual([1, 1, 1]);
    expect(gone?.messages.length).toBe(cut?.messages.length);
  });

  test('SYN-15 half: what is outside of a filter is never sent', () => {
    const { peers, links, refusals } = last('half');
    expect(peers.map(({ count }) => count)).toEqual([3, 3, 2]);
    expect(refusals).toEqual([]);
    expect(links[1]?.lamps.map(({ is }) => is)).toEqual(['equal', 'equal']);
  });

  test('NAT-5 forgotten: the words are gone, and the chain stands', () => {
    for (const { feeds, wanted } of last('forgotten').peers) {
      expect(feeds[0]?.length).toBe(5);
      expect(feeds[0]?.posts[1]?.content).toBeUndefined();
      expect(wanted).toBe(0);
    }
  });

  test('RNG-12 ten-thousand: one difference costs three kilobytes', () => {
    const session = last('ten-thousand').links[0]?.session;
    expect(session?.odds).toMatchObject({ differences: 1, records: 10_001, least: 2 });
    expect(session?.odds?.everything).toBeGreaterThan(9_000_000);
    expect(session?.bytes).toBeLessThan(3_200);
    expect(last('ten-thousand').areEqual).toBe(true);
  });
});
