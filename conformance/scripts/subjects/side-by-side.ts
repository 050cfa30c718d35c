/** The part of the ledger that shows where packages with one profile differ from each other. */
import type { CheckResult, Report, VectorCase } from '@rockpool/schemas';
import { table } from '../../../scripts/table.ts';
import { toldBy } from './differences.ts';

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

/**
 * One cell: what is wrong is bold, and what is the right verdict with a wrong value says so. A law is broken by each subject with an
 * example of its own.
 */
const cellOf = (check: CheckResult | undefined, expected: unknown): string => {
  if (check?.outcome !== 'passed' && check?.outcome !== 'failed') return 'not asked';
  if (check.id.startsWith('law/')) return check.outcome === 'passed' ? 'keeps it' : '**breaks it**';
  if (check.outcome === 'passed') return inWord(expected, check.operation);
  if (check.failure === 'crash') return '**dies**';
  if (check.failure === 'hang') return '**never answers**';
  if (check.failure === 'nondeterministic') return '**by chance**';
  const word = inWord(check.got, check.operation);
  return word === inWord(expected, check.operation) ? `**${word}, another one**` : `**${word}**`;
};

const smallestFirst = (ids: readonly string[], vectors: ReadonlyMap<string, VectorCase>): string[] => {
  const size = (id: string) => JSON.stringify(vectors.get(id)?.input ?? '').length;
  return ids.toSorted((a, b) => size(a) - size(b));
};

const rowsOf = (
  profile: string,
  columns: Reports,
  vectors: ReadonlyMap<string, VectorCase>,
  order: readonly string[],
): string[][] => {
  const answers = columns.map(([, { checks }]) => new Map(checks.map((check) => [check.id, check])));
  const failed = columns.flatMap(([, { checks }]) =>
    checks.filter((check) => check.profile === profile && check.outcome === 'failed'),
  );
  // Where two subjects fail one case in two ways, the row is about all its rules.
  failed.sort((a, b) => toldBy(a, vectors).length - toldBy(b, vectors).length);
  const cases = [...new Map(failed.map((check) => [check.id, check])).values()].map((check) => ({
    id: check.id,
    operation: check.operation,
    rules: toldBy(check, vectors).join(', '),
    cells: answers.map((answer) => cellOf(answer.get(check.id), check.expected)),
  }));
  const alike = Object.values(
    Object.groupBy(cases, ({ rules, operation, cells }) => [rules, operation, ...cells].join(' ')),
  );
  const rank = (requirements: string) => order.indexOf(requirements.split(', ')[0] ?? '');
  return alike
    .map((group = []) => {
      const [first] = group;
      const [smallest = ''] = smallestFirst(
        group.map(({ id }) => id),
        vectors,
      );
      return [first?.rules ?? '', `\`${smallest}\``, String(group.length), ...(first?.cells ?? [])];
    })
    .toSorted(([a = ''], [b = '']) => rank(a) - rank(b) || a.length - b.length);
};

/** For each profile that several packages claim, what each of them answers where one of them is wrong. */
export const sideBySide = (
  reports: ReadonlyMap<string, Report>,
  vectors: ReadonlyMap<string, VectorCase>,
  order: readonly string[],
): string[] => {
  const claimants = Object.groupBy(
    [...reports].flatMap((entry) =>
      entry[1].profiles
        .filter(({ profile, claimed }) => claimed && profile !== 'subject')
        .map(({ profile }) => ({ profile, entry })),
    ),
    ({ profile }) => profile,
  );
  return Object.values(claimants).flatMap((claims = []) => {
    const [first] = claims;
    if (first === undefined || claims.length < 2) return [];
    const columns = claims.map(({ entry }) => entry);
    const rows = rowsOf(first.profile, columns, vectors, order);
    if (rows.length === 0) return [];
    const head = ['Rule', 'The smallest case', 'Cases', ...columns.map(([name]) => name)];
    return [`## Side by side: ${first.profile}`, '', ...table(head, rows), ''];
  });
};
