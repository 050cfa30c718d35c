import { describe, expect, test } from 'vitest';
import { untilServed } from '../src/cli/back-off.ts';
import type { Network } from '../src/cli/network.ts';
import { memoryPair, ReplicaHost, type SessionEnd, type SyncReplica, syncOver } from '../src/index.ts';
import { Pub, type PubOptions } from '../src/pub/pub.ts';
import type { JsonObject } from '../src/value/json.ts';
import { engine, gardening, now, protocol } from './cast.ts';
import { Person } from './cli-world.ts';
import { document } from './replica-cast.ts';
import { keeping, kept } from './sync-cast.ts';

const records = Array.from({ length: 6 }, (_, i) => document({ path: `/p/${i}` }));
const random = (byteLength: number) => crypto.getRandomValues(new Uint8Array(byteLength));
const atOnce = async () => undefined;
const hosted = (source: SyncReplica) => ({
  source,
  host: new ReplicaHost({ replica: source.replica, engine, clock: () => now }),
});

/** A pub that keeps most of the records, and what it logs. */
function pubWith(more: Partial<PubOptions>) {
  const source = keeping(records.slice(0, 4));
  const logged: JsonObject[] = [];
  const pub = new Pub({
    protocol,
    engine,
    clock: () => now,
    random,
    spaces: [{ name: 'gardening', ...hosted(source) }],
    addresses: undefined,
    maxSessions: 500,
    perMinute: 0,
    pause: atOnce,
    patience: atOnce,
    log: (event, facts) => void logged.push({ event, ...facts }),
    ...more,
  });
  return { pub, source, logged };
}

const meet = (pub: Pub) => {
  const [ours, theirs] = memoryPair();
  pub.meet({ transport: theirs, by: 'websocket', from: '127.0.0.1' });
  return ours;
};

/** Newcomers who call at one moment, each as often as needed; answers the lifts with which each called. */
async function crowd(pub: Pub, replicas: readonly SyncReplica[]): Promise<number[][]> {
  return Promise.all(
    replicas.map(async (source) => {
      const lifts: number[] = [];
      const answer = await untilServed<SessionEnd>({
        async call(isSparing) {
          const lift = isSparing ? 0 : 1;
          lifts.push(lift);
          const { ended } = syncOver(meet(pub), {
            role: 'caller',
            protocol,
            engine,
            clock: () => now,
            entropy: random(32),
            replicas: [hosted(source)],
            lift,
          });
          return (await ended).session;
        },
        hasNoTime: (end) => end.how === 'error' && end.code === 'busy',
        pause: atOnce,
        random,
      });
      expect(answer).toEqual({ how: 'done' });
      return lifts;
    }),
  );
}

describe('200 newcomers at once', () => {
  const newcomers = () => Array.from({ length: 200 }, (_, i) => keeping(records.slice(i % 6, (i % 6) + 1)));

  test('SYN-22 are all in sync with a pub that has room for two and lets nobody wait', async () => {
    const { pub, source } = pubWith({ maxOwnItems: 12 });
    const replicas = newcomers();
    const lifts = await crowd(pub, replicas);
    expect(new Set(lifts.map(String))).toEqual(new Set(['1', '1,0']));
    // Who came early has not heard of what others brought later.
    await crowd(pub, replicas);
    expect(kept(source)).toHaveLength(records.length);
    for (const each of replicas) expect(kept(each)).toEqual(kept(source));
  });

  test('SYN-14 are served with lift 1 as far as they can wait', async () => {
    const { pub } = pubWith({ maxOwnItems: 12, patience: () => new Promise(() => undefined) });
    const served = (await crowd(pub, newcomers())).filter((lifts) => lifts.length === 1);
    expect(served.length).toBeGreaterThanOrEqual(100);
  });
});

describe('A pub that has no time', () => {
  /** The first callers hear `busy`. */
  const networkTo = (pub: Pub, busy: number): Network => {
    let calls = 0;
    return {
      call() {
        if (calls++ >= busy) return meet(pub);
        const [ours, theirs] = memoryPair();
        theirs.listen(() => undefined);
        void theirs.send('{"type":"error","code":"busy"}');
        return ours;
      },
      serve: () => Promise.reject(new Error('nobody serves here')),
    };
  };

  const gardener = async (network: Network) => {
    const suzy = new Person();
    await suzy.rockpool('init', gardening);
    suzy.network = network;
    return suzy;
  };

  test('is called again after longer and longer pauses, until both have the same', async () => {
    const { pub, logged } = pubWith({});
    const suzy = await gardener(networkTo(pub, 3));
    expect(await suzy.rockpool('sync', 'ws://pub.example')).toEqual({
      code: 0,
      output: 'gardening: in sync with ws://pub.example, 4 records came, 0 went\n',
      errors: '',
    });
    expect(suzy.slept).toHaveLength(3);
    for (const [i, millis] of suzy.slept.entries()) {
      expect(millis).toBeGreaterThanOrEqual(500 * 2 ** i);
      expect(millis).toBeLessThanOrEqual(1_000 * 2 ** i);
    }
    expect(suzy.progress).toContainEqual(
      expect.stringMatching(/^gardening: ws:.* has no time now; calling again in \d s$/),
    );
    expect(logged.filter(({ event }) => event === 'begin')).toHaveLength(1);
  });

  test.each([
    [0, ['begin', 'round', 'end', 'begin', 'round']],
    [1, ['begin', 'round']],
  ])('SYN-14 has somebody live after a session with lift 1, or at once: %i busy', async (busy, expected) => {
    const { pub, logged } = pubWith({});
    const suzy = await gardener(networkTo(pub, busy));
    const events = () => logged.map(({ event }) => event);
    suzy.pauses = [() => expect.poll(events, { timeout: 10_000 }).toEqual(expected)];
    const { output } = await suzy.rockpool('sync', 'ws://pub.example', '--live');
    expect(output.match(/in sync/g)).toHaveLength(1);
    await expect.poll(events).toEqual([...expected, 'end']);
  });

  test('SYN-14 is asked for lift 1 again by somebody who is live for more than a day', async () => {
    let at = now;
    const { pub, logged } = pubWith({ clock: () => at });
    const suzy = await gardener(networkTo(pub, 0));
    const events = () => logged.map(({ event }) => event);
    const ends = () => logged.flatMap(({ event, how = null }) => (event === 'end' ? [how] : []));
    const begun = ['begin', 'round', 'end', 'begin', 'round'];
    const passes = (hours: number) => () => {
      at += hours * 3_600_000_000;
      suzy.now = at;
    };
    suzy.pauses = [
      () => expect.poll(events, { timeout: 10_000 }).toEqual(begun),
      passes(23),
      () => undefined,
      () => expect(events()).toEqual(begun),
      passes(2),
      () => expect.poll(ends, { timeout: 10_000 }).toEqual(['done', 'busy', 'done']),
    ];
    const { output, errors } = await suzy.rockpool('sync', 'ws://pub.example', '--live');
    expect(errors).toBe('');
    expect(output.split('\n').slice(1)).toEqual(['']);
  });

  test('SYN-14 is not live for who asks for lift 1, which would keep its room', async () => {
    const { pub } = pubWith({});
    const { session } = syncOver(meet(pub), {
      role: 'caller',
      protocol,
      engine,
      clock: () => now,
      entropy: random(32),
      lift: 1,
      live: true,
      replicas: [hosted(keeping([]))],
    });
    await expect.poll(() => session.end, { timeout: 10_000 }).toEqual({ how: 'done' });
  });

  test('is called for some minutes, no longer', async () => {
    const { pub } = pubWith({});
    const suzy = await gardener(networkTo(pub, Number.POSITIVE_INFINITY));
    expect(await suzy.rockpool('sync', 'ws://pub.example')).toMatchObject({
      code: 4,
      output: '',
      errors: expect.stringContaining('ws://pub.example has no time now; try again in a minute'),
    });
    const waited = suzy.slept.reduce((sum, millis) => sum + millis, 0);
    expect(waited).toBeGreaterThanOrEqual(300_000);
    expect(waited).toBeLessThanOrEqual(360_000);
  });
});
