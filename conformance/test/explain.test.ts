import type { CheckResult, Report } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { Check } from '../src/checks/check.ts';
import { causesOf } from '../src/report/causes.ts';
import { firstDifference } from '../src/report/difference.ts';
import { explainCause } from '../src/report/explain.ts';
import { lookupIn } from '../src/report/facts.ts';
import { NO_PAINT } from '../src/report/paint.ts';
import { briefRecords } from '../src/report/records.ts';
import { resultOf } from '../src/report/results.ts';
import { terminalReport } from '../src/report/terminal.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { lookup, suite } from '../src/suite.ts';
import { inProcess, type Spoil } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const checkOf = (id: string): Check => {
  const check = lookup.check(id);
  if (check === undefined) throw new RangeError(`there is no check ${id}`);
  return check;
};

/** A check of the suite that was answered with `got`. */
const failed = (id: string, failure: NonNullable<CheckResult['failure']>, got: unknown): CheckResult => {
  const { title, profile, requirements, operation, input, expect: expected } = checkOf(id);
  const about = { id, title, profile, requirements: [...requirements], operation };
  return { ...about, outcome: 'failed', failure, input, expected, got } as unknown as CheckResult;
};

const explain = (...failures: CheckResult[]): string =>
  causesOf(failures, lookup)
    .flatMap((cause) => explainCause(cause, lookup, NO_PAINT))
    .join('\n');

const refuse = (code: string) => ({ reject: { code } });

describe('Failures of one cause', () => {
  test('are read as one where valid messages are refused with one code', () => {
    const messages = suite.checks.filter(
      ({ id, operation, expect: right }) =>
        id.startsWith('ssb-feeds/') && operation === 'feed.verify' && right.ok !== undefined,
    );
    const failures = messages.map(({ id }) => failed(id, 'rejected-valid', refuse('timestamp-order')));
    expect(new Set(failures.map(({ requirements }) => requirements.join())).size).toBeGreaterThan(5);
    expect(causesOf(failures, lookup)).toHaveLength(1);
    const text = explain(...failures);
    expect(text).toContain(`refused what must be accepted (timestamp-order), ${failures.length} times`);
    expect(text).toContain('code        timestamp-order: the message is not later than an earlier one of its feed');
    expect(text).toContain('FEED-5      `timestamp` MUST be greater than that of the message before it.');
    expect(text).toContain('never       no check of feed.verify of ssb-classic expects this code');
  });

  test('are apart by code, and one in all operations and formats', () => {
    const failures = [
      failed('ssb-feeds/first', 'rejected-valid', refuse('timestamp-order')),
      failed('ssb-feeds/second', 'rejected-valid', refuse('previous-mismatch')),
      failed('feeds/first', 'rejected-valid', refuse('timestamp-order')),
      failed('records/page', 'rejected-valid', refuse('path-form')),
      failed('records/page#id', 'rejected-valid', refuse('path-form')),
    ];
    expect(causesOf(failures, lookup).map(({ others }) => others.length)).toEqual([1, 0, 1]);
  });

  test('are read as one where no code is one of the specification', () => {
    const failures = ['encoding/null', 'records/null', 'identifiers/no-sigil'].map((id) =>
      failed(id, 'wrong-code', refuse(id.toUpperCase())),
    );
    expect(explain(...failures)).toMatch(/3 times\n.*\n {4}code {8}\S+ is no code of the specification/);
  });

  const error = (at: number) => ({ error: { code: -32_603, message: `KeyError at ${at}` } });

  test('are read as one where errors come in the place of refusals, whatever they say', () => {
    const ids = ['encoding/null', 'documents/path-with-blank', 'identifiers/no-sigil', 'ssb/timestamp-infinite'];
    const text = explain(...ids.map((id, at) => failed(id, 'adapter-error', error(at * 1_000))));
    expect(text.match(/✗/g)).toHaveLength(1);
    expect(text).toContain('answered with an error of its own, 4 times');
    expect(text).toContain('hint        an error never counts as a refusal');
    expect(text).toContain('answer {"result":{"reject":{"code":"…"}}}');
  });

  test('are read as one where the subject tells of one error', () => {
    const ids = ['records/page', 'documents/wiki-page', 'documents/path-shortest'];
    expect(
      causesOf(
        ids.map((id, at) => failed(id, 'adapter-error', error(at))),
        lookup,
      ),
    ).toHaveLength(1);
  });
});

describe('A rule that is left out', () => {
  const accepted = (...ids: string[]): CheckResult[] => ids.map((id) => failed(id, 'accepted-invalid', { ok: {} }));

  test('is one cause in every operation and profile, also where a later rule refuses or a merge comes out otherwise', () => {
    const failures = [
      ...accepted(
        'encoding/duplicate-empty',
        'records/id-duplicate',
        'earthstar-es4/id-duplicate',
        'ssb/duplicate-empty',
      ),
      failed('records/duplicate-path-behind', 'wrong-code', refuse('signature-invalid')),
      failed('ssb-feeds/chain-text-first#batch', 'wrong-value', { ok: { kept: 6 } }),
    ];
    const causes = causesOf(failures, lookup);
    expect(causes.map(({ suspects, others }) => [suspects?.[0], others.length])).toEqual([['TXT-3', 5]]);
    expect(causes[0]?.smallest.failure).toBe('accepted-invalid');
  });

  test('of core is the same rule where other chapters look at it', () => {
    const failures = accepted(
      'signatures/key-non-canonical-0',
      'records/author-small-8',
      'earthstar-es4/author-small-5',
    );
    expect(causesOf(failures, lookup).map(({ suspects }) => suspects?.[0])).toEqual(['SIG-4']);
  });

  test('is apart from another one with the same code', () => {
    const failures = accepted('identifiers/no-sigil', 'identifiers/key-spare-b');
    expect(causesOf(failures, lookup).map(({ suspects }) => suspects?.[0])).toEqual(['ID-1', 'ID-5']);
  });

  test('is told by the sentence of the code that was right, and by what usually causes it', () => {
    const text = explain(...accepted('documents/path-with-blank'));
    expect(text).toContain('right       path-form: the path is too long or breaks the grammar of paths (phase form)');
    expect(text).toContain('DOC-7       `path` MUST consist of');
    expect(text).toContain('hint        a pattern that is not anchored');
  });
});

describe('A failure', () => {
  test('by a wrong code tells what the right one means, what the other means, and both sentences', () => {
    const text = explain(failed('documents/path-with-blank', 'wrong-code', refuse('record-shape')));
    expect(text).toContain('right       path-form: the path is too long');
    expect(text).toContain('came        record-shape: the record has wrong members');
    expect(text).toContain('DOC-7       `path` MUST consist of');
  });

  test('by a false refusal tells the sentences that the check is about, too', () => {
    const text = explain(failed('documents/wiki-page', 'rejected-valid', refuse('path-form')));
    expect(text).toContain('code        path-form: ');
    expect(text).toMatch(/\n {4}DOC-\d+ +`path` MUST/);
    expect(text).toContain('tested      DOC-1, REC-1, REC-11, REC-15, REC-16, REC-17\n');
  });

  test('where any refusal passes names no code as expected', () => {
    const [cause] = causesOf([failed('ssb/timestamp-infinite', 'accepted-invalid', { ok: {} })], lookup);
    const text = cause ? explainCause(cause, lookup, NO_PAINT, () => true).join('\n') : '';
    expect(text).toContain('expected    a refusal, whatever its code');
    expect(text).not.toContain('time-range');
  });

  test('names the check that it differs from with its title, and the defect once', () => {
    const text = explain(failed('encoding/null', 'accepted-invalid', { ok: { canonical: 'null' } }));
    expect(text).toContain('about       a text: null by itself\n');
    expect(text).toContain('differs     from encoding/bare-true (a text: true by itself)\n');
  });

  test('quotes some sentences and names the others', () => {
    const text = explain(failed('records/page', 'adapter-error', { error: { code: 1, message: 'no' } }));
    expect(text.match(/\(04-records\.md\)/g)).toHaveLength(4);
    expect(text).toMatch(/also {8}REC-\d+, /);
  });

  test('tells messages by author, sequence and id, and how to see them whole', () => {
    const text = explain(failed('feeds/proof-two-bad', 'wrong-code', refuse('text-null')));
    expect(text).toMatch(/"⟨message 4 of @baoqqpp7…, id %\w{8}…, previous %\w{8}…; \d+ characters⟩"/);
    expect(text).toContain('in full     rockpool-conformance show feeds/proof-two-bad');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(400);
  });

  test('says where two answers differ', () => {
    const id = 'document-merge/cover-empty';
    const { ok } = checkOf(id).expect;
    const text = explain(failed(id, 'wrong-value', { ok: { ...ok, kept: [1] } }));
    expect(text).toContain('where       /ok/kept/0: expected 0, got 1');
  });

  test('of the conversation shows the method that was asked and what came', async () => {
    const judge = (spoil: Spoil) =>
      judgeSubject({ seed: PINNED_SEED, launch: inProcess(spoil), suite: fixtureSuite, runs: 0, filter: 'blobs/' });
    const told = async (spoil: Spoil): Promise<string> =>
      terminalReport(await judge(spoil), { lookup: lookupIn([], fixtureSuite.checks) });
    const says = await told((_, right) => ('error' in right ? { result: { ok: {} } } : right));
    expect(says).toMatch(
      /input {7}probe\.\w+ \{\}\n {4}expected {4}\{"error":\{"code":-32601\}\}\n {4}got {9}\{"result"/,
    );
    const other = await told((_, right) => ('error' in right ? { error: { code: -1, message: 'no' } } : right));
    expect(other).toContain('got         {"error":{"code":-1,"message":"no"}}');
  });
});

describe('A result of a wrong form', () => {
  test.for([
    [{ ok: {}, reject: { code: 'id-form' } }, 'and it has ok and reject'],
    [{}, 'and it has none of them'],
    [{ reject: 'id-form' }, '/reject must be object'],
  ] as const)('%j: %s', async ([result, words]) => {
    const spoil: Spoil = ({ method }, right) => (method === 'id.sort' ? { result } : right);
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess(spoil),
      suite: fixtureSuite,
      runs: 0,
      filter: 'ID-6',
    });
    const check = report.checks.find(({ id }) => id === 'identifiers/sort');
    expect(check?.detail).toBe(
      words.startsWith('/')
        ? `the result of id.sort has a wrong form: ${words}`
        : `the result of id.sort has a wrong form: exactly one of ok, reject and held belongs there, ${words}`,
    );
  });
});

describe('A program without a handshake', () => {
  const told = async (hello: object): Promise<{ report: Report; text: string }> => {
    const command = ['python3', 'my peer.py'];
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess(undefined, hello),
      suite: fixtureSuite,
      command,
    });
    return { report, text: terminalReport(report, { lookup }) };
  };

  test('is told of in one paragraph: what was started, what happened, what to do', async () => {
    const { report, text } = await told({ protocol: 1 });
    expect(report.exitCode).toBe(4);
    expect(text).toContain("started     python3 'my peer.py'\n");
    expect(text).toContain('happened    the result of hello has a wrong form');
    expect(text).toContain('SUB-6       The result of `hello` MUST have the form below.');
    expect(text).toMatch(/\n {16}echo '\{"jsonrpc":"2\.0",.*\}' \| python3 'my peer\.py'\n/);
    expect(text).not.toMatch(/not applicable|could not run/i);
  });

  test('is told to flush its output where it is silent', async () => {
    const { report } = await told({ protocol: 1 });
    const checks = report.checks.map((check) => ({ ...check, requirements: ['SUB-5'] }));
    expect(terminalReport({ ...report, checks }, { lookup })).toContain('flush the output after each line');
  });

  test('is quoted with what it wrote to standard error', async () => {
    const { report } = await told({ protocol: 1 });
    const message = 'it exited with status 1\nstandard error ends with:\nSyntaxError: no\n  at line 2';
    const text = terminalReport({ ...report, message }, { lookup });
    expect(text).toContain('happened    it exited with status 1\n    it said     SyntaxError: no\n');
  });
});

describe('Records in a few words', () => {
  test('leave what is no record as it is', () => {
    const odd = { text: ['"', { repeat: 'x', times: 9 }], texts: ['{}', 'null'], header: 1, ids: null };
    expect(briefRecords(odd)).toEqual(odd);
    expect(briefRecords({ header: {} })).toEqual({ header: {} });
  });

  test('tell of odd members too', () => {
    const header = { sequence: null, author: 7, log: { a: [] }, previous: '%short' };
    expect(briefRecords({ header })).toMatch(/^⟨message null of 7, log \{"a":\[\]\}, id %b\w{7}…, previous %short⟩$/);
  });

  test('of every format are told of', () => {
    for (const id of ['earthstar-es4/page', 'earthstar-es5/page', 'ssb-feeds/first', 'feeds/first', 'records/page'])
      expect(JSON.stringify(briefRecords(checkOf(id).input)), id).toMatch(/⟨(message|document) .* characters⟩/);
  });
});

describe('The first difference', () => {
  test.for([
    [{ a: 1 }, { a: 1, more: 2 }, undefined],
    [[1, 2], [1], { path: '/1', expected: 2, got: undefined }],
    [[1], [1, 2], { path: '/1', expected: undefined, got: 2 }],
    [{ a: { b: 1 } }, { a: [] }, { path: '/a', expected: { b: 1 }, got: [] }],
    [
      { signature: 'x', a: 1 },
      { signature: 'y', a: 2 },
      { path: '/a', expected: 1, got: 2 },
    ],
    [{ deleted: ['a', 'b'] }, { deleted: ['b', 'a'] }, undefined],
  ] as const)('of %j and %j is %j', ([expected, got, found]) => {
    expect(firstDifference(expected, got)).toEqual(found);
  });
});

describe('A failure of a replica', () => {
  /** As a run has it: with the steps before, and where the cursor of the last came from. */
  const asked = (id: string, got: unknown): CheckResult =>
    resultOf(checkOf(id), { outcome: 'failed', failure: 'wrong-value', got });

  test('QRY-20 says with whose cursor a page was asked for, in the steps before it too', () => {
    const text = explain(asked('replica-query/live-all', { ok: { records: [] } }));
    expect(text).toMatch(/\n +4\. replica\.query .*, with next of step 3 as its cursor\n/);
    expect(text).toMatch(/\n {4}input {7}replica\.query .*, with next of step 4 as its cursor\n/);
  });

  test('QRY-22 says in words whether there has to be a next', () => {
    const text = explain(asked('replica-query/live-all', { ok: { records: [] } }));
    expect(text).toContain('expected    {"ok":{"records":[]}}, and a next of any text');
    expect(text).toContain('where       /ok/next: expected a next of any text, got no next');
    const { records } = checkOf('replica-query/cursor-limit').expect.ok as { records: unknown };
    const more = explain(asked('replica-query/cursor-limit', { ok: { records, next: 'more' } }));
    expect(more).toContain('where       /ok/next: expected no next, got a next');
  });

  test('REP-13 is hinted to be looked at in the order of phases', () => {
    const text = explain(failed('replica/filter-bad-key', 'wrong-code', refuse('space-unsupported')));
    expect(text).toContain('hint        the phase form is looked at before the phase shape; or an unknown member');
    expect(explain(failed('replica/filter-bad-key', 'accepted-invalid', { ok: {} }))).not.toContain('phase form');
  });

  test('SYN-3 is hinted to await too little where a message is refused that is awaited', () => {
    const came = { ok: { send: ['{"type":"error","code":"sync-turn"}'], error: { code: 'sync-turn' } } };
    const strict = explain(failed('sync/turn-live-caller', 'rejected-valid', came));
    expect(strict).toContain('hint        the table of what is awaited lacks this row');
    expect(strict).not.toContain('whenever it comes');
    const lax = failed('sync/turn-hello-caller-auth', 'accepted-invalid', { ok: { send: [] } });
    expect(explain(lax)).toContain('hint        a message is handled whenever it comes');
  });

  test('SYN-5 is hinted to be kept by a message where an adapter answers with an error', () => {
    const error = { error: { code: -32_603, message: 'KeyError' } };
    const text = explain(failed('sync/turn-hello-caller-auth', 'adapter-error', error));
    expect(text).toContain('a session refuses by a message');
    expect(text).not.toContain('{"result":{"reject"');
  });

  test('NAT-1 is hinted to refuse what has room', () => {
    const held = { ok: { outcomes: [{ held: { reason: 'identity' } }] } };
    const refused = { ok: { outcomes: [{ ignored: { reason: 'quota' } }] } };
    const result = { ...asked('replica/quota-content', refused), operation: 'replica.ingest', expected: held };
    expect(explain(result)).toContain('hint        a record that is kept already');
    expect(explain({ ...result, expected: refused, got: held })).not.toContain('hint');
  });
});
