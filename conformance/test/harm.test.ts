import type { CheckResult, Harm } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { inputFor } from '../src/checks/params.ts';
import { countHarms, HARM_WORDS, HARMS, harmOf } from '../src/report/harm.ts';
import { lookup, suite } from '../src/suite.ts';

const failed = (of: Partial<CheckResult>): CheckResult => ({
  id: 'records/fern',
  profile: 'core',
  requirements: ['REC-1'],
  operation: 'record.verify',
  outcome: 'failed',
  ...of,
});

/** A failed answer to a question of the suite. */
const answered = (id: string, got: Record<string, unknown>): CheckResult => {
  const check = lookup.check(id);
  if (check === undefined) throw new RangeError(`no check ${id}`);
  const { profile, requirements, operation, input, expect } = check;
  const about = { id, profile, requirements: [...requirements], operation, input };
  return failed({ ...about, failure: 'wrong-value', expected: { ...expect }, got });
};

const reject = { reject: { code: 'text-json' } };
const refusal = { reject: { codes: ['text-json'] } };
const batch = { mode: 'batch', messages: [{}, {}, {}] };

describe('The harm of a failure', () => {
  test.for<[string, Partial<CheckResult>, Harm | undefined]>([
    ['nothing', { outcome: 'passed' }, undefined],
    ['what must be refused and is accepted', { failure: 'accepted-invalid' }, 'accepts-invalid'],
    ['what is valid and is refused', { failure: 'rejected-valid' }, 'refuses-valid'],
    ['a refusal for another reason', { failure: 'wrong-code', expected: refusal, got: reject }, 'other-code'],
    ['another reason to hold', { failure: 'wrong-code', expected: { held: {} }, got: { held: {} } }, 'other-code'],
    ['an end', { failure: 'crash' }, 'crashes'],
    ['silence', { failure: 'hang' }, 'crashes'],
    ['a line that is no answer', { failure: 'protocol-violation' }, 'crashes'],
    ['an error in place of a refusal', { failure: 'adapter-error', expected: refusal }, 'crashes'],
    ['an operation that is not there', { failure: 'claim-broken' }, 'crashes'],
    ['time that grows', { failure: 'slow', profile: 'subject' }, 'crashes'],
    ['another id', { failure: 'wrong-value', operation: 'record.id', got: { ok: { id: 'b' } } }, 'diverges'],
    ['another order', { failure: 'wrong-value', operation: 'id.sort', got: { ok: { ids: [] } } }, 'diverges'],
    ['other bytes', { failure: 'wrong-value', operation: 'canonical.encode' }, 'diverges'],
    ['a record that is signed otherwise', { failure: 'wrong-value', operation: 'record.sign' }, 'diverges'],
    ['a nonce for two messages', { failure: 'wrong-value', requirements: ['SIG-8'] }, 'gives-key-away'],
    [
      'holding what must be refused',
      { failure: 'wrong-outcome', expected: refusal, got: { held: {} } },
      'accepts-invalid',
    ],
    [
      'accepting what must wait',
      { failure: 'wrong-outcome', expected: { held: {} }, got: { ok: {} } },
      'accepts-invalid',
    ],
    ['refusing what must wait', { failure: 'wrong-outcome', expected: { held: {} }, got: reject }, 'refuses-valid'],
    ['holding what is valid', { failure: 'wrong-outcome', expected: { ok: {} }, got: { held: {} } }, 'refuses-valid'],
    ['a refusal by chance', { failure: 'nondeterministic', expected: { ok: {} } }, 'diverges'],
    ['acceptance by chance', { failure: 'nondeterministic', expected: refusal }, 'accepts-invalid'],
    ['answers by chance in the conversation', { failure: 'nondeterministic', profile: 'subject' }, 'diverges'],
    [
      'a batch that is kept by chance',
      { failure: 'nondeterministic', operation: 'feed.verify', input: batch, expected: { ok: { kept: 2 } } },
      'accepts-invalid',
    ],
    [
      'a whole batch that is lost by chance',
      { failure: 'nondeterministic', operation: 'feed.verify', input: batch, expected: { ok: { kept: 3 } } },
      'diverges',
    ],
    [
      'a batch that keeps the message at fault',
      { failure: 'wrong-value', operation: 'feed.verify', expected: { ok: { kept: 1 } }, got: { ok: { kept: 2 } } },
      'accepts-invalid',
    ],
    [
      'a batch that loses what is before the fault',
      { failure: 'wrong-value', operation: 'feed.verify', expected: { ok: { kept: 1 } }, got: { ok: { kept: 0 } } },
      'refuses-valid',
    ],
    [
      'a batch without its number',
      { failure: 'wrong-value', operation: 'feed.verify', expected: { ok: { kept: 1 } }, got: { ok: {} } },
      'diverges',
    ],
    [
      'an answer of which the beginning alone is left',
      { failure: 'wrong-value', operation: 'document.merge', got: { beginning: '{"ok":{"kept":[', characters: 9_999 } },
      'diverges',
    ],
    ['a law that is broken by accepting', { id: 'law/tampered', failure: 'accepted-invalid' }, 'accepts-invalid'],
  ])('of %s', ([, of, harm]) => {
    expect(harmOf(failed(of))).toBe(harm);
  });

  test('has words for each, the worst first', () => {
    expect(HARMS).toEqual([
      'gives-key-away',
      'accepts-invalid',
      'loses',
      'diverges',
      'crashes',
      'refuses-valid',
      'other-code',
    ]);
    expect(new Set(Object.values(HARM_WORDS)).size).toBe(HARMS.length);
  });

  test('is counted from the worst to the least, without what nobody does', () => {
    expect(countHarms([{ harm: 'other-code' }, {}, { harm: 'diverges' }, { harm: 'other-code' }])).toEqual([
      ['diverges', 1],
      ['other-code', 2],
    ]);
  });
});

describe('A replica that keeps others than the right documents', () => {
  const merges = suite.checks.filter(({ operation, id }) => operation === 'document.merge' && id.endsWith('#merge'));
  const values = { operations: { 'document.merge': { input: 'value' } } } as const;

  test.each(['texts', 'values'])('accepts what must be refused where it keeps all, given as %s', (form) => {
    const some = merges.filter((_, at) => at % 5 === 0);
    const wrong = some.flatMap((check) => {
      const records = check.input.records as readonly unknown[];
      const vector = lookup.check(check.id.replace(/#.*$/, ''));
      const kept = [...records.keys()];
      if (vector?.expect.reject === undefined || (form === 'values' && check.textOnly)) return [];
      const result = answered(check.id, { ok: { kept, winners: {} } });
      const input = form === 'values' ? inputFor('document.merge', check.input, values) : check.input;
      return harmOf({ ...result, input: input as NonNullable<CheckResult['input']> }) === 'accepts-invalid'
        ? []
        : [check.id];
    });
    expect(wrong).toEqual([]);
    expect(some.length).toBeGreaterThan(100);
  });

  test('has other data where it keeps what is older, or nothing', () => {
    for (const id of ['earthstar-merge/es4-tie-authors-reversed', 'earthstar-merge/es4-two-authors']) {
      const records = lookup.check(id)?.input.records as readonly unknown[];
      expect(harmOf(answered(id, { ok: { kept: [...records.keys()], winners: {} } }))).toBe('diverges');
      expect(harmOf(answered(id, { ok: { kept: [], winners: {} } }))).toBe('diverges');
    }
  });

  test('ES-16 accepts what must be refused where it keeps the document of another share', () => {
    expect(harmOf(answered('earthstar-merge/es4-other-replica-near', { ok: { kept: [0], winners: {} } }))).toBe(
      'accepts-invalid',
    );
  });

  test('DOC-22 has other data where it does not keep what is held', () => {
    const held = merges.find(({ expect }) => (expect.ok?.held as readonly unknown[] | undefined)?.length);
    if (held === undefined) throw new RangeError('no document is held');
    expect(harmOf(answered(held.id, { ok: { kept: [], winners: {}, held: [] } }))).toBe('diverges');
  });
});

describe('A reader of feeds', () => {
  const feed = (author: string, length: number) => ({ author, log: 0, length });
  const read = (right: readonly unknown[], came: readonly unknown[]): Harm | undefined =>
    harmOf(
      failed({
        operation: 'feed.state',
        failure: 'wrong-value',
        expected: { ok: { feeds: [...right] } },
        got: { ok: { feeds: [...came] } },
      }),
    );

  test('FEED-13 accepts what must be refused where it has a feed of which no message is valid', () => {
    expect(read([feed('suzy', 1)], [feed('fern', 1), feed('suzy', 1)])).toBe('accepts-invalid');
  });

  test('has other data where a feed is longer, or is not there', () => {
    expect(read([feed('suzy', 1)], [feed('suzy', 2)])).toBe('diverges');
    expect(read([feed('suzy', 1)], [])).toBe('diverges');
  });
});
