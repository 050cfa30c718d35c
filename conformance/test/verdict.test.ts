import type { CheckResult, Report } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { smokeOf } from '../src/checks/select.ts';
import { base32, cast, type JsonObject, recordMessage, signNative, signWithNonce } from '../src/forge/index.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { RunOptions } from '../src/run/options.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { compare } from '../src/verdict/compare.ts';
import { termsOf } from '../src/verdict/judge.ts';
import type { Terms } from '../src/verdict/terms.ts';
import { HELLO, inProcess, type Spoil } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const judge = (spoil?: Spoil, options: Partial<RunOptions> = {}, hello: object = HELLO): Promise<Report> =>
  judgeSubject({ seed: PINNED_SEED, launch: inProcess(spoil, hello), suite: fixtureSuite, runs: 0, ...options });

const of = ({ checks }: Report, id: string): CheckResult | undefined => checks.find((check) => check.id === id);

/** Refuses everything invalid, under names of its own. */
const ownNames: Spoil = (_, right) =>
  'result' in right && 'reject' in right.result ? { result: { reject: { code: 'E_BAD' } } } : right;

const acceptsNull: Spoil = ({ method, params }, right) =>
  method === 'canonical.encode' && params.text === 'null' ? { result: { ok: { canonical: 'null' } } } : right;

const TERMS: Terms = { codes: true, reasons: true, deterministic: true };

describe('Comparison', () => {
  const merge = {
    operation: 'document.merge',
    input: {},
    expect: { ok: { kept: [0, 1], winners: { '/a': 1 }, deleted: ['/a', '/b'] } },
    judging: 'answer',
  } as const;

  test('deleted is a set', () => {
    expect(
      compare(merge, { ok: { kept: [0, 1], winners: { '/a': 1 }, deleted: ['/b', '/a'] } }, TERMS),
    ).toBeUndefined();
  });

  test('what is no list of strings is another value, whatever it is', () => {
    const odd = { toString: 1, valueOf: 1 };
    const got = { ok: { kept: [0, 1], winners: { '/a': 1 }, deleted: [odd, odd] } };
    expect(compare(merge, got, TERMS)).toMatchObject({ failure: 'wrong-value' });
  });

  describe('of the state of feeds', () => {
    const feed = { author: '@a', settled: [0], disputed: [2, 1], length: 1, evidence: { sequence: 2, proof: [1, 2] } };
    const question = {
      operation: 'feed.state',
      input: {},
      expect: { ok: { feeds: [feed] } },
      judging: 'answer',
    } as const;
    const fault = (feeds: unknown) => compare(question, { ok: { feeds } }, TERMS);

    test('ignores members without a meaning, in the reports and in their evidence', () => {
      expect(fault([{ ...feed, kept: 3, evidence: { ...feed.evidence, why: 'a fork' } }])).toBeUndefined();
    });

    test.for([
      [[{ ...feed, log: 1 }]],
      [[{ ...feed, disputed: [1, 2] }]],
      [[{ ...feed, evidence: { sequence: 2, proof: [2, 1] } }]],
      [[{ ...feed, evidence: { sequence: 2 } }]],
      [[{ ...feed, evidence: undefined }]],
      [[{ ...feed, evidence: null }]],
      [[{ ...feed, length: '1' }]],
      [[feed, feed]],
      [[null]],
      [[[feed]]],
      [{ 0: feed }],
      [undefined],
    ] as const)('%j is another one', ([feeds]) => {
      expect(fault(feeds)).toMatchObject({ failure: 'wrong-value' });
    });
  });

  test('kept is a list', () => {
    const got = { ok: { kept: [1, 0], winners: { '/a': 1 }, deleted: ['/a', '/b'] } };
    expect(compare(merge, got, TERMS)).toEqual({ failure: 'wrong-value', detail: 'kept is another one' });
  });

  test('members without a meaning are ignored', () => {
    const question = { operation: 'blob.id', input: {}, expect: { ok: { id: '&b' } }, judging: 'answer' } as const;
    expect(compare(question, { ok: { id: '&b', millis: 3 } }, TERMS)).toBeUndefined();
    expect(compare(question, { ok: { millis: 3 } }, TERMS)).toMatchObject({ failure: 'wrong-value' });
  });

  test.for([
    [{ ok: {} }, { reject: { code: 'a' } }, 'rejected-valid'],
    [{ ok: {} }, { held: { reason: 'identity' } }, 'wrong-outcome'],
    [{ reject: { codes: ['a', 'b'] } }, { ok: {} }, 'accepted-invalid'],
    [{ reject: { codes: ['a', 'b'] } }, { reject: { code: 'c' } }, 'wrong-code'],
    [{ reject: { codes: ['a', 'b'] } }, { held: { reason: 'identity' } }, 'wrong-outcome'],
    [{ held: { reason: 'identity' } }, { ok: {} }, 'wrong-outcome'],
    [{ held: { reason: 'identity' } }, { held: { reason: 'mood' } }, 'wrong-code'],
    [{ reject: { codes: ['a', 'b'] } }, { reject: { code: 'b' } }, undefined],
  ] as const)('%j answered with %j is %s', ([expect_, got, failure]) => {
    const question = { operation: 'record.verify', input: {}, expect: expect_, judging: 'answer' } as const;
    expect(compare(question as never, got, TERMS)?.failure).toBe(failure);
  });
});

describe('Codes', () => {
  test('names of its own fail a native profile', async () => {
    const report = await judge(ownNames);
    expect(of(report, 'encoding/null')).toMatchObject({ outcome: 'failed', failure: 'wrong-code' });
    expect(report.exitCode).toBe(1);
  });

  test('with --verdict-only any refusal will do, which the report says', async () => {
    const report = await judge(ownNames, { verdictOnly: true });
    expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0, options: { verdictOnly: true } });
  });

  test('with --verdict-only accepting what is invalid still fails', async () => {
    const report = await judge(acceptsNull, { verdictOnly: true });
    expect(of(report, 'encoding/null')).toMatchObject({ failure: 'accepted-invalid' });
  });

  test.for([
    ['core', {}, true],
    ['core', { verdictOnly: true }, false],
    ['earthstar-es4', {}, false],
    ['earthstar-es5', { codeMap: {} }, true],
    ['earthstar-es5', { codeMap: {}, verdictOnly: true }, false],
    ['feeds', {}, true],
    ['ssb-classic', {}, false],
    ['ssb-writer', {}, false],
    ['ssb-state', { codeMap: {} }, true],
  ] as const)('of %s with %j are compared: %s', ([profile, options, codes]) => {
    expect(termsOf(profile, { verdictOnly: false, deterministic: true, ...options }).codes).toBe(codes);
  });

  test('a code map translates them', async () => {
    const codeMap = { E_BAD: ['text-null', 'text-number', 'id-form', 'signature-invalid'] };
    const report = await judge(ownNames, { codeMap, files: { codeMap: 'codes.json' } });
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    expect(failed).toEqual(['encoding/duplicate']);
    expect(report.options.codeMap).toBe('codes.json');
  });
});

describe('Known failures', () => {
  const known = { check: 'encoding/null', reason: 'null is let through until 2.0' };

  test('one that fails is counted aside, and the exit code is 0', async () => {
    const report = await judge(acceptsNull, { knownFailures: [known] });
    expect(of(report, 'encoding/null')).toMatchObject({ outcome: 'known-failure', reason: known.reason });
    expect(report).toMatchObject({ verdict: 'not-conformant', exitCode: 0, totals: { known: 1, failed: 0 } });
  });

  test('one that passes fails the run', async () => {
    const report = await judge(undefined, { knownFailures: [known] });
    expect(of(report, 'encoding/null')).toMatchObject({ outcome: 'unexpected-pass' });
    expect(report.exitCode).toBe(1);
  });

  test.for([
    [{ check: 'encoding/gone', reason: 'x' }, 'encoding/gone does not exist'],
    [{ check: 'encoding/null', reason: ' ' }, 'encoding/null has no reason'],
  ] as const)('%j fails the run', async ([entry, words]) => {
    const report = await judge(acceptsNull, { knownFailures: [known, entry] });
    expect(report.exitCode).toBe(1);
    expect(report.message).toContain(words);
  });

  test('they are no verdict where nothing else was asked', async () => {
    const yes: Spoil = (_, right) => ('error' in right ? { result: { ok: {} } } : right);
    const knownFailures = [{ check: 'subject/unknown-method', reason: 'says yes to all' }];
    expect(await judge(yes, { knownFailures })).toMatchObject({ exitCode: 0 });
    expect(await judge(yes, { knownFailures, filter: 'zzz' })).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
  });

  test('one that was not selected is left alone', async () => {
    const report = await judge(undefined, { knownFailures: [known], filter: 'blobs/' });
    expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
  });
});

describe('Selection', () => {
  test('of nothing is no verdict', async () => {
    const report = await judge(undefined, { filter: 'nothing-like-this' });
    expect(report).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
  });

  test('of a profile that is not claimed is no verdict', async () => {
    expect(await judge(undefined, { profiles: ['documents'] })).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
  });

  test('no claim at all is no verdict', async () => {
    expect(await judge(undefined, {}, { ...HELLO, profiles: [] })).toMatchObject({
      verdict: 'incomplete',
      exitCode: 3,
    });
  });

  test.for([
    ['ID-6', ['identifiers/sort']],
    ['blobs/*', ['blobs/bytes-0', 'blobs/bytes-65536', 'blobs/bytes-65537']],
    ['/^identifiers.(key|sort)$/', ['identifiers/sort', 'identifiers/key']],
    ['upper', ['identifiers/upper-case']],
  ] as const)('by %s', async ([filter, ids]) => {
    const report = await judge(undefined, { filter });
    expect(report.checks.map(({ id }) => id).filter((id) => !id.startsWith('subject/'))).toEqual(ids);
  });

  test('smoke takes them for each profile', () => {
    const one = { requirements: ['FEED-1'], expect: { ok: {} } } as const;
    const checks = [
      { ...one, profile: 'feeds' },
      { ...one, profile: 'ssb-classic' },
      { ...one, profile: 'feeds' },
    ] as const;
    expect(smokeOf(checks)).toEqual(checks.slice(0, 2));
  });

  test('smoke takes one check of each outcome for each requirement', async () => {
    const report = await judge(undefined, { smoke: true });
    const ids = report.checks.map(({ id }) => id);
    expect(ids).toContain('encoding/plain');
    expect(ids).not.toContain('encoding/blanks');
  });
});

describe('What is not applicable', () => {
  const asking = (input: object, operation = 'canonical.encode') => ({
    ...HELLO,
    profiles: ['core', 'documents'],
    operations: { ...HELLO.operations, [operation]: input },
  });

  test('a point in the text, of a subject that takes values', async () => {
    const heard: { id: string; method: string; params: Record<string, unknown> }[] = [];
    const launch = inProcess(undefined, asking({ input: 'value' }), heard);
    const checks = fixtureSuite.checks.filter(({ id }) => id.startsWith('encoding/'));
    const report = await judgeSubject({ seed: PINNED_SEED, launch, suite: { ...fixtureSuite, checks }, runs: 0 });
    expect(of(report, 'encoding/duplicate')).toMatchObject({ outcome: 'not-applicable' });
    expect(of(report, 'encoding/plain')).toMatchObject({ outcome: 'passed' });
    expect(report.totals.notApplicable).toBe(3);
    const asked = heard.filter(({ method }) => method === 'canonical.encode');
    expect(asked.map(({ params }) => Object.keys(params).join())).toEqual(asked.map(() => 'value'));
  });

  test('an answer that depends on now, of a subject that reads the clock', async () => {
    const report = await judge(undefined, {}, asking({ clock: 'wall' }, 'record.verify'));
    expect(of(report, 'documents/page')).toMatchObject({ outcome: 'not-applicable' });
    expect(of(report, 'documents/page#sign')).toMatchObject({ outcome: 'passed' });
  });

  test('a line that is longer than the subject reads', async () => {
    const report = await judge(undefined, {}, { ...HELLO, limits: { lineBytes: 4_096 } });
    expect(of(report, 'blobs/bytes-65536')).toMatchObject({ outcome: 'not-applicable' });
    expect(report.exitCode).toBe(0);
  });

  test('what needs a profile that is not claimed', async () => {
    const report = await judge(undefined, {}, { ...HELLO, profiles: ['documents'] });
    expect(of(report, 'documents/page#canonical')).toMatchObject({ outcome: 'not-applicable' });
  });
});

describe('Signing', () => {
  type Loose = Record<string, unknown>;
  const documents = { ...HELLO, profiles: ['documents'] };
  const page = fixtureSuite.checks.find(({ id }) => id === 'documents/page#sign')?.expect.ok?.record as Loose;
  const answering =
    (record: Loose): Spoil =>
    ({ method }, right) =>
      method === 'record.sign' ? { result: { ok: { record } } } : right;
  const { seed } = cast.suzy;
  const header = page.header as JsonObject;

  test.for([
    [
      'another header, rightly signed',
      signNative({ header: { ...header, path: '/b' }, content: 'Flowers are pretty', seed }),
    ],
    ['no content', signNative({ header, seed })],
    ['a signature by another key', signNative({ header, content: 'Flowers are pretty', seed: cast.fern.seed })],
    ['a signature that is none', { ...page, signature: 'b' }],
    ['a member too many', { ...page, shareSignature: page.signature }],
  ] as const)('%s is noticed, deterministic or not', async ([, record]) => {
    for (const deterministic of [true, false]) {
      const report = await judge(answering(record as Loose), {}, { ...documents, deterministic });
      expect(of(report, 'documents/page#sign')).toMatchObject({ failure: 'wrong-value' });
    }
  });

  test('another valid signature is right, except of a subject that says it is deterministic', async () => {
    const message = recordMessage(header);
    const record = { ...page, signature: base32(signWithNonce(seed, message, 7n)) };
    const outcomeOf = async (deterministic: boolean) =>
      of(await judge(answering(record), {}, { ...documents, deterministic }), 'documents/page#sign')?.outcome;
    expect([await outcomeOf(false), await outcomeOf(true)]).toEqual(['passed', 'failed']);
  });
});

describe('A run', () => {
  test('asks in an order that only the seed decides', async () => {
    const run = async (seed: number) => {
      const heard: { method: string; params: Record<string, unknown>; id: string }[] = [];
      await judgeSubject({ launch: inProcess(undefined, HELLO, heard), suite: fixtureSuite, runs: 0, seed });
      const known = heard.filter(({ method }) => !method.startsWith('probe.'));
      return {
        order: known.map(({ method, params }) => `${method} ${JSON.stringify(params).slice(0, 80)}`),
        unforeseen: heard.map(({ method, id }) => (method.startsWith('probe.') ? method : id)),
      };
    };
    const [first, second, other] = [await run(1), await run(1), await run(2)];
    expect(first.order).toEqual(second.order);
    expect(first.order).not.toEqual(other.order);
    // A subject that remembers an earlier run learns nothing from the ids.
    expect(first.unforeseen.filter((word) => second.unforeseen.includes(word))).toEqual([]);
  });

  test('that is interrupted reports what was done', async () => {
    const controller = new AbortController();
    const spoil: Spoil = ({ method }, right) => {
      if (method === 'id.sort') setTimeout(() => controller.abort(), 5);
      return method === 'blob.id' ? undefined : right;
    };
    const report = await judge(spoil, { signal: controller.signal });
    expect(report).toMatchObject({ verdict: 'incomplete', exitCode: 3, message: 'the run was interrupted' });
    expect(report.checks.some(({ outcome }) => outcome === 'could-not-run')).toBe(true);
  });

  test('whose judge fails says so', async () => {
    const { runSuite } = await import('../src/run-suite.ts');
    const launch = (): never => {
      throw new Error('a fault of the judge');
    };
    const report = await runSuite({ seed: PINNED_SEED, launch, suite: fixtureSuite });
    expect(report).toMatchObject({ verdict: 'judge-fault', exitCode: 5 });
  });

  test('of an adapter that fails is no refusal', async () => {
    const failing: Spoil = ({ params }, right) =>
      params.text === 'null' ? { error: { code: -32000, message: 'TypeError' } } : right;
    const report = await judge(failing);
    expect(of(report, 'encoding/null')).toMatchObject({ outcome: 'failed', failure: 'adapter-error' });
  });
});
