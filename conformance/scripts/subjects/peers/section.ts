/** The part of the ledger about peers that sync. */
import { table } from '../../../../scripts/table.ts';
import { plainText } from '../markdown.ts';
import type { PeerFormat, PeerQuestion } from './question.ts';
import type { PeersResult } from './result.ts';

const HEADS: Readonly<Record<PeerFormat, string>> = {
  'es.4': 'Documents of es.4',
  'es.5': 'Documents of es.5',
  both: 'Documents of both formats',
};

const cell = ({ missing, answers }: PeersResult, { id }: PeerQuestion): string => {
  if (missing !== undefined) return `could not be asked: ${plainText(missing)}`;
  const answer = answers.find((each) => each.id === id);
  if (answer === undefined) return 'not asked';
  return answer.outcome === 'failed' ? `**${plainText(answer.words)}**` : answer.words;
};

const ofFormat = (
  format: PeerFormat,
  questions: readonly PeerQuestion[],
  results: readonly PeersResult[],
): string[] => {
  const asked = questions.filter((question) => question.format === format);
  const columns = results.filter(
    ({ missing, answers }) => missing !== undefined || asked.some(({ id }) => answers.some((each) => each.id === id)),
  );
  return [
    `### ${HEADS[format]}`,
    '',
    ...table(
      ['Question', 'Before', 'Rules', ...columns.map(({ subject }) => subject)],
      asked.map((question) => [
        `\`${question.id}\``,
        plainText(question.title),
        question.requirements.join(', '),
        ...columns.map((result) => cell(result, question)),
      ]),
    ),
    '',
  ];
};

const lost = (questions: readonly PeerQuestion[], results: readonly PeersResult[]): string[] =>
  results.flatMap(({ subject, answers }) =>
    questions.flatMap(({ id }) =>
      answers.some((answer) => answer.id === id && answer.outcome === 'failed')
        ? [`$ npm exec -c 'node conformance/subjects/peers.mjs ${subject} ${id}'`]
        : [],
    ),
  );

export const peersSection = (questions: readonly PeerQuestion[], results: readonly PeersResult[]): string[] => [
  '## Peers that sync',
  '',
  'Two peers of one package, in one process and under one clock, are given documents and sync as the package says; then what each of them holds',
  'and shows is compared with what the specification keeps. None of the packages speaks the sessions of this specification, and none is asked to:',
  'only what any sync has to bring about. Each question is asked twice, with Suzy’s peer as the one that calls and with Fern’s, and each time the two sync',
  'twice. Invalid documents are put into the storage of Suzy’s peer past what it checks. What is wrong is bold. The reference is the control.',
  '',
  ...results.map(
    ({ subject, version, judged, missing }) =>
      `- ${subject}: ${missing === undefined ? `${plainText(version ?? '–')}, judged ${judged}` : `could not be asked: ${plainText(missing)}`}`,
  ),
  '',
  ...(['es.4', 'es.5', 'both'] as const).flatMap((format) => ofFormat(format, questions, results)),
  '### How to reproduce what peers lose',
  '',
  'Each command makes two peers of the package alone, and prints the version, the calls, the documents, and what both hold after each sync. The',
  'package is installed as for the other rows; `--all` in place of a question asks all of them and compares with this page.',
  '',
  '```',
  ...lost(questions, results),
  '```',
  '',
];
