/** Judges the published packages in `conformance/subjects`, and the reference beside them, and keeps the results and the ledger of differences. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '@rockpool/schemas';
import { settle, staleOutputs } from '../../scripts/generated.ts';
import { suite } from '../src/index.ts';
import { useOpenSsl } from '../src/node/open-ssl.ts';
import { inParallel } from './parallel.ts';
import { sampleOfContent } from './sample.ts';
import { withoutChance } from './subjects/chance.ts';
import { judge } from './subjects/judge.ts';
import { ledgerText } from './subjects/ledger.ts';
import { peersOutputs } from './subjects/peers/outputs.ts';
import { dated, lastingReport, type Result, resultText } from './subjects/result.ts';
import { install, readSubjects, type Subject } from './subjects/subject.ts';
import { readCases } from './subjects/vectors.ts';

/** Of the packages that are only checked one in so many is judged again. */
const SAMPLE_STEP = 10;

useOpenSsl();

const HELP = `Usage: npm run subjects -- [options]

Installs the packages of conformance/subjects (as locked, without their scripts), judges them and, for scale, the reference, and
writes conformance/results/<name>.json and conformance/LEDGER.md. Then it lets two peers of some of them sync, and writes
conformance/results/peers. A result keeps its day until it says something else.

  --check         write nothing; exit 1 if the results or the ledger would change, or are of other vectors. One in ${SAMPLE_STEP}
                  of the packages is judged again, which ones depends on the vectors; all of them with --all
  --all           with --check: judge all of them again
  --only <name>   judge this subject alone; one that must fail is judged and not written down
  --peers         let peers sync, and judge nothing else
  --no-install    take what is installed
  --json          print one line of JSON for each subject instead of words
  --help          print this

Exit code: 0 done, 1 something changed (with --check) or a dishonest subject passed, 2 usage, 3 a subject got no verdict.
`;

const ROOT = join(import.meta.dirname, '../..');
const SUBJECTS = join(ROOT, 'conformance/subjects');
const VERDICTS: readonly string[] = ['conformant', 'not-conformant'];

const resultPath = (name: string): string => `conformance/results/${name}.json`;

const requirementSentences = (): ReadonlyMap<string, string> => {
  const requirements = JSON.parse(readFileSync(join(ROOT, 'spec/requirements.json'), 'utf8'));
  return new Map(requirements.map(({ id, text }: { id: string; text: string }) => [id, text]));
};

const committedResult = ({ name }: Subject): [string, Result][] => {
  const path = join(ROOT, resultPath(name));
  return existsSync(path) ? [[name, JSON.parse(readFileSync(path, 'utf8'))]] : [];
};

const designsOf = (subjects: readonly Subject[]) =>
  new Map(subjects.flatMap(({ name, byDesign }) => (byDesign === undefined ? [] : [[name, byDesign] as const])));

const say = (name: string, { verdict, exitCode, totals, message }: Report, json: boolean): void => {
  if (json) console.log(JSON.stringify({ name, verdict, exitCode, ...totals }));
  else
    console.log(
      `${name}: ${verdict}, ${totals.passed} passed, ${totals.failed} failed${message ? ` (${message})` : ''}`,
    );
};

/** What has a place in the ledger. */
const isKept = ({ dishonest }: Subject): boolean => dishonest !== true;

/** The subjects to judge now. */
const chosenOf = ({ only, check, all, peers }: Options, subjects: readonly Subject[]): readonly Subject[] => {
  if (peers) return [];
  if (only !== undefined) return subjects.filter(({ name }) => name === only);
  const kept = subjects.filter(isKept);
  if (!check || all) return kept;
  const sample = sampleOfContent(SAMPLE_STEP);
  return kept.filter((_, index) => index % SAMPLE_STEP === sample);
};

/** Of these results the ones that other vectors gave, each as a sentence. */
const ofOtherVectors = (reports: ReadonlyMap<string, Result>): string[] =>
  [...reports]
    .filter(([, report]) => report.suite.manifestSha256 !== suite.manifestSha256)
    .map(([name]) => `${resultPath(name)} is of other vectors: run npm run subjects, and look at the difference`);

type Options = {
  check: boolean;
  all: boolean;
  json: boolean;
  peers: boolean;
  'no-install': boolean;
  only?: string | undefined;
};

const run = async (options: Options): Promise<number> => {
  const subjects = readSubjects(SUBJECTS);
  const vectors = readCases(join(ROOT, 'vectors/v1'));
  const kept = subjects.filter(isKept);
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const chosen = chosenOf(options, subjects);
  if (chosen.length === 0 && !options.peers) {
    console.error(`no subject ${options.only ?? ''}; there are ${subjects.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const reports = new Map(kept.flatMap(committedResult));
  let exitCode = 0;
  const judged = await inParallel(chosen, async (subject) => {
    if (subject.install && !options['no-install']) install(subject);
    const once = await judge(subject);
    const report = lastingReport(subject.chance ? withoutChance(subject, once) : once, subject, (id) =>
      vectors.has(id),
    );
    say(subject.name, report, options.json);
    return { subject, report };
  });
  for (const { subject, report } of judged) {
    if (subject.dishonest) exitCode = Math.max(exitCode, report.exitCode === 0 ? 1 : 0);
    else if (!VERDICTS.includes(report.verdict)) exitCode = 3;
    else reports.set(subject.name, dated(report, reports.get(subject.name), today));
  }
  const inOrder = new Map([...reports].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
  const outputs = new Map([...inOrder].map(([name, report]) => [resultPath(name), resultText(report)]));
  const peers = await peersOutputs(subjects, {
    root: ROOT,
    today,
    ask: options.only === undefined,
    mayInstall: !options['no-install'],
    check: options.check,
  });
  for (const sentence of peers.missing) console.error(sentence);
  for (const [path, text] of peers.outputs) outputs.set(path, text);
  const ledger = ledgerText(inOrder, vectors, requirementSentences(), designsOf(kept), peers.section);
  outputs.set('conformance/LEDGER.md', ledger);
  if (!options.check) return Math.max(exitCode, settle(ROOT, outputs, false));
  for (const sentence of options.peers ? [] : ofOtherVectors(inOrder)) {
    console.error(sentence);
    exitCode = Math.max(exitCode, 1);
  }
  for (const path of staleOutputs(ROOT, outputs)) {
    console.error(`${path} has changed: run npm run subjects, and look at the difference`);
    exitCode = Math.max(exitCode, 1);
  }
  return exitCode;
};

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        peers: { type: 'boolean', default: false },
        'no-install': { type: 'boolean', default: false },
        only: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) console.log(HELP);
    else process.exitCode = await run(values);
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message}\n\n${HELP}`);
    process.exitCode = 2;
  }
}
