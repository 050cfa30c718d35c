import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { encodeHex } from '../src/index.ts';
import { es5Page, fern, gardening, now, page, signed, suzy } from './cast.ts';
import { Person } from './cli-world.ts';

const program = new URL('../src/cli.ts', import.meta.url).pathname;

/** Runs the command for somebody whose only file is `suzy.json`. */
function rockpool(args: readonly string[], input = '') {
  const person = new Person();
  person.now = now - 1_000_000;
  person.files
    .set('-', input)
    .set('suzy.json', JSON.stringify({ seed: encodeHex(suzy.seed) }))
    .set('empty.json', '');
  return person.rockpool(...args);
}

const at = ['--now', String(now)];

describe('The command', () => {
  test('verify accepts, and recognises the format', async () => {
    expect(await rockpool(['verify', ...at, '-'], signed(page()))).toMatchObject({ code: 0, errors: '' });
    const { code, output } = await rockpool(['verify', '--json', ...at, '-'], signed(es5Page()));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ ok: true, format: 'es.5' });
  });

  test('verify names the sentence that is broken', async () => {
    const { code, output } = await rockpool(['verify', ...at, '-'], signed(page({ path: '/a//b' })));
    expect(code).toBe(1);
    expect(output).toBe('rejected path-form at /header/path: DOC-5 asks: no //\n');
  });

  test('verify and explain show nothing raw of a record', async () => {
    const evil = JSON.stringify({ ...page({ '\u001b[2J': 'x' }), signature: '' });
    for (const command of ['verify', 'explain', 'id']) {
      const { output } = await rockpool([command, ...at, '-'], evil);
      expect(output).toContain('\\u{1b}[2J');
      expect(output).not.toContain('\u001b');
    }
  });

  test('verify holds what another key signed', async () => {
    expect((await rockpool(['verify', ...at, '-'], signed(page({ key: fern.id }), fern.seed))).code).toBe(3);
  });

  test('explain shows every rule', async () => {
    const { code, output } = await rockpool(['explain', '--json', ...at, '-'], signed(page({ path: '/a//b' })));
    expect(code).toBe(1);
    const failed = JSON.parse(output).rules.filter(({ outcome }: { outcome: string }) => outcome === 'failed');
    expect(failed).toMatchObject([{ requirement: 'DOC-5' }]);
  });

  test('sign fills in what follows from the rest', async () => {
    const draft = {
      header: { format: 'rp.document.1', space: (page().header as { space: string }).space, path: '/a' },
      content: 'x',
    };
    const { code, output } = await rockpool(
      ['sign', '--fill', '--keys', 'suzy.json', ...at, '-'],
      JSON.stringify(draft),
    );
    expect(code).toBe(0);
    expect((await rockpool(['verify', ...at, '-'], output)).code).toBe(0);
    expect((await rockpool(['id', '-'], output)).output).toMatch(/^%b[a-z2-7]{52}\n$/);
  });

  test('SSB-19 holds for classic messages when they are given a key', async () => {
    const draft = '{"content":{"type":"post","text":"hi"}}';
    const key = Buffer.alloc(32, 7);
    const fill = ['sign', '--fill', '--format', 'ssb-classic', '--keys', 'suzy.json', ...at, '-'];
    const open = (await rockpool(fill, draft)).output;
    expect(JSON.parse(open)).toMatchObject({ previous: null, sequence: 1, timestamp: now / 1000 });
    expect(await rockpool(['verify', '-'], open)).toMatchObject({
      code: 0,
      output: expect.stringContaining('.sha256'),
    });
    for (const hmac of [key.toString('base64'), key.toString('hex')]) {
      const closed = (await rockpool([...fill, '--hmac', hmac], draft)).output;
      expect(closed).not.toBe(open);
      expect((await rockpool(['verify', '-'], closed)).code).toBe(1);
      expect((await rockpool(['verify', '--hmac', hmac, '-'], closed)).code).toBe(0);
      expect((await rockpool(['explain', '--hmac', hmac, '-'], closed)).code).toBe(0);
      expect((await rockpool(['verify', '--hmac', hmac, ...at, '-'], signed(page()))).code).toBe(2);
    }
    expect((await rockpool(['verify', '--hmac', 'c2hvcnQ=', '-'], open)).errors).toContain('--hmac takes 32 bytes');
  });

  test('SSB-17 gives no id to a message that is far too long', async () => {
    const draft = '{"content":{"type":"post"}}';
    const fill = ['sign', '--fill', '--format', 'ssb-classic', '--keys', 'suzy.json', '-'];
    const text = (await rockpool(fill, draft)).output.replace(
      '"post"',
      `"post","a":[${Array(400_000).fill('[]').join(',')}]`,
    );
    expect(await rockpool(['verify', '-'], text)).toMatchObject({
      code: 1,
      output: expect.stringContaining('message-size'),
    });
    expect(await rockpool(['id', '-'], text)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('there is no id'),
    });
  });

  test('sign fills in the first message of a feed, which verify and id take', async () => {
    const draft = { header: { format: 'rp.message.1', space: gardening, sequence: 1 }, content: 'hello' };
    const { code, output } = await rockpool(
      ['sign', '--fill', '--keys', 'suzy.json', ...at, '-'],
      JSON.stringify(draft),
    );
    expect(code).toBe(0);
    expect((await rockpool(['verify', '--json', ...at, '-'], output)).output).toContain('"format": "rp.message.1"');
    expect((await rockpool(['id', '-'], output)).output).toMatch(/^%b[a-z2-7]{52}\n$/);
    const second = output.replace('"sequence":1', '"sequence":2');
    expect((await rockpool(['explain', ...at, '-'], second)).output).toMatch(/failed +relations MSG-6/);
  });

  test('sign refuses what a verifier would reject', async () => {
    expect(
      await rockpool(['sign', '--keys', 'suzy.json', ...at, '-'], JSON.stringify(page({ path: '' }))),
    ).toMatchObject({
      code: 1,
    });
    expect((await rockpool(['sign', '--keys', 'suzy.json', ...at, '-'], '{"header":{},"header":{}}')).output).toContain(
      'text-duplicate',
    );
  });

  test('keys differ each time', async () => {
    expect((await rockpool(['keys'])).output).not.toBe((await rockpool(['keys'])).output);
  });

  test.each([
    [['verify', 'no-such-file'], 4],
    [['verify'], 2],
    [['verify', '--bogus', '-'], 2],
    [['verify', '--now', 'soon', '-'], 2],
    [['verify', '--format', 'es.6', '-'], 2],
    [['sign', '-'], 2],
    [['sign', '--keys', 'empty.json', '-'], 2],
    [['keys', '--seed', '00'], 2],
    [['bogus'], 2],
    [[], 2],
  ] as [string[], number][])('%j is answered on standard error with %i', async (args, expected) => {
    const { code, output, errors } = await rockpool(args);
    expect({ code, output }).toEqual({ code: expected, output: '' });
    expect(errors).not.toContain('    at ');
    expect(errors).not.toBe('');
  });

  test.each(['verify', 'explain', 'id', 'sign', 'keys'])('%s has help', async (name) => {
    for (const args of [
      [name, '--help'],
      ['help', name],
    ]) {
      expect(await rockpool(args)).toMatchObject({
        code: 0,
        output: expect.stringContaining(`usage: rockpool ${name}`),
        errors: '',
      });
    }
  });

  test('runs as a program', () => {
    const run = (args: readonly string[], input = '') =>
      spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8', env: { NO_COLOR: '1' } });
    const verified = run(['verify', ...at, '-'], signed(page({ path: '/a//b' })));
    expect(verified).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('rejected path-form') });
    expect(run(['verify', '--bogus', 'no-such-file'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['verify', 'no-such-file'])).toMatchObject({ status: 4, stdout: '' });
    expect(run(['help', 'subject'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--without') });
  });
});
