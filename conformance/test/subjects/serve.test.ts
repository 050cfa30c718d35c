import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';

const SERVE = join(import.meta.dirname, '../../subjects/serve.mjs');

/** A subject whose operations misbehave in the ways that libraries do. */
const SUBJECT = `
import { refusal, serve } from ${JSON.stringify(SERVE)};
setInterval(() => {}, 1000); // keeps the process alive, as some libraries do
await serve({ implementation: { name: 'test', version: '1' }, profiles: [], window: 4 }, {
  echo: { traits: { input: 'value' }, answer: async ({ value }) => ({ ok: { value } }) },
  refuse: { traits: {}, answer: async () => refusal('path-form', 'no') },
  throw: { traits: {}, answer: async () => { throw new TypeError('bad'); } },
  stray: { traits: {}, answer: async () => { Promise.reject(new Error('nobody awaits this')); return { ok: {} }; } },
  log: { traits: {}, answer: async () => { console.log('noise'); return { ok: {} }; } },
});
`;

type Message = { id: string; result?: unknown; error?: { code: number; message: string } };

/** Sends the requests, closes the input, and gives the answers by id with the exit code. */
const converse = async (...requests: [method: string, params: object][]) => {
  const subject = spawn(process.execPath, ['--input-type=module', '-e', SUBJECT], { stdio: ['pipe', 'pipe', 'pipe'] });
  const output = text(subject.stdout);
  const exit = once(subject, 'exit');
  requests.forEach(([method, params], index) => {
    subject.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: `q${index}`, method, params })}\n`);
  });
  subject.stdin.end();
  const [code] = await exit;
  const answers = (await output).split('\n').filter(Boolean);
  return { code, answers: answers.map((line): Message => JSON.parse(line)) };
};

describe('The loop of a subject in JavaScript', () => {
  test('answers each question once and ends with its input, whatever timers run', async () => {
    const { code, answers } = await converse(['hello', {}], ['echo', { value: 'one\u2028line' }], ['nothing', {}]);
    expect(code).toBe(0);
    expect(answers).toEqual([
      expect.objectContaining({ id: 'q0', result: expect.objectContaining({ protocol: 1, window: 4 }) }),
      expect.objectContaining({ id: 'q1', result: { ok: { value: 'one\u2028line' } } }),
      expect.objectContaining({ id: 'q2', error: { code: -32601, message: 'method not found' } }),
    ]);
  });

  test('tells a refusal from what is thrown', async () => {
    const { answers } = await converse(['refuse', {}], ['throw', {}]);
    expect(answers.map(({ result, error }) => result ?? error)).toEqual([
      { reject: { code: 'path-form', message: 'no' } },
      { code: -32000, message: 'TypeError: bad' },
    ]);
  });

  test('blames a rejection that nobody awaits on the question that was open', async () => {
    const { code, answers } = await converse(['stray', {}], ['echo', { value: 1 }]);
    expect(answers.map(({ result, error }) => result ?? error)).toEqual([
      { code: -32000, message: 'Error: nobody awaits this' },
      { ok: { value: 1 } },
    ]);
    expect(code).toBe(0);
  });

  test('keeps what a library logs off the output', async () => {
    const { answers } = await converse(['log', {}]);
    expect(answers.map(({ result }) => result)).toEqual([{ ok: {} }]);
  });
});
