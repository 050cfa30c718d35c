import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { joinChannel, type Meeting } from '../src/transport/broadcast-channel.ts';
import { HttpAnswerer } from '../src/transport/http-answerer.ts';
import { callByHttp } from '../src/transport/http-caller.ts';
import { overMessagePort } from '../src/transport/message-port.ts';
import type { Limits, Transport } from '../src/transport/transport.ts';
import { type TransportUnderTest, transportChecks } from '../src/transport/transport-acceptance.ts';

/** Runs all checks on one kind of transport. */
const tryAll = (under: TransportUnderTest) => {
  for (const { title, run } of transportChecks.filter(({ needs }) => needs === undefined || needs in under)) {
    test(`SYN-1 ${title}`, () => run(under));
  }
};

describe('A message port of a browser', () => {
  tryAll({
    async connect(one, other) {
      const { port1, port2 } = new MessageChannel();
      return [overMessagePort(port1, one), overMessagePort(port2, other)];
    },
    connectHalfOpen: async (limits) => overMessagePort(new MessageChannel().port1, limits),
  });
});

/** One tab more at a channel: what it meets, and what makes it leave. */
function join(name: string, limits: Partial<Limits> = {}) {
  const channel = new BroadcastChannel(name);
  const meetings: Meeting[] = [];
  const { promise: met, resolve } = Promise.withResolvers<Transport>();
  const leave = joinChannel(
    channel,
    (meeting) => {
      meetings.push(meeting);
      resolve(meeting.transport);
    },
    limits,
  );
  onTestFinished(() => {
    leave();
    channel.close();
  });
  return { channel, meetings, met, leave };
}

describe('A broadcast channel', () => {
  tryAll({
    async connect(one, other) {
      const name = crypto.randomUUID();
      const [first, second] = [join(name, one), join(name, other)];
      return [await first.met, await second.met];
    },
    async connectHalfOpen(limits) {
      const name = crypto.randomUUID();
      const [first, second] = [join(name, limits), join(name)];
      second.channel.close();
      return first.met;
    },
  });

  test('SYN-3 of any two that meet exactly one is to open the session', async () => {
    const name = crypto.randomUUID();
    const tabs = [join(name), join(name), join(name)];
    await Promise.all(tabs.map(({ met }) => met));
    await expect.poll(() => tabs.map(({ meetings }) => meetings.length)).toEqual([2, 2, 2]);
    expect(tabs.flatMap(({ meetings }) => meetings).filter(({ isCaller }) => isCaller)).toHaveLength(3);
  });

  test('SYN-6 who leaves ends its own connections and leaves those of others', async () => {
    const name = crypto.randomUUID();
    const [first, second, third] = [join(name), join(name), join(name)];
    await expect.poll(() => first.meetings.length + second.meetings.length + third.meetings.length).toBe(6);
    third.leave();
    const endings = (tab: typeof first) =>
      Promise.all(
        tab.meetings.map(({ transport }) =>
          Promise.race([
            transport.closed.then(({ how }) => how),
            new Promise((resolve) => setTimeout(() => resolve('open'), 300)),
          ]),
        ),
      );
    expect((await endings(first)).toSorted()).toEqual(['left', 'open']);
    expect((await endings(second)).toSorted()).toEqual(['left', 'open']);
  });

  test('what others post at the channel is passed over', async () => {
    const name = crypto.randomUUID();
    const stranger = new BroadcastChannel(name);
    onTestFinished(() => stranger.close());
    const [first, second] = [join(name), join(name)];
    const [one, other] = [await first.met, await second.met];
    for (const letter of [null, 'hello', { from: 1 }, { from: 'x', post: { text: 'y' } }]) stranger.postMessage(letter);
    const { promise, resolve } = Promise.withResolvers<string>();
    other.listen(resolve);
    await one.send('a');
    expect(await promise).toBe('a');
  });
});

describe('HTTP through a mock in a browser', () => {
  const answerers = new Map<string, HttpAnswerer>();
  const mock = setupWorker(
    http.all('/pub/:name/session/:id', ({ request, params }) => answerers.get(String(params.name))?.answer(request)),
  );
  beforeAll(() => mock.start({ quiet: true, onUnhandledFrame: 'bypass' }));
  afterAll(() => mock.stop());
  tryAll({
    async connect(one, other) {
      const { promise, resolve } = Promise.withResolvers<Transport>();
      const name = crypto.randomUUID();
      const answerer = new HttpAnswerer(resolve, { pollMillis: 200, ...other });
      onTestFinished(() => answerer.forget());
      answerers.set(name, answerer);
      return [callByHttp(new URL(`/pub/${name}/session`, location.href), one), await promise];
    },
  });
});
