import type { Report } from '@rockpool/schemas';
import { fieldLine, type Line } from './explain.ts';
import type { Lookup } from './facts.ts';
import type { Paint } from './paint.ts';

const SAID = '\nstandard error ends with:\n';

/** A word of a command as a shell reads it. */
const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

const request = ({ judge }: Report): string =>
  JSON.stringify({ jsonrpc: '2.0', id: '1', method: 'hello', params: { protocol: 1, judge } });

const HOW = `It is started in an empty directory, without a shell, with the environment variables PATH, HOME, LANG and TMPDIR (and a
mark, ROCKPOOL_SUBJECT); a word of the command that names an existing file is made absolute, and --env lets further variables
through.`;

const FLUSH = 'Many languages hold back what is written into a pipe: flush the output after each line.';

/** What to try where a program did not get as far as a handshake: one paragraph in place of a table with nothing in it. */
export const noSubject = (report: Report, lookup: Lookup, paint: Paint): string[] => {
  const [what = '', said] = (report.message ?? '').split(SAID);
  const command = report.subject.command.map(shellWord).join(' ');
  const broken = report.checks
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap(({ requirements }) => requirements);
  const started = !what.includes('it did not start');
  const byHand = `Type this, which asks what the judge asks first, until one line of JSON comes back as the chapter "The subject
protocol" shows it:
echo ${shellWord(request(report))} | ${command}`;
  const spoke = broken.includes('SUB-6') || broken.includes('SUB-1');
  const silent = broken.includes('SUB-5') ? [FLUSH] : [];
  const rules = started
    ? broken.flatMap((id): Line[] => {
        const found = lookup.requirement(id);
        return found ? [[id, `${found.text} (${found.chapter}.md)`]] : [];
      })
    : [];
  const lines: Line[] = [
    ...(command === '' ? [] : [['started', command] as const]),
    ['happened', what],
    ...(said === undefined ? [] : [['it said', said] as const]),
    ...rules,
    ['to do', [...(started && command !== '' ? [byHand] : []), ...silent, ...(spoke ? [] : [HOW])].join('\n')],
  ];
  return lines.map((line) => fieldLine(line, paint));
};
