import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkSignature,
  chooseEngine,
  createJsEngine,
  createWebCryptoEngine,
  type Engine,
  run,
  runAsync,
  without,
} from '../src/index.ts';
import { createNodeEngine } from '../src/node/engine.ts';
import { findBatchEngine, findNodeEngine } from '../src/node/find-engine.ts';
import { createPoolEngine } from '../src/node/pool-engine.ts';
import { createSodiumEngine } from '../src/node/sodium-engine.ts';
import { createThreadsEngine } from '../src/node/threads-engine.ts';
import { protocol } from './cast.ts';
import { ownCases, vectorCases } from './signature-cases.ts';

const folder = join(import.meta.dirname, '../../vectors/v1');
const files = globSync('signatures*.json', { cwd: folder });
const published = files.flatMap((file) => vectorCases(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
const js = createJsEngine();
const node = createNodeEngine();
const sodium = createSodiumEngine();
const engines: readonly Engine[] = [
  node,
  js,
  createWebCryptoEngine(crypto.subtle),
  createThreadsEngine(),
  ...(sodium ? [sodium] : []),
];

describe('The rule', () => {
  test.each(ownCases)(
    'SIG-1 to SIG-7 have one answer on every engine for $name',
    async ({ question, valid, breaks }) => {
      for (const engine of engines) {
        const broken = await runAsync(checkSignature(question), engine);
        expect(broken === undefined).toBe(valid);
        if (breaks !== undefined) expect(broken?.requirement).toBe(breaks);
      }
    },
  );

  test.each(ownCases.filter(({ breaks }) => breaks !== undefined))(
    '$breaks alone refuses $name',
    ({ question, breaks }) => {
      const { signatures } = without(protocol, [breaks as string]);
      expect(run(checkSignature(question, signatures), js)).toBeUndefined();
    },
  );

  test.runIf(published.length > 0)(
    'SIG-1 to SIG-7 have the published answer on every engine',
    async () => {
      for (const { name, question, valid } of published) {
        for (const engine of engines) {
          const broken = await runAsync(checkSignature(question), engine);
          expect(broken === undefined, `${name} on ${engine.name}`).toBe(valid);
        }
      }
    },
    60_000,
  );

  test('SIG-7 accepts what any engine signs, on every other one', async () => {
    const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(bytes32, fc.uint8Array(), async (seed, message) => {
        for (const signer of engines) {
          const key = await signer.publicKey(seed);
          const signature = await signer.sign(seed, message);
          for (const verifier of engines) expect(await verifier.verify(key, message, signature)).toBe(true);
          expect(signature).toEqual(node.sign(seed, message));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('SIG-7 has the same answer from the table of an author as without', () => {
    const seed = new Uint8Array(32).fill(9);
    const engine = createJsEngine();
    const key = engine.publicKey(seed);
    for (let round = 0; round < 8; round++) {
      const message = Uint8Array.of(round);
      const signature = engine.sign(seed, message);
      expect(engine.verify(key, message, signature)).toBe(true);
      expect(engine.verify(key, Uint8Array.of(round + 1), signature)).toBe(false);
    }
  });
});

/** Some hundred questions: each third is about another message than was signed, and each seventh has a byte too many. */
async function askMany(engine: Engine): Promise<void> {
  const seed = new Uint8Array(32).fill(9);
  const key = node.publicKey(seed);
  const asked = Array.from({ length: 300 }, (_, index) => {
    const message = Uint8Array.of(index, index >> 8);
    const signature = node.sign(seed, index % 3 === 0 ? Uint8Array.of(200) : message);
    return engine.verify(key, message, index % 7 === 0 ? Uint8Array.of(...signature, 0) : signature);
  });
  expect(await Promise.all(asked)).toEqual(asked.map((_, index) => index % 3 !== 0 && index % 7 !== 0));
}

describe('The engine of many threads', () => {
  test('SIG-7 answers each of many questions by itself, also where most have to wait', () =>
    askMany(createThreadsEngine(2)));
});

describe.runIf(sodium !== undefined)('The pool of threads', () => {
  /** Answers nothing, so that all answers are those of threads. */
  const silent = { ...js, verify: () => expect.fail('was asked') };

  test('SIG-7 answers each of many questions by itself', async () => {
    const engine = createPoolEngine(silent, { threads: 2 });
    await askMany(engine);
    await askMany(engine);
  });

  test('SIG-7 answers a few where they are asked', async () => {
    const engine = createPoolEngine(js, { threads: 2, file: 'there-is-none.ts' });
    const [seed, message] = [new Uint8Array(32).fill(9), Uint8Array.of(1)];
    expect(await engine.verify(js.publicKey(seed), message, js.sign(seed, message))).toBe(true);
    expect(await engine.verify(js.publicKey(seed), Uint8Array.of(2), js.sign(seed, message))).toBe(false);
    expect(await engine.verify(new Uint8Array(31), message, js.sign(seed, message))).toBe(false);
  });

  test('SIG-7 answers in place of a thread that fails', () =>
    askMany(createPoolEngine(js, { threads: 2, file: join(import.meta.dirname, 'there-is-none.ts') })));
});

describe('The choice of an engine', () => {
  test.skipIf(sodium === undefined)('finds sodium-native where it is installed, which is the quicker one', async () => {
    expect((await findNodeEngine()).name).toBe('sodium');
  });

  const cofactored: Engine = { ...js, name: 'cofactored', verify: () => true };
  const broken: Engine = {
    ...js,
    name: 'broken',
    verify: () => {
      throw new Error('no such algorithm');
    },
  };

  test('takes the quickest that gives the known answers', async () => {
    expect((await chooseEngine([js, node], () => performance.now())).name).toBe('node');
    expect((await chooseEngine([cofactored, broken, undefined, js], () => performance.now())).name).toBe('js');
  });

  test('finds one for many signatures at a time', async () => {
    const engine = await findBatchEngine();
    expect(['pool', 'sodium', 'node', 'threads']).toContain(engine.name);
  });

  test('says so where none is usable', async () => {
    await expect(chooseEngine([cofactored, broken], () => 0)).rejects.toThrow('no engine');
  });
});
