import { describe, expect, test } from 'vitest';
import { copyAsSchedule } from '../src/playground/engine/copy-as-schedule.ts';
import { copyAsTest } from '../src/playground/engine/copy-as-test.ts';
import type { Event, Timeline } from '../src/playground/engine/event.ts';
import { playFragment, readPlayFragment } from '../src/playground/engine/permalink.ts';
import { Play } from '../src/playground/engine/play.ts';
import { snapshotOf } from '../src/playground/engine/snapshot.ts';
import { inARow, pond, settle } from '../src/playground/scenarios/begin.ts';
import { FarPeer } from './fixtures/far-peer.ts';

const begin = inARow([pond]);
const guest = begin.peers.length;
const write = (peer: number, content: string): Event => ({ do: 'write', peer, path: '/wiki/pond', content });

/** A play that a guest out there has joined, and how far the two have talked. */
class Talk {
  readonly play: Play;
  readonly far = new FarPeer();
  #sent = 0;

  constructor(timeline: Timeline = begin) {
    this.play = new Play(timeline).go(timeline.events.length);
    this.join('one');
  }

  get snapshot() {
    return snapshotOf(this.play);
  }

  get view() {
    const [view] = this.snapshot.guests;
    if (view === undefined) throw new Error('nobody has joined');
    return view;
  }

  get now(): number {
    return this.play.world.now;
  }

  join(chance: string): void {
    this.#sent = 0;
    this.far.answer();
    this.play.add({ do: 'join', guest, is: 'tab', host: 2, chance, now: this.now });
  }

  /** Everything arrives, here and out there, until nobody has anything more to say. */
  settle(): void {
    for (let isMore = true; isMore; ) {
      this.play.add(settle);
      const told = this.view.told.slice(this.#sent);
      this.#sent += told.length;
      const said = [
        ...told.flatMap((number) => this.far.receive(this.play.world.messages[number - 1]?.text ?? '', this.now)),
        ...this.far.tick(this.now),
      ];
      for (const text of said) this.play.add({ do: 'hear', guest, text, now: this.now });
      isMore = said.length > 0;
    }
  }
}

describe('A guest', () => {
  test('SYN-22 gets what is here, and what it has comes here, to all', () => {
    const talk = new Talk();
    talk.far.write('/wiki/newts', 'Newts hide', talk.now);
    talk.settle();
    const { peers, areEqual } = talk.snapshot;
    expect(areEqual).toBe(true);
    expect(peers[0]?.pages.map(({ path }) => path)).toEqual(['/wiki/newts', '/wiki/pond']);
    expect(talk.far.contents(talk.now)).toEqual(['Frogs live here', 'Newts hide']);
    expect(talk.view.lamp.is).toBe('equal');
    expect(talk.view.said).toEqual({ fingerprint: peers[2]?.fingerprint, count: 2 });
  });

  test('RNG-12 is drawn among what its host has, as far as it can be read', () => {
    const talk = new Talk();
    talk.far.write('/wiki/newts', 'Newts hide', talk.now);
    talk.settle();
    const turns = () => talk.snapshot.links[talk.view.link]?.session?.turns ?? [];
    expect(turns().map(({ by }) => by)).toEqual(expect.arrayContaining([2, guest]));
    for (const { ranges, items } of turns())
      for (const { from, to } of ranges) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(items);
      }
    const before = turns().length;
    talk.play.add({ do: 'hear', guest, text: '{"type":"reconcile","ranges":"????"}', now: talk.now });
    expect(turns()[before]).toMatchObject({ by: guest, ranges: [] });
  });

  test('SYN-23 hears of what is written later, and says what is new with it', () => {
    const talk = new Talk();
    talk.settle();
    talk.play.add(write(0, 'Toads live here'));
    talk.settle();
    expect(talk.far.contents(talk.now)).toContain('Toads live here');
    talk.far.write('/wiki/pond', 'Nobody lives here', talk.now);
    talk.settle();
    expect(talk.snapshot.peers.map(({ pages }) => pages[0]?.versions[0]?.content)).toEqual(
      Array(3).fill('Nobody lives here'),
    );
  });

  test('need not be there when what it said is played again, forward, back and from a link', async () => {
    const talk = new Talk();
    talk.far.write('/wiki/newts', 'Newts hide', talk.now);
    talk.settle();
    const { timeline, position, world } = talk.play;
    const again = new Play(timeline).go(position);
    expect(again.world.hash).toBe(world.hash);
    const half = Math.floor((begin.events.length + position) / 2);
    const before = again.go(half).world.hash;
    expect(new Play(timeline).go(half).world.hash).toBe(before);
    expect(again.go(position).world.hash).toBe(world.hash);
    const linked = await readPlayFragment(await playFragment({ timeline, position }));
    if (linked === undefined || 'fault' in linked) throw new Error('no link');
    expect(new Play(linked.timeline).go(position).world.hash).toBe(world.hash);
  });

  test('is told nothing before a message arrives, and each message in its order', () => {
    const { play, view } = new Talk();
    expect(view.told).toEqual([]);
    const next = play.world.next?.number;
    play.add({ do: 'deliver' });
    expect(snapshotOf(play).guests[0]?.told).toEqual([next]);
    expect(snapshotOf(play).sentence).toContain('Quinn to Tab: “Hello!');
  });

  test('REC-15 that sends what nobody can have signed is refused like any other', () => {
    const talk = new Talk();
    talk.settle();
    const record = talk.far.forged(talk.now);
    const text = JSON.stringify({ type: 'records', records: [record] });
    talk.play.add({ do: 'hear', guest, text, now: talk.now }).add(settle);
    expect(talk.snapshot.refusals).toEqual([
      expect.objectContaining({ peer: 2, from: guest, code: 'signature-invalid', requirement: 'REC-15' }),
    ]);
  });

  test.for([
    ['{"type":"end"}', 'sync-turn', 'SYN-3'],
    ['no JSON', 'sync-text', 'SYN-1'],
    ['{"type":"hello","version":1}', 'sync-shape', 'SYN-2'],
  ] as const)('that says %s ends the session with %s, and is told so', ([text, code, requirement]) => {
    const talk = new Talk();
    talk.play.add({ do: 'hear', guest, text, now: talk.now }).add(settle);
    expect(talk.view.broken).toMatchObject({ code, by: 2 });
    expect(talk.view.broken?.detail).toContain(requirement);
    expect(talk.view.lamp.is).toBe('ended');
    const last = talk.play.world.messages[(talk.view.told.at(-1) ?? 0) - 1];
    expect(last?.text).toContain(code);
  });

  test('that has left is not there, and comes back when it is called again, with another nonce', () => {
    const talk = new Talk();
    talk.settle();
    talk.play.add({ do: 'leave', guest, why: 'the tab was closed' });
    expect(talk.view).toMatchObject({ isOpen: false, left: 'the tab was closed' });
    expect(talk.view.lamp).toEqual({ is: 'cut', words: 'it has left: the tab was closed' });
    talk.play.add({ do: 'heal', link: talk.view.link });
    expect(talk.view.isOpen).toBe(false);
    talk.play.add(write(0, 'Toads live here')).add(settle);
    talk.join('two');
    talk.settle();
    expect(talk.view).toMatchObject({ isOpen: true, left: undefined });
    expect(talk.view.lamp.is).toBe('equal');
    expect(talk.far.contents(talk.now)).toContain('Toads live here');
    const hellos = talk.play.world.messages.filter(({ to, text }) => to === guest && text.includes('"hello"'));
    expect(new Set(hellos.map(({ text }) => text)).size).toBe(2);
  });

  test('leaves what its host was asked to be copied as a test, and no schedule of peers that a judge could start', () => {
    const talk = new Talk();
    talk.settle();
    expect(copyAsTest(talk.play, 2)).toHaveProperty('repro');
    expect(copyAsSchedule(talk.play)).toEqual({ fault: expect.stringContaining('not on this page') });
  });

  test('that joins where nobody is, or speaks before it has joined, does nothing', () => {
    const play = new Play(begin).go(begin.events.length);
    const before = play.world.hash;
    for (const event of [
      { do: 'hear', guest, text: '{}', now: play.world.now },
      { do: 'leave', guest, why: 'x' },
      { do: 'join', guest: guest + 1, is: 'tab', host: 0, chance: 'a', now: play.world.now },
      { do: 'join', guest, is: 'tab', host: 9, chance: 'a', now: play.world.now },
    ] as const)
      expect(snapshotOf(play.add(event)).sentence).toBe('There is nothing to do here.');
    expect(play.world.links.length).toBe(begin.links.length);
    expect(play.world.hash).not.toBe(before);
  });

  test('SYN-13 brings the clock to its own time, and nobody is too late because of that', () => {
    const play = new Play(begin).go(begin.events.length).add({ do: 'call', link: 0 });
    const now = play.world.now + 3_600_000_000;
    play.add({ do: 'join', guest, is: 'pub', host: 2, chance: 'a', now }).add(settle);
    expect(play.world.now).toBeGreaterThanOrEqual(now);
    expect(snapshotOf(play).links[0]?.session?.error).toBeUndefined();
  });
});
