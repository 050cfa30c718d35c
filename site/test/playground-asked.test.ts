import { describe, expect, test } from 'vitest';
import { Player } from '../src/playground/answer.ts';
import type { Asked } from '../src/playground/engine/ear.ts';
import type { Event } from '../src/playground/engine/event.ts';
import { inARow, pond, settle } from '../src/playground/scenarios/begin.ts';

/** What was asked of each message of a type, in the order in which they were sent, after these events. */
const askedOf = (type: string, ...events: readonly Event[]): readonly (readonly Asked[] | undefined)[] => {
  const timeline = inARow([pond]);
  const player = new Player();
  player.answer({ ask: 'open', timeline, position: timeline.events.length });
  const { snapshot } = player.answer({ ask: 'add', events });
  return snapshot.messages
    .filter((message) => message.type === type)
    .map(({ number }) => player.answer({ ask: 'inspect', message: number })?.asked);
};

const namesOf = (asked: readonly Asked[] | undefined): readonly string[] =>
  (asked ?? []).map(({ requirement }) => requirement);
const brokenIn = (asked: readonly Asked[] | undefined): readonly string[] =>
  namesOf(asked?.filter(({ isKept }) => !isKept));
const off = (requirement: string): Event => ({ do: 'rule', peer: 1, requirement, off: true });
const forged: Event = { do: 'forge', peer: 0, act: 'author', to: 1 };

describe('What is asked of a message', () => {
  test('SYN-1 SYN-2 SYN-3 comes first, then what is said in it, in the order of the chapter', () => {
    const [hello] = askedOf('hello');
    expect(namesOf(hello)).toEqual(['SYN-1', 'SYN-2', 'SYN-3', 'SYN-7', 'SYN-10']);
    const [open] = askedOf('open');
    expect(namesOf(open).slice(3)).toEqual(['SYN-12', 'SYN-13', 'SYN-27']);
    const [sum] = askedOf('reconcile');
    expect(namesOf(sum).slice(3)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `RNG-${number}`));
    expect([hello, open, sum].flatMap(brokenIn)).toEqual([]);
  });

  test('REC-18 goes on with each record, phase by phase, up to the signature and the content', () => {
    const [records] = askedOf('records');
    const names = namesOf(records);
    expect(brokenIn(records)).toEqual([]);
    const places = ['SYN-1', 'TXT-2', 'DOC-1', 'DOC-2', 'DOC-14', 'REC-13', 'REC-15', 'SIG-1', 'SIG-7', 'REC-16'].map(
      (each) => names.indexOf(each),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(names).size).toBe(names.length);
  });

  test('REC-15 SIG-7 ends with the rule that is broken, and its clause', () => {
    const asked = askedOf('records', forged, settle).at(-1);
    expect(brokenIn(asked)).toEqual(['REC-15', 'SIG-7']);
    expect(namesOf(asked)).not.toContain('REC-16');
  });

  test('REC-15 is not asked where it is left out', () => {
    const asked = askedOf('records', off('REC-15'), forged, settle).filter((each) => brokenIn(each).length === 0);
    const last = namesOf(asked.at(-1));
    expect(last).toContain('DOC-14');
    expect(last).not.toContain('REC-15');
  });

  test('is nothing before it arrives', () => {
    expect(askedOf('records', forged).at(-1)).toBeUndefined();
  });
});
