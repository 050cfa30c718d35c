import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaign } from '../scripts/fuzz/replica/campaign.ts';
import { exitCodeOf } from '../scripts/fuzz/replica/command.ts';
import { type Change, openReplica, type ReplicaOptions, type ReplicaSteps, type Store } from '../src/index.ts';

const seed = 20_261_121;

const shake = (records: number, open?: typeof openReplica) =>
  campaign({ seed, from: 1, records, maxFaults: 1, ...(open && { open }) });

/** A replica that takes one step otherwise. */
const stepping = (changes: Partial<ReplicaSteps>) => (options: ReplicaOptions) =>
  openReplica({
    ...options,
    protocol: {
      ...options.protocol,
      steps: { ...options.protocol.steps, replica: { ...options.protocol.steps.replica, ...changes } },
    },
  });

/** A replica whose store leaves something out. */
const keeping = (keeps: (change: Change) => boolean) => (options: ReplicaOptions) => {
  const { store } = options;
  const faulty: Store = {
    get: (key) => store.get(key),
    scan: (range) => store.scan(range),
    commit: (changes) => store.commit(changes.filter(keeps)),
    close: () => store.close(),
  };
  return openReplica({ ...options, store: faulty });
};

/** Replicas that are wrong in one thing each, and the words in which that is told. */
const faulty: readonly [string, RegExp, typeof openReplica][] = [
  ['keeps what is replaced', /the accepted records/, stepping({ drops: () => false, isObsolete: () => false })],
  ['shows what has expired', /the accepted records/, stepping({ isLiving: () => true })],
  ['keeps content for one record alone', /what is wanted|content/, stepping({ sharesContent: false })],
  ['wants what is to be forgotten', /what is wanted/, stepping({ wantsForgotten: true })],
  ['hears no wishes', /was to be forgotten|what is wanted/, stepping({ namedIn: () => undefined })],
  ['rejects nothing for its content', /verifier rejects|content/, stepping({ heeds: lenientVerdict })],
  ['loses the place of a page', /in pages of/, stepping({ nextOf: () => undefined })],
  ['gives new places to what came again', /the order of arrival/, stepping({ arrivalAgain: (_, last) => last })],
  ['leaves keys behind', /the keys of the store/, keeping(([key, value]) => !(key[0] === 'b' && value === undefined))],
  [
    'writes no times',
    /in pages of|the keys of the store/,
    keeping(([key, value]) => !(key[0] === 't' && value !== undefined)),
  ],
];

function lenientVerdict(verdict: Parameters<ReplicaSteps['heeds']>[0]): ReturnType<ReplicaSteps['heeds']> {
  return 'code' in verdict ? { ...verdict, code: 'record-shape' } : verdict;
}

describe('Replicas', () => {
  test('say and hold what follows from 2,000 hostile records', { timeout: 120_000 }, () => {
    const outcome = shake(2_000);
    expect(outcome.findings).toEqual([]);
    expect(outcome.records).toBeGreaterThanOrEqual(2_000);
    expect(exitCodeOf(outcome)).toBe(0);
    const { answers } = outcome;
    for (const word of ['accepted', 'held identity', 'ignored quota', 'ignored obsolete', 'ignored foreign']) {
      expect(answers[word], word).toBeGreaterThan(0);
    }
  });
});

describe('The fuzzer of replicas', () => {
  test.each(faulty)('finds what %s, and again from the seed and the index', { timeout: 120_000 }, (_, words, open) => {
    const [finding] = shake(5_000, open).findings;
    expect(finding).toMatchObject({ kind: 'impossible', detail: expect.stringMatching(words) });
    const again = campaign({ seed, from: finding?.index ?? 0, records: 1, maxFaults: 1, open });
    expect(again.findings).toEqual([finding]);
  });

  test('finds what throws', { timeout: 120_000 }, () => {
    const [finding] = shake(
      2_000,
      stepping({
        limitOf: () => {
          throw new RangeError('no such page');
        },
      }),
    ).findings;
    expect(finding).toMatchObject({ kind: 'exception', detail: expect.stringContaining('no such page') });
  });

  test('says what is wrong with its arguments', { timeout: 60_000 }, () => {
    const script = join(import.meta.dirname, '../scripts/fuzz.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--replica', '--format', 'es.4'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^--format, --hang-seconds and --target are about texts[^\n]*\n\nUsage: /);
  });
});
