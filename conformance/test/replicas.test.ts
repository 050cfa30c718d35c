import type { CheckResult, OperationName, Report, VectorCase } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import type { Check } from '../src/checks/check.ts';
import { requestFor } from '../src/checks/request.ts';
import { parseRepro, type Repro, reproOfCheck } from '../src/laws/repro.ts';
import { converse } from '../src/protocol/converse.ts';
import type { Reply } from '../src/protocol/message.ts';
import { junitReport } from '../src/report/junit.ts';
import { terminalReport } from '../src/report/terminal.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED, type RunOptions } from '../src/run/options.ts';
import { replayRepro } from '../src/run/replay-repro.ts';
import { siblingsOf } from '../src/siblings/sibling.ts';
import { lookup, suite } from '../src/suite.ts';
import type { Kept, Launch } from '../src/transport/port.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { OPERATIONS } from './fixtures/answer.ts';
import { bundled } from './fixtures/bundled.ts';
import { modelReplicas } from './fixtures/model-replica.ts';
import {
  accepted,
  flowers,
  ingest,
  moss,
  NOW,
  open,
  page,
  query,
  schedule,
  state,
  suiteOf,
  trap,
  vectors,
} from './fixtures/schedules.ts';
import { type Spoilt, toyReplica } from './fixtures/toy-replica.ts';

type Loose = Record<string, unknown>;
type Request = { id: string; method: string; params: Loose };
/** Undefined is silence, null the end of the process. */
type Spoil = (request: Request, right: object) => object | undefined | null;

type Traits = Record<string, object>;

const helloOf = (traits: Traits): object => ({
  protocol: 1,
  implementation: { name: 'toy', version: '0.1.0' },
  profiles: ['replica'],
  operations: { ...Object.fromEntries(Object.keys(OPERATIONS).map((name) => [name, {}])), ...traits },
  window: 8,
});

const noDisk = { read: () => ({}), write: () => undefined };

/** A replica without a process; each start is a new one. */
const subject =
  (
    open: () => (method: OperationName, params: Loose) => object,
    spoil: Spoil = (_, right) => right,
    heard: Request[] = [],
    traits: Traits = {},
  ): Launch =>
  (listener) => {
    const replica = open();
    let over = false;
    const stop = async (): Promise<void> => {
      over = true;
    };
    const answered = (request: Request): object | undefined | null => {
      const { method, params } = request;
      if (method === 'hello') return { result: helloOf(traits) };
      if (method.startsWith('replica.')) return spoil(request, { result: replica(method as OperationName, params) });
      const operation = OPERATIONS[method];
      return operation ? { result: operation(params) } : { error: { code: -32601, message: `no ${method}` } };
    };
    return {
      send: (message) => {
        const request = JSON.parse(message) as Request;
        heard.push(request);
        const answer = over ? undefined : answered(request);
        setImmediate(() => {
          if (over) return;
          if (answer) listener.message(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...answer }));
          if (answer !== null) return;
          over = true;
          listener.end({ how: 'exit', code: 1 });
        });
      },
      close: stop,
      kill: stop,
      stderr: () => '',
    };
  };

const toy = (spoilt: Spoilt = {}, ...more: [spoil?: Spoil | undefined, heard?: Request[], traits?: Traits]): Launch =>
  subject(() => toyReplica(noDisk, spoilt), ...more);

const TOY = bundled('toy-replica.mjs');
const asProcess = (fault = 'none'): Launch => stdioSubject([process.execPath, TOY, '--fault', fault]);

const together = vectors.filter(({ id }) => id !== 'replica/killed');

const judge = (launch: Launch, cases: readonly VectorCase[] = together, options: Partial<RunOptions> = {}) =>
  judgeSubject({ seed: PINNED_SEED, launch, suite: suiteOf(cases), runs: 0, timeoutMillis: 1_000, ...options });

const of = ({ checks }: Report, id: string): CheckResult | undefined => checks.find((each) => each.id === id);
const failed = ({ checks }: Report): string[] =>
  checks.filter(({ outcome, id }) => outcome === 'failed' && !id.startsWith('subject/')).map(({ id }) => id);
const hasTrap = ({ params }: Request): boolean => JSON.stringify(params).includes('/trap');

describe('A schedule', () => {
  test('SUB-9 passes with a replica that is right, whatever its window', async () => {
    for (const window of [1, 8]) {
      const report = await judge(toy(), together, { window });
      expect(failed(report)).toEqual([]);
      expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
    }
  });

  test('is judged step by step: the first that deviates decides, and says which it is', async () => {
    const deaf: Spoil = ({ method, params }, right) =>
      method === 'replica.ingest' && hasTrap({ method, params, id: '' })
        ? { result: { ok: { outcomes: [{ ignored: { reason: 'foreign' } }] } } }
        : right;
    const report = await judge(toy({}, deaf));
    const result = of(report, 'replica/trap');
    expect(result).toMatchObject({
      outcome: 'failed',
      failure: 'wrong-value',
      operation: 'replica.ingest',
      input: { replica: 'a', records: [trap.given] },
      expected: { ok: { outcomes: [accepted] } },
      got: { ok: { outcomes: [{ ignored: { reason: 'foreign' } }] } },
      harm: 'diverges',
    });
    expect(result?.detail).toBe('step 3 of 4, replica.ingest: of record 0 it says ignored, and it is accepted');
    expect(result?.steps).toHaveLength(2);
  });

  test('is asked with names that nobody can foresee, the same in all its steps', async () => {
    const heard: Request[] = [];
    await judge(toy({}, undefined, heard), [vectors.find(({ id }) => id === 'replica/apart') as VectorCase]);
    const named = heard
      .filter(({ method }) => method.startsWith('replica.'))
      .map(({ params }) => String(params.replica));
    expect(named).not.toContain('a');
    const opened = heard.filter(({ method }) => method === 'replica.open').map(({ params }) => params.replica);
    expect(new Set(opened).size).toBe(opened.length);
    expect(new Set(named)).toEqual(new Set(opened));
  });

  test('takes its cursor from an earlier step', async () => {
    expect(failed(await judge(toy({ skips: true })))).toEqual(['replica/pages']);
  });

  test('without a cursor where one is needed fails where it was to come from', async () => {
    const mute: Spoil = ({ method }, right) => {
      const { result } = right as { result: { ok?: Loose } };
      return method === 'replica.query' ? { result: { ok: { records: result.ok?.records } } } : right;
    };
    const result = of(await judge(toy({}, mute)), 'replica/pages');
    expect(result?.detail).toBe('step 3 of 4, replica.query: next is missing');
    expect(result?.input).toMatchObject({ query: { limit: 2 } });
  });

  test('says so where no step before it says that there has to be one', async () => {
    const first = query({ limit: 2 }, [flowers]);
    const loose = { ...first, expect: { ok: { records: [flowers.id] } } };
    const steps = [open(), ingest([flowers], [accepted]), loose, query({ limit: 2 }, [], false, { cursorFrom: 2 })];
    const result = of(await judge(toy(), [schedule('loose', steps)]), 'replica/loose');
    expect(result).toMatchObject({ failure: 'wrong-value', step: 3 });
    expect(result?.detail).toContain('there is no next, from which a later query has its cursor');
  });

  test('goes no further after an error', async () => {
    const heard: Request[] = [];
    const odd: Spoil = ({ method }, right) =>
      method === 'replica.ingest' ? { error: { code: 1, message: 'no room' } } : right;
    const report = await judge(toy({}, odd, heard), [vectors.find(({ id }) => id === 'replica/trap') as VectorCase]);
    expect(of(report, 'replica/trap')).toMatchObject({ failure: 'adapter-error', operation: 'replica.ingest' });
    expect(heard.filter(({ method }) => method === 'replica.state')).toEqual([]);
  });

  test('shows whether a replica answers for another one', async () => {
    const report = await judge(toy({ oneForAll: true }), together, { window: 1 });
    expect(failed(report)).toEqual(['replica/apart']);
    expect(of(report, 'replica/apart')).toMatchObject({ harm: 'diverges' });
  });

  test('shows the order of a list', async () => {
    const report = await judge(toy({ byArrival: true }));
    expect(failed(report)).toContain(flowers.id < moss.id ? 'replica/trap' : 'replica/two-pages');
  });
});

describe('A replica that breaks', () => {
  test.for([
    ['crash', null, 'it exited with status 1'],
    ['hang', undefined, 'no answer within 1 seconds'],
    ['protocol-violation', { nothing: true }, 'no response of JSON-RPC'],
  ] as const)('SUB-4 in the middle of a schedule is blamed on that alone: %s', async ([failure, answer, words]) => {
    const spoil: Spoil = (request, right) => (hasTrap(request) ? (answer as object | null | undefined) : right);
    const report = await judge(
      toy({}, spoil),
      together.filter(({ id }) => id !== 'replica/pages'),
    );
    expect(failed(report)).toEqual(['replica/trap']);
    const result = of(report, 'replica/trap');
    expect(result).toMatchObject({ failure, operation: 'replica.ingest', input: { records: [trap.given] } });
    expect(result?.detail).toContain('step 3 of 4, replica.ingest: ');
    expect(result?.detail).toContain(words);
    expect(result?.detail).not.toContain('depends on history');
  });

  test('SUB-4 says the step of every one of many that break alike', async () => {
    const many = Array.from({ length: 9 }, (_, at) => ({
      ...(vectors.find(({ id }) => id === 'replica/trap') as VectorCase),
      id: `replica/trap-${at}`,
    }));
    const report = await judge(
      toy({}, (request, right) => (hasTrap(request) ? null : right)),
      many,
    );
    const broken = report.checks.filter(({ id }) => id.startsWith('replica/trap-'));
    expect(broken.map(({ step, failure }) => [step, failure])).toEqual(many.map(() => [3, 'crash']));
  });

  test('SUB-8 has outcomes of one word each, as many as records', async () => {
    const both: Spoil = ({ method }, right) =>
      method === 'replica.ingest'
        ? { result: { ok: { outcomes: [{ accepted: {}, held: { reason: 'identity' } }] } } }
        : right;
    const result = of(await judge(toy({}, both)), 'replica/trap');
    expect(result).toMatchObject({ failure: 'protocol-violation' });
    expect(result?.detail).toContain('/ok/outcomes/0 has not exactly one of accepted, held, ignored, rejected');
    const few: Spoil = ({ method }, right) =>
      method === 'replica.ingest' ? { result: { ok: { outcomes: [] } } } : right;
    expect(of(await judge(toy({}, few)), 'replica/trap')?.detail).toContain('/ok/outcomes is no list of 1');
  });

  test('SUB-7 is noticed where it claims what it does not have', async () => {
    const hollow: Spoil = ({ method }, right) =>
      method === 'replica.state' ? { error: { code: -32601, message: 'no such thing' } } : right;
    const report = await judge(toy({}, hollow));
    expect(of(report, 'subject/claims-replica')).toMatchObject({
      outcome: 'failed',
      detail: 'it says that it does not have replica.state',
    });
  });

  test('SUB-9 is asked the same again, and among its likes', async () => {
    let starts = 0;
    const cold: Launch = (listener) => {
      starts += 1;
      const first = starts === 1;
      return toy({}, ({ method }, right) =>
        method === 'replica.query' && !first ? { result: { ok: { records: [] } } } : right,
      )(listener);
    };
    const report = await judge(cold);
    expect(of(report, 'subject/same-answer')).toMatchObject({ outcome: 'failed', input: { query: { limit: 2 } } });
    expect(of(report, 'subject/same-answer')?.detail).toContain('in step 3 of 4');
  });
});

describe('Schedules that end their processes', () => {
  test('REP-11 are asked two at a time, each in a directory of its own, and each has its own answer', async () => {
    const killed = vectors.find(({ id }) => id === 'replica/killed') as VectorCase;
    const five = Array.from({ length: 5 }, (_, at) => ({ ...killed, id: `replica/killed-${at}` }));
    const count = { now: 0, most: 0, all: 0 };
    const start = asProcess();
    const counted: Launch = Object.assign<Launch, Pick<Launch, 'keep'>>((listener) => start(listener), {
      keep: () => {
        const { launch, remove } = (start.keep as () => Kept)();
        count.all += 1;
        count.now += 1;
        count.most = Math.max(count.most, count.now);
        const leave = (): void => {
          count.now -= 1;
          remove();
        };
        return { launch, remove: leave };
      },
    });
    const report = await judge(counted, five, { timeoutMillis: 10_000, twice: false });
    expect(five.map(({ id }) => of(report, id)?.outcome)).toEqual(five.map(() => 'passed'));
    expect(count.most).toBe(2);
    expect(count.all).toBeGreaterThanOrEqual(five.length);
    expect(count.now).toBe(0);
  });
});

describe('What a subject lacks', () => {
  const lacking = (lacks: readonly string[]): Promise<Report> =>
    judge(toy({}, undefined, [], { 'replica.query': { lacks } }), [
      ...together,
      schedule('with-deleted', [open(), query({ deleted: true }, [])]),
      schedule('by-path', [open(), query({ order: 'path', deleted: true }, [])]),
      schedule('first', [open(), ingest([flowers, moss], [accepted, accepted]), query({ limit: 1 }, [flowers], true)]),
    ]);
  const left = ({ checks }: Report): string[] =>
    checks.filter(({ outcome }) => outcome === 'not-applicable').map(({ id }) => id);

  test.for([
    ['a member', ['cursor'], ['replica/pages', 'replica/first']],
    ['a value', ['deleted=true'], ['replica/with-deleted', 'replica/by-path']],
    ['a default', ['deleted=false'], ['replica/pages', 'replica/first']],
    ['an order', ['order=path'], ['replica/pages', 'replica/with-deleted', 'replica/by-path', 'replica/first']],
    ['what nobody asks for', ['linksTo'], []],
  ] as const)('leaves out the whole schedule that needs it: %s', async ([, lacks, ids]) => {
    const report = await lacking(lacks);
    expect(left(report)).toEqual(ids);
    const { asked } = report.profiles.find(({ profile }) => profile === 'replica') ?? {};
    expect(asked).toBe(Math.floor((100 * (11 - ids.length)) / 11));
  });

  test.for([
    ['what replica.open has', ['filter'], ['replica/filtered']],
    ['a member that another operation has', ['limit', 'cursor'], []],
  ] as const)('leaves out the whole schedule that opens with it: %s', async ([, lacks, ids]) => {
    const filtered = schedule('filtered', [open('a', { filter: { kind: 'document' } }), state([])]);
    const report = await judge(toy({}, undefined, [], { 'replica.open': { lacks } }), [...together, filtered]);
    expect(left(report)).toEqual(ids);
  });

  test('leaves out schedules where it reads its own clock', async () => {
    const report = await judge(toy({}, undefined, [], { 'replica.state': { clock: 'wall' } }));
    expect(of(report, 'replica/trap')).toMatchObject({ outcome: 'not-applicable' });
    expect(of(report, 'replica/keyed-space')).toMatchObject({ outcome: 'passed' });
  });

  test('is given parsed records where it takes values', async () => {
    const heard: Request[] = [];
    await judge(toy({}, undefined, heard, { 'replica.ingest': { input: 'value' } }), together, { filter: 'trap' });
    const { params } = heard.find(
      (each) => each.method === 'replica.ingest' && hasTrap(each) && String(each.params.records).length < 20,
    ) as Request;
    expect(params.records).toEqual([{ format: 'rp.document.1', value: JSON.parse(trap.given.text) }]);
  });
});

describe.concurrent('A process that is ended by force', () => {
  const killed = vectors.filter(({ id }) => ['replica/killed', 'replica/two-pages'].includes(id));

  test('REP-11 keeps what it acknowledged', async () => {
    const report = await judge(asProcess(), killed, { timeoutMillis: 10_000 });
    expect(of(report, 'replica/killed')).toMatchObject({ outcome: 'passed' });
    expect(report.verdict).toBe('conformant');
  });

  test('REP-11 is found out where it forgets', async () => {
    const report = await judge(asProcess('forgets'), killed, { timeoutMillis: 10_000 });
    expect(failed(report)).toEqual(['replica/killed']);
    const result = of(report, 'replica/killed');
    expect(result).toMatchObject({ failure: 'wrong-value', operation: 'replica.state', harm: 'loses' });
    expect(result?.detail).toBe('step 5 of 5, replica.state: records is another one');
    expect(terminalReport(report, { lookup })).toContain('3. the process is ended by force and started again');
  });

  test('REP-11 has to start again', async () => {
    const result = of(await judge(asProcess('no-second-start'), killed, { timeoutMillis: 10_000 }), 'replica/killed');
    expect(result).toMatchObject({ failure: 'crash', operation: 'replica.open' });
    expect(result?.detail).toContain('it does not start again in its directory');
  });

  test('is asked about only where it says durable, over a transport that can start it again', async () => {
    const report = await judge(asProcess('not-durable'), killed, { timeoutMillis: 10_000 });
    expect(of(report, 'replica/killed')).toMatchObject({
      outcome: 'not-applicable',
      reason: expect.stringContaining('does not say durable at replica.open'),
    });
    const traits = { 'replica.open': { durable: true } };
    expect(of(await judge(toy({}, undefined, [], traits), killed), 'replica/killed')).toMatchObject({
      outcome: 'not-applicable',
      reason: expect.stringContaining('cannot be started again in its directory'),
    });
  });

  test('SUB-4 in the midst of others is found by itself', async () => {
    const cases = together.filter(({ id }) => id !== 'replica/pages');
    const report = await judge(asProcess('dies'), cases, { timeoutMillis: 10_000 });
    expect(failed(report)).toEqual(['replica/trap']);
    expect(of(report, 'replica/trap')?.detail).toContain('a trap, of all things');
  });
});

describe('A schedule that is told', () => {
  const report = judge(toy({ oneForAll: true }), together, { window: 1 });

  test('shows what was asked before, in every report', async () => {
    const text = terminalReport(await report, { lookup });
    expect(text).toMatch(/before {6}1\. replica\.open \{"replica":"a".*\n +2\. replica\.open \{"replica":"b"/);
    expect(text).toContain('step 4 of 4, replica.state');
    expect(text).toMatch(/3\. replica\.ingest .*⟨document \/wiki\/flowers/);
    expect(junitReport(await report, lookup)).toContain('before: 1. replica.open');
  });

  test('is replayed with all its steps', async () => {
    const { checks } = suiteOf(vectors.filter(({ id }) => id === 'replica/apart'));
    const [check] = checks;
    if (check === undefined) throw new Error('no check');
    const written = reproOfCheck(check, { failure: 'wrong-value' }, PINNED_SEED, '0.0.0-test');
    const repro = parseRepro(JSON.parse(JSON.stringify(written))) as Repro;
    const again = (launch: Launch): Promise<Report> => replayRepro(repro, { launch, timeoutMillis: 1_000 });
    expect(failed(await again(toy({ oneForAll: true })))).toEqual(['replica/apart']);
    expect(failed(await again(toy()))).toEqual([]);
    expect(() => parseRepro({ ...written, questions: [{ ...written.questions[0], steps: [{}] }] })).toThrow(RangeError);
  });
});

describe('The suite about replicas', () => {
  const asked = suite.checks.filter(({ operation }) => operation.startsWith('replica.'));

  test('is answered rightly by the model, with siblings and laws', async () => {
    const own = { ...suite, checks: asked.filter(({ profile }) => profile === 'replica') };
    const options = { siblings: 12, runs: 2, timeoutMillis: 10_000 };
    const report = await judge(subject(modelReplicas), [], { ...options, suite: own });
    expect(report.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report.profiles.find(({ profile }) => profile === 'replica')?.counts.passed).toBeGreaterThan(300);
  });

  test('has siblings with records of their own in every step', () => {
    const make = siblingsOf(PINNED_SEED, () => undefined);
    const textsIn = (check: Check): unknown[] =>
      [...(check.steps ?? []), check].flatMap((step) =>
        'end' in step
          ? []
          : ((step.input.records ?? []) as { text?: unknown; bytes?: unknown }[]).map(
              ({ text, bytes }) => text ?? bytes,
            ),
      );
    const some = asked.filter((check, at) => at % 25 === 0 && textsIn(check).length > 0);
    const made = some.flatMap((check) => {
      const sibling = make(check);
      return sibling ? [{ check, sibling }] : [];
    });
    expect(made.length).toBeGreaterThan(some.length / 2);
    for (const { check, sibling } of made) {
      const [old, fresh] = [textsIn(check), textsIn(sibling)];
      expect(fresh).toHaveLength(old.length);
      expect(fresh.filter((text) => old.includes(text))).toEqual([]);
      const before = new Set(JSON.stringify([check.steps, check.expect]).match(/[%@][a-z2-7]{53}/g) ?? []);
      const now = JSON.stringify([sibling.steps, sibling.expect, sibling.input]).match(/[%@][a-z2-7]{53}/g) ?? [];
      expect(now.filter((id) => before.has(id))).toEqual([]);
    }
  });
});

describe('A conversation', () => {
  const question = suiteOf([schedule('two', [open(), ingest([page('/x', 'y')], [accepted]), state([])])])
    .checks[0] as Parameters<typeof requestFor>[0];
  const reach = { hello: { operations: {} }, restarts: false };

  test('says what was answered before', () => {
    const found = requestFor(question, reach);
    if (!found.ok) throw new Error(found.reason);
    const asked: string[] = [];
    const replies: Reply[] = [];
    converse(
      found.request,
      {
        ask: (method, params, onReply) => {
          asked.push(`${method} ${(JSON.parse(params) as Loose).replica} ${(JSON.parse(params) as Loose).now}`);
          onReply({ kind: 'result', result: { ok: { at: asked.length } } });
        },
        nextName: () => 'fresh',
      },
      (reply) => replies.push(reply),
    );
    expect(asked).toEqual([
      'replica.open fresh undefined',
      `replica.ingest fresh ${NOW}`,
      `replica.state fresh ${NOW}`,
    ]);
    expect(replies).toMatchObject([{ result: { ok: { at: 3 } }, before: [{ result: { ok: { at: 1 } } }, {}] }]);
  });
});
