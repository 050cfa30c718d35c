import { describe, expect, test } from 'vitest';
import type { Event } from '../src/playground/engine/event.ts';
import { Play } from '../src/playground/engine/play.ts';
import { snapshotOf } from '../src/playground/engine/snapshot.ts';
import { LiveGuest } from '../src/playground/guests/live-guest.ts';
import type { Caller } from '../src/playground/guests/port.ts';
import { inARow, pond, settle } from '../src/playground/scenarios/begin.ts';

const begin = inARow([pond]);
const guest = begin.peers.length;
const soon = () => new Promise((done) => setTimeout(done, 0));

/** A world, a guest that has joined it, and what went out to that one. */
const joined = async () => {
  const play = new Play(begin).go(begin.events.length);
  const here = () => ({ snapshot: snapshotOf(play), timeline: play.timeline });
  const sent: string[] = [];
  let caller: Caller | undefined;
  let isClosed = false;
  const live = new LiveGuest(
    guest,
    {
      current: here,
      tell: async (event: Event) => {
        if (play.position < play.timeline.events.length) return undefined;
        play.add(event);
        return here();
      },
      textOf: async (number) => play.world.messages[number - 1]?.text,
      time: () => play.world.now,
    },
    () => {
      isClosed = true;
    },
  );
  await live.dial((given) => {
    caller = given;
    return { send: (text) => sent.push(text), close: () => undefined };
  });
  play.add({ do: 'join', guest, is: 'tab', host: 2, chance: 'a', now: play.world.now });
  live.begin();
  const happens = async (...events: readonly Event[]): Promise<void> => {
    for (const event of events) play.add(event);
    await live.look();
    await soon();
  };
  return {
    play,
    sent,
    happens,
    live,
    say: async (text: string) => {
      caller?.heard(text);
      await soon();
    },
    goes: async (why: string) => {
      caller?.gone(why);
      await soon();
    },
    isClosed: () => isClosed,
    last: () => play.timeline.events.at(-1),
  };
};

describe('A guest that is there', () => {
  test('gets each message once, when it arrives and not before', async () => {
    const { sent, happens } = await joined();
    await happens();
    expect(sent).toEqual([]);
    await happens({ do: 'deliver' });
    expect(sent.map((text) => JSON.parse(text).type)).toEqual(['hello']);
    await happens({ do: 'write', peer: 0, path: '/wiki/pond', content: 'Toads' });
    expect(sent.length).toBe(1);
  });

  test('says what becomes an event', async () => {
    const { say, last, play } = await joined();
    await say('{"type":"hello"}');
    expect(last()).toEqual({ do: 'hear', guest, text: '{"type":"hello"}', now: expect.any(Number) });
    expect(play.world.underway.map(({ from }) => from)).toContain(guest);
  });

  test('waits while somebody looks at the past, and is heard when she comes back', async () => {
    const { say, last, play, happens, sent } = await joined();
    await happens({ do: 'deliver' });
    const { position } = play;
    play.go(position - 1);
    await say('{"type":"hello"}');
    expect(last()?.do).toBe('deliver');
    play.go(position);
    await happens();
    expect(last()?.do).toBe('hear');
    expect(sent.length).toBe(1);
  });

  test('is lost to whoever goes back and does something else', async () => {
    const { play, happens, sent, isClosed, last } = await joined();
    await happens({ do: 'deliver' });
    play.go(play.position - 1);
    await happens({ do: 'write', peer: 0, path: '/wiki/pond', content: 'Toads' });
    expect(isClosed()).toBe(true);
    expect(last()).toMatchObject({ do: 'leave', why: expect.stringContaining('you went back') });
    await happens(settle);
    expect(sent.length).toBe(1);
  });

  test('may stay where what was undone is not of its making', async () => {
    const { play, happens, isClosed, sent } = await joined();
    await happens({ do: 'deliver' });
    await happens({ do: 'cut', link: 0 });
    play.go(play.position - 1);
    await happens({ do: 'write', peer: 2, path: '/wiki/pond', content: 'Toads' });
    expect(isClosed()).toBe(false);
    expect(sent.length).toBe(1);
  });

  test('leaves when it has gone, after all that it said', async () => {
    const { play, say, goes, last, isClosed } = await joined();
    await say('{"type":"hello"}');
    await goes('its tab was closed');
    expect(play.timeline.events.slice(-2).map((event) => event.do)).toEqual(['hear', 'leave']);
    expect(last()).toEqual({ do: 'leave', guest, why: 'its tab was closed' });
    expect(isClosed()).toBe(true);
  });

  test('is let go where its cable is cut here', async () => {
    const { play, happens, isClosed, last } = await joined();
    const link = snapshotOf(play).guests[0]?.link ?? 0;
    await happens({ do: 'cut', link });
    expect(isClosed()).toBe(true);
    expect(last()?.do).toBe('cut');
  });
});
