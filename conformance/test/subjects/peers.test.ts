import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgePeers } from '../../scripts/subjects/peers/judgement.ts';
import type { PeerQuestion } from '../../scripts/subjects/peers/question.ts';
import { peerQuestions } from '../../scripts/subjects/peers/questions.ts';
import {
  committedPeers,
  PEERS,
  type PeersResult,
  peersDated,
  peersText,
  QUESTIONS_PATH,
  questionsText,
} from '../../scripts/subjects/peers/result.ts';
import { peersSection } from '../../scripts/subjects/peers/section.ts';
import { type Ask, type Fault, modelPeers } from '../fixtures/model-peers.ts';

const ROOT = join(import.meta.dirname, '../../..');
const { ask }: { ask: Ask } = await import(join(ROOT, 'conformance/subjects/peers/ask.mjs'));

const questions = peerQuestions();
const named = (id: string): PeerQuestion => {
  const question = questions.find((each) => each.id === id);
  if (question === undefined) throw new RangeError(`no question ${id}`);
  return question;
};

const judged = async (id: string, fault: Fault = {}) => judgePeers(named(id), await ask(modelPeers(fault), named(id)));

describe('The questions about two peers', () => {
  test('are those on file', () => {
    expect(readFileSync(join(ROOT, QUESTIONS_PATH), 'utf8')).toBe(questionsText(questions));
  });

  test('have nothing to keep among what is planted', () => {
    for (const { planted, expect: held } of questions)
      expect(held.kept.filter((position) => planted.includes(position))).toEqual([]);
    expect(questions.filter(({ planted }) => planted.length > 0)).toHaveLength(12);
  });

  test('are all answered well by peers that do what the model does', async () => {
    for (const { id } of questions) expect([id, (await judged(id)).outcome]).toEqual([id, 'passed']);
  });
});

describe('The judgement on two peers', () => {
  test.each<[string, Fault, string, string]>([
    ['lose the last document', { losesLast: true }, 'es5-middle-signature', 'lacks 1 of 6'],
    ['lose the one document', { losesLast: true }, 'es4-tie', 'Fern lacks 1 of 1'],
    ['stop at what is refused', { stopsAtRefused: true }, 'es4-middle-content', 'Fern lacks 2 of 6'],
    ['take what is foreign', { takesForeign: true }, 'es5-middle-foreign', 'Fern keeps 1 that must not be kept'],
    ['keep what came first', { keepsFirst: true }, 'es5-tie-reversed', 'Suzy lacks 1 of 1'],
    ['show the oldest', { showsOldest: true }, 'both-random-1', 'each shows the wrong one at 3 of 3 paths'],
    ['differ in many slots', { keepsFirst: true }, 'both-random-1', 'the two differ'],
    ['send all again', { sendsAgain: true }, 'es4-again', '14 documents are sent again'],
    ['fail', { fails: true }, 'es4-again', 'the sync fails: “no peer”'],
    ['begin late', { beginsLate: true }, 'es5-again', 'after a second sync all is well'],
  ])('notices peers that %s', async (_, fault, id, words) => {
    expect(await judged(id, fault)).toMatchObject({ outcome: 'failed', words: expect.stringContaining(words) });
  });

  test('tells a loss that depends on who calls', async () => {
    const [right = [], wrong = []] = await Promise.all(
      [{}, { losesLast: true as const }].map((fault) => ask(modelPeers(fault), named('es4-tie'))),
    );
    expect(judgePeers(named('es4-tie'), [...right.slice(0, 1), ...wrong.slice(1)]).words).toMatch(
      /^if Suzy calls, both keep the one; if Fern calls, Fern lacks 1 of 1/,
    );
  });
});

describe('The peers on file', () => {
  const results = PEERS.flatMap((name) => committedPeers(ROOT, name) ?? []);

  test.each(results.map((result) => [result.subject, result] as const))('of %s are judged so', (_, { answers }) => {
    for (const { id, runs, outcome, words } of answers)
      expect([id, judgePeers(named(id), runs)]).toEqual([id, { outcome, words }]);
  });

  test('are a part of the ledger', () => {
    const ledger = readFileSync(join(ROOT, 'conformance/LEDGER.md'), 'utf8');
    expect(ledger).toContain(peersSection(questions, results).join('\n'));
  });

  test('keep their day until they do something else', () => {
    const [before] = results;
    if (before === undefined) throw new RangeError('nothing is on file');
    expect(peersDated({ ...before, judged: '2099-01-01' }, before)).toBe(before);
    expect(peersDated({ ...before, judged: '2099-01-01', answers: [] }, before).judged).toBe('2099-01-01');
    expect(JSON.parse(peersText(before))).toEqual(before);
  });

  test('say of a package that cannot be had that it could not be asked', () => {
    const missing: PeersResult = { judged: '2026-02-03', subject: 'fern', missing: 'no network', answers: [] };
    const lines = peersSection(questions.slice(0, 1), [missing]).filter((line) => line.includes('could not be asked'));
    expect(lines).toEqual(['- fern: could not be asked: no network', expect.stringMatching(/^\| `es4-tie` \|.*\|$/)]);
  });
});
