import { describe, expect, test } from 'vitest';
import { createSession, ReplicaHost, type RoundReport, type SessionEnd, type SessionHost } from '../src/index.ts';
import { type Pace, SharedPace, type SharedPaceOptions } from '../src/sync/pace.ts';
import { engine, now, protocol } from './cast.ts';
import { document } from './replica-cast.ts';
import { keeping, kept } from './sync-cast.ts';

const made = Array.from({ length: 40 }, (_, i) => document({ path: `/p/${i}` }));
const news = document({ path: '/news' });
const atOnce = async () => undefined;
const never = () => new Promise<void>(() => undefined);
const paceOf = (maxItems: number, more: Partial<SharedPaceOptions> = {}) =>
  new SharedPace({ maxItems, pause: atOnce, patience: atOnce, ...more });

/** A caller that asks for lift 1, and an answerer that shares what it has. */
function lifted(pace: Pace, right = keeping(made.slice(20))) {
  const left = keeping(made.slice(0, 30));
  const reports: RoundReport[] = [];
  const ends: SessionEnd[] = [];
  const sessions: SessionHost[] = [];
  for (const [i, source] of [left, right].entries()) {
    const host = new ReplicaHost({ replica: source.replica, engine, clock: () => now });
    sessions.push(
      createSession({
        protocol,
        engine,
        clock: () => now,
        role: i === 0 ? 'caller' : 'answerer',
        entropy: new Uint8Array(32).fill(i),
        ...(i === 0 ? { lift: 1 } : { pace }),
        replicas: [{ source, host }],
        send: (text) => void sessions[1 - i]?.receive(text),
        onRound: (report) => reports.push(report),
        onEnd: (end) => ends.push(end),
      }),
    );
  }
  const start = () => Promise.all(sessions.map((session) => session.start()));
  return { left, right, reports, ends, start };
}

describe('Sessions that share a program', () => {
  test('SYN-6 end with busy where there is no room, and find some when another has ended', async () => {
    const pace = paceOf(40);
    const giveBack = await pace.room(30);
    const refused = lifted(pace);
    await refused.start();
    await expect
      .poll(() => refused.ends)
      .toMatchObject([
        { code: 'busy', by: 'us' },
        { code: 'busy', by: 'partner' },
      ]);
    giveBack?.();
    giveBack?.();
    const taken = lifted(pace);
    await taken.start();
    await expect.poll(() => taken.ends).toEqual([{ how: 'done' }, { how: 'done' }]);
    expect(taken.reports).toEqual(Array(2).fill({ equal: true, refused: 0, wanted: 0 }));
    // It has given back what it had.
    expect(await pace.room(40)).toBeDefined();
  });

  test('RNG-20 count what comes while they wait for their turn', async () => {
    const right = keeping(made.slice(20));
    const host = new ReplicaHost({ replica: right.replica, engine, clock: () => now });
    let turns = 0;
    const pace = paceOf(40, {
      async pause() {
        turns++;
        await host.ingest([news]);
      },
    });
    const { left, reports, start } = lifted(pace, right);
    await start();
    await expect.poll(() => reports).toEqual(Array(2).fill({ equal: true, refused: 0, wanted: 0 }));
    expect(turns).toBe(1);
    expect(kept(left)).toEqual(kept(right));
    expect(kept(left).length).toBe(41);
  });

  test('SYN-6 wait for room until another has ended', async () => {
    const pace = paceOf(40, { patience: never });
    const giveBack = await pace.room(30);
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const room = (items: number) => {
      ask();
      return pace.room(items);
    };
    const waiting = lifted({ room, turn: () => pace.turn() });
    await waiting.start();
    await asked;
    giveBack?.();
    await expect.poll(() => waiting.ends).toEqual([{ how: 'done' }, { how: 'done' }]);
  });

  test('get room in the order in which they asked, and whom nobody waits for keeps none back', async () => {
    const impatient: (() => void)[] = [];
    const pace = paceOf(10, { patience: () => new Promise<void>((resolve) => impatient.push(resolve)) });
    const got: string[] = [];
    const ask = (name: string, items: number) =>
      pace.room(items).then((giveBack) => void got.push(`${name} ${giveBack === undefined ? 'none' : 'some'}`));
    await ask('first', 6);
    void ask('large', 8);
    void ask('small', 4);
    expect(got).toEqual(['first some']);
    impatient[0]?.();
    await expect.poll(() => got).toEqual(['first some', 'large none', 'small some']);
    void ask('waiting', 1);
    pace.close();
    await ask('late', 1);
    expect(got.slice(3)).toEqual(['waiting none', 'late none']);
  });

  test('let no more than a hundred wait', async () => {
    const pace = paceOf(1, { patience: never });
    await pace.room(1);
    for (let i = 0; i < 100; i++) void pace.room(1);
    expect(await pace.room(1)).toBeUndefined();
  });

  test('take their turns one after another', async () => {
    const told: string[] = [];
    const pauses: (() => void)[] = [];
    const pace = paceOf(1, { pause: () => new Promise<void>((resolve) => pauses.push(resolve)) });
    void pace.turn().then(() => told.push('first'));
    void pace.turn().then(() => told.push('second'));
    await expect.poll(() => pauses.length).toBe(1);
    pauses[0]?.();
    await expect.poll(() => [told, pauses.length]).toEqual([['first'], 2]);
    pauses[1]?.();
    await expect.poll(() => told).toEqual(['first', 'second']);
  });
});
