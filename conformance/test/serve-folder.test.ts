import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderHandler, listen, type Served } from '../src/node/serve-folder.ts';

const parent = mkdtempSync(join(tmpdir(), 'rockpool-folder-'));
let served: Served;
const at = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${served.port}${path}`, { redirect: 'manual', ...init });

beforeAll(async () => {
  mkdirSync(join(parent, 'site/sub'), { recursive: true });
  mkdirSync(join(parent, 'site-beside'));
  writeFileSync(join(parent, 'site/index.html'), 'first');
  writeFileSync(join(parent, 'site/sub/app.js'), 'code');
  writeFileSync(join(parent, 'site-beside/secret.txt'), 'secret');
  served = await listen(folderHandler(join(parent, 'site'), '/base/'));
});
afterAll(async () => {
  await served.stop();
  rmSync(parent, { recursive: true, force: true });
});

describe('A served folder', () => {
  test('answers with the page of a folder and the type of a file', async () => {
    expect(await (await at('/base/')).text()).toBe('first');
    const script = await at('/base/sub/app.js');
    expect([await script.text(), script.headers.get('content-type')]).toEqual([
      'code',
      'text/javascript; charset=utf-8',
    ]);
  });

  test('leads on from a folder without its slash, with what is asked', async () => {
    const { status, headers } = await at('/base/sub?a=1');
    expect([status, headers.get('location')]).toEqual([301, '/base/sub/?a=1']);
  });

  test('tells the head alone', async () => {
    const { status, headers } = await at('/base/sub/app.js', { method: 'HEAD' });
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  });

  test.for([
    ['outside its base', '/', 404],
    ['a folder without a page', '/base/sub/', 404],
    ['what is not there', '/base/gone', 404],
    ['a folder beside it whose name begins alike', '/base/..%2fsite-beside/secret.txt', 404],
    ['a parent', '/base/%2e%2e%2fsite-beside%2fsecret.txt', 404],
    ['what is no encoding', '/base/%ff', 400],
    ['a null character', '/base/%00', 400],
  ] as const)('refuses %s', async ([, path, status]) => {
    expect((await at(path)).status).toBe(status);
  });

  test('refuses to be written to', async () => {
    expect((await at('/base/', { method: 'PUT', body: 'x' })).status).toBe(405);
  });
});
