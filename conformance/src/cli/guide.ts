import { UsageError } from '../node/usage-error.ts';
import { JUDGE } from '../run/options.ts';
import { noMore, parse } from './arguments.ts';
import { sections } from './guide-page.ts';
import { type Guide, loadGuide } from './guide-source.ts';
import { nearNames } from './near.ts';

const OPTIONS = {
  json: { type: 'boolean', default: false },
} as const;

const contents = ({ pages, files }: Guide): string => {
  const wide = Math.max(...pages.map(({ name }) => name.length));
  const lines = (chosen: Guide['pages']): string =>
    chosen.map(({ name, title }) => `  ${name.padEnd(wide)}  ${title}\n`).join('');
  const isChapter = ({ name }: { name: string }): boolean => name.startsWith('spec/');
  return [
    `The guide of rockpool-conformance ${JUDGE.version}. rockpool-conformance guide <name> prints a page or a file; where the`,
    'judge is installed in the present folder alone, put npx before each command.\n',
    `How to have a program judged, in this order\n${lines(pages.filter((page) => !isChapter(page)))}`,
    `The specification\n${lines(pages.filter(isChapter))}`,
    `Files, to be copied as in rockpool-conformance guide first_adapter.py > first_adapter.py`,
    `${files.map(({ name }) => `  ${name}\n`).join('')}`,
  ].join('\n');
};

const unknown = (name: string, { pages, files }: Guide): UsageError => {
  const near = nearNames(
    name,
    [...pages, ...files].map((each) => each.name),
  );
  const hint = near.length > 0 ? `is it ${near.join(', ')}? There` : 'there';
  const there = pages.map((page) => page.name).join(', ');
  return new UsageError(
    `there is no page or file ${name} in the guide; ${hint} are the pages ${there}, and the files that rockpool-conformance guide lists`,
  );
};

/** What a name stands for: a file as it is, or a page; the folder of a chapter may be left out, and so may `.md`. */
const find = (asked: string, guide: Guide): { name: string; text: string } => {
  const file = guide.files.find(({ name }) => name === asked);
  if (file !== undefined) return file;
  const [path = '', anchor] = asked.split('#');
  const plain = path.replace(/\.md$/, '');
  const page = guide.pages.find(({ name }) => name === plain || name === `spec/${plain}`);
  if (page === undefined) throw unknown(asked, guide);
  if (anchor === undefined) return page;
  const all = sections(page.text);
  const text = all.get(anchor);
  if (text === undefined)
    throw new UsageError(`${page.name} has no section ${anchor}; it has ${[...all.keys()].join(', ')}`);
  return { ...page, name: `${page.name}#${anchor}`, text };
};

/** `rockpool-conformance guide [<name>]`; answers the exit code. */
export const guide = (argv: readonly string[]): number => {
  const { values, positionals } = parse([...argv], OPTIONS);
  noMore(positionals, 1);
  const [name] = positionals;
  const all = loadGuide();
  const found = name === undefined ? all : find(name, all);
  const words = 'text' in found ? found.text : contents(found);
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : words);
  return 0;
};
