import { type Report, validateReport } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { abbreviate } from '../src/report/abbreviate.ts';
import { lookupIn } from '../src/report/facts.ts';
import { jsonReport } from '../src/report/json.ts';
import { escapeXml, junitReport } from '../src/report/junit.ts';
import { terminalReport, verdictSentence } from '../src/report/terminal.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { RunOptions } from '../src/run/options.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { HELLO, inProcess, type Spoil } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const lookup = lookupIn(
  [{ id: 'TXT-7', level: 'MUST NOT', chapter: '02-encoding', text: 'The value `null` MUST NOT occur.' }],
  fixtureSuite.checks,
);

const judge = (spoil?: Spoil, options: Partial<RunOptions> = {}): Promise<Report> =>
  judgeSubject({
    seed: PINNED_SEED,
    launch: inProcess(spoil),
    suite: fixtureSuite,
    runs: 0,
    command: ['fern'],
    ...options,
  });

const acceptsAll: Spoil = ({ method }, right) =>
  'error' in right || method === 'x' ? right : { result: { ok: { note: '</failure>\u0000&' } } };

/** Every element is closed by its own name; the text holds no bare `<` or `&`. */
const wellFormed = (xml: string): boolean => {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/, '');
  for (const [, close, name = '', attributes = '', alone] of body.matchAll(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(attributes)) return false;
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!alone) open.push(name);
  }
  const texts = body.replace(/<\/?[a-z]+(?:\s+[a-zA-Z]+="[^"<]*")*\s*\/?>/g, '');
  return open.length === 0 && !/[<\u0000]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(texts);
};

describe('The JSON report', () => {
  test.for([
    ['a pass', undefined, {}],
    ['failures', acceptsAll, {}],
    ['a known failure', acceptsAll, { knownFailures: [{ check: 'encoding/null', reason: 'later' }] }],
    ['a selection', undefined, { filter: 'blobs/', smoke: true, profiles: ['core'] as const }],
  ] as const)('of %s has the form of the schema', async ([, spoil, options]) => {
    const report = JSON.parse(jsonReport(await judge(spoil, options as Partial<RunOptions>)));
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
  });

  test('counts each check once', async () => {
    const { totals, checks } = await judge(acceptsAll);
    expect(Object.values(totals).reduce((sum, count) => sum + count)).toBe(checks.length);
  });
});

describe('The JUnit report', () => {
  test('is well-formed, whatever the subject says', async () => {
    const xml = junitReport(await judge(acceptsAll), lookup);
    expect(wellFormed(xml)).toBe(true);
    expect(xml).toContain('<failure type="accepted-invalid"');
  });

  test('escapes what XML cannot carry', () => {
    expect(escapeXml('a<b>&"\'\u0000\ud800\n')).toBe('a&lt;b&gt;&amp;&quot;&apos;\\u0000\\ud800&#10;');
    expect(wellFormed('<a><b></a>')).toBe(false);
    expect(wellFormed('<a>&</a>')).toBe(false);
  });
});

/** What moves a cursor, rings, turns the direction of a line, or is not seen. */
const HARMFUL = '\u001b[2J\u0007\u009b31m\u202e\u200f\u2028\ud800\u{e0041}';
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const unseenIn = (text: string): string[] => [...text].filter((each) => each !== '\n' && UNSEEN.test(each));

describe('What a subject writes moves no cursor and hides no word', () => {
  const name = `fern${HARMFUL}`;
  const hello = { ...HELLO, implementation: { name, version: HARMFUL }, profiles: ['core', `garden${HARMFUL}`] };
  const spoil: Spoil = ({ method }, right) => {
    if (method === 'id.sort') return { error: { code: 1, message: HARMFUL } };
    if (method === 'id.parse') return { result: { reject: { code: HARMFUL } } };
    return method === 'blob.id' ? { result: { ok: { id: HARMFUL } } } : right;
  };
  const broken = () => judge(undefined, { launch: inProcess(spoil, hello) });
  const refused = () => judge(undefined, { launch: inProcess(undefined, { error: HARMFUL, [HARMFUL]: 1 }) });

  test.for([
    ['on a terminal', terminalReport, broken],
    ['on a terminal without a handshake', terminalReport, refused],
    ['in JUnit', (report: Report) => junitReport(report, lookup), broken],
    ['in JSON', jsonReport, broken],
    ['in the sentence', verdictSentence, broken],
    ['in the sentence without a handshake', verdictSentence, refused],
  ] as const)('%s', async ([, write, run]) => {
    const text = write(await run(), { lookup, limit: Number.POSITIVE_INFINITY });
    expect(text).toContain(run === broken && write === verdictSentence ? 'Not conformant' : '\\u202e');
    expect(unseenIn(text)).toEqual([]);
  });

  test('and is the same value in JSON', async () => {
    const report = await broken();
    expect(JSON.parse(jsonReport(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });
});

describe('A subject that takes values', () => {
  test('is told the value that it was sent', async () => {
    const operations = { ...HELLO.operations, 'canonical.encode': { input: 'value' } };
    const spoil: Spoil = ({ method }, right) =>
      method === 'canonical.encode' ? { result: { reject: { code: 'text-json' } } } : right;
    const report = await judge(undefined, { launch: inProcess(spoil, { ...HELLO, operations }) });
    expect(report.checks.find(({ id }) => id === 'encoding/blanks')?.input).toEqual({ value: [1, 2] });
    expect(terminalReport(report, { lookup })).toContain('canonical.encode {"value":"A"}');
  });
});

describe('The terminal report', () => {
  test('names the sentence, the parent and the one defect, both answers, and ends with a verdict', async () => {
    const report = await judge(({ params }, right) =>
      params.text === 'null' ? { result: { ok: { canonical: 'null' } } } : right,
    );
    const text = terminalReport(report, { lookup });
    expect(text).toContain('✗ encoding/null  accepted what must be refused');
    expect(text).toContain('TXT-7       The value `null` MUST NOT occur. (02-encoding.md)');
    expect(text).toContain('from encoding/plain (a text: encoding/plain): null');
    expect(text).toContain('expected    {"reject":{"codes":["text-null"]}}');
    expect(text).toContain('got         {"ok":{"canonical":"null"}}');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      'Not conformant: 1 check failed in core, as far as selected (no laws).',
    );
  });

  test('explains each cause once and says how many there are', async () => {
    const text = terminalReport(await judge(acceptsAll), { lookup, limit: 1 });
    expect(text.match(/✗/g)).toHaveLength(1);
    expect(text).toMatch(/\d+ more causes/);
  });

  test('says one more cause', async () => {
    const report = await judge(({ method }, right) => (method.startsWith('id.') ? { result: { ok: {} } } : right));
    const failed = new Set(['identifiers/key', 'identifiers/sort']);
    const checks = report.checks.filter(({ id }) => failed.has(id));
    expect(terminalReport({ ...report, checks }, { lookup, limit: 1 })).toContain('1 more cause (');
  });

  test('cuts what is long', () => {
    expect(abbreviate({ bytes: '0'.repeat(1_000_000) }).length).toBeLessThan(200);
    expect(abbreviate([1, 2, 3, 4, 5, 6, 7])).toContain('7 in all');
  });

  test.for([
    [{}, 'Conformant: core, as far as selected (no laws).'],
    [{ runs: undefined, suite: { ...fixtureSuite, laws: [] } }, 'Conformant: core.'],
    [{ runs: 2, suite: { ...fixtureSuite, laws: [] } }, 'Conformant: core, as far as selected (2 examples a law).'],
    [{ window: 1 }, 'Conformant: core, as far as selected (no laws; at most 1 question at a time).'],
    [{ codeMap: {} }, 'Conformant: core, as far as selected (no laws); codes were translated by a map.'],
    [
      { codeMap: {}, files: { codeMap: 'codes.json' } },
      'Conformant: core, as far as selected (no laws); codes were translated by codes.json.',
    ],
    [{ verdictOnly: true }, 'Conformant: core, as far as selected (no laws); codes were not compared.'],
    [{ filter: 'blobs/' }, 'Conformant: core, as far as selected (filter blobs/; no laws).'],
    [
      { profiles: ['core', 'documents'] },
      'Conformant: core, as far as selected (profile core, documents; no laws); documents was selected and not claimed, so nothing of it was asked.',
    ],
    [
      { filter: 'zzz' },
      'Incomplete, no verdict: nothing matches the filter zzz: it is compared with the ids that the command list prints, and with requirements.',
    ],
    [
      { filter: 'documents/' },
      'Incomplete, no verdict: the filter documents/ matches 6 checks, in documents, replica, and the subject claims core.',
    ],
    [
      { filter: 'law/' },
      'Incomplete, no verdict: the filter law/ matches 6 checks, all of them laws, and this run tries no laws.',
    ],
    [
      { profiles: ['documents'] },
      'Incomplete, no verdict: the subject claims core, and not the selected documents: add documents to the profiles in its answer to hello, or select what it claims.',
    ],
  ] as const)('%j: %s', async ([options, sentence]) => {
    expect(verdictSentence(await judge(undefined, options as Partial<RunOptions>))).toBe(sentence);
  });

  test('counts what was selected where none of it could be asked', async () => {
    const hello = { ...HELLO, operations: { ...HELLO.operations, 'canonical.encode': { input: 'value' } } };
    const report = await judge(undefined, { launch: inProcess(undefined, hello), filter: 'TXT-7' });
    expect(report).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
    expect(verdictSentence(report)).toBe(
      'Incomplete, no verdict: 1 check selected and none asked: 1 not applicable, 0 could not run.',
    );
  });

  const narrow = (limits: object) => ({
    ...HELLO,
    operations: { ...HELLO.operations, 'canonical.encode': { input: 'value' } },
    ...limits,
  });

  test('says how much of a profile was asked, where that is not all', async () => {
    const report = await judge(undefined, { launch: inProcess(undefined, narrow({})) });
    expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
    expect(report.profiles[0]).toMatchObject({ profile: 'core', asked: 76 });
    expect(verdictSentence(report)).toBe(
      'Conformant as far as asked: core (76 %), as far as selected (no laws); 3 checks not applicable.',
    );
    expect(terminalReport(report, { lookup })).toMatch(/core +passed .* 76 %\n/);
  });

  test('gives no verdict on a profile of which too little could be asked', async () => {
    const launch = inProcess(undefined, narrow({ limits: { lineBytes: 4_096 } }));
    const report = await judge(undefined, { launch });
    expect(report).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
    expect(report.profiles[0]).toMatchObject({ profile: 'core', verdict: 'incomplete', asked: 61 });
    expect(verdictSentence(report)).toContain('only 61 % of core could be asked, and a verdict needs 75 %');
    // Who chooses single checks is told about these.
    expect(await judge(undefined, { launch, filter: 'BLB-3' })).toMatchObject({ exitCode: 0 });
  });

  test('counts nothing that is about a profile that the subject does not claim', async () => {
    const [first, ...rest] = fixtureSuite.checks;
    if (first === undefined) throw new Error('the suite has no check');
    const needy = rest.map((check) => ({ ...check, needs: ['feeds' as const] }));
    const report = await judge(undefined, { suite: { ...fixtureSuite, checks: [first, ...needy] } });
    expect(report.profiles[0]).toMatchObject({ profile: 'core', verdict: 'passed', asked: 100 });
    expect(report.totals.notApplicable).toBeGreaterThan(0);
  });

  test('says that nothing was asked where the conversation alone failed', async () => {
    const hello = { ...HELLO, profiles: ['cores'] };
    const report = await judge(undefined, { launch: inProcess(undefined, hello), filter: 'blobs/' });
    expect(verdictSentence(report)).toMatch(
      /^Not conformant: 1 check failed in subject; the filter blobs\/ matches 3 /,
    );
  });
});
