import manifest from '@rockpool/vectors/manifest.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { expand } from '../src/checks/expand.ts';
import { paramsFor } from '../src/checks/params.ts';
import { type FeedInput, feedAnswer } from '../src/forge/index.ts';
import { lookup, suite, VECTOR_FILES } from '../src/suite.ts';

describe('The suite', () => {
  test('has every file of the manifest', () => {
    const listed = manifest.files.filter(({ cases }) => cases > 0).map(({ path, cases }) => [path, cases]);
    const loaded = Object.entries(VECTOR_FILES).map(([path, { cases }]) => [path, cases.length]);
    expect(loaded.sort()).toEqual(listed.sort());
  });

  test('names requirements that exist', () => {
    const named = new Set([...suite.checks, ...suite.laws].flatMap(({ requirements }) => requirements));
    expect([...named].filter((id) => lookup.requirement(id) === undefined)).toEqual([]);
  });

  test('says in each title what it is about', () => {
    const title = (id: string): string | undefined => lookup.check(id)?.title;
    expect(title('records/empty-object')).toMatch(/^a document: no members at all/);
    expect(title('identifiers/no-sigil')).toBe('an identifier: no sigil');
    expect(title('documents/path-apostrophe#sign')).toBe("signing a document: a path with '");
    expect(title('ssb-feeds/chain-one#batch')).toBe('as a batch, a classic feed: one message');
    const alone = suite.checks.filter(
      (check) => !/^(as|the|what|signing|writing|an?|identifiers)\b.*: ./.test(check.title),
    );
    expect(alone.map(({ id }) => id)).toEqual([]);
  });

  test('names parents that exist', () => {
    const parents = suite.checks.flatMap(({ parent }) => parent ?? []);
    expect(parents.filter((id) => lookup.check(id) === undefined)).toEqual([]);
  });

  test('asks about each accepted record in every direction', () => {
    const accepted = suite.checks.filter(({ operation, expect: right }) => operation === 'record.verify' && right.ok);
    expect(accepted.length).toBeGreaterThan(100);
    for (const { id, input } of accepted) {
      expect(lookup.check(`${id}#id`)).toBeDefined();
      if (String(input.format).startsWith('rp.')) expect(lookup.check(`${id}#canonical`)).toBeDefined();
    }
    expect(suite.checks.filter(({ id }) => id.endsWith('#sign')).length).toBeGreaterThan(100);
  });

  test('asks about each chain in every mode', () => {
    const chains = suite.checks.filter(({ operation, input }) => operation === 'feed.verify' && input.mode === 'chain');
    expect(chains.length).toBeGreaterThan(20);
    for (const { id } of chains.filter((each) => !each.id.includes('#')))
      expect(lookup.check(`${id}#batch`)).toBeDefined();
    expect(suite.checks.filter(({ id }) => id.endsWith('#single')).length).toBeGreaterThan(20);
  });

  test('FEED-6 expects of a chain in every mode what the forge answers', () => {
    // Some of them: that all are right is what the reference is asked.
    const derived = suite.checks.filter(({ id }) => /#(batch|single)$/.test(id)).filter((_, index) => index % 4 === 0);
    const wrong = derived.filter(({ input, expect: right }) => {
      const answer = feedAnswer('feed.verify', expand(input) as FeedInput);
      return JSON.stringify(answer) !== JSON.stringify(right);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('asks about classic messages what no clock changes', () => {
    const classic = suite.checks.filter(({ profile }) => profile.startsWith('ssb-'));
    expect(classic.filter(({ timeless }) => !timeless).map(({ id }) => id)).toEqual([]);
  });

  test('asks a reader of I-JSON nothing else', () => {
    const asked = (limits: { iJson?: boolean }): string[] =>
      suite.checks.flatMap((check) => {
        const params = paramsFor(check, { operations: {}, limits });
        return params.ok ? [params.params] : [];
      });
    const isStrange = (params: string): boolean => {
      let strange = false;
      JSON.parse(params, (_, value) => {
        strange ||= typeof value === 'string' ? !value.isWellFormed() : value === Number.POSITIVE_INFINITY;
        return value;
      });
      return strange;
    };
    expect(asked({}).filter(isStrange).length).toBeGreaterThan(10);
    const strict = asked({ iJson: true });
    expect(suite.checks.length - strict.length).toBeLessThan(100);
    expect(strict.filter(isStrange)).toEqual([]);
  });

  test('puts no deep value into a line', () => {
    const deep = { text: `${'['.repeat(130)}${']'.repeat(130)}` };
    const question = { operation: 'canonical.encode', input: deep, expect: { ok: {} }, judging: 'answer' } as const;
    expect(paramsFor(question, { operations: {} }).ok).toBe(true);
    expect(paramsFor(question, { operations: { 'canonical.encode': { input: 'value' } } }).ok).toBe(false);
  });

  test('can be asked as a whole of a subject without special wishes', () => {
    const hello = { operations: {} };
    expect(suite.checks.filter((check) => !paramsFor(check, hello).ok)).toEqual([]);
  });
});
