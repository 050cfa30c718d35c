import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { install, type Subject } from '../subject.ts';
import { judgePeers } from './judgement.ts';
import type { PeerQuestion, PeerRun } from './question.ts';
import { type PeersResult, questionsText } from './result.ts';

const PROGRAM = join(import.meta.dirname, '../../../subjects/peers.mjs');
const MAX_MINUTES = 10;
const MAX_BYTES = 2 ** 24;

interface Said {
  readonly version: string;
  readonly answers: readonly { readonly id: string; readonly runs: readonly PeerRun[] }[];
}

/** Why the package is not there, if it is not and cannot be had. */
const missingOf = (subject: Subject, mayInstall: boolean): string | undefined => {
  if (!subject.install || existsSync(join(subject.directory, 'node_modules'))) return undefined;
  if (!mayInstall) return 'it is not installed';
  try {
    install(subject);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

/** What two peers of a subject do, in a process of their own, because packages leave timers and failures behind. */
const runPeers = async (name: string, questions: readonly PeerQuestion[]): Promise<Said> => {
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-peers-'));
  const file = join(folder, 'questions.json');
  try {
    writeFileSync(file, questionsText(questions));
    const args = [PROGRAM, name, '--all', '--json', '--questions', file];
    const options = { timeout: MAX_MINUTES * 60_000, maxBuffer: MAX_BYTES };
    const { stdout } = await promisify(execFile)(process.execPath, args, options);
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`the peers of ${name} gave no answers: ${(cause as Error).message}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What two peers of a subject do with the questions, judged; or why nothing could be asked. */
export const askPeers = async (
  subject: Subject,
  questions: readonly PeerQuestion[],
  { today, mayInstall }: { readonly today: string; readonly mayInstall: boolean },
): Promise<PeersResult> => {
  const { name } = subject;
  const missing = missingOf(subject, mayInstall);
  if (missing !== undefined) return { judged: today, subject: name, missing, answers: [] };
  const { version, answers } = await runPeers(name, questions);
  const asked = new Map(questions.map((question) => [question.id, question]));
  return {
    judged: today,
    subject: name,
    version,
    answers: answers.map(({ id, runs }) => {
      const question = asked.get(id);
      if (question === undefined) throw new RangeError(`the peers of ${name} answered ${id}, which nobody asked`);
      return { id, ...judgePeers(question, runs), runs };
    }),
  };
};
