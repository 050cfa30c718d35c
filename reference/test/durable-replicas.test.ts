import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { durableFile } from '../src/subject/durable-store.ts';
import { gardening, now } from './cast.ts';
import { document } from './replica-cast.ts';

const program = new URL('../src/subject.ts', import.meta.url).pathname;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rockpool-durable-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts the subject in the folder, asks, and kills it when the last question is answered. */
async function askAndKill(questions: readonly (readonly [method: string, params: object])[]): Promise<unknown[]> {
  const child = spawn(process.execPath, [program, '--engine', 'node'], { cwd: folder });
  const ended = new Promise((done) => child.on('close', done));
  questions.forEach(([method, params], index) => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: `${index}`, method, params })}\n`);
  });
  const answers: unknown[] = [];
  for await (const line of createInterface(child.stdout)) {
    const { result, error } = JSON.parse(line) as { result?: unknown; error?: unknown };
    if (answers.push(result ?? error) === questions.length) break;
  }
  child.kill('SIGKILL');
  await ended;
  return answers;
}

const open = (name: string, more: object = { durable: true }) =>
  ['replica.open', { replica: name, family: 'native', space: gardening, ...more }] as const;
const state = (name: string) => ['replica.state', { replica: name, now }] as const;

describe('A durable replica of the subject', () => {
  const { text, format, id } = document();
  const ingest = (name: string) => ['replica.ingest', { replica: name, now, records: [{ text, format }] }] as const;
  const holdsIt = { ok: expect.objectContaining({ records: [id] }) };
  const isEmpty = { ok: expect.objectContaining({ records: [] }) };
  const accepted = { ok: { outcomes: [{ accepted: {} }] } };

  test('REP-11 it has after the process was killed what it had taken in', async () => {
    expect(await askAndKill([open('a'), ingest('a'), state('a')])).toEqual([{ ok: {} }, accepted, holdsIt]);
    expect(await askAndKill([open('a'), state('a'), open('A'), state('A')])).toEqual([
      { ok: {} },
      holdsIt,
      { ok: {} },
      isEmpty,
    ]);
  }, 60_000);

  test('REP-11 it is opened again in one process, too', async () => {
    const answers = await askAndKill([open('a'), ingest('a'), open('a'), state('a'), open('a', {}), state('a')]);
    expect(answers).toEqual([{ ok: {} }, accepted, { ok: {} }, holdsIt, { ok: {} }, isEmpty]);
  }, 60_000);

  test('one that is not durable leaves no file', async () => {
    await askAndKill([open('a', {}), ingest('a')]);
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);

  test('the handshake says that replicas can be durable', async () => {
    const [hello] = await askAndKill([['hello', { protocol: 1 }]]);
    expect(hello).toMatchObject({ operations: { 'replica.open': { durable: true } } });
  }, 60_000);

  test('each name has a file of its own, in the folder', () => {
    const names = [
      'a',
      'A',
      '',
      '.',
      '..',
      '../a',
      'a/b',
      'a\\b',
      '\u0000',
      'ä',
      'a\u0308',
      '\ud800',
      '\ud801',
      'x'.repeat(5_000),
    ];
    const files = names.map((name) => durableFile(folder, name));
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(names.length);
    for (const file of files) {
      expect(file).toBe(join(folder, basename(file)));
      expect(basename(file)).toMatch(/^replica-[a-z0-9]{0,20}-[0-9a-f]{64}\.sqlite$/);
    }
  });
});
