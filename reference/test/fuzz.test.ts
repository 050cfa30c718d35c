import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaign } from '../scripts/fuzz/campaign.ts';
import { readOptions, UsageError } from '../scripts/fuzz/options.ts';
import { deepShare, exitCodeOf, growthIn, MAX_GROWTH, MIN_DEEP } from '../scripts/fuzz/outcome.ts';
import { target } from '../scripts/fuzz/target.ts';
import { Texts } from '../scripts/fuzz/texts.ts';
import { isUnlucky } from './faulty-target.ts';

const { formats } = target;
const seed = 20_261_121;
const TEXTS = 5_000;
const faultyFile = join(import.meta.dirname, 'faulty-target.ts');

const shake = (fault: string | undefined, from: number, to: number) =>
  campaign({
    target: new URL(fault === undefined ? '../scripts/fuzz/target.ts' : `faulty-target.ts?${fault}`, import.meta.url)
      .href,
    seed,
    formats,
    from,
    to,
    hangSeconds: fault === 'hangs' ? 1 : 10,
    maxFaults: 2,
  });

const fuzz = (...args: string[]) => {
  const script = join(import.meta.dirname, '../scripts/fuzz.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
};

describe('The texts of the fuzzer', () => {
  test('follow from seed, index and formats alone', () => {
    const onward = new Texts(seed, formats);
    const made = Array.from({ length: 200 }, (_, index) => onward.make(index));
    const backward = new Texts(seed, formats);
    for (let index = 199; index >= 0; index--) expect(backward.make(index)).toEqual(made[index]);
    expect(new Texts(seed + 1, formats).make(0).bytes).not.toEqual(made[0]?.bytes);
  });
});

describe('The reference', () => {
  test('answers 5,000 texts properly, of every format, and keeps none of them', { timeout: 120_000 }, async () => {
    const outcome = await shake(undefined, 0, TEXTS);
    expect(outcome.findings).toEqual([]);
    expect(outcome.texts).toBe(TEXTS);
    expect(Object.keys(outcome.byFormat)).toEqual(formats);
    for (const counts of Object.values(outcome.byFormat)) expect(deepShare(counts)).toBeGreaterThan(MIN_DEEP);
    expect(growthIn(outcome.memory)).toBeLessThan(MAX_GROWTH);
    expect(exitCodeOf(outcome)).toBe(0);
  });
});

describe('The fuzzer', () => {
  test.each([
    ['throws', 'exception'],
    ['hangs', 'hang'],
    ['ends', 'crash'],
    ['shrugs', 'no verdict'],
    ['wavers', 'another verdict'],
    ['differs', 'another verdict'],
    ['misexplains', 'explained otherwise'],
  ])('finds what %s, and again from the seed and the index', { timeout: 60_000 }, async (fault, kind) => {
    const { findings } = await shake(fault, 0, 2_000);
    expect(findings.map((finding) => finding.fault.kind)).toEqual([kind, kind]);
    const { index } = findings[1] ?? { index: Number.NaN };
    const again = await shake(fault, index, index + 1);
    expect(again.findings[0]).toMatchObject({ index, fault: { kind } });
    // The reference answers this text properly: it is one of those above.
    expect(index).toBeLessThan(TEXTS);
  });

  test('notices memory that is kept', { timeout: 60_000 }, async () => {
    const outcome = await shake('hoards', 0, 2_000);
    expect(growthIn(outcome.memory)).toBeGreaterThan(MAX_GROWTH);
    expect(exitCodeOf(outcome)).toBe(1);
  });

  test('says how to ask about a faulty text again', { timeout: 60_000 }, () => {
    const { status, stderr } = fuzz('--target', faultyFile, '--seed', '7', '--count', '2000', '--max-faults', '1');
    expect(status).toBe(1);
    expect(stderr.startsWith('seed 7: ')).toBe(true);
    const index = /again: npm run fuzz -- --seed 7 --index (\d+)/.exec(stderr)?.[1] ?? '';
    const found = fuzz('--target', faultyFile, '--seed', '7', '--index', index, '--json');
    expect(found.status).toBe(1);
    const { hex, faults } = JSON.parse(found.stdout);
    expect(isUnlucky(Buffer.from(hex, 'hex'))).toBe(true);
    expect(faults[0].kind).toBe('exception');
    const sound = fuzz('--seed', '7', '--index', index);
    expect(sound).toMatchObject({ status: 0, stdout: expect.stringContaining(`bytes    ${hex}`) });
    expect(sound.stdout).toMatch(/^verdict {2}(accepted|held|rejected)/m);
  });

  test('says what is wrong with its arguments', { timeout: 60_000 }, () => {
    for (const args of [['--count', '0'], ['--index', '3'], ['--seed', '1e3'], ['--nonsense']])
      expect(() => readOptions(args)).toThrow(UsageError);
    for (const args of [['--nonsense'], ['--format', 'es.3']]) {
      const { status, stdout, stderr } = fuzz(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^[^\n]+\n\nUsage: /);
      expect(stderr).not.toContain('    at ');
    }
  });

  test('ends with 4 where the module to shake cannot be loaded', { timeout: 60_000 }, () => {
    expect(fuzz('--target', join(import.meta.dirname, 'no-such-file.ts')).status).toBe(4);
  });
});
