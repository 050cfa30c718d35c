import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packAll } from '../pack.ts';

const MINUTE = 60_000;
const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rockpool-pack-'));

/** As a stranger's shell would have it: Node 24 and the machine's own npm settings, nothing of the npm run that we are in. */
const foreign = (name: string): boolean =>
  /^npm_/i.test(name) && !/^npm_config_(cache|registry|userconfig|globalconfig|cafile)$/i.test(name);
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign(name))),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  NO_COLOR: '1',
};
const run = (command: string, ...args: string[]) => promisify(execFile)(command, args, { cwd: folder, env });

beforeAll(async () => {
  const tarballs = await packAll(join(folder, 'packages'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs);
}, 3 * MINUTE);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('The packed packages, installed in an empty folder', () => {
  test.each(['rockpool', 'rockpool-conformance'])('%s --help answers', { timeout: MINUTE }, async (command) => {
    const { stdout } = await run(join('node_modules/.bin', command), '--help');
    expect(stdout).toContain(command);
  });

  test.each(['reference', 'reference/node', 'reference/web', 'conformance'])(
    '@rockpool/%s can be imported',
    { timeout: MINUTE },
    async (name) => {
      const script = `process.stdout.write(String(Object.keys(await import('@rockpool/${name}')).length))`;
      const { stdout } = await run(process.execPath, '--input-type=module', '--eval', script);
      expect(Number(stdout)).toBeGreaterThan(0);
    },
  );

  test('a full store of one entry is known to the others', { timeout: MINUTE }, async () => {
    const script = `
      const { StoreFull } = await import('@rockpool/reference');
      const { openSqliteStore } = await import('@rockpool/reference/node');
      const store = openSqliteStore('small.sqlite', { maxBytes: 100_000 });
      try { store.commit([['a', 'x'.repeat(1_000_000)]]); } catch (error) { process.stdout.write(String(error instanceof StoreFull)); }`;
    const { stdout } = await run(process.execPath, '--input-type=module', '--eval', script);
    expect(stdout).toBe('true');
  });

  test('the guide is in the judge, its links lead on, and its first example gets the verdict that it shows', {
    timeout: 2 * MINUTE,
  }, async () => {
    const judge = 'node_modules/.bin/rockpool-conformance';
    const guide = async (...words: string[]) => (await run(judge, 'guide', ...words)).stdout;
    const { pages } = JSON.parse(await guide('--json')) as { pages: { text: string }[] };
    const links = pages.flatMap(({ text }) => text.match(/(?<=rockpool-conformance guide )[^\s`]+/g) ?? []);
    expect(links.length).toBeGreaterThan(30);
    // That none leads to nothing is seen in the source: here, that each kind is there.
    const kinds = [/^[\w-]+$/, /#/, /\.\w+$/].map((kind) => links.find((name) => kind.test(name)) ?? '');
    for (const name of kinds) expect(await guide(name), name).not.toBe('');
    writeFileSync(join(folder, 'first-adapter.ts'), await guide('first-adapter.ts'));
    const shown = await guide('output/first.txt');
    const seed = /seed (\d+)/.exec(shown)?.[1] ?? '';
    const verdict = run(judge, 'run', '--seed', seed, '--', 'node', 'first-adapter.ts').catch(
      (failed: { code: number; stdout: string }) => failed,
    );
    expect(await verdict).toMatchObject({ code: 1, stdout: shown.replace(/^\$.*\n/, '') });
  });

  test('no module of the judge gives away its forge', { timeout: MINUTE }, async () => {
    const forge = readFileSync(join(ROOT, 'conformance/src/forge/index.ts'), 'utf8');
    const names = [...forge.matchAll(/^export \{([^}]*)\}/gm)]
      .flatMap(([, list = '']) => list.split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '));
    expect(names).toContain('judgeText');
    const installed = join(folder, 'node_modules/@rockpool/conformance');
    const modules = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.js') && path !== 'cli.js' && !path.startsWith('site'),
    );
    expect(modules.length).toBeGreaterThan(5);
    const script = `for (const path of ${JSON.stringify(modules.map((path) => join(installed, path)))})
      console.log(Object.keys(await import(path)).join('\\n'));`;
    const { stdout } = await run(process.execPath, '--input-type=module', '--eval', script);
    expect(stdout.split('\n')).toContain('runSuite');
    expect(stdout.split('\n').filter((name) => names.includes(name))).toEqual([]);
  });

  test('a consumer of both type-checks', { timeout: MINUTE }, async () => {
    writeFileSync(
      join(folder, 'consumer.ts'),
      ['reference', 'conformance'].map((name) => `export * as ${name} from '@rockpool/${name}';\n`).join(''),
    );
    const flags = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--skipLibCheck',
      'false',
      '--types',
      '',
    ];
    const { stdout } = await run(join(ROOT, 'node_modules/.bin/tsc'), ...flags, 'consumer.ts');
    expect(stdout).toBe('');
  });

  test('the judge finds the packed reference conformant', { timeout: 3 * MINUTE }, async () => {
    const { stdout } = await run(
      'node_modules/.bin/rockpool-conformance',
      'run',
      // The whole suite is asked of the source: here a part of it shows that nothing is missing.
      '--smoke',
      '--',
      'node_modules/.bin/rockpool',
      'subject',
    );
    expect(stdout).toContain('Conformant: core');
  });
});
