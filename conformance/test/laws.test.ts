import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeSsb } from '../src/forge/index.ts';
import { laws } from '../src/laws/index.ts';
import { ask, casesOf, type Law } from '../src/laws/law.ts';
import { parseRepro, type Repro, reproName } from '../src/laws/repro.ts';
import { ssbIdOf } from '../src/laws/ssb.ts';
import { PROFILES } from '../src/protocol/operations.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED, platformClock, type RunOptions, type Suite } from '../src/run/options.ts';
import { replayRepro } from '../src/run/replay-repro.ts';
import { HELLO, honest, inProcess, type Spoil } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const ALL = { ...HELLO, profiles: PROFILES };

const lawsAlone = (...ids: string[]): Suite => ({
  ...fixtureSuite,
  checks: [],
  laws: laws.filter(({ id }) => ids.length === 0 || ids.includes(id)),
});

const judge = (spoil: Spoil, options: Partial<RunOptions>) =>
  judgeSubject({ seed: PINNED_SEED, launch: inProcess(spoil, ALL), suite: lawsAlone(), ...options });

/** Where the smallest example does not matter: time flies, and the search for it ends after a second. */
const hasty = { ...platformClock, now: () => performance.now() * 20 };

/** Wrong for texts with a space in a string, and nothing else. */
const eatsSpaces: Spoil = ({ method }, right) => {
  const text = JSON.stringify(right);
  return method === 'canonical.encode' && 'result' in right && 'ok' in right.result && text.includes(' ')
    ? JSON.parse(text.replaceAll(' ', ''))
    : right;
};

const sequenceIn = (text: string): unknown => {
  const { header, sequence } = JSON.parse(text) as { header?: { sequence: number }; sequence?: number };
  return header?.sequence ?? sequence;
};

describe('Laws', () => {
  test('all hold of the forge', { timeout: 60_000 }, async () => {
    const report = await judge((_, right) => right, { runs: 5 });
    expect(report.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report.checks.filter(({ id }) => id.startsWith('law/'))).toHaveLength(laws.length);
  });

  test('a broken one is reported by its smallest example', async () => {
    const report = await judge(eatsSpaces, { suite: lawsAlone('law/canonical-form'), runs: 200 });
    const [law] = report.checks;
    expect(law).toMatchObject({ id: 'law/canonical-form', outcome: 'failed', failure: 'wrong-value' });
    // One string of one space, alone or in one list or object; how it is escaped does not matter.
    expect(JSON.stringify(law?.expected)).toMatch(/^\{"ok":\{"canonical":".{0,4}\\" \\".{0,6}"\}\}$/);
  });

  test('shrinking keeps to the fault that it began with', async () => {
    // Short strings get an error, long ones a wrong value: shrinking must not slip into the error.
    const slippery: Spoil = ({ method, params }, right) => {
      if (method !== 'canonical.encode' || !('result' in right) || !('ok' in right.result)) return right;
      return String(params.text).length < 9
        ? { error: { code: -1, message: 'too short' } }
        : { result: { ok: { canonical: '' } } };
    };
    let examples = 0;
    const first: Spoil = (request, right) => {
      if (request.method === 'canonical.encode') examples += 1;
      return examples <= 2 ? right : slippery(request, right);
    };
    const report = await judge(first, { suite: lawsAlone('law/canonical-form'), runs: 200, seed: 5 });
    const kinds = new Set<string | undefined>();
    for (let seed = 0; seed < 6; seed += 1) {
      const again = await judge(slippery, { suite: lawsAlone('law/canonical-form'), runs: 50, seed });
      const [law] = again.checks;
      kinds.add(law?.failure);
      if (law?.failure === 'wrong-value') expect(String(law.input?.text).length).toBeGreaterThanOrEqual(9);
    }
    expect(report.checks[0]?.outcome).toBe('failed');
    expect(kinds).toContain('wrong-value');
  });

  test('the search for the smallest example makes none that it does not try', async () => {
    let made = 0;
    const law: Law = {
      id: 'law/never',
      title: 'nothing is an identifier',
      profile: 'core',
      requirements: ['ID-1'],
      operations: ['id.parse'],
      cases: casesOf(fc.array(fc.nat()), (all) => {
        made += 1;
        return { questions: [ask('id.parse', { id: all.join() }, { ok: {} })] };
      }),
    };
    let hours = 0;
    const late = { ...platformClock, now: () => (hours += 3_600_000) };
    const report = await judge((_, right) => right, { suite: { ...lawsAlone(), laws: [law] }, clock: late });
    expect(report.checks[0]).toMatchObject({ id: 'law/never', outcome: 'failed' });
    expect(made).toBe(1);
  });

  test('asks the same examples for the same seed', async () => {
    const asked = async (seed: number): Promise<string[]> => {
      const heard: { id: string; method: string; params: Record<string, unknown> }[] = [];
      const launch = inProcess(undefined, ALL, heard);
      await judgeSubject({ launch, suite: lawsAlone('law/canonical-form', 'law/id-form'), runs: 5, seed });
      return heard.map(({ params }) => JSON.stringify(params));
    };
    expect(await asked(7)).toEqual(await asked(7));
    expect(await asked(7)).not.toEqual(await asked(8));
  });

  test.for([
    ['law/blob-id', 'blob.id', { ok: { id: '&b' } }],
    ['law/id-order', 'id.sort', { ok: { ids: [] } }],
    ['law/id-form', 'id.parse', { ok: { kind: 'key' } }],
    ['law/signature', 'signature.verify', { ok: {} }],
    ['law/broken-text', 'canonical.encode', { reject: { code: 'text-json' } }],
    ['law/document-accepted', 'record.verify', { reject: { code: 'signature-invalid' } }],
    ['law/document-tampered', 'record.verify', { ok: {} }],
    ['law/document-made', 'record.sign', { ok: { record: {} } }],
    ['law/document-merged', 'document.merge', { ok: { kept: [0], winners: {}, deleted: [] } }],
    ['law/es4-tampered', 'record.verify', { ok: {} }],
    ['law/es5-made', 'record.sign', { reject: { code: 'address-form' } }],
    ['law/es5-merged', 'document.merge', { ok: { kept: [], winners: {} } }],
    ['law/message-accepted', 'record.verify', { reject: { code: 'skip-presence' } }],
    ['law/message-id', 'record.id', { ok: { id: '%b' } }],
    ['law/message-tampered', 'record.verify', { ok: {} }],
    ['law/message-made', 'record.sign', { ok: { record: {} } }],
    ['law/message-chain', 'feed.verify', { ok: { kept: 1 } }],
    ['law/message-continued', 'feed.append', { reject: { code: 'clock-blocked' } }],
    ['law/message-bad-draft', 'feed.append', { reject: { code: 'id-form' } }],
    ['law/message-written', 'feed.verify', { reject: { code: 'signature-invalid' } }],
    ['law/message-proof', 'feed.verify', { reject: { code: 'proof-path' } }],
    ['law/message-broken-proof', 'feed.verify', { ok: {} }],
    ['law/message-state', 'feed.state', { ok: { feeds: [] } }],
    ['law/ssb-accepted', 'record.verify', { reject: { code: 'content-form' } }],
    ['law/ssb-id', 'record.id', { ok: { id: '%=.sha256' } }],
    ['law/ssb-tampered', 'record.verify', { ok: {} }],
    ['law/ssb-made', 'record.sign', { ok: { record: {} } }],
    ['law/ssb-chain', 'feed.verify', { ok: { kept: 0 } }],
    ['law/ssb-continued', 'feed.append', { reject: { code: 'content-form' } }],
    ['law/ssb-bad-draft', 'feed.append', { ok: { message: {} } }],
    ['law/ssb-written', 'feed.verify', { reject: { code: 'signature-invalid' } }],
    ['law/ssb-state', 'feed.state', { ok: { feeds: [] } }],
  ] as const)('%s notices a constant answer', async ([law, operation, result]) => {
    const constant: Spoil = ({ method }, right) => (method === operation ? { result } : right);
    const report = await judge(constant, { suite: lawsAlone(law), runs: 40, clock: hasty });
    expect(report.checks.find(({ id }) => id === law)).toMatchObject({ outcome: 'failed' });
  });
});

describe('Laws about feeds', () => {
  const verdictOf = async (law: string, spoil: Spoil) => {
    const report = await judge(spoil, { suite: lawsAlone(law), runs: 40, clock: hasty });
    return report.checks.find(({ id }) => id === law);
  };

  test.for(['law/message-state', 'law/ssb-state'])('%s notices a state that depends on the order', async (law) => {
    // Whoever comes first is believed, and nobody who contradicts it.
    const firstWins: Spoil = ({ method, params }, right) => {
      if (method !== 'feed.state') return right;
      const records = (params.records as { text: string }[]).filter(
        ({ text }, index, all) => all.findIndex((other) => sequenceIn(other.text) === sequenceIn(text)) === index,
      );
      return honest({ id: '', method, params: { ...params, records } });
    };
    expect(await verdictOf(law, firstWins)).toMatchObject({ outcome: 'failed', failure: 'wrong-value' });
  });

  test.for(['law/message-chain', 'law/ssb-chain'])(
    '%s notices a batch that is kept whole or not at all',
    async (law) => {
      const allOrNothing: Spoil = ({ params }, right) => {
        if (params.mode !== 'batch' || !('result' in right)) return right;
        const all = (params.messages as unknown[]).length;
        const { kept } = (right.result as { ok: { kept: number } }).ok;
        return { result: { ok: { kept: kept === all ? all : 0 } } };
      };
      expect(await verdictOf(law, allOrNothing)).toMatchObject({ outcome: 'failed', failure: 'wrong-value' });
    },
  );

  test.for([
    ['over bytes of UTF-8', (text: string) => text],
    ['with numbers of another language', (text: string) => text.replace(/e\+(?=\d+,?\n)/g, 'e')],
    ['with escaped solidi', (text: string) => text.replaceAll('/', '\\/')],
  ] as const)('law/ssb-id notices an id %s', async ([, write]) => {
    const other: Spoil = ({ method, params }, right) => {
      if (method !== 'record.id') return right;
      const text = write(encodeSsb(JSON.parse(String(params.text))));
      return { result: { ok: { id: ssbIdOf(createHash('sha256').update(text).digest()) } } };
    };
    expect((await verdictOf('law/ssb-id', other))?.failure).toBe('wrong-value');
  });

  const narrow = (traits: object) => ({
    ...ALL,
    operations: Object.fromEntries(Object.keys(ALL.operations).map((name) => [name, traits])),
  });
  const onWall: Spoil = ({ id, method, params }, right) =>
    'now' in params ? honest({ id, method, params: { ...params, now: Date.now() * 1_000 } }) : right;

  /** A writer's message has its clock in it, and what a replica holds can change with every microsecond. */
  const ON_TIME = [
    ...['law/message-continued', 'law/message-written'],
    ...laws.map(({ id }) => id).filter((id) => id.includes('replica-')),
  ];

  /** Their clock is a part of what is said, and what a replica takes in comes as texts. */
  const SESSIONS = laws.map(({ id }) => id).filter((id) => id.startsWith('law/sync-'));

  test.for([
    ['reads the clock by itself', { clock: 'wall' }, onWall, [...ON_TIME, ...SESSIONS]],
    ['takes parsed values', { input: 'value' }, undefined, SESSIONS],
    ['does both', { clock: 'wall', input: 'value' }, onWall, [...ON_TIME, ...SESSIONS]],
  ] as const)('nearly all are asked of who %s', async ([, traits, spoil, exceptions]) => {
    const hello = narrow(traits);
    const report = await judgeSubject({ launch: inProcess(spoil, hello), suite: lawsAlone(), runs: 2, seed: 3 });
    const laws = report.checks.filter(({ id }) => id.startsWith('law/'));
    const not = laws.filter(({ outcome }) => outcome === 'not-applicable').map(({ id }) => id);
    expect(laws.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(not).toEqual(exceptions);
  });

  test('what needs a profile that is not claimed is not applicable', async () => {
    const hello = { ...ALL, profiles: ['ssb-writer', 'ssb-signer'] };
    const { checks } = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess(undefined, hello),
      suite: lawsAlone(),
      runs: 2,
    });
    const outcomes = checks.filter(({ id }) => id.startsWith('law/')).map(({ id, outcome }) => [id, outcome]);
    expect(outcomes).toEqual([
      ['law/ssb-made', 'passed'],
      ['law/ssb-continued', 'passed'],
      ['law/ssb-bad-draft', 'passed'],
      ['law/ssb-written', 'not-applicable'],
    ]);
  });
});

describe('What broke a law', () => {
  const broken = async (): Promise<Repro> => {
    const repros: Repro[] = [];
    await judge(eatsSpaces, {
      suite: lawsAlone('law/canonical-form'),
      runs: 200,
      onRepro: (repro) => repros.push(repro),
    });
    return parseRepro(JSON.parse(JSON.stringify(repros[0])));
  };

  test('is replayed without the generator', async () => {
    const repro = await broken();
    expect(await replayRepro(repro, { launch: inProcess(eatsSpaces, ALL) })).toMatchObject({ exitCode: 1 });
    expect(await replayRepro(repro, { launch: inProcess(undefined, ALL) })).toMatchObject({ exitCode: 0 });
  });

  test('has a name that only its questions decide', async () => {
    const repro = await broken();
    expect(reproName(repro)).toMatch(/^[0-9a-f]{12}$/);
    expect(reproName({ ...repro, seed: 99 })).toBe(reproName(repro));
    expect(reproName({ ...repro, questions: [] })).not.toBe(reproName(repro));
  });

  test('is refused where it is something else', () => {
    expect(() => parseRepro({ repro: 1, questions: [] })).toThrow(RangeError);
  });
});
