import type { Outputs } from '../../../../scripts/generated.ts';
import type { Subject } from '../subject.ts';
import { askPeers } from './ask.ts';
import { peerQuestions } from './questions.ts';
import {
  committedPeers,
  PEERS,
  type PeersResult,
  peersDated,
  peersPath,
  peersText,
  QUESTIONS_PATH,
  questionsText,
} from './result.ts';
import { peersSection } from './section.ts';

export interface PeersOptions {
  readonly root: string;
  readonly today: string;
  /** Whether peers are made now; what is on file stands otherwise. */
  readonly ask: boolean;
  readonly mayInstall: boolean;
  /** A package that cannot be had stays as it is on file. */
  readonly check: boolean;
}

/** The files about peers that sync, and their part of the ledger. `missing` has a sentence for each package that could not be asked. */
export const peersOutputs = async (
  subjects: readonly Subject[],
  { root, today, ask, mayInstall, check }: PeersOptions,
): Promise<{ readonly outputs: Outputs; readonly section: readonly string[]; readonly missing: readonly string[] }> => {
  const questions = peerQuestions();
  const results: PeersResult[] = [];
  const missing: string[] = [];
  for (const name of PEERS) {
    const before = committedPeers(root, name);
    const subject = subjects.find((each) => each.name === name);
    if (subject === undefined) throw new RangeError(`no subject ${name}, whose peers are asked`);
    const now = ask ? await askPeers(subject, questions, { today, mayInstall }) : before;
    if (now?.missing !== undefined) missing.push(`the peers of ${name} could not be asked: ${now.missing}`);
    const result = check && now?.missing !== undefined ? before : now && peersDated(now, before);
    if (result !== undefined) results.push(result);
  }
  const outputs = new Map(results.map((result) => [peersPath(result.subject), peersText(result)]));
  outputs.set(QUESTIONS_PATH, questionsText(questions));
  return { outputs, section: peersSection(questions, results), missing };
};
