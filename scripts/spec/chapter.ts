import type { Problem } from '../problem.ts';

/** A run of prose lines without a blank one between; fenced code and generated regions are not prose. */
export type Block = { line: number; lines: string[] };

export type Chapter = {
  /** File name without extension, `05-documents`. */
  name: string;
  file: string;
  /** Letters of requirement ids → the profiles that demand them. */
  areas: Map<string, string[]>;
  blocks: Block[];
  problems: Problem[];
};

const AREA = /^ {2}([A-Z][A-Z0-9]*): \[([a-z0-9][a-z0-9-]*(?:, *[a-z0-9][a-z0-9-]*)*)\]$/;
const MEMBER = /^([a-z]+):(?: (.+))?$/;
const FENCE = /^\s*(?:>\s*)*(?:[-*+]\s+)?(`{3,}|~{3,})/;

/** The first line number after the front matter is `end + 1`; line numbers count from 1. */
const frontMatter = (file: string, lines: readonly string[], problems: Problem[]) => {
  const areas = new Map<string, string[]>();
  const members = new Set<string>();
  const bad = (line: number, what: string, todo: string) => problems.push({ file, line, what, todo });
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  if (end < 0) {
    bad(1, 'no front matter', 'begin the file with --- lines that hold title, description and areas');
    return { areas, end: 0 };
  }
  let inAreas = false;
  for (let index = 1; index < end; index += 1) {
    const text = lines[index] ?? '';
    if (text.trim() === '') continue;
    const member = MEMBER.exec(text);
    const area = AREA.exec(text);
    if (member) {
      inAreas = member[1] === 'areas';
      members.add(member[1] ?? '');
    } else if (inAreas && area) {
      if (areas.has(area[1] ?? '')) bad(index + 1, `area ${area[1]} declared twice`, 'keep one of the lines');
      areas.set(area[1] ?? '', (area[2] ?? '').split(/, */));
    } else {
      bad(
        index + 1,
        'front matter line not understood',
        'write `name: text`, or below `areas:` two spaces and `DOC: [documents]`',
      );
    }
  }
  for (const name of ['title', 'description']) {
    if (!members.has(name)) bad(1, `no ${name} in the front matter`, `add a line \`${name}: …\``);
  }
  return { areas, end: end + 1 };
};

/** Reads one chapter; everything it complains about carries the line. */
export const parseChapter = (file: string, source: string): Chapter => {
  const problems: Problem[] = [];
  const lines = source.split('\n');
  const { areas, end } = frontMatter(file, lines, problems);
  const blocks: Block[] = [];
  let block: Block | undefined;
  let fence: { mark: string; line: number } | undefined;
  let region: string | undefined;
  for (let index = end; index < lines.length; index += 1) {
    const text = lines[index] ?? '';
    const mark = FENCE.exec(text)?.[1];
    if (fence) {
      if (mark?.startsWith(fence.mark) && text.trim().replaceAll('>', '').trim() === mark) fence = undefined;
      continue;
    }
    const open = /^<!-- (rejections|fields|vector) ?.*-->$/.exec(text.trim())?.[1];
    if (open) region = open;
    if (mark) fence = { mark, line: index + 1 };
    if (region || mark || text.trim() === '') block = undefined;
    else if (block) block.lines.push(text);
    else {
      block = { line: index + 1, lines: [text] };
      blocks.push(block);
    }
    if (region && text.trim() === `<!-- /${region} -->`) region = undefined;
  }
  if (fence) {
    problems.push({ file, line: fence.line, what: 'code fence never closed', todo: `close it with ${fence.mark}` });
  }
  const name = file.replace(/^.*\//, '').replace(/\.md$/, '');
  return { name, file, areas, blocks, problems };
};
