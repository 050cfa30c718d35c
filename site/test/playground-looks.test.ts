import { describe, expect, test } from 'vitest';
import { Player } from '../src/playground/answer.ts';
import type { Event } from '../src/playground/engine/event.ts';
import type { Snapshot } from '../src/playground/engine/snapshot.ts';
import { hueCount, type Look, type Looks, looksOf, statesAmong } from '../src/playground/looks.ts';
import { inARow } from '../src/playground/scenarios/begin.ts';
import { scenarios } from '../src/playground/scenarios/index.ts';
import { positionAfter, timelineOf } from '../src/playground/scenarios/scenario.ts';

/** A fingerprint whose own colour is this one. */
const coloured = (hue: number, rest = '0'): string => hue.toString(16).padStart(2, '0') + rest.repeat(30);
const huesOf = (looks: Looks): readonly number[] => Object.values(looks).map(({ hue }) => hue);

describe('The look of a state', () => {
  test('has the colour of the fingerprint, and a mosaic that is alike on both sides', () => {
    const fingerprint = '0123456789abcdef0123456789abcdef';
    const { hue, cells } = looksOf([fingerprint])[fingerprint] as Look;
    expect(hue).toBe(1);
    for (let row = 0; row < 5; row++) {
      expect(cells[row * 5]).toBe(cells[row * 5 + 4]);
      expect(cells[row * 5 + 1]).toBe(cells[row * 5 + 3]);
    }
    expect(cells.includes(true) && cells.includes(false)).toBe(true);
  });

  test('is the same for the same, and up to four that are seen at once have colours that are far apart', () => {
    for (let hue = 0; hue < hueCount; hue++) {
      const four = [coloured(hue), coloured(hue, '1'), coloured(hue + hueCount), coloured(hue + 1)];
      const hues = huesOf(looksOf([...four, ...four]));
      expect(hues).toHaveLength(4);
      for (const [at, one] of hues.entries())
        for (const other of hues.slice(at + 1)) {
          expect(one).toBeLessThan(hueCount);
          expect([0, 1, hueCount - 1]).not.toContain(Math.abs(one - other));
        }
    }
  });

  test('never is that of another, as long as there are as many colours, nor later that of the first', () => {
    const fingerprints = Array.from({ length: 2 * hueCount }, (_, at) => coloured(3, at.toString(36)));
    let looks: Looks = {};
    const hues = fingerprints.map((fingerprint) => {
      looks = looksOf([fingerprint], looks);
      return looks[fingerprint]?.hue;
    });
    expect(new Set(hues.slice(0, hueCount)).size).toBe(hueCount);
    expect(hues.slice(1)).not.toContain(hues[0]);
    for (const [at, hue] of hues.entries()) expect(hue).not.toBe(hues[at + 1]);
  });

  test('stays while another comes, wherever that stands, and is the same again for who comes back', () => {
    const [one, other] = [coloured(7), coloured(7, '1')];
    const before = looksOf([one]);
    const after = looksOf([other, one], before);
    expect(after[one]).toEqual(before[one]);
    expect(after[other]?.hue).not.toBe(before[one]?.hue);
    expect(looksOf([one], looksOf([other], after))).toEqual(after);
  });
});

describe('The colours of a scenario', () => {
  test('do not depend on whether messages arrive one by one or all at once', () => {
    const write = (peer: number, path: string): Event => ({ do: 'write', peer, path, content: 'x' });
    const links: readonly Event[] = [0, 1].map((link) => ({ do: 'cut', link }));
    const begin = inARow([...links, write(0, '/a'), write(1, '/b'), write(2, '/c')]);
    const healed: readonly Event[] = [0, 1].map((link) => ({ do: 'heal', link }));
    const huesAfter = (arrives: Event): readonly number[] => {
      const player = new Player();
      player.answer({ ask: 'open', timeline: begin, position: begin.before });
      let { snapshot } = player.answer({ ask: 'add', events: healed });
      while (snapshot.next !== undefined) snapshot = player.answer({ ask: 'add', events: [arrives] }).snapshot;
      return huesOf(snapshot.looks);
    };
    expect(huesAfter({ do: 'settle' })).toEqual(huesAfter({ do: 'deliver' }));
  });

  const small = scenarios.filter(({ name }) => name !== 'ten-thousand');

  test.for(small.map((scenario) => [scenario.name, scenario] as const))(
    '%s: one state has one, forward and back and by single steps, and no two states share one',
    ([, scenario]) => {
      const player = new Player();
      const timeline = timelineOf(scenario);
      const known: Record<string, number | undefined> = {};
      /** What is seen has the colour that it had before. */
      const look = ({ peers, looks }: Snapshot): void => {
        for (const { fingerprint } of peers) {
          known[fingerprint] ??= looks[fingerprint]?.hue;
          expect(looks[fingerprint]?.hue).toBe(known[fingerprint]);
        }
        expect(new Set(peers.map(({ fingerprint }) => looks[fingerprint]?.hue)).size).toBe(statesAmong(peers));
      };
      player.answer({ ask: 'open', timeline, position: timeline.before });
      const places = [0, ...scenario.steps.keys()].map((_, clicks) => positionAfter(scenario, clicks));
      for (const position of [...places, ...places.toReversed()]) look(player.answer({ ask: 'go', position }).snapshot);
      // One message after another, instead of all at once.
      let snapshot = player.answer({ ask: 'open', timeline, position: timeline.before }).snapshot;
      for (const event of timeline.events.slice(timeline.before)) {
        while (event.do === 'settle' && snapshot.next !== undefined) {
          snapshot = player.answer({ ask: 'add', events: [{ do: 'deliver' }] }).snapshot;
          look(snapshot);
        }
        snapshot = player.answer({ ask: 'add', events: [event] }).snapshot;
        look(snapshot);
      }
      expect(new Set(Object.values(known)).size).toBe(Object.keys(known).length);
    },
  );
});
