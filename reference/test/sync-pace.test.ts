import { describe, expect, test } from 'vitest';
import { createSession, ReplicaHost, type RoundReport, type SessionEnd, type SessionHost } from '../src/index.ts';
import { type Pace, SharedPace } from '../src/sync/pace.ts';
import { engine, now, protocol } from './cast.ts';
import { document } from './replica-cast.ts';
import { keeping, kept } from './sync-cast.ts';

const made = Array.from({ length: 40 }, (_, i) => document({ path: `/p/${i}` }));
const news = document({ path: '/news' });
const atOnce = async () => undefined;

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
    const pace = new SharedPace(40, atOnce);
    const giveBack = pace.room(30);
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
    expect(pace.room(40)).toBeDefined();
  });

  test('RNG-20 count what comes while they wait for their turn', async () => {
    const right = keeping(made.slice(20));
    const host = new ReplicaHost({ replica: right.replica, engine, clock: () => now });
    let turns = 0;
    const pace = new SharedPace(40, async () => {
      turns++;
      await host.ingest([news]);
    });
    const { left, reports, start } = lifted(pace, right);
    await start();
    await expect.poll(() => reports).toEqual(Array(2).fill({ equal: true, refused: 0, wanted: 0 }));
    expect(turns).toBe(1);
    expect(kept(left)).toEqual(kept(right));
    expect(kept(left).length).toBe(41);
  });

  test('take their turns one after another', async () => {
    const told: string[] = [];
    const pauses: (() => void)[] = [];
    const pace = new SharedPace(1, () => new Promise((resolve) => pauses.push(resolve)));
    void pace.turn().then(() => told.push('first'));
    void pace.turn().then(() => told.push('second'));
    await expect.poll(() => pauses.length).toBe(1);
    pauses[0]?.();
    await expect.poll(() => [told, pauses.length]).toEqual([['first'], 2]);
    pauses[1]?.();
    await expect.poll(() => told).toEqual(['first', 'second']);
  });
});
