import { describe, expect, test } from 'vitest';
import { createSession, ReplicaHost, type RoundReport, type SessionEnd, type SessionHost } from '../src/index.ts';
import { engine, now, protocol } from './cast.ts';
import { document } from './replica-cast.ts';
import { keeping, kept } from './sync-cast.ts';

const made = Array.from({ length: 60 }, (_, i) => document({ path: `/p/${i}` }));

/** Two sessions that hand each other messages, and the clock of both. */
function pair(left = keeping(made.slice(0, 40)), right = keeping(made.slice(20)), live = false) {
  const clock = { now };
  const reports: RoundReport[] = [];
  const ends: SessionEnd[] = [];
  const sessions: SessionHost[] = [];
  for (const [i, source] of [left, right].entries()) {
    const host = new ReplicaHost({ replica: source.replica, engine, clock: () => clock.now });
    const session = createSession({
      protocol,
      engine,
      clock: () => clock.now,
      role: i === 0 ? 'caller' : 'answerer',
      entropy: new Uint8Array(32).fill(i),
      live,
      replicas: [{ source, host }],
      send: (text) => void sessions[1 - i]?.receive(text),
      onRound: (report) => reports.push(report),
      onEnd: (end) => ends.push(end),
    });
    sessions.push(session);
  }
  return { clock, left, right, reports, ends, sessions: sessions as [SessionHost, SessionHost] };
}

describe('The host of a session', () => {
  test('SYN-22 runs two sessions to their ends', async () => {
    const { left, right, reports, ends, sessions } = pair();
    await Promise.all(sessions.map((session) => session.start()));
    await expect.poll(() => ends).toEqual([{ how: 'done' }, { how: 'done' }]);
    expect(reports).toEqual(Array(2).fill({ equal: true, refused: 0, wanted: 0 }));
    expect(kept(left)).toEqual(kept(right));
    expect(kept(left).length).toBe(60);
  });

  test('SYN-5 ends a session in which nothing comes for a minute, and a live one between two rounds not', async () => {
    const silent = pair();
    silent.clock.now += 60_000_001;
    await silent.sessions[1].tick();
    expect(silent.ends).toMatchObject([{ how: 'error', code: 'timeout', by: 'us' }, ...silent.ends.slice(1)]);
    const live = pair(undefined, undefined, true);
    await live.sessions[0].start();
    await expect.poll(() => live.reports.length).toBe(2);
    live.clock.now += 600_000_000;
    await live.sessions[0].tick();
    expect(live.ends).toEqual([]);
  });

  test('SYN-6 tells its end once, and takes nothing more', async () => {
    const { ends, sessions } = pair();
    await sessions[1].closed();
    await sessions[1].receive('{');
    await sessions[1].leave('busy');
    expect(ends).toEqual([{ how: 'closed' }]);
  });
});
