import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { programAt } from '../src/playground/guests/program.ts';

type Question = { readonly id: string; readonly method: string; readonly params: Readonly<Record<string, unknown>> };
type Answer = object | string | undefined;

const operations = Object.fromEntries(
  ['replica.open', 'replica.ingest', 'session.open', 'session.receive'].map((name) => [name, {}]),
);
const hello = { protocol: 1, implementation: { name: 'x', version: '1' }, profiles: [], operations };

/** A program behind a bridge, of which each answer is decided here; nothing where it is that of a sound one. */
const program = async (answer: (question: Question) => Answer) => {
  const server = new WebSocketServer({ port: 0 });
  await once(server, 'listening');
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const asked: Question[] = [];
  server.on('connection', (socket) =>
    socket.on('message', (data, isBinary) => {
      if (isBinary) return;
      const question = JSON.parse(String(data)) as Question;
      asked.push(question);
      const given = answer(question) ?? (question.method === 'hello' ? hello : { ok: { send: [] } });
      const line =
        typeof given === 'string' ? given : JSON.stringify({ jsonrpc: '2.0', id: question.id, result: given });
      socket.send(line);
    }),
  );
  const heard: string[] = [];
  const { promise: why, resolve } = Promise.withResolvers<string>();
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const dialled = programAt(address, 1_700_000_000_000_000)({ heard: (text) => heard.push(text), gone: resolve });
  return { dialled, asked, heard, why };
};

describe('A program that plays a peer', () => {
  test('is asked as the chapter says, and each message of its answers is heard', async () => {
    const { dialled, asked, heard } = await program(({ method, params }) =>
      method === 'session.receive' && 'text' in params ? { ok: { send: ['a', 'b'] } } : undefined,
    );
    const port = await dialled;
    port.send('{"type":"hello"}', 5);
    port.tick?.(6);
    await expect.poll(() => asked.length).toBe(6);
    expect(asked.map(({ method }) => method)).toEqual(['hello', ...Object.keys(operations), 'session.receive']);
    expect(asked[3]?.params).toMatchObject({
      role: 'answerer',
      live: true,
      entropy: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(asked[4]?.params).toMatchObject({ text: '{"type":"hello"}', now: 5 });
    expect(asked[5]?.params).toEqual({ session: asked[3]?.params.session, now: 6 });
    expect(heard).toEqual(['a', 'b']);
    port.close();
  });

  test.for([
    ['has no sessions', 'hello', { ...hello, operations: {} }, 'session.open'],
    [
      'keeps no replicas',
      'replica.open',
      { reject: { code: 'format-unknown' } },
      'asked replica.open, it answered {"reject"',
    ],
    ['writes its log to its output', 'hello', 'Ready.', 'is not JSON'],
    ['sends what is no list', 'session.open', { ok: { send: 'hello' } }, 'no list of messages'],
  ] as const)('that %s is told so before it joins', async ([, method, answer, words]) => {
    const { dialled } = await program((question) => (question.method === method ? answer : undefined));
    await expect(dialled).rejects.toThrow(words);
  });

  test('that answers nonsense later has left, and why is said', async () => {
    const { dialled, why } = await program(({ method }) =>
      method === 'session.receive' ? { ok: { send: [1] } } : undefined,
    );
    (await dialled).send('x', 1);
    expect(await why).toContain('no list of messages');
  });
});
