import type { Problem } from '../problem.ts';
import type { Block, Chapter } from './chapter.ts';

export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY';

export type Requirement = {
  id: string;
  level: Level;
  profile: string[];
  chapter: string;
  code?: string;
  text: string;
};

export type RejectionCode = { code: string; phase: string; meaning: string; temporal?: boolean };

const LIST_ITEM = /^(\s*)(?:[-*+]|\d+[.)])\s+/;
const ID = /^\*\*([A-Z][A-Z0-9]*)-([1-9][0-9]*)\*\*(?=\s|$)/;
const ID_LIKE = /^\*\*[A-Za-z][A-Za-z0-9]*-[0-9]+[^*]*\*\*/;
const WORDS = /\b(MUST NOT|SHOULD NOT|MUST|SHOULD|MAY|SHALL NOT|SHALL|REQUIRED|RECOMMENDED|OPTIONAL)\b/g;
const LEVELS: readonly string[] = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY'];
const CODES = /\s*\(((?:`[a-z][a-z0-9-]*`(?:,? (?:or )?)?)+)\)(\.?)$/;

/** Spans of code may hold the words without meaning them. */
const normativeWords = (text: string): string[] =>
  [...text.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '').matchAll(WORDS)].map(([word]) => word);

const fold = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();
const unmarked = (line: string): string => line.replace(/^\s+/, '').replace(LIST_ITEM, '');
const indentOfItem = (line: string): number | undefined => LIST_ITEM.exec(line)?.[1]?.length;

/** Cuts a block where a requirement begins, and where a list item beside a requirement's own item begins. */
const paragraphs = (block: Block): Block[] => {
  const cut: Block[] = [];
  let current: Block | undefined;
  let item: number | undefined;
  block.lines.forEach((text, index) => {
    const indent = indentOfItem(text);
    const begins = ID.test(unmarked(text));
    const leaves = item !== undefined && indent !== undefined && indent <= item;
    if (!current || begins || leaves) {
      current = { line: block.line + index, lines: [] };
      item = begins ? indent : undefined;
      cut.push(current);
    }
    current.lines.push(text);
  });
  return cut;
};

const parse = (chapter: Chapter, block: Block, problems: Problem[]): Requirement | undefined => {
  const bad = (what: string, todo: string) => {
    problems.push({ file: chapter.file, line: block.line, what, todo });
    return undefined;
  };
  const body = fold([unmarked(block.lines[0] ?? ''), ...block.lines.slice(1)]);
  const match = ID.exec(body);
  const words = normativeWords(body);
  if (!match) {
    if (ID_LIKE.test(body))
      bad('id not understood', 'write it as **DOC-7** and a space: capitals, a hyphen, a number from 1');
    if (words.length > 0 && !body.includes('RFC 2119')) {
      bad(
        `${words[0]} outside a requirement`,
        'give the paragraph an id such as **DOC-7**, or write the word in lower case',
      );
    }
    return undefined;
  }
  const id = `${match[1]}-${match[2]}`;
  const profile = chapter.areas.get(match[1] ?? '');
  if (!profile)
    return bad(
      `${id}: area ${match[1]} is not declared`,
      `add \`${match[1]}: [profile]\` below areas: in the front matter`,
    );
  const [word] = words;
  if (word === undefined)
    return bad(`${id} has no normative word`, 'say MUST, MUST NOT, SHOULD, SHOULD NOT or MAY once');
  if (words.length > 1)
    return bad(
      `${id} has ${words.length} normative words (${words.join(', ')})`,
      'split it: one requirement says one thing',
    );
  if (!LEVELS.includes(word)) return bad(`${id} says ${word}`, 'use MUST, MUST NOT, SHOULD, SHOULD NOT or MAY');
  const text = body.slice(match[0].length).trim();
  const codes = CODES.exec(text);
  const named = [...(codes?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
  if (named.length > 1)
    return bad(`${id} ends with ${named.length} codes`, 'split it: a requirement has at most one code');
  const [code] = named;
  return {
    id,
    level: word as Level,
    profile,
    chapter: chapter.name,
    ...(code !== undefined && { code }),
    text: codes
      ? text.slice(0, codes.index).replace(/\.$/, '') +
        (codes[2] || (/[.]$/.test(text.slice(0, codes.index)) ? '.' : ''))
      : text,
  };
};

/** All requirements of the chapters in their order, and what is wrong with them. */
export const extractRequirements = (
  chapters: readonly Chapter[],
  registry: readonly RejectionCode[],
  registryFile: string,
) => {
  const requirements: Requirement[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const known = new Set(registry.map(({ code }) => code));
  for (const chapter of chapters) {
    for (const block of chapter.blocks.flatMap(paragraphs)) {
      const requirement = parse(chapter, block, problems);
      if (!requirement) continue;
      const { id, code } = requirement;
      const at = { file: chapter.file, line: block.line };
      const first = seen.get(id);
      if (first)
        problems.push({
          ...at,
          what: `duplicate id ${id}, first at ${first}`,
          todo: 'give this one the next free number',
        });
      else seen.set(id, `${chapter.file}:${block.line}`);
      if (code !== undefined && !known.has(code)) {
        problems.push({
          ...at,
          what: `${id}: code ${code} is not in ${registryFile}`,
          todo: 'add it there, or mend the spelling',
        });
      }
      requirements.push(requirement);
    }
  }
  const named = new Set(requirements.map(({ code }) => code));
  const once = new Set<string>();
  for (const { code } of registry) {
    const at = { file: registryFile, line: 1 };
    if (once.has(code)) problems.push({ ...at, what: `code ${code} is listed twice`, todo: 'keep one of the entries' });
    else if (!named.has(code)) {
      problems.push({
        ...at,
        what: `code ${code} is named by no requirement`,
        todo: 'end the requirement that it belongs to with it, or remove it',
      });
    }
    once.add(code);
  }
  return { requirements, problems };
};
