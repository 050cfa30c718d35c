import { answerSchedule, type Planned, stepsWith } from '../../../../conformance/src/forge/index.ts';
import { type Repro, reproName } from '../../../../conformance/src/laws/repro.ts';
import manifest from '../../../../vectors/manifest.json' with { type: 'json' };
import type { PeerAt } from './event.ts';
import type { Play } from './play.ts';

/** A file that `rockpool-conformance replay` takes, and what it is called; or why there is none. */
export type TestFile = { readonly name: string; readonly repro: Repro } | { readonly fault: string };

/**
 * All that a peer was asked up to now, with the answers that the judge's own model gives, and in the end what it keeps. So any
 * program can be asked to play this peer.
 */
export const copyAsTest = ({ world, timeline }: Play, at: PeerAt): TestFile => {
  const peer = world.peer(at);
  const { asked, spoilt } = peer.tape;
  if (spoilt !== undefined)
    return { fault: `No program can be asked to do the same as ${peer.author.name}’s: ${spoilt}.` };
  const state = { operation: 'replica.state', input: { replica: peer.name, now: peer.now } } as const;
  const planned: readonly Planned[] = [...asked, state];
  const answers = answerSchedule(planned);
  const steps = stepsWith(planned, answers);
  const last = steps.pop();
  if (last === undefined || 'end' in last) throw new RangeError('a tape has no end');
  const hasSessions = asked.some(({ operation }) => operation === 'session.open');
  const repro: Repro = {
    repro: 1,
    law: 'playground',
    title: `${peer.author.name}’s part in the playground`,
    profile: hasSessions ? 'sync' : 'replica',
    requirements: ['REP-12'],
    seed: timeline.seed,
    suite: manifest.suite,
    questions: [{ ...last, judging: 'answer', steps }],
    failure: 'wrong-value',
  };
  return { name: `playground-${reproName(repro)}.json`, repro };
};
