/** Makes `conformance/LEDGER.md` from the results. */
import type { Harm, Report, VectorCase } from '@rockpool/schemas';
import { table } from '../../../scripts/table.ts';
import { countHarms, HARM_WORDS, HARMS } from '../../src/report/harm.ts';
import { type ByDesign, isByDesign } from './by-design.ts';
import { type Difference, findDifferences } from './differences.ts';
import { codeSpan, plainText } from './markdown.ts';
import type { Result } from './result.ts';
import { compareSubjects, sideBySide } from './side-by-side.ts';
import { type Told, toldAnswer, toldGot } from './words.ts';

export type Sentences = ReadonlyMap<string, string>;

const MAX_ANSWER = 160;

const code = (text: string): string => codeSpan(text.length > MAX_ANSWER ? `${text.slice(0, MAX_ANSWER)}…` : text);
const inWords = (told: Told): string => ('json' in told ? code(told.json) : plainText(told.words));

/** Of each subject that has an entry point which leaves rules out on purpose, what that is. */
export type Designs = ReadonlyMap<string, ByDesign>;

const SUMMARY_HEAD = ['Subject', 'Program', 'Version', 'Judged', 'Verdict', 'Profiles', 'Passed', 'Failed'];

/** The harms that anybody does, each with a column of its own. */
const harmsIn = (reports: Iterable<Report>): Harm[] => {
  const done = new Set([...reports].flatMap(({ checks }) => checks.map(({ harm }) => harm)));
  return HARMS.filter((harm) => done.has(harm));
};

const summaryRow = (
  name: string,
  { judged, subject, verdict, profiles, totals, checks }: Result,
  harms: readonly Harm[],
  design: ByDesign | undefined,
): string[] => [
  `[${name}](subjects/${name})`,
  plainText(subject.hello?.implementation.name ?? '–'),
  plainText(subject.hello?.implementation.version ?? '–'),
  judged,
  verdict,
  profiles
    .filter(({ profile, claimed }) => claimed && profile !== 'subject')
    .map((profile) => `${profile.profile} ${profile.verdict}`)
    .join(', '),
  String(totals.passed),
  String(totals.failed),
  ...harms.map((harm) => String(new Map(countHarms(checks)).get(harm) ?? 0)),
  String(design === undefined ? 0 : checks.filter((check) => isByDesign(check, design)).length),
  String(totals.notApplicable),
];

const DIFFERENCE_HEAD = [
  'Subject',
  'Operation',
  'Cases',
  'The smallest',
  'What is special about it',
  'Expected',
  'Got',
];

const differenceRow = (
  { subject, operation, checks }: Difference,
  vectors: ReadonlyMap<string, VectorCase>,
): string[] => {
  const [smallest] = checks;
  if (!smallest) throw new RangeError(`a difference of ${subject} without a check`);
  const vector = vectors.get(smallest.id);
  return [
    `[${subject}](results/${subject}.json)`,
    operation,
    String(checks.length),
    `\`${smallest.id}\``,
    vector?.defect ?? vector?.title ?? smallest.title ?? '–',
    inWords(toldAnswer(smallest.expected, operation)),
    inWords(toldGot(smallest)),
  ];
};

const section = (
  differences: readonly Difference[],
  vectors: ReadonlyMap<string, VectorCase>,
  sentences: Sentences,
): string[] => {
  const requirements = differences[0]?.requirements ?? [];
  return [
    `## ${requirements.join(', ')}`,
    '',
    ...requirements.flatMap((id) => [`> **${id}** ${sentences.get(id) ?? ''}`, '>']).slice(0, -1),
    '',
    ...table(
      DIFFERENCE_HEAD,
      differences.map((difference) => differenceRow(difference, vectors)),
    ),
    '',
  ];
};

const HOW_TO = `## How to reproduce a row

Take the subject and the case of the row:

\`\`\`
$ npm ci --ignore-scripts --prefix conformance/subjects/<subject>
$ npm exec -c 'node conformance/subjects/reproduce.mjs <subject> <case>'
\`\`\`

This imports the package, makes the one call, and prints the version, the call, the input and the answer; neither the judge
nor the adapter is involved. \`--all\` in place of the two names reproduces every failed case behind this page and
compares it with what the judge got.

The other cases of a row are the failed checks with the same requirements, operation, failure and harm in the results
file that the row links to. \`npm run subjects\` makes the results and this page again; \`npm run subjects -- --check\` says whether they
are still true.
`;

/** Why some failures are no surprise: whoever wants these rules kept has to call something else. */
const designLines = (designs: Designs): string[] =>
  designs.size === 0
    ? []
    : [
        'By design: the entry point leaves rules out on purpose, and whoever wants them kept calls another one as well.',
        '',
        ...[...designs].map(
          ([name, { operation, requirements, why }]) => `- ${name}, ${operation}, ${requirements.join(', ')}: ${why}.`,
        ),
        '',
      ];

export const ledgerText = (
  reports: ReadonlyMap<string, Result>,
  vectors: ReadonlyMap<string, VectorCase>,
  sentences: Sentences,
  designs: Designs = new Map(),
  peers: readonly string[] = [],
): string => {
  const differences = findDifferences(reports, vectors, [...sentences.keys()]);
  const sections = Object.values(Object.groupBy(differences, ({ requirements }) => requirements.join(', ')));
  const first = reports.values().next().value;
  const harms = harmsIn(reports.values());
  return [
    '# The ledger',
    '',
    'Where published packages differ from the specification: each difference with the version, the sentence, the smallest case, and both',
    'answers. This page is generated; see the end for how to see a row with your own eyes.',
    '',
    `Made with the vectors ${first?.suite.version ?? '–'} (manifest ${first?.suite.manifestSha256 ?? '–'}) and ${first?.judge.name ?? '–'} ${first?.judge.version ?? ''}. A result keeps its day, by UTC, until it says something else.`,
    '',
    ...table(
      [...SUMMARY_HEAD, ...harms.map((harm) => HARM_WORDS[harm]), 'Of these by design', 'Not applicable'],
      [...reports].map(([name, result]) => summaryRow(name, result, harms, designs.get(name))),
    ),
    '',
    ...designLines(designs),
    'What a package takes as parsed values or by its own clock cannot be asked everything: that is counted as not applicable.',
    '',
    'Where packages differ from each other, the peers that use them keep different data for ever. Side by side: what each of them answers',
    'where one of them is wrong; what is wrong is bold. After that, rule by rule: what exactly each of them does.',
    '',
    ...sideBySide(compareSubjects(reports, vectors, [...sentences.keys()])),
    ...peers,
    ...sections.flatMap((group = []) => section(group, vectors, sentences)),
    HOW_TO,
  ].join('\n');
};
