import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { validateHelloResult, validateOperationResult, validateSubjectResponse } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { ssbAuthor } from '../src/format/ssb-message.ts';
import { encodeHex, rulesOf } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { createSodiumEngine } from '../src/node/sodium-engine.ts';
import { answer } from '../src/subject/answer.ts';
import { listCells } from '../src/subject/cells.ts';
import { mutants } from '../src/subject/mutants.ts';
import { parseOmission, spellOmission } from '../src/subject/omission.ts';
import { Replicas } from '../src/subject/replicas.ts';
import { createVariants } from '../src/subject/variant.ts';
import { ask, askAt, request } from './ask.ts';
import { engine, es5Page, gardening, hello, now, page, protocol, shareSeed, signed, suzy } from './cast.ts';

const program = new URL('../src/subject.ts', import.meta.url).pathname;

async function runProgram(args: readonly string[], input: string) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { lines: output.split('\n').filter((line) => line !== ''), errors, code };
}

const bytes = 'aabb';
const questions: readonly [string, object][] = [
  ['canonical.encode', { text: '{"b":[1,true],"a":"\\n"}' }],
  ['canonical.encode', { bytes: 'ff' }],
  ['id.parse', { id: gardening }],
  ['id.parse', { id: '' }],
  ['id.sort', { ids: [suzy.id, suzy.id] }],
  ['signature.verify', { key: bytes, message: bytes, signature: bytes }],
  ['blob.id', { bytes }],
  ['record.verify', { text: signed(page()), format: 'rp.document.1', now }],
  ['record.verify', { text: '{', format: 'es.5', now }],
  ['record.id', { text: signed(es5Page()), format: 'es.5' }],
  ['record.sign', { format: 'rp.document.1', now, seed: encodeHex(suzy.seed), unsigned: page() }],
  [
    'record.sign',
    { format: 'es.5', now, seed: encodeHex(suzy.seed), shareSeed: encodeHex(shareSeed), unsigned: es5Page() },
  ],
  ['document.merge', { space: gardening, now, records: [{ text: signed(page()), format: 'rp.document.1' }] }],
  ['feed.verify', { format: 'rp.message.1', now, mode: 'chain', messages: [{ text: signed(hello()) }], before: [] }],
  [
    'feed.append',
    { format: 'rp.message.1', now, seed: encodeHex(suzy.seed), before: [], draft: { space: gardening, content: 'x' } },
  ],
  ['feed.state', { format: 'rp.message.1', now, space: gardening, records: [{ text: signed(hello()) }] }],
];

describe('The subject', () => {
  test.each([...(createSodiumEngine() ? ['sodium'] : []), 'node', 'js', 'webcrypto'])(
    'SUB-1 to SUB-8 hold on the engine %s',
    async (name) => {
      const lines = questions.map(([method, params], index) => request(method, params, `${index}`));
      const input = [
        request('hello', { protocol: 1, judge: { name: 'test', version: '1' } }, 'h'),
        ...lines,
        request('no.such', {}, 'n'),
      ];
      const { lines: output, code } = await runProgram(['--engine', name], `${input.join('\n')}\n`);
      expect(code).toBe(0);
      const responses = new Map(output.map((line) => [JSON.parse(line).id, JSON.parse(line)]));
      expect(output.length).toBe(input.length);
      for (const response of responses.values()) expect(validateSubjectResponse(response)).toBe(true);
      expect(validateHelloResult(responses.get('h').result)).toBe(true);
      expect(responses.get('n').error.code).toBe(-32_601);
      for (const index of questions.keys())
        expect(validateOperationResult(responses.get(`${index}`).result)).toBe(true);
    },
  );

  test('SUB-2 answers a line that comes in pieces', async () => {
    const line = request('blob.id', { bytes: 'ab'.repeat(200_000) });
    const { lines } = await runProgram([], line);
    expect(JSON.parse(lines[0] as string).result.ok.id).toMatch(/^&b/);
  });

  test('SUB-4 survives garbage', async () => {
    const { lines, code } = await runProgram([], 'garbage\n[]\n{}\n{"id":"1","method":"blob.id"}\n');
    expect(lines.map((line) => JSON.parse(line).error.code)).toEqual([-32_700, -32_600, -32_600, -32_602]);
    expect(code).toBe(0);
  });

  test('SUB-9 reads names with escapes rightly where JSON.parse does not', () => {
    JSON.parse('{"type":"post","h":[],"\\\\":0}');
    const content = '{"type":"post","h":1,"\\"":2}';
    const author = ssbAuthor(engine.publicKey(suzy.seed));
    const unsigned = { previous: null, sequence: 1, author, timestamp: 0, hash: 'sha256', content: 0 };
    const params = { format: 'ssb-classic', now: 0, seed: encodeHex(suzy.seed), unsigned };
    const line = request('record.sign', params).replace('"content":0', `"content":${content}`);
    const options = { protocol, engine, deterministic: true, profiles: ['ssb-signer'], replicas: new Replicas() };
    expect(answer(line, options)).toContain(content);
  });

  test('SUB-3 has only the operations of the profiles that it claims', async () => {
    const { lines } = await runProgram(['--profiles', 'earthstar-es4'], `${request('blob.id', { bytes })}\n`);
    expect(JSON.parse(lines[0] as string).error.code).toBe(-32_601);
  });

  test('SUB-2 answers in a worker thread', async () => {
    const worker = new Worker(new URL('../src/subject/node-worker.ts', import.meta.url), {
      workerData: { without: ['TXT-7'] },
    });
    worker.postMessage(request('canonical.encode', { text: 'null' }));
    const [message] = await once(worker, 'message');
    expect(JSON.parse(message).result).toEqual({ ok: { canonical: 'null' } });
    await worker.terminate();
  });
});

describe('Leaving out', () => {
  test('ends quietly where nobody reads its list to the end', async () => {
    const child = spawn(process.execPath, [program, '--list-cells'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    const [errors, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect([errors, status]).toEqual(['', 0]);
  });

  test('lists every rule, then every step', async () => {
    const { lines } = await runProgram(['--list-rules'], '');
    const listed: { requirement: string; kind: string }[] = JSON.parse(lines.join('\n'));
    expect(listed.filter(({ kind }) => kind === 'rule').length).toBe(rulesOf(protocol).length);
    expect(listed.filter(({ kind }) => kind === 'step').length).toBe(mutants.length);
    expect(new Set(listed.map(({ requirement }) => requirement)).size).toBe(listed.length);
  });

  test('refuses what is no requirement', async () => {
    expect(await runProgram(['--without', 'DOC-99'], '')).toMatchObject({ code: 2, lines: [] });
  });

  test('TXT-7 is left out where it is asked for', () => {
    expect(ask('canonical.encode', { text: 'null' }).result.reject.code).toBe('text-null');
    expect(ask('canonical.encode', { text: 'null' }, ['TXT-7']).result.ok.canonical).toBe('null');
  });

  const name = { '\ue000': 1, '😀': 1 };
  const tampered = JSON.stringify({ ...JSON.parse(signed(page())), ...page({ path: '' }) });
  const large = 'ab'.repeat(3 * 65_536);
  test.each<[string, string, object]>([
    ['CAN-1', 'canonical.encode', { text: JSON.stringify(name) }],
    ['ID-6', 'id.sort', { ids: [`@b${'a'.repeat(52)}`, `@b7${'a'.repeat(51)}`] }],
    ['BLB-1', 'blob.id', { bytes: large }],
    ['BLB-2', 'blob.id', { bytes: large }],
    ['BLB-3', 'blob.id', { bytes }],
    ['REC-14', 'record.id', { text: JSON.stringify({ ...page(), signature: '' }), format: 'rp.document.1' }],
    ['REC-18', 'record.verify', { text: tampered, format: 'rp.document.1', now }],
    [
      'REC-21',
      'record.sign',
      { format: 'rp.document.1', now, seed: encodeHex(suzy.seed), unsigned: page({ path: '' }) },
    ],
    ['ES5-11', 'record.id', { text: signed(es5Page()), format: 'es.5' }],
  ])('%s gives another answer', (requirement, method, params) => {
    expect(ask(method, params, [requirement]).result).not.toEqual(ask(method, params).result);
  });
});

describe('Leaving out at one place', () => {
  const unsigned = page({ path: '' });
  const sign = { format: 'rp.document.1', now, seed: encodeHex(suzy.seed), unsigned };

  test('a phase of one operation leaves the others as they are', () => {
    expect(ask('record.sign', sign).result.reject.code).toBe('path-form');
    expect(askAt('record.sign', sign, ['form@rp.document.1/record.sign']).result.ok).toBeDefined();
    expect(askAt('record.sign', sign, ['form@rp.document.1/record.verify']).result.reject.code).toBe('path-form');
    expect(askAt('record.sign', sign, ['form@es.5/record.sign']).result.reject.code).toBe('path-form');
  });

  test('a clause about one signature leaves the other as it is', () => {
    const document = JSON.parse(signed(es5Page()));
    const wrong = { ...document, shareSignature: document.signature };
    const params = { text: JSON.stringify(wrong), format: 'es.5', now };
    const clause = (place: string) => askAt('record.verify', params, [`SIG-7@es.5/record.verify#${place}`]).result;
    expect(clause('shareSignature').ok).toBeDefined();
    expect(clause('signature').reject.code).toBe('signature-invalid');
  });

  test('a mode is one of several of an operation', () => {
    const text = signed(hello());
    const params = { format: 'rp.message.1', now: 0, mode: 'single', messages: [{ text }], before: [] };
    const left = ['REC-13@rp.message.1/feed.verify:single'];
    expect(askAt('feed.verify', params, left).result.ok).toBeDefined();
    expect(askAt('feed.verify', { ...params, mode: 'chain' }, left).result.reject.code).toBe('timestamp-future');
  });

  test('each cell is spelled as it is read, and can be left out', () => {
    const cells = listCells();
    expect(new Set(cells.map(({ cell }) => cell)).size).toBe(cells.length);
    for (const { cell } of cells) {
      expect(spellOmission(parseOmission(cell))).toBe(cell);
      expect(() => createVariants(nodeSha256, [parseOmission(cell)])).not.toThrow();
    }
  });

  test.each([
    ['DOC-99', 'nothing that can be left out'],
    ['DOC-7@es.9', 'no format es.9'],
    ['SIG-4@es.5#seal', 'no signature seal'],
    ['feelings@es.5', 'no rules in a phase feelings'],
    ['form', 'of one format'],
    ['DOC-7 ', 'not of the form'],
  ])('%s is refused', (text, why) => {
    expect(() => createVariants(nodeSha256, [parseOmission(text)])).toThrow(why);
  });
});
