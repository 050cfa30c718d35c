/** The files of `conformance/results/peers`: the catalogue, and what each package did. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judgement } from './judgement.ts';
import type { PeerQuestion, PeerRun } from './question.ts';

/** The packages that are asked, and the reference as the control. */
export const PEERS = ['earthstar-6', 'earthstar-10', 'reference'] as const;

export interface PeerAnswer extends Judgement {
  readonly id: string;
  readonly runs: readonly PeerRun[];
}

/** What two peers of a package did. `judged` is the day on which it first came out so, by UTC, as YYYY-MM-DD. */
export interface PeersResult {
  readonly judged: string;
  readonly subject: string;
  readonly version?: string;
  /** Why nothing could be asked. */
  readonly missing?: string;
  readonly answers: readonly PeerAnswer[];
}

export const peersPath = (name: string): string => `conformance/results/peers/${name}.json`;
export const QUESTIONS_PATH = peersPath('questions');

/** JSON with the elements of its last member one a line, so that a changed answer is one changed line. */
const lined = (head: object, name: string, elements: readonly object[]): string => {
  const before = JSON.stringify(head, null, 2).replace(/\n?\}$/, '');
  const lines = elements.map((element) => `    ${JSON.stringify(element)}`);
  return `${before}${before === '{' ? '' : ','}\n  "${name}": [\n${lines.join(',\n')}\n  ]\n}\n`;
};

export const peersText = ({ answers, ...head }: PeersResult): string => lined(head, 'answers', answers);
export const questionsText = (questions: readonly PeerQuestion[]): string => lined({}, 'questions', questions);

export const committedPeers = (root: string, name: string): PeersResult | undefined => {
  const path = join(root, peersPath(name));
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

/** The result that stands where the new one says the same, and otherwise the new one. */
export const peersDated = (now: PeersResult, before: PeersResult | undefined): PeersResult =>
  before !== undefined && peersText({ ...now, judged: before.judged }) === peersText(before) ? before : now;
