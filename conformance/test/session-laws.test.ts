import { describe, expect, test } from 'vitest';
import { laws } from '../src/laws/index.ts';
import { sessionLaws } from '../src/laws/sessions.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED, platformClock } from '../src/run/options.ts';
import { replayRepro } from '../src/run/replay-repro.ts';
import { modelSessions, type SpoilOk } from './fixtures/model-sessions.ts';
import { unnoticed } from './fixtures/noticed-rules.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const suite = { ...fixtureSuite, checks: [], laws: sessionLaws };

const judge = (launch: ReturnType<typeof modelSessions>, more: Partial<Parameters<typeof judgeSubject>[0]> = {}) =>
  judgeSubject({
    seed: PINNED_SEED,
    launch,
    suite,
    runs: 8,
    twice: false,
    // Where the smallest example does not matter: the search for it ends after a second.
    clock: { ...platformClock, now: () => performance.now() * 20 },
    ...more,
  });

const failedIn = ({ checks }: Awaited<ReturnType<typeof judge>>): string[] =>
  checks.filter(({ id, outcome }) => id.startsWith('law/') && outcome !== 'passed').map(({ id }) => id);

describe('Laws about sessions', { timeout: 120_000 }, () => {
  test('are among all laws, and hold for the model in both roles', async () => {
    expect(laws).toEqual(expect.arrayContaining([...sessionLaws]));
    expect(failedIn(await judge(modelSessions()))).toEqual([]);
  });

  test('notice each rule that the model can leave out', () => {
    const rules = [
      ...['SYN-1', 'SYN-2', 'SYN-3', 'SYN-7', 'SYN-10', 'SYN-11', 'SYN-12', 'SYN-13', 'SYN-15', 'SYN-16', 'SYN-17'],
      ...['SYN-22', 'SYN-24', 'RNG-1', 'RNG-2', 'RNG-3', 'RNG-4', 'RNG-5', 'RNG-6', 'RNG-7', 'RNG-8', 'RNG-16'],
      'RNG-21',
    ];
    // Those that notice most come first: a rule that was noticed is not looked for again.
    expect(unnoticed(sessionLaws.toReversed(), rules, PINNED_SEED, 25)).toEqual([]);
  });

  test('do not notice what no rule of theirs says', () => {
    expect(unnoticed(sessionLaws.slice(-1), ['DOC-1'], 1, 2)).toEqual(['DOC-1']);
  });

  test('fail where a subject leaves a rule out', async () => {
    const broken = modelSessions((requirement, found) => (requirement === 'SYN-3' ? false : found));
    const hostile = sessionLaws.filter(({ id }) => id === 'law/sync-hostile');
    expect(failedIn(await judge(broken, { suite: { ...suite, laws: hostile } }))).toEqual(['law/sync-hostile']);
  });

  test.for([
    ['RNG-10', 'records'],
    ['SYN-19', 'want'],
    ['SYN-20', 'contents'],
  ] as const)('%s is noticed where a subject leaves out what a list of %s has beyond a thousand', async ([, type]) => {
    const name = type === 'want' ? 'contents' : type;
    let left = 1_000;
    const cut = (text: string): string => {
      const message = JSON.parse(text) as Record<string, unknown[]> & { type: string };
      if (message.type !== type) return text;
      const list = (message[name] ?? []).slice(0, left);
      left -= list.length;
      return JSON.stringify({ ...message, [name]: list });
    };
    const spoil: SpoilOk = (_, ok) => (ok.send === undefined ? ok : { ...ok, send: (ok.send as string[]).map(cut) });
    const large = sessionLaws.filter(({ id }) => id === 'law/sync-large');
    expect(failedIn(await judge(modelSessions(undefined, spoil), { suite: { ...suite, laws: large } }))).toEqual([
      'law/sync-large',
    ]);
  });

  test('are broken by an example that is replayed without the generator', async () => {
    const mute: SpoilOk = (method, ok) => (method === 'session.receive' ? { ...ok, send: [] } : ok);
    const repros: Parameters<typeof replayRepro>[0][] = [];
    const [law] = sessionLaws;
    const report = await judge(modelSessions(undefined, mute), {
      suite: { ...suite, laws: law ? [law] : [] },
      onRepro: (repro) => repros.push(JSON.parse(JSON.stringify(repro))),
    });
    expect(failedIn(report)).toEqual([law?.id]);
    const [repro] = repros;
    if (repro === undefined) throw new Error('no example was told');
    const replayed = async (spoil?: SpoilOk) =>
      (await replayRepro(repro, { launch: modelSessions(undefined, spoil) })).checks.find(({ id }) => id === law?.id);
    expect(await replayed(mute)).toMatchObject({ outcome: 'failed' });
    expect(await replayed()).toMatchObject({ outcome: 'passed' });
  });
});
