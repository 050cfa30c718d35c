import { describe, expect, test } from 'vitest';
import { laws } from '../src/laws/index.ts';
import { sessionLaws } from '../src/laws/sessions.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED, platformClock } from '../src/run/options.ts';
import { replayRepro } from '../src/run/replay-repro.ts';
import { modelSessions, type SpoilOk } from './fixtures/model-sessions.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const suite = { ...fixtureSuite, checks: [], laws: sessionLaws };

const judge = (launch: ReturnType<typeof modelSessions>, more: Partial<Parameters<typeof judgeSubject>[0]> = {}) =>
  judgeSubject({
    seed: PINNED_SEED,
    launch,
    suite,
    runs: 25,
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

  test.for(['SYN-1', 'SYN-3', 'SYN-15', 'SYN-17', 'RNG-21'])(
    '%s is missed where a subject leaves it out',
    async (rule) => {
      const broken = modelSessions((requirement, found) => (requirement === rule ? false : found));
      expect(failedIn(await judge(broken))).not.toEqual([]);
    },
  );

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
