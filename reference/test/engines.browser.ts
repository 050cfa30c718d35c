/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import {
  checkSignature,
  chooseEngine,
  createJsEngine,
  createWebCryptoEngine,
  type Engine,
  runAsync,
} from '../src/index.ts';
import { ownCases, vectorCases } from './signature-cases.ts';

/** What the bundler makes of the pattern: each file's content by its name. */
const files = import.meta.glob('../../vectors/v1/signatures*.json', { eager: true, import: 'default' });
const cases = [
  ...ownCases,
  ...Object.values(files).flatMap((file) => vectorCases(file as Parameters<typeof vectorCases>[0])),
];
const engines: readonly Engine[] = [createJsEngine(), createWebCryptoEngine(crypto.subtle)];

describe('The rule, in a browser', () => {
  test('the published cases are there', () => {
    expect(cases.length).toBeGreaterThan(800);
  });

  test.each(engines)('SIG-1 to SIG-7 have the right answer on $name', async (engine) => {
    for (const { name, question, valid } of cases) {
      expect((await runAsync(checkSignature(question), engine)) === undefined, name).toBe(valid);
    }
  });

  test('SIG-7 is answered by WebCrypto, which is the quickest here', async () => {
    expect((await chooseEngine(engines, () => performance.now())).name).toBe('webcrypto');
  });
});
