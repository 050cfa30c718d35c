import { describe, expect, test } from 'vitest';
import { Player } from '../src/playground/answer.ts';
import { hueCount, type Look, type Looks, looksOf, statesAmong } from '../src/playground/looks.ts';
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

  test('never is that of another, as long as there are as many colours', () => {
    const ten = Array.from({ length: hueCount }, (_, at) => coloured(3, at.toString(16)));
    expect(new Set(huesOf(looksOf(ten))).size).toBe(hueCount);
  });

  test('stays while another comes, wherever that stands', () => {
    const [one, other] = [coloured(7), coloured(7, '1')];
    const before = looksOf([one]);
    const after = looksOf([other, one], before);
    expect(after[one]).toEqual(before[one]);
    expect(after[other]?.hue).not.toBe(before[one]?.hue);
  });

  test('tells the states of each scenario apart at each click, and changes for nobody who does not', () => {
    for (const scenario of scenarios.filter(({ name }) => name !== 'ten-thousand')) {
      const player = new Player();
      player.answer({ ask: 'open', timeline: timelineOf(scenario), position: 0 });
      let looks: Looks = {};
      for (const clicks of [0, ...scenario.steps.map((_, step) => step + 1)]) {
        const { peers } = player.answer({ ask: 'go', position: positionAfter(scenario, clicks) }).snapshot;
        const next = looksOf(
          peers.map(({ fingerprint }) => fingerprint),
          looks,
        );
        expect(new Set(huesOf(next)).size, `${scenario.name} after ${clicks}`).toBe(statesAmong(peers));
        for (const { fingerprint } of peers)
          if (looks[fingerprint] !== undefined) expect(next[fingerprint]).toEqual(looks[fingerprint]);
        looks = next;
      }
    }
  });
});
