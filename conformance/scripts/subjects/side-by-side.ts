/** The part of the ledger that shows where packages with one profile differ from each other. */
import type { CheckResult, Harm, Report, VectorCase } from '@rockpool/schemas';
import { table } from '../../../scripts/table.ts';
import { HARMS } from '../../src/report/harm.ts';
import { toldBy } from './differences.ts';
import { REFERENCE } from './subject.ts';

type Reports = readonly (readonly [string, Report])[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What each operation does where it does not refuse. */
const DONE: Readonly<Record<string, string>> = {
  'record.id': 'gives an id',
  'record.sign': 'signs',
  'feed.append': 'writes',
  'document.merge': 'merges',
};

const done = (operation: string): string => DONE[operation] ?? 'accepts';

const inWord = (answer: unknown, operation: string): string => {
  if (!isObject(answer)) return 'answers otherwise';
  // A long answer is on file by its beginning.
  if (typeof answer.beginning === 'string') return answer.beginning.startsWith('{"ok"') ? done(operation) : 'refuses';
  if (isObject(answer.ok)) return typeof answer.ok.kept === 'number' ? `keeps ${answer.ok.kept}` : done(operation);
  return isObject(answer.reject) ? 'refuses' : 'fails';
};

/** What one subject answered, in words, and whether that is wrong. */
export type Answered = { readonly words: string; readonly wrong: boolean };

/** Cases that all subjects of a comparison answered alike. */
export type ComparedRow = {
  readonly requirements: readonly string[];
  readonly operation: string;
  /** The ids of the cases, that with the smallest input first. */
  readonly cases: readonly string[];
  /** The worst that any of the wrong answers does. */
  readonly harm: Harm | undefined;
  /** One for each subject. */
  readonly answers: readonly Answered[];
};

/** What subjects that claim one profile answer where one of them is wrong. */
export type Comparison = {
  readonly profile: string;
  readonly subjects: readonly string[];
  readonly rows: readonly ComparedRow[];
};

const NOT_ASKED = 'not asked';

/** A right verdict with a wrong value says so. A law is broken by each subject with an example of its own. */
const answeredIn = (check: CheckResult | undefined, expected: unknown): Answered => {
  if (check?.outcome !== 'passed' && check?.outcome !== 'failed') return { words: NOT_ASKED, wrong: false };
  const wrong = check.outcome === 'failed';
  const say = (words: string): Answered => ({ words, wrong });
  if (check.id.startsWith('law/')) return say(wrong ? 'breaks it' : 'keeps it');
  if (!wrong) return say(inWord(expected, check.operation));
  if (check.failure === 'crash') return say('dies');
  if (check.failure === 'hang') return say('never answers');
  if (check.failure === 'nondeterministic') return say('by chance');
  const word = inWord(check.got, check.operation);
  return say(word === inWord(expected, check.operation) ? `${word}, another one` : word);
};

/** Whether two subjects that were asked answered otherwise. */
export const differ = ({ answers }: ComparedRow): boolean =>
  new Set(answers.map(({ words }) => words).filter((words) => words !== NOT_ASKED)).size > 1;

const smallestFirst = (ids: readonly string[], vectors: ReadonlyMap<string, VectorCase>): string[] => {
  const size = (id: string) => JSON.stringify(vectors.get(id)?.input ?? '').length;
  return ids.toSorted((a, b) => size(a) - size(b));
};

const worst = (harms: readonly (Harm | undefined)[]): Harm | undefined => HARMS.find((harm) => harms.includes(harm));

const rowsOf = (
  profile: string,
  columns: Reports,
  vectors: ReadonlyMap<string, VectorCase>,
  order: readonly string[],
): ComparedRow[] => {
  const answers = columns.map(([, { checks }]) => new Map(checks.map((check) => [check.id, check])));
  const failed = columns.flatMap(([, { checks }]) =>
    checks.filter((check) => check.profile === profile && check.outcome === 'failed'),
  );
  // Where two subjects fail one case in two ways, the row is about all its rules.
  failed.sort((a, b) => toldBy(a, vectors).length - toldBy(b, vectors).length);
  const cases = [...new Map(failed.map((check) => [check.id, check])).values()].map((check) => ({
    id: check.id,
    operation: check.operation,
    requirements: toldBy(check, vectors),
    harm: worst(answers.map((answer) => answer.get(check.id)?.harm)),
    answers: answers.map((answer) => answeredIn(answer.get(check.id), check.expected)),
  }));
  const alike = Map.groupBy(cases, (each) =>
    JSON.stringify([each.requirements, each.operation, each.answers, each.harm]),
  );
  const rank = ({ requirements: [first = ''] }: ComparedRow) => order.indexOf(first);
  return [...alike.values()]
    .flatMap((group): ComparedRow[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { id: _, ...rest } = first;
      return [
        {
          ...rest,
          cases: smallestFirst(
            group.map(({ id }) => id),
            vectors,
          ),
        },
      ];
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.requirements.length - b.requirements.length);
};

/** For each profile that several packages claim, what each of them answers where one of them is wrong. */
export const compareSubjects = (
  reports: ReadonlyMap<string, Report>,
  vectors: ReadonlyMap<string, VectorCase>,
  order: readonly string[],
): Comparison[] => {
  const claims = [...reports]
    .filter(([name]) => name !== REFERENCE)
    .flatMap((entry) =>
      entry[1].profiles
        .filter(({ profile, claimed }) => claimed && profile !== 'subject')
        .map(({ profile }) => ({ profile, entry })),
    );
  return [...Map.groupBy(claims, ({ profile }) => profile)]
    .filter(([, of]) => of.length > 1)
    .map(([profile, of]) => {
      const columns = of.map(({ entry }) => entry);
      return { profile, subjects: columns.map(([name]) => name), rows: rowsOf(profile, columns, vectors, order) };
    });
};

/** The same as Markdown; what is wrong is bold. */
export const sideBySide = (comparisons: readonly Comparison[]): string[] =>
  comparisons
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ profile, subjects, rows }) => {
      const head = ['Rule', 'The smallest case', 'Cases', ...subjects];
      const cells = rows.map(({ requirements, cases, answers }) => [
        requirements.join(', '),
        `\`${cases[0]}\``,
        String(cases.length),
        ...answers.map(({ words, wrong }) => (wrong ? `**${words}**` : words)),
      ]);
      return [`## Side by side: ${profile}`, '', ...table(head, cells), ''];
    });
