import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { joinChannel } from '../../reference/src/transport/broadcast-channel.ts';
import { memoryPair } from '../../reference/src/transport/memory-pair.ts';
import { oneScript } from '../build/one-script.ts';
import { LocalPeer } from '../src/playground/guests/local-peer.ts';
import { overTransport } from '../src/playground/guests/over-transport.ts';
import { readPubAddress } from '../src/playground/guests/pub.ts';
import { pubFramePage } from '../src/playground/guests/pub-frame-page.ts';
import { channelOf, TabDoor } from '../src/playground/guests/tab.ts';

/** Who is called, and what was heard. */
const listener = () => {
  const heard: string[] = [];
  const { promise: gone, resolve } = Promise.withResolvers<string>();
  return { heard, why: gone, caller: { heard: (text: string) => heard.push(text), gone: resolve } };
};

describe('The address of a pub', () => {
  test.for([
    ['ws://127.0.0.1:7665', 'ws://127.0.0.1:7665/session'],
    [' wss://pub.example/session ', 'wss://pub.example/session'],
    ['https://pub.example/garden', 'https://pub.example/garden'],
  ] as const)('%s is %s', ([typed, address]) => {
    expect(String(readPubAddress(typed))).toBe(address);
  });

  test.for(['', 'pub.example', 'ftp://pub.example', 'javascript:alert(1)', 'ws://suzy:secret@pub.example'])(
    '“%s” is none, which is said',
    (typed) => {
      expect(readPubAddress(typed)).toEqual({ fault: expect.stringMatching(/address/i) });
    },
  );
});

describe('The frame that may connect to a pub', () => {
  test('runs its own script alone, loads nothing, and connects by the two ways that pubs have', async () => {
    const html = pubFramePage(await oneScript('playground/guests/pub-frame.ts'));
    const [, policy = ''] = /content-security-policy" content="([^"]+)"/.exec(html) ?? [];
    const [, script = ''] = /<script>(.*)<\/script>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      'connect-src ws: wss: http: https:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(script).not.toContain('</');
    expect(script).toContain('connect-src');
  });
});

describe('The way to another tab', () => {
  test('is there when somebody has joined the channel, and is called again; of nobody it is said so', async () => {
    let come = (): void => undefined;
    const came = new Promise<void>((done) => {
      come = done;
    });
    const door = new TabDoor(() => come());
    const channel = channelOf(door.name);
    const peer = await new LocalPeer().begin();
    const leave = joinChannel(channel, ({ transport }) => void peer.meet(transport));
    onTestFinished(() => {
      door.close();
      channel.close();
    });
    await came;
    const first = listener();
    const port = await door.dial(first.caller);
    port.close();
    const second = listener();
    await door.dial(second.caller);
    leave();
    expect(await second.why).toBe('its tab was closed');
    await expect(door.dial(listener().caller)).rejects.toThrow('There is no other tab');
  });
});

describe('A transport to a guest', () => {
  test('brings what it says, and how it ended, in words', async () => {
    const [here, there] = memoryPair();
    const { heard, why, caller } = listener();
    const port = overTransport(here, caller);
    port.send('hello', 0);
    there.listen((text) => there.send(`${text}?`));
    await expect.poll(() => heard).toEqual(['hello?']);
    there.close('the pub stops');
    expect(await why).toBe('the pub stops');
  });
});

describe('A peer in a tab of its own', () => {
  test('writes the newest page, also where the one before it comes from a clock that is ahead', async () => {
    const peer = await new LocalPeer().begin();
    expect(peer.pages).toEqual([{ path: '/wiki/newts', author: 'Phone', content: 'Newts hide here' }]);
    for (const content of ['Toads', 'Frogs', 'Nobody']) await peer.write('/wiki/pond', content);
    expect(peer.pages.at(-1)?.content).toBe('Nobody');
    await expect(peer.write('no path', 'x')).rejects.toThrow('cannot be written');
  });
});
