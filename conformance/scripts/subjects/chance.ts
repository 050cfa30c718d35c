/**
 * Finds the questions that a package answers by chance. A validator that checks signatures in batches multiplies each by a random
 * number, so that an answer can be right in one run and wrong in the next. What is asked once says nothing about such a question.
 */
import { spawnSync } from 'node:child_process';
import type { CheckResult, Report } from '@rockpool/schemas';
import { paramsFor } from '../../src/checks/params.ts';
import { PROFILES, suite } from '../../src/index.ts';
import { encodeRequest } from '../../src/protocol/message.ts';
import { buildReport } from '../../src/report/build.ts';
import { absoluteCommand, type Subject } from './subject.ts';

/** An answer that comes in one of eight cases is missed once in 10^7. */
const TIMES = 128;
/** How many questions go to one process. */
const AT_ONCE = 16;
const MAX_BYTES = 2 ** 28;

/** Only the answers about these signatures can depend on chance. */
const SIGNATURE_RULE = 'SSB-18';

const signatureCases = new Set(
  suite.checks.filter(({ requirements }) => requirements.includes(SIGNATURE_RULE)).map(({ id }) => id),
);

type Line = { id: string; result?: { ok?: unknown }; error?: unknown };

const withoutWords = ({ result, error }: Line): string => {
  if (error !== undefined) return 'error';
  const ok = result?.ok;
  return ok === undefined ? 'refused' : JSON.stringify(ok);
};

type Asked = { id: string; operation: string; params: string };

/** The ids of the questions that one process answers in more than one way. */
const unsteady = (subject: Subject, asked: readonly Asked[]): string[] => {
  const lines = asked.flatMap(({ id, operation, params }) =>
    Array.from({ length: TIMES }, () => encodeRequest(id, operation, params)),
  );
  const [program = '', ...args] = absoluteCommand(subject);
  const { stdout, error } = spawnSync(program, args, {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error) throw error;
  const answers = new Map<string, Set<string>>();
  for (const line of stdout.split('\n').filter(Boolean)) {
    const response = JSON.parse(line) as Line;
    answers.set(response.id, (answers.get(response.id) ?? new Set()).add(withoutWords(response)));
  }
  return [...answers].filter(([, different]) => different.size > 1).map(([id]) => id);
};

const byChance = (subject: Subject, { subject: { hello }, checks }: Report): Set<string> => {
  if (hello === undefined) return new Set();
  const reported = new Set(checks.map(({ id }) => id));
  const asked = suite.checks.flatMap((check): Asked[] => {
    const { id, operation } = check;
    if (!reported.has(id) || !Object.hasOwn(hello.operations, operation)) return [];
    if (!signatureCases.has(id.split('#')[0] ?? id)) return [];
    const params = paramsFor(check, hello);
    return params.ok ? [{ id, operation, params: params.params }] : [];
  });
  const parts = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, index) =>
    asked.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  return new Set(parts.flatMap((part) => unsteady(subject, part)));
};

/** What does not depend on what was noticed in one run: that names SUB-9 where it saw two answers. */
type Question = Pick<CheckResult, 'input' | 'expected'> & Partial<Pick<CheckResult, 'requirements'>>;

const failedByChance = (check: CheckResult, question: Question): CheckResult => {
  const { id, title, profile, requirements, operation } = check;
  const about = { id, ...(title === undefined ? {} : { title }), profile, requirements, operation };
  return { ...about, outcome: 'failed', failure: 'nondeterministic', ...question };
};

/** The report in which every question that is answered by chance has failed, however it was answered this time. */
export const withoutChance = (subject: Subject, report: Report): Report => {
  const { command, hello } = report.subject;
  const chance = byChance(subject, report);
  if (hello === undefined || chance.size === 0) return report;
  const questions = new Map(
    suite.checks.map(({ id, requirements, input, expect }): [string, Question] => [
      id,
      { requirements: [...requirements], input, expected: { ...expect } },
    ]),
  );
  const results = report.checks.map((check) => {
    if (check.id === 'subject/same-answer') return failedByChance(check, {});
    return chance.has(check.id) ? failedByChance(check, questions.get(check.id) ?? {}) : check;
  });
  const launch = (): never => {
    throw new Error('nothing is launched to make a report');
  };
  const claimed = PROFILES.filter((profile) => hello.profiles.includes(profile));
  const options = { suite, seed: report.options.seed, launch, ...(command === undefined ? {} : { command }) };
  return buildReport(options, { results, hello, claimed, selected: results.length });
};
