import { describe, expect, test } from 'vitest';
import { Player } from '../src/playground/answer.ts';
import type { Event } from '../src/playground/engine/event.ts';
import { inARow, pond } from '../src/playground/scenarios/begin.ts';
import { overtakes } from '../src/playground/screen/reorder.ts';

const forge: Event = { do: 'forge', peer: 0, act: 'author', to: 1 };

describe('A message that is dragged', () => {
  test('stands where it was put, and all others as they stood, wherever it came from', () => {
    const timeline = inARow([pond]);
    const queued = (...events: readonly Event[]): readonly number[] => {
      const player = new Player();
      player.answer({ ask: 'open', timeline, position: timeline.events.length });
      const { snapshot } = player.answer({ ask: 'add', events: [forge, forge, forge, forge, ...events] });
      return snapshot.links[0]?.queue.filter(({ to }) => to === 1).map(({ number }) => number) ?? [];
    };
    const queue = queued();
    expect(queue).toHaveLength(4);
    for (const [from, moved] of queue.entries())
      for (const to of queue.keys()) {
        const order = queue.filter((number) => number !== moved).toSpliced(to, 0, moved);
        const events = overtakes(queue, from, to).map((message): Event => ({ do: 'hurry', message }));
        expect(queued(...events)).toEqual(order);
      }
  });

  test('asks for no more than it takes: the nearest neighbours change with one', () => {
    expect(overtakes([7, 8, 9], 1, 0)).toEqual([8]);
    expect(overtakes([7, 8, 9], 0, 1)).toEqual([8]);
    expect(overtakes([7, 8, 9], 1, 1)).toEqual([]);
  });
});
