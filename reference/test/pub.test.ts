import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { shortAddress, twinsOf, typedAddress } from '../src/cli/address.ts';
import { backOffMillis } from '../src/cli/back-off.ts';
import { describeCounts, describeSpan } from '../src/cli/sync-words.ts';
import { DataFolder } from '../src/node/data-folder.ts';
import { Metrics } from '../src/pub/metrics.ts';
import { networkOf, RateLimit } from '../src/pub/rate-limit.ts';
import { now } from './cast.ts';
import { freePort, people, serving } from './pub-world.ts';
import { callAndFallSilent } from './silent-partners.ts';

const line = (errors: string) => errors.replace(/^rockpool sync: /, '').trimEnd();

describe('A pub', () => {
  test('SYN-22 brings two people together, by WebSocket and by HTTP', async () => {
    const [pub, suzy, fern] = await people();
    await suzy.rockpool('write', '/wiki/flowers', 'Flowers are pretty');
    await fern.rockpool('publish', 'Hello, garden');
    await serving(pub, async (address) => {
      expect(await suzy.rockpool('sync', address)).toEqual({
        code: 0,
        output: `gardening: in sync with ${address}, 0 records came, 1 went\n`,
        errors: '',
      });
      const http = address.replace('ws:', 'http:');
      expect(await fern.json('sync', http)).toMatchObject({
        address: `${http}/session`,
        spaces: [{ name: 'gardening', inSync: true, came: 1, went: 1, refused: 0, wanted: 0 }],
      });
      expect((await suzy.rockpool('sync', address)).output).toContain('1 record came, 0 went');
      expect((await suzy.rockpool('sync', address)).output).toContain('nothing new');
    });
    expect((await fern.rockpool('read', '/wiki/flowers')).output).toBe('Flowers are pretty');
    expect((await suzy.rockpool('log')).output).toContain('Hello, garden');
  });

  test('says how it is, and counts, without the id of a space', async () => {
    const [pub, suzy] = await people();
    await suzy.rockpool('write', '/a', 'b');
    const { errors } = await serving(
      pub,
      async (address, port) => {
        const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
        await suzy.rockpool('sync', address);
        await expect
          .poll(async () => JSON.parse(await ask('/health')))
          .toEqual({ status: 'ok', spaces: 1, sessions: 0 });
        const metrics = await ask('/metrics');
        for (const said of [
          'rockpool_items{space="gardening"} 1',
          'rockpool_records_received_total 1',
          'rockpool_rounds_total{equal="true"} 1',
          'rockpool_session_ends_total{how="done"} 1',
        ]) {
          expect(metrics).toContain(`\n${said}\n`);
        }
        expect(metrics).not.toContain('.x');
      },
      '--log',
    );
    const events = errors
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(events.map(({ event }) => event)).toEqual(['listening', 'begin', 'round', 'end', 'stopping', 'stopped']);
    expect(events[2]).toMatchObject({ space: 'gardening', got: 1, equal: true });
    expect(errors).not.toContain('.x');
  });

  test('SYN-11 is shown the key that is named, and none where none is', async () => {
    const [pub, suzy] = await people();
    const key = async (name: string) => ((await suzy.json('keygen', name)) as { key: string }).key;
    const [main, work] = [await key('main'), await key('work')];
    const { errors } = await serving(
      pub,
      async (address) => {
        for (const as of [[], ['--as', 'me'], ['--as', 'work']]) {
          expect((await suzy.rockpool('sync', address, ...as)).code).toBe(0);
        }
      },
      '--log',
    );
    const ends = errors.split('\n').filter((line) => line.includes('"end"'));
    expect(ends.map((line) => JSON.parse(line).partner)).toEqual([null, main, work]);
  });

  test('SYN-12 tells who asks for a space that it does not serve what to do', async () => {
    const [pub, suzy] = await people();
    await suzy.rockpool('init', 'kitchen');
    await pub.rockpool('init', 'cellar');
    await pub.rockpool('init', 'attic');
    await serving(
      pub,
      async (address) => {
        const { code, output, errors } = await suzy.rockpool('sync', address);
        expect({ code, output }).toEqual({ code: 1, output: `gardening: in sync with ${address}, nothing new\n` });
        expect(line(errors)).toMatch(/^ws:\S+ does not keep the space kitchen; ask whoever runs it to keep it/);
        expect((await suzy.rockpool('sync', address, '--space', 'gardening')).code).toBe(0);
      },
      '--space',
      'gardening',
      '--space',
      'attic',
    );
  });

  test('SYN-13 tells whose clock is apart', async () => {
    const [pub, suzy] = await people();
    await serving(pub, async (address) => {
      suzy.now += 700_000_000;
      const answered = await suzy.rockpool('sync', address);
      expect(answered).toMatchObject({ code: 1, errors: expect.stringContaining('more than ten minutes apart; set') });
    });
  });

  test('lets no more in than it was told', async () => {
    const [pub, suzy] = await people();
    await serving(
      pub,
      async (address) => {
        expect((await suzy.rockpool('sync', address)).code).toBe(0);
        const turnedAway = await suzy.rockpool('sync', address);
        expect(turnedAway).toMatchObject({
          code: 4,
          errors: expect.stringContaining('lets in no more from here just now'),
        });
      },
      '--rate',
      '1',
    );
    await serving(
      pub,
      async (address, port) => {
        const socket = new WebSocket(`${address}/session`);
        await new Promise((resolve) => socket.once('open', resolve));
        expect((await suzy.rockpool('sync', `http://127.0.0.1:${port}`)).code).toBe(4);
        socket.terminate();
        await expect.poll(async () => (await suzy.rockpool('sync', address)).code).toBe(0);
      },
      '--max-sessions',
      '1',
    );
  });

  test('keeps no more of one author than it was told, and what takes the place of something', async () => {
    const [pub, suzy, fern] = await people();
    await suzy.rockpool('write', '/a', '1');
    const quota = ['--quota-author', '1'];
    await serving(pub, async (address) => expect((await suzy.rockpool('sync', address)).code).toBe(0), ...quota);
    await suzy.rockpool('write', '/a', '2');
    await suzy.rockpool('write', '/b', '1');
    await fern.rockpool('write', '/c', '1');
    await serving(
      pub,
      async (address) => {
        const answered = await suzy.rockpool('sync', address);
        expect(answered).toMatchObject({
          code: 1,
          errors: expect.stringContaining('not taken there: it has no room, or refuses such records'),
        });
        expect((await fern.rockpool('sync', address)).code).toBe(0);
      },
      ...quota,
    );
    expect((await fern.rockpool('read', '/a')).output).toBe('2');
    expect((await fern.rockpool('read', '/b')).code).toBe(1);
  });

  test('is not harmed by junk, nor are those who speak', async () => {
    const [pub, suzy] = await people();
    await suzy.rockpool('write', '/a', 'b');
    await serving(pub, async (address, port) => {
      const shout = (bytes: string | Uint8Array) => {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        onTestFinished(() => void socket.destroy());
        socket.write(bytes);
      };
      shout(crypto.getRandomValues(new Uint8Array(20_000)));
      shout('GET /session HTTP/1.1\r\n');
      shout(`GET /session HTTP/1.1\r\nHost: ${'x'.repeat(100_000)}\r\n\r\n`);
      shout('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03');
      callAndFallSilent(port);
      const socket = new WebSocket(`${address}/session`);
      const closed = new Promise<number>((resolve) => socket.once('close', resolve));
      await new Promise((resolve) => socket.once('open', resolve));
      socket.on('error', () => undefined);
      socket.send('x'.repeat(3_000_000));
      expect((await suzy.rockpool('sync', address)).code).toBe(0);
      expect(await closed).toBe(1009);
      const speaker = new WebSocket(`${address}/session`);
      await new Promise((resolve) => speaker.once('open', resolve));
      const said = new Promise<string>((resolve) => speaker.once('message', (data) => resolve(String(data))));
      speaker.send('[[[[[[[');
      expect(JSON.parse(await said)).toMatchObject({ type: 'error', code: 'sync-text' });
      expect((await suzy.rockpool('sync', address)).output).toContain('nothing new');
    });
  });

  test('tells those who are there why it stops', async () => {
    const [pub] = await people();
    const said: string[] = [];
    await serving(pub, async (address) => {
      const socket = new WebSocket(`${address}/session`);
      socket.on('message', (data) => said.push(String(data)));
      await new Promise((resolve) => socket.once('open', resolve));
    });
    expect(said.map((text) => JSON.parse(text))).toEqual([
      { type: 'error', code: 'busy', detail: 'the pub is being stopped; try again later' },
    ]);
  });

  test('says that another program has its data', async () => {
    const [pub, suzy] = await people();
    suzy.folder = (path) => new DataFolder(path, 10);
    await serving(pub, async (address) => {
      const answered = await suzy.rockpool('sync', address, '--data', pub.data);
      expect(answered).toMatchObject({
        code: 4,
        output: '',
        errors: expect.stringContaining('another program has it open; end'),
      });
    });
  });

  test('that is not there is told of with what to do', async () => {
    const [suzy] = await people();
    const answered = await suzy.rockpool('sync', `ws://127.0.0.1:${await freePort()}`);
    expect(answered).toMatchObject({ code: 4, output: '' });
    expect(line(answered?.errors)).toMatch(
      /^cannot reach ws:\S+ \(.*ECONNREFUSED.*\): nothing listens there; see that rockpool serve runs/,
    );
  });

  test.each([
    [['sync'], 'give the address of a pub, such as ws://127.0.0.1:7665'],
    [['sync', 'a', 'b'], 'give one address'],
    [['sync', 'localhost:7665'], 'did you mean ws://localhost:7665?'],
    [['sync', 'ws:localhost'], 'did you mean ws://localhost:7665?'],
    [['sync', 'wws://pub.example'], 'not wws://; did you mean ws or wss?'],
    [['sync', 'ws://a:b@pub.example'], 'an address has no name and no password'],
    [['sync', 'ws://'], 'ws:// is no address'],
    [['sync', 'ws://a', '--space', 'gardenin'], 'did you mean gardening?'],
    [['sync', 'ws://a', '--as', 'wrk'], 'no key wrk is yours; rockpool keygen wrk makes it'],
    [['serve', 'gardening'], 'serve takes no argument; --space NAME'],
    [['serve', '--port', '70000'], '--port takes a number up to 65535'],
    [['serve', '--port', 'x'], '--port takes a whole number from 0 on, not x'],
    [['serve', '--max-sessions', '0'], '--max-sessions takes a whole number from 1 on'],
    [['serve', '--quota-space', '5'], '--quota-space takes a size such as 500MB or 2GB'],
    [['serve', '--tls-cert', 'a.pem'], 'give both, --tls-cert FILE and --tls-key FILE'],
  ])('is asked for in the right way: %j', async (words, complaint) => {
    const [suzy] = await people();
    expect(await suzy.rockpool(...words)).toMatchObject({
      code: 2,
      output: '',
      errors: expect.stringContaining(complaint),
    });
  });

  test('cannot begin where another program listens', async () => {
    const [pub, other] = await people();
    await serving(pub, async (_, port) => {
      const answered = await other.rockpool('serve', '--port', String(port));
      expect(answered).toMatchObject({
        code: 4,
        errors: expect.stringContaining('another program listens there; end it, or name another port'),
      });
    });
  });
});

describe('Addresses of pubs', () => {
  test.each([
    ['ws://127.0.0.1:7665', 'ws://127.0.0.1:7665/session'],
    ['WSS://Pub.example/', 'wss://pub.example/session'],
    ['https://pub.example/rock/session?x#y', 'https://pub.example/rock/session'],
  ])('%s is %s', (typed, whole) => expect(typedAddress(typed)).toBe(whole));

  test('SYN-10 are those of both ways', () => {
    expect(twinsOf('wss://pub.example/session')).toEqual(['wss://pub.example/session', 'https://pub.example/session']);
    expect(shortAddress('ws://a/session')).toBe('ws://a');
  });
});

describe('Who may begin', () => {
  test('is counted by address, and more with time', () => {
    let time = now;
    const limit = new RateLimit(2, () => time);
    expect(['a', 'a', 'a', 'b'].map((from) => limit.admits(from))).toEqual([true, true, false, true]);
    time += 30_000_000;
    expect(['a', 'a'].map((from) => limit.admits(from))).toEqual([true, false]);
    expect(new RateLimit(0, () => time).admits('a')).toBe(true);
  });

  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is one of %s', (address, network) => expect(networkOf(address)).toBe(network));
});

test('Numbers are escaped as Prometheus reads them', () => {
  const metrics = new Metrics();
  metrics.define('things', 'gauge', 'Things.', true);
  metrics.set('things', 3, { name: 'a"b\\c\nd' });
  expect(metrics.toText()).toBe('# HELP things Things.\n# TYPE things gauge\nthings{name="a\\"b\\\\c\\nd"} 3\n');
});

test('A pub is called again after longer and longer pauses, which are not all the same', () => {
  expect([0, 1, 5, 6, 40].map((failures) => backOffMillis(failures, 1))).toEqual([
    1_000, 2_000, 32_000, 60_000, 60_000,
  ]);
  expect(backOffMillis(2, 0)).toBe(2_000);
});

test('What came is told in words', () => {
  expect(describeCounts(12, 3)).toBe('12 records came, 3 went');
  expect(describeCounts(2, 0, 1, 4)).toBe(
    '1 record came, 0 went, 1 of theirs refused here, the content of 4 is still wanted',
  );
  expect([12_000_000, 200_000_000, 7_200_000_000].map(describeSpan)).toEqual(['12 s', '3 min', '2 h']);
});
