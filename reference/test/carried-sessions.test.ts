import { describe, expect, onTestFinished, test } from 'vitest';
import {
  callByHttp,
  callByWebSocket,
  memoryPair,
  overMessagePort,
  ReplicaHost,
  type Role,
  type RoundReport,
  SyncReplica,
  syncOver,
  type Transport,
} from '../src/index.ts';
import { callByNodeSocket, type SessionServer, serveSessions } from '../src/node/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { engine, now, protocol, written } from './cast.ts';
import { document, give, opened } from './replica-cast.ts';

const pages = Array.from({ length: 400 }, (_, index) =>
  document({ path: `/p/${index}`, timestamp: written + index }, { content: `page ${index}` }),
);

/** A peer with some of the pages. */
function peer(from: number, to: number) {
  const replica = opened();
  give(replica, pages.slice(from, to));
  return { source: new SyncReplica(replica, nodeSha256), host: new ReplicaHost({ replica, engine, clock: () => now }) };
}

const keeps = ({ source }: ReturnType<typeof peer>) => [...source.replica.all(now)].length;

const hold = (transport: Transport, role: Role, peerHere: ReturnType<typeof peer>, more: object = {}) =>
  syncOver(transport, {
    role,
    protocol,
    engine,
    clock: () => now,
    entropy: crypto.getRandomValues(new Uint8Array(32)),
    replicas: [peerHere],
    ...more,
  });

const served = (call: (server: SessionServer) => Transport) => async (): Promise<readonly [Transport, Transport]> => {
  const { promise, resolve } = Promise.withResolvers<Transport>();
  const server = await serveSessions(({ transport }) => resolve(transport), { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.stop('', 100));
  return [call(server), await promise];
};

const kinds: Readonly<Record<string, () => Promise<readonly [Transport, Transport]>>> = {
  'in memory': async () => memoryPair(),
  'through a message port': async () => {
    const { port1, port2 } = new MessageChannel();
    return [overMessagePort(port1), overMessagePort(port2)];
  },
  'by the WebSocket of the platform': served(({ port }) => callByWebSocket(`ws://127.0.0.1:${port}/session`)),
  'by a WebSocket of Node': served(({ port }) => callByNodeSocket(`ws://127.0.0.1:${port}/session`)),
  'by HTTP': served(({ port }) => callByHttp(`http://127.0.0.1:${port}/session`)),
};

describe('A session that is carried', () => {
  for (const [kind, connect] of Object.entries(kinds)) {
    test(`SYN-22 both end with everything ${kind}`, async () => {
      const [one, other] = await connect();
      const [suzy, fern] = [peer(0, 300), peer(100, 400)];
      const reports: RoundReport[] = [];
      const onRound = (report: RoundReport) => void reports.push(report);
      const sessions = [hold(one, 'caller', suzy, { onRound }), hold(other, 'answerer', fern, { onRound })];
      const ends = await Promise.all(sessions.map(({ ended }) => ended));
      expect(ends.map(({ session }) => session.how)).toEqual(['done', 'done']);
      expect(reports).toEqual(Array(2).fill({ equal: true, refused: 0, wanted: 0 }));
      expect([keeps(suzy), keeps(fern)]).toEqual([400, 400]);
    });
  }

  test('SYN-16 a session that was cut is gone on with by the next, which sends nothing again', async () => {
    const [suzy, fern] = [peer(0, 0), peer(0, 400)];
    const [one, other] = memoryPair();
    const breaking: Transport = {
      send: (text) => one.send(text),
      listen: (take) =>
        one.listen(async (text) => {
          await take(text);
          if (keeps(suzy) > 0) one.close('the cable was cut');
        }),
      closed: one.closed,
      close: (reason) => one.close(reason),
    };
    const cut = [hold(breaking, 'caller', suzy), hold(other, 'answerer', fern, { maxMessageBytes: 20_000 })];
    const ends = await Promise.all(cut.map(({ ended }) => ended));
    expect(ends.map(({ session }) => session.how)).toEqual(['closed', 'closed']);
    const before = keeps(suzy);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(400);
    const again = memoryPair();
    const sessions = [hold(again[0], 'caller', suzy), hold(again[1], 'answerer', fern)];
    await Promise.all(sessions.map(({ ended }) => ended));
    expect(keeps(suzy)).toBe(400);
    expect(sessions[0]?.session.progress.got).toBe(400 - before);
  });

  test('SYN-23 two live peers that push at once more than there is room for both get everything', async () => {
    const narrow = { roomBytes: 2_000 };
    const [one, other] = memoryPair(narrow, narrow);
    const [suzy, fern] = [peer(0, 1), peer(0, 1)];
    const reports: RoundReport[] = [];
    const more = { live: true, maxMessageBytes: 3_000, onRound: (report: RoundReport) => void reports.push(report) };
    const sessions = [hold(one, 'caller', suzy, more), hold(other, 'answerer', fern, more)];
    await expect.poll(() => reports.length).toBe(2);
    await Promise.all([suzy.host.ingest(pages.slice(0, 200)), fern.host.ingest(pages.slice(200))]);
    // Both begin before either has got anything.
    for (const { session } of sessions) void session.tick();
    await expect.poll(() => [keeps(suzy), keeps(fern)], { timeout: 3_000 }).toEqual([400, 400]);
    one.close();
    const ends = await Promise.all(sessions.map(({ ended }) => ended));
    expect(ends.map(({ session }) => session.how)).toEqual(['closed', 'closed']);
  });

  test('SYN-5 a partner that takes nothing for a minute is left', async () => {
    const [one, other] = memoryPair({ roomBytes: 2_000 }, { roomBytes: 2_000 });
    let clock = now;
    const { ended, session } = hold(other, 'answerer', peer(0, 400), { maxMessageBytes: 3_000, clock: () => clock });
    const suzy = peer(0, 0);
    const stuck: Transport = {
      send: (text) => one.send(text),
      // The first records are never worked off.
      listen: (take) =>
        one.listen((text) => (text.includes('"records":[') ? new Promise(() => undefined) : take(text))),
      closed: one.closed,
      close: (reason) => one.close(reason),
    };
    const caller = hold(stuck, 'caller', suzy);
    await expect.poll(() => session.progress.sent).toBeGreaterThan(0);
    clock += 60_000_001;
    await session.tick();
    expect((await ended).session).toMatchObject({ how: 'error', code: 'timeout', by: 'us' });
    one.close();
    await caller.ended;
  });

  test('SYN-5 whoever sends nonsense is told the code, and the transport ends', async () => {
    const [one, other] = memoryPair();
    const { ended } = hold(other, 'answerer', peer(0, 1));
    const came: string[] = [];
    one.listen((text) => void came.push(text));
    await one.send('nonsense');
    expect((await ended).session).toMatchObject({ how: 'error', code: 'sync-text', by: 'us' });
    expect((await one.closed).how).toBe('left');
    expect(came.map((text) => JSON.parse(text))).toMatchObject([{ type: 'error', code: 'sync-text' }]);
  });
});
