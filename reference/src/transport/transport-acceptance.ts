import type { Limits, Transport } from './transport.ts';

/** What a kind of transport gives to be tried. */
export interface TransportUnderTest {
  /** A new connection: its two ends, each with its limits. Several can be open at a time. */
  connect(one?: Partial<Limits>, other?: Partial<Limits>): Promise<readonly [one: Transport, other: Transport]>;
  /** One end whose partner is not there any more, without a word; absent where that cannot be. */
  connectHalfOpen?(limits: Partial<Limits>): Promise<Transport>;
}

/** One thing that every transport does. `run` throws where this one does not. */
export interface TransportCheck {
  readonly title: string;
  /** What it needs besides `connect`. */
  readonly needs?: 'connectHalfOpen';
  run(under: TransportUnderTest): Promise<void>;
}

/** What every kind of transport passes; the framework in which it is run is up to who runs it. */
export const transportChecks: readonly TransportCheck[] = [
  {
    title: 'carries texts in both directions, in their order and each once',
    run: withBoth(async (one, other) => {
      const texts = Array.from({ length: 500 }, (_, index) => `${index}`);
      const answers = texts.map((text) => `answer ${text}`);
      const [toOther, toOne] = [inbox(other), inbox(one)];
      for (const [index, text] of texts.entries()) {
        void one.send(text);
        void other.send(answers[index] ?? '');
        if (index % 100 === 0) await pause(5);
      }
      same(await toOther.next(texts.length), texts);
      same(await toOne.next(answers.length), answers);
    }),
  },
  {
    title: 'carries any character, and the empty text',
    run: withBoth(async (one, other) => {
      const texts = ['', '🌸 \u0000 \r\n "\\ \u2028', '{"a":[1,2]}'];
      const came = inbox(other);
      for (const text of texts) await one.send(text);
      same(await came.next(texts.length), texts);
    }),
  },
  {
    title: 'carries texts of the greatest length whole, counted in bytes, in both directions',
    run: withBoth(async (one, other) => {
      const texts = ['a'.repeat(2_097_152), 'é'.repeat(1_048_576), '"'.repeat(2_097_152)];
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const came = inbox(to);
        for (const text of texts) await from.send(text);
        const found = await came.next(texts.length);
        same(
          found.map((text, index) => text === texts[index]),
          [true, true, true],
        );
      }
    }),
  },
  {
    title: 'refuses to send a longer text, says why, and ends',
    run: withBoth(async (one, other) => {
      const came = inbox(other);
      let complaint: unknown;
      try {
        await one.send('é'.repeat(1_048_577));
      } catch (error) {
        complaint = error;
      }
      same(
        complaint instanceof RangeError && complaint.message,
        'a text of 2097154 bytes; at most 2097152 are allowed',
      );
      same((await one.closed).how, 'oversize');
      same((await soon(other.closed, 'the end')).how, 'left');
      same(came.texts, []);
    }),
  },
  {
    title: 'does not take a longer text, and ends',
    async run({ connect }) {
      const [one, other] = await connect({ maxTextBytes: 4_000_000 });
      const came = inbox(other);
      await one.send('first');
      void one.send('a'.repeat(2_097_153));
      void one.send('behind');
      const ending = await soon(other.closed, 'the end');
      same([ending.how, ending.reason.length > 0], ['oversize', true]);
      await soon(one.closed, 'the end');
      same(came.texts, ['first']);
    },
  },
  {
    title: 'keeps for a late listener what came',
    run: withBoth(async (one, other) => {
      await one.send('a');
      await one.send('b');
      await pause(50);
      const came = inbox(other);
      await one.send('c');
      same(await came.next(3), ['a', 'b', 'c']);
    }),
  },
  {
    title: 'gives a text when the listener is done with the one before',
    run: withBoth(async (one, other) => {
      const steps: string[] = [];
      const { promise, resolve } = Promise.withResolvers<void>();
      other.listen(async (text) => {
        steps.push(`${text} begins`);
        await pause(text === 'a' ? 50 : 0);
        steps.push(`${text} ends`);
        if (text === 'b') resolve();
      });
      await one.send('a');
      await one.send('b');
      await soon(promise, 'the texts');
      same(steps, ['a begins', 'a ends', 'b begins', 'b ends']);
    }),
  },
  ...(['one', 'other'] as const).map(
    (who): TransportCheck => ({
      title: `tells both ends once when the ${who === 'one' ? 'caller' : 'answerer'} closes, behind what was sent`,
      async run({ connect }) {
        const [one, other] = await connect();
        const [from, to] = who === 'one' ? [one, other] : [other, one];
        const came = inbox(to);
        const texts = Array.from({ length: 100 }, (_, index) => `${index} ${'x'.repeat(10_000)}`);
        for (const text of texts) void from.send(text);
        from.close('we are done');
        from.close('again');
        same(await from.closed, { how: 'closed', reason: 'we are done' });
        same(await soon(to.closed, 'the end'), { how: 'left', reason: 'we are done' });
        same(came.texts.length, texts.length);
        same(came.texts.at(-1), texts.at(-1));
      },
    }),
  ),
  {
    title: 'gives nothing after close, and takes nothing',
    async run({ connect }) {
      const [one, other] = await connect();
      const came = inbox(other);
      await one.send('a');
      same(await came.next(1), ['a']);
      for (let index = 0; index < 100; index++) void one.send(`${index}`);
      other.close();
      const { length } = came.texts;
      await other.send('too late');
      const late = inbox(one);
      await soon(one.closed, 'the end');
      await one.send('too late, too');
      await pause(100);
      same([came.texts.length, late.texts], [length, []]);
    },
  },
  {
    title: 'drops at close what nobody has listened to',
    run: withBoth(async (one, other) => {
      await one.send('a');
      await pause(50);
      other.close();
      const came = inbox(other);
      await pause(20);
      same(came.texts, []);
    }),
  },
  {
    title: 'ends when the listener throws, without telling why, and harms no other connection',
    async run({ connect }) {
      const [one, other] = await connect();
      const [third, fourth] = await connect();
      const came = inbox(fourth);
      let given = 0;
      other.listen(() => {
        given++;
        throw new Error('a secret');
      });
      void one.send('a');
      void one.send('b');
      same(await soon(other.closed, 'the end'), { how: 'failed', reason: 'a secret' });
      const { how, reason } = await soon(one.closed, 'the end');
      same([how, reason.includes('secret'), given], ['left', false, 1]);
      await third.send('c');
      same(await came.next(1), ['c']);
      third.close();
      await soon(fourth.closed, 'the end');
    },
  },
  {
    title: 'ends when the listener rejects',
    async run({ connect }) {
      const [one, other] = await connect();
      other.listen(() => Promise.reject(new Error('no')));
      await one.send('a');
      same((await soon(other.closed, 'the end')).how, 'failed');
      same((await soon(one.closed, 'the end')).how, 'left');
    },
  },
  {
    title: 'holds a sender back whose partner is slow, or ends, so that little waits; all arrives when it goes on',
    async run({ connect }) {
      const limits = { roomBytes: 1_000_000, maxWaitingBytes: 8_000_000 };
      const [one, other] = await connect(limits, limits);
      const came: string[] = [];
      const { promise: going, resolve: goOn } = Promise.withResolvers<void>();
      other.listen(async (text) => {
        came.push(text.slice(0, 10).trim());
        await going;
      });
      let sent = 0;
      let isOver = false;
      const sending = (async () => {
        for (; sent < mostSent && !isOver; sent++) await one.send(String(sent).padEnd(250_000));
      })();
      const how: string[] = [];
      void one.closed.then((ending) => {
        how.push(ending.how);
        isOver = true;
      });
      // Longer than it takes to send all where nobody is held back.
      for (let before = -1; before !== sent; await pause(300)) before = sent;
      same(sent < mostSent, true);
      // Who waits is not to blame: if it is too much for the partner, that one ends it.
      same(how.includes('overfull'), false);
      isOver ||= (await Promise.race([other.closed, pause(0)])) !== undefined;
      if (isOver) return;
      const atLeast = sent;
      goOn();
      await until(() => sent > atLeast || sent === mostSent, 'more');
      isOver = true;
      await sending;
      await until(() => came.length >= sent, 'all texts');
      same(
        came,
        came.map((_, index) => `${index}`),
      );
      one.close();
      await soon(other.closed, 'the end');
    },
  },
  {
    title: 'ends when more waits than may, where the sender does not heed that it is held back',
    async run({ connect }) {
      const limits = { roomBytes: 100_000, maxWaitingBytes: 2_000_000 };
      const [one, other] = await connect(limits, limits);
      other.listen(() => new Promise(() => undefined));
      for (let index = 0; index < 400; index++) void one.send('x'.repeat(100_000));
      const { how } = await soon(one.closed, 'the end');
      same(how === 'overfull' || how === 'left', true);
      other.close();
      await soon(other.closed, 'the end');
    },
  },
  {
    title: 'stays while both are silent and there',
    async run({ connect }) {
      // So long that a busy machine does not make either of them silent.
      const limits = { silenceMillis: 1_500 };
      const [one, other] = await connect(limits, limits);
      const came = inbox(other);
      same(await Promise.race([one.closed, other.closed, pause(3_500)]), undefined);
      await one.send('a');
      same(await came.next(1), ['a']);
      one.close();
      await soon(other.closed, 'the end');
    },
  },
  {
    title: 'notices that the partner is gone without a word',
    needs: 'connectHalfOpen',
    async run({ connectHalfOpen }) {
      const one = await (connectHalfOpen as NonNullable<typeof connectHalfOpen>)({ silenceMillis: 400 });
      const began = performance.now();
      const { how, reason } = await soon(one.closed, 'the end');
      same([how, reason.length > 0, performance.now() - began < 2_000], ['silent', true, true]);
      await one.send('too late');
    },
  },
];

/** 64 MB, more than any system keeps for a connection. */
const mostSent = 256;

/** How long something may take that nothing holds up, in milliseconds. */
const patienceMillis = 10_000;

const pause = (millis: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), millis));

/** Takes all texts of a transport. */
function inbox(transport: Transport) {
  const texts: string[] = [];
  transport.listen((text) => void texts.push(text));
  return {
    texts,
    /** The texts, as soon as there are so many. */
    async next(count: number): Promise<string[]> {
      await until(() => texts.length >= count, `${count} texts`);
      return texts.splice(0);
    },
  };
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const began = performance.now(); !isSo(); await pause(5)) {
    if (performance.now() - began > patienceMillis) throw new Error(`${what} did not come`);
  }
}

async function soon<T>(promise: Promise<T>, what: string): Promise<T> {
  const late = pause(patienceMillis);
  const ending = await Promise.race([promise.then((value) => ({ value })), late]);
  if (ending === undefined) throw new Error(`${what} did not come`);
  return ending.value;
}

function withBoth(check: (one: Transport, other: Transport) => Promise<void>): TransportCheck['run'] {
  return async ({ connect }) => {
    const [one, other] = await connect();
    try {
      await check(one, other);
    } finally {
      one.close();
      other.close();
    }
  };
}

/** Both are plain values. */
function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [shown(actual), shown(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted.slice(0, 300)}, and found ${found.slice(0, 300)}`);
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
