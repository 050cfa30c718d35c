import { describe, expect, test } from 'vitest';
import { type Event, startMicros, type Timeline } from '../src/playground/engine/event.ts';
import { inspectMessage } from '../src/playground/engine/inspect.ts';
import { playFragment, readPlayFragment } from '../src/playground/engine/permalink.ts';
import { Play } from '../src/playground/engine/play.ts';
import { type Snapshot, snapshotOf } from '../src/playground/engine/snapshot.ts';
import { inARow, pond, settle } from '../src/playground/scenarios/begin.ts';

const begin = inARow([pond]);

/** A play of the usual beginning, in which these events have happened too. */
const playedTo = (events: readonly Event[], timeline: Timeline = begin): Play => {
  const play = new Play(timeline).go(timeline.events.length);
  for (const event of events) play.add(event);
  return play;
};
const seen = (events: readonly Event[], timeline?: Timeline): Snapshot => snapshotOf(playedTo(events, timeline));

const write = (peer: number, content: string): Event => ({ do: 'write', peer, path: '/wiki/pond', content });
const typesOnTheWay = ({ messages }: Snapshot) =>
  messages.filter(({ where }) => where === 'on its way').map(({ from, to, type }) => `${from}>${to} ${type}`);
/** The number of the first message that is on its way. */
const first = (events: readonly Event[]): number => seen(events).next as number;

describe('A time line', () => {
  test('is the same state for the same list, and another for another seed', () => {
    const events = [write(0, 'Toads'), { do: 'deliver' } as const];
    expect(playedTo(events).world.hash).toBe(playedTo(events).world.hash);
    const calls = [...events, { do: 'call', link: 0 } as const];
    expect(playedTo(calls, { ...begin, seed: 2 }).world.hash).not.toBe(playedTo(calls).world.hash);
  });

  test('is another state where a message goes before another', () => {
    const busy = [write(0, 'Toads'), write(0, 'Newts')];
    const { messages } = seen(busy);
    const [front, behind] = messages.filter(({ where, to }) => where === 'on its way' && to === 1);
    const hurried = ([front, behind] as const).map(
      (message) => playedTo([...busy, { do: 'hurry', message: message?.number as number }]).world,
    );
    expect(hurried.map(({ next }) => next?.number)).toEqual([front?.number, behind?.number]);
    // As much time has passed in both, and the same messages are on their way.
    expect(hurried[0]?.hash).not.toBe(hurried[1]?.hash);
  });

  test('goes back to each state in which it was', () => {
    const play = new Play(begin).go(begin.events.length);
    const hashes = [play.world.hash];
    for (const event of [{ do: 'cut', link: 0 }, write(0, 'Toads'), { do: 'heal', link: 0 }, settle] as const)
      hashes.push(play.add(event).world.hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const [more, hash] of [...hashes.entries()].reverse())
      expect(play.go(begin.events.length + more).world.hash).toBe(hash);
  });

  test('says how many messages are lost with a cable', () => {
    expect(seen([write(0, 'Toads'), { do: 'cut', link: 0 }]).sentence).toContain('2 messages on the way are lost');
    expect(seen([{ do: 'cut', link: 0 }]).sentence).toBe('The cable between Suzy and Fern is cut.');
  });

  test('lets a forger change a version that is not shown, and says why where there is none', () => {
    const change: Event = { do: 'forge', peer: 0, act: 'content', to: 1 };
    const both = [write(1, 'Newts'), settle, write(0, 'Toads'), settle];
    expect(seen([...both, change, settle]).refusals.map(({ code }) => code)).toEqual(['content-size']);
    expect(seen([change]).sentence).toBe('Suzy has no page of somebody else to change, or nobody to send it to.');
  });

  test('counts messages for people from the first that they can see', () => {
    const message = first([write(0, 'Toads')]);
    const { messages, sentence } = seen([write(0, 'Toads'), { do: 'hold', message }]);
    expect(messages.filter(({ where }) => where === 'held back').map(({ shownAs }) => shownAs)).toEqual([1]);
    expect(sentence).toBe('Message 1 is held back, and all behind it.');
  });

  test('quotes a message that quotes a page with other marks', () => {
    expect(seen([write(0, 'Toads'), { do: 'deliver' }]).sentence).toContain('“Here is Suzy’s /wiki/pond ‘Toads’.”');
  });

  test('forks where something else happens: what would have come is forgotten', () => {
    const play = playedTo([{ do: 'cut', link: 0 }, write(0, 'Toads')]);
    play.go(begin.events.length + 1).add(write(1, 'Newts'));
    expect(play.timeline.events.slice(begin.events.length)).toEqual([{ do: 'cut', link: 0 }, write(1, 'Newts')]);
  });

  test('does nothing where an event names what is not there', () => {
    const before = seen([]);
    for (const event of [
      { do: 'deliver' },
      { do: 'lose', message: 1 },
      { do: 'heal', link: 9 },
      { do: 'restore', peer: 0 },
      { do: 'forget', peer: 0, sequence: 3 },
      { do: 'forge', peer: 2, act: 'fork' },
    ] as const) {
      const snapshot = seen([event]);
      expect(snapshot.sentence).toMatch(
        event.do === 'forge' ? /^Quinn has said nothing yet/ : /^There is nothing to do here\.$/,
      );
      expect(snapshot.events.at(-1)?.isVain).toBe(true);
      expect(snapshot.messages.length).toBe(before.messages.length);
    }
  });

  test.for([
    ['#play=%20', 'no base64url'],
    ['#play=AAAA', 'damaged'],
    [`#play=${'A'.repeat(9)}`, 'base64url'],
  ] as const)('a link %s is told to be damaged', async ([hash, words]) => {
    expect(await readPlayFragment(hash)).toEqual({ fault: expect.stringContaining(words) });
  });

  test('a link that was cut, or is of something else, is told so', async () => {
    const fragment = await playFragment({ timeline: begin, position: 2 });
    expect(await readPlayFragment(fragment.slice(0, -9))).toHaveProperty('fault');
    expect(await readPlayFragment('#record=AAAA')).toBeUndefined();
  });
});

describe('A message on its way', () => {
  const written = [write(1, 'Newts')];

  test('SYN-23 is there as soon as something was written, on each link, and arrives when it is let', () => {
    expect(typesOnTheWay(seen(written))).toEqual(['1>0 records', '1>0 state', '1>2 records', '1>2 state']);
    const arrived = seen([...written, { do: 'deliver' }]);
    expect(arrived.peers.map(({ pages }) => pages[0]?.versions[0]?.content)).toEqual([
      'Newts',
      'Newts',
      'Frogs live here',
    ]);
    expect(arrived.sentence).toContain('Suzy keeps Fern’s /wiki/pond “Newts”');
  });

  test('SYN-15 that is lost is missed by both, and comes in the next session: in one, no record is sent twice', () => {
    const number = first(written);
    const losing = [...written, { do: 'lose', message: number }, settle] as const;
    const lost = seen(losing);
    expect(lost.messages[number - 1]?.where).toBe('lost');
    expect(lost.areEqual).toBe(false);
    expect(lost.links[0]?.session?.reports.map((report) => report?.equal)).toEqual([false, false]);
    expect(lost.links[0]?.lamps.map(({ is }) => is)).not.toContain('equal');
    expect(seen([...losing, { do: 'call', link: 0 }, settle]).areEqual).toBe(true);
  });

  test('that is held back holds back what is behind it, until it is released', () => {
    const number = first(written);
    const held = seen([...written, { do: 'hold', message: number }, settle]);
    expect(held.peers.map(({ count }) => count)).toEqual([1, 2, 2]);
    expect(held.links[0]?.queue.map(({ where }) => where)).toEqual(['held back', 'on its way']);
    expect(
      seen([...written, { do: 'hold', message: number }, { do: 'release', message: number }, settle]).areEqual,
    ).toBe(true);
  });

  test('SYN-3 that comes in another order than it was sent ends the session where its turn is not', () => {
    const calling = [{ do: 'cut', link: 0 }, write(0, 'Toads'), { do: 'heal', link: 0 }] as const;
    const doubled = [...calling, { do: 'repeat', message: first(calling) }, settle] as const;
    expect(seen(doubled).links[0]?.session?.error).toMatchObject({ code: 'sync-turn' });
  });

  test('may overtake those before it', () => {
    const number = first(written);
    const snapshot = seen([...written, { do: 'deliver', message: number + 1 }]);
    expect(snapshot.messages[number]?.where).toBe('arrived');
    expect(snapshot.messages[number - 1]?.where).toBe('on its way');
  });

  test('REC-17 of which a byte is changed is refused for what it says then', () => {
    const number = first(written);
    const text = playedTo(written).world.messages[number - 1]?.text ?? '';
    const at = text.indexOf('Newts');
    const changed = seen([...written, { do: 'alter', message: number, at, to: 'M'.charCodeAt(0) }, { do: 'deliver' }]);
    expect(changed.refusals).toEqual([
      expect.objectContaining({ code: 'content-hash', requirement: 'REC-17', peer: 0, from: 1 }),
    ]);
    expect(changed.messages[number - 1]?.isAltered).toBe(true);
  });

  test('RNG-1 of ranges has each of its bytes named', () => {
    const { world } = playedTo([
      { do: 'cut', link: 0 },
      write(0, 'Toads'),
      write(1, 'Newts'),
      { do: 'heal', link: 0 },
      settle,
    ]);
    const details = world.messages.flatMap(({ number }) => inspectMessage(world, number) ?? []);
    const kinds = new Set(details.flatMap(({ ranges }) => ranges.map(({ is }) => is)));
    expect([...kinds].sort()).toEqual(['bits', 'bound', 'fingerprint', 'mark', 'number', 'short id']);
    const lengths = { mark: 1, fingerprint: 16, 'short id': 4 } as Readonly<Record<string, number>>;
    for (const { hex, is } of details.flatMap(({ ranges }) => ranges))
      if (lengths[is] !== undefined) expect([is, hex.length / 2]).toEqual([is, lengths[is]]);
    for (const { text, pieces, ranges, type } of details) {
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      if (type !== 'reconcile') continue;
      const { ranges: written } = JSON.parse(text) as { ranges: string };
      expect(ranges.map(({ hex }) => hex).join('')).toBe(Buffer.from(written, 'base64url').toString('hex'));
    }
  });
});

describe('A lamp', () => {
  test('SYN-22 is green only where a partner has said that it has the same', () => {
    const lampsOf = (events: readonly Event[]) => seen(events).links[0]?.lamps.map(({ is }) => is);
    expect(lampsOf([])).toEqual(['equal', 'equal']);
    // Fern cannot know yet that Suzy has written.
    expect(lampsOf([write(0, 'Toads')])).toEqual(['told', 'unheard']);
    // Who has told hears nothing back: silence is not taken for a yes.
    expect(lampsOf([write(0, 'Toads'), settle])).toEqual(['told', 'equal']);
    expect(lampsOf([write(0, 'Toads'), settle, { do: 'call', link: 0 }])).toEqual(['unheard', 'unheard']);
    expect(lampsOf([write(0, 'Toads'), settle, { do: 'call', link: 0 }, settle])).toEqual(['equal', 'equal']);
    expect(lampsOf([{ do: 'cut', link: 0 }])).toEqual(['cut', 'cut']);
  });

  test('SYN-23 says of whom it has told that silence is no fault, and tells no peer at rest to wait', () => {
    const wordsOf = (events: readonly Event[]) => seen(events).links[0]?.lamps[0].words;
    expect(wordsOf([write(0, 'Toads')])).toBe('is being told what is new');
    expect(wordsOf([write(0, 'Toads'), settle])).toBe('was told, and answers only if something differs');
  });

  test('says how many records were refused', () => {
    const [, lamp] = seen([{ do: 'forge', peer: 2, act: 'author' }, write(1, 'Newts'), settle]).links[1]?.lamps ?? [];
    expect(lamp?.is).toBe('equal');
    const forged = seen([
      { do: 'call', link: 1 },
      settle,
      { do: 'forge', peer: 2, act: 'author' },
      settle,
      write(1, 'x'),
    ]);
    expect(forged.links[1]?.lamps[0]).toMatchObject({ is: 'refused', count: 1 });
  });
});

describe('What goes wrong at a peer', () => {
  test.for([
    ['author', 'signature-invalid'],
    ['path', 'path-permission'],
    ['content', 'content-size'],
    ['future', 'timestamp-future'],
    ['space', 'foreign'],
  ] as const)('a forger who tries %s is refused with %s', ([act, code]) => {
    const { refusals, areEqual } = seen([{ do: 'forge', peer: 2, act }, settle]);
    expect(refusals.map((each) => each.code)).toEqual([code]);
    expect(areEqual).toBe(true);
  });

  test.for([
    ['counts', 'range-count'],
    ['split', 'range-answer'],
  ] as const)('a program that lies about %s is hung up on with %s', ([act, code]) => {
    const { links, peers } = seen([{ do: 'forge', peer: 2, act }, settle]);
    expect(links[1]?.session?.error).toMatchObject({ code, by: 1 });
    expect(peers[1]?.count).toBe(1);
  });

  test('NAT-1 a flood of what nobody vouches for ends where the room for it does', () => {
    const small = { ...begin, peers: begin.peers.map((peer) => ({ ...peer, quota: { perKey: 8, total: 8 } })) };
    const { peers, refusals } = seen([{ do: 'forge', peer: 2, act: 'flood' }, settle], small);
    expect(peers.map(({ held }) => held.length)).toEqual([8, 8, 0]);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['quota']));
  });

  test('REC-15 a peer that leaves a rule out takes what the others refuse, and says which', () => {
    const events = [
      { do: 'rule', peer: 1, requirement: 'REC-15', off: true },
      { do: 'forge', peer: 2, act: 'author' },
    ] as const;
    const { peers, refusals, areEqual } = seen([...events, settle]);
    expect(peers[1]?.off).toEqual(['REC-15']);
    expect(peers[1]?.pages[0]?.versions[0]?.content).toBe('No more frogs here');
    expect(refusals.map(({ peer, requirement }) => [peer, requirement])).toContainEqual([0, 'REC-15']);
    expect(areEqual).toBe(false);
  });

  test('a full disk keeps what it has, and takes the rest when there is room', () => {
    const full = [{ do: 'full', peer: 2, full: true }, write(0, 'Toads'), settle] as const;
    expect(seen(full).peers[2]?.pages[0]?.versions[0]?.content).toBe('Frogs live here');
    expect(seen([...full, { do: 'full', peer: 2, full: false }, { do: 'call', link: 1 }, settle]).areEqual).toBe(true);
  });

  test('what was wiped comes back from a bundle or from the others', () => {
    const wiped = [
      { do: 'save', peer: 2 },
      { do: 'wipe', peer: 2 },
    ] as const;
    expect(seen(wiped).peers[2]?.count).toBe(0);
    expect(seen([...wiped, { do: 'restore', peer: 2 }]).peers[2]?.count).toBe(1);
    expect(seen([...wiped, { do: 'call', link: 1 }, settle]).areEqual).toBe(true);
  });

  test('REP-11 loading a page again ends its sessions, and keeps what was kept unless it is forgetful', () => {
    const kept = seen([{ do: 'reload', peer: 2 }]);
    expect(kept.peers[2]?.count).toBe(1);
    expect(kept.links[1]?.session?.isOver).toBe(true);
    expect(kept.links[1]?.lamps.map(({ is }) => is)).toEqual(['ended', 'ended']);
    const forgetful = {
      ...begin,
      peers: [...begin.peers.slice(0, 2), { person: 'quinn', isForgetful: true } as const],
    };
    expect(seen([{ do: 'reload', peer: 2 }], forgetful).peers[2]?.count).toBe(0);
  });

  test('a session in which nothing comes for a minute ends', () => {
    const calling = [{ do: 'call', link: 0 }] as const;
    const { links } = seen([...calling, { do: 'hold', message: first(calling) }, { do: 'wait', micros: 61_000_000 }]);
    expect(links[0]?.session?.error?.code).toBe('timeout');
  });
});

describe('Many records', () => {
  test('SIG-7 those of a backup have signatures that a peer accepts which has none of them', () => {
    const timeline: Timeline = {
      seed: 1,
      start: startMicros,
      peers: [{ person: 'suzy' }, { person: 'fern' }],
      links: [[0, 1]],
      before: 0,
      events: [],
    };
    const { peers, refusals } = seen([{ do: 'fill', count: 40, peers: [0] }, settle], timeline);
    expect(peers.map(({ count }) => count)).toEqual([40, 40]);
    expect(refusals).toEqual([]);
  });
});
