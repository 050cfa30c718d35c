import { describe, expect, test } from 'vitest';
import { cableViewOf } from '../src/landing/cable-view.ts';
import { cableWords } from '../src/landing/cable-words.ts';
import { Player, type QuickQuestion } from '../src/playground/answer.ts';
import type { Event } from '../src/playground/engine/event.ts';
import type { Snapshot } from '../src/playground/engine/snapshot.ts';
import { Pump } from '../src/playground/pump.ts';
import { inARow, pond } from '../src/playground/scenarios/begin.ts';

const timeline = inARow([pond]);

/** A pump over a player of this process; `during` is done whenever a message is on its way. */
const pumped = (during: (pump: Pump) => void = () => {}) => {
  const player = new Player();
  const seen: Snapshot[] = [];
  const faults: string[] = [];
  const pump: Pump = new Pump({
    // The first page asks for nothing that needs the judge's model.
    player: { ask: async (question) => player.answer(question as QuickQuestion) as never },
    timeline,
    wait: async () => during(pump),
    onSeen: (snapshot) => seen.push(snapshot),
    onFault: (words) => faults.push(words),
  });
  return { pump, seen, faults };
};

const write = (peer: number, content: string): Event => ({ do: 'write', peer, path: '/wiki/pond', content });

describe('The first page', () => {
  test('tells what is to be seen at each step from the cut to the same page everywhere', async () => {
    const { pump, seen, faults } = pumped();
    const before = cableViewOf(
      new Player().answer({ ask: 'open', timeline, position: timeline.events.length }).snapshot,
    );
    const now = () => cableViewOf(seen.at(-1) as Snapshot);
    expect(cableWords(before, undefined).says).toContain('all three copies are the same');
    await pump.do({ do: 'cut', link: 0 });
    expect(cableWords(now(), before)).toMatchObject({ next: 'Write on one side of the cut.' });
    await pump.do(write(0, 'Toads'));
    expect(cableWords(now(), before)).toMatchObject({ next: 'Write on the other side too.' });
    await pump.do(write(2, 'Newts'));
    expect(cableWords(now(), before)).toMatchObject({ next: 'Mend the cable.' });
    expect(now().copies.map(({ content }) => content)).toEqual(['Toads', 'Newts', 'Newts']);
    await pump.do({ do: 'heal', link: 0 });
    expect(now().copies.map(({ content, others }) => [content, others])).toEqual(
      Array(3).fill(['Newts', [{ content: 'Toads', author: 'Suzy' }]]),
    );
    expect(cableWords(now(), before).says).toContain('the other version is kept');
    expect(faults).toEqual([]);
  });

  test('shows each message on its way, and lets one after another arrive', async () => {
    const { pump, seen } = pumped();
    await pump.do(write(0, 'Toads'));
    const dots = seen.map((snapshot) =>
      cableViewOf(snapshot).dots.map(({ link, isForward, type }) => [link, isForward, type]),
    );
    expect(dots[0]).toEqual([
      [0, true, 'records'],
      [0, true, 'state'],
    ]);
    expect(dots[1]?.length).toBe(3);
    expect(dots.at(-1)).toEqual([]);
    expect(cableWords(cableViewOf(seen[0] as Snapshot), undefined).says).toContain('dot');
  });

  test('cuts between two messages, and mends again without losing anything', async () => {
    let waits = 0;
    const { pump, seen } = pumped((running) => {
      waits++;
      if (waits === 5) void running.do({ do: 'cut', link: 0 });
    });
    await pump.do({ do: 'cut', link: 0 });
    await pump.do(write(0, 'Toads'));
    await pump.do({ do: 'heal', link: 0 });
    expect(seen.at(-1)?.links[0]?.isCut).toBe(true);
    expect(seen.at(-1)?.areEqual).toBe(false);
    await pump.do({ do: 'heal', link: 0 });
    expect(seen.at(-1)?.areEqual).toBe(true);
    expect(pump.timeline.events.filter((event) => event.do === 'cut').length).toBe(2);
  });
});
