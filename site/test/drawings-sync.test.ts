import { describe, expect, test } from 'vitest';
import { descentOf } from '../src/drawings/ranges.ts';
import { conversationOf } from '../src/drawings/session.ts';

describe('The drawing of a session', () => {
  const { groups, says } = conversationOf('sync/overlap-caller', 'Suzy', 'Fern');

  test('SYN-3 has the messages of the vector by what they are for', () => {
    expect(
      groups.map(({ title, lines }) => [title, ...lines.map(({ type, about }) => `${type} ${about}`.trim())]),
    ).toEqual([
      ['who is there', 'hello a nonce', 'hello a nonce'],
      ['which space', 'open which space, what time', 'open which space, what time'],
      ['turn 1, Fern’s', 'reconcile sum of 6 items'],
      ['turn 2, Suzy’s', 'reconcile list of 6 items'],
      ['turn 3, Fern’s', 'records 3 records', 'reconcile wish for 3 of 6'],
      ['turn 4, Suzy’s', 'records 3 records', 'done 9 items now'],
      ['turn 5, Fern’s', 'done 9 items now'],
      ['contents', 'want no contents', 'want no contents', 'end'],
    ]);
  });

  test('says in words what it shows', () => {
    expect(says).toContain('turn 3, Fern’s: Fern sends records (3 records), Fern sends reconcile (wish for 3 of 6)');
  });

  test('is made of sessions only', () => {
    expect(() => conversationOf('replica/accepted', 'Suzy', 'Fern')).toThrow(RangeError);
  });
});

describe('The drawing of ranges', () => {
  const drawn = descentOf('sync/three-hundred-answerer');

  test('RNG-12 has eight parts of all items, side by side', () => {
    expect(drawn.first.length).toBe(8);
    expect(drawn.first[0]?.from).toBe(0);
    expect(drawn.first.at(-1)?.to).toBe(300);
    expect(drawn.first.slice(1).map(({ from }) => from)).toEqual(drawn.first.slice(0, -1).map(({ to }) => to));
    expect(drawn.first.reduce((sum, { count }) => sum + count, 0)).toBe(297);
    expect(drawn.unequal).toBe(3);
  });

  test('RNG-14 comes to the one item that a list does not name', () => {
    expect(drawn.second.length).toBe(8);
    expect([drawn.second[0]?.from, drawn.second.at(-1)?.to]).toEqual([drawn.chosen.from, drawn.chosen.to]);
    expect(drawn.second.filter(({ isEqual }) => !isEqual)).toEqual([expect.objectContaining(drawn.range)]);
    expect(drawn.items).toEqual([
      { place: 19, isSent: true },
      { place: 20, isSent: false },
      { place: 21, isSent: false },
      { place: 22, isSent: false },
    ]);
    expect(drawn.says).toContain('So the peer sends item 20.');
  });

  test('is made of sessions that come to a list so', () => {
    expect(() => descentOf('sync/unknown-answerer')).toThrow(RangeError);
  });
});
