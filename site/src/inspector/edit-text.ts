import type { Node } from './json-spans.ts';

type ObjectNode = Extract<Node, { kind: 'object' }>;

/** The text with another literal in the place of a value; everything else stays as it is. */
export const replaceValue = (text: string, value: Node, literal: string): string =>
  text.slice(0, value.start) + literal + text.slice(value.end);

/** The text without one member of an object, and without the comma that belonged to it. */
export const removeMember = (text: string, { members }: ObjectNode, index: number): string => {
  const member = members[index];
  if (member === undefined) return text;
  const next = members[index + 1];
  const before = members[index - 1];
  const [start, end] =
    next !== undefined
      ? [member.start, next.start]
      : before !== undefined
        ? [before.end, member.end]
        : [member.start, member.end];
  return text.slice(0, start) + text.slice(end);
};

/** The text with a further member at the end of an object, laid out as the first one is. */
export const addMember = (text: string, { start, end, members }: ObjectNode, name: string, literal: string): string => {
  const first = members[0];
  const last = members.at(-1);
  if (first === undefined || last === undefined)
    return `${text.slice(0, start)}{${JSON.stringify(name)}:${literal}}${text.slice(end)}`;
  const lead = text.slice(start + 1, first.start);
  const colon = lead.includes('\n') ? ': ' : ':';
  return `${text.slice(0, last.end)},${lead}${JSON.stringify(name)}${colon}${literal}${text.slice(last.end)}`;
};

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/** The text of JSON with one member on each line. Names, strings and numbers are spelled as they were. */
export const layOut = (text: string): string => {
  let laidOut = '';
  let depth = 0;
  let previous = '';
  const line = (): string => `\n${'  '.repeat(depth)}`;
  for (const [token] of text.matchAll(TOKEN)) {
    const opened = previous === '{' || previous === '[';
    if (token === '}' || token === ']') {
      depth -= 1;
      laidOut += (opened ? '' : line()) + token;
    } else {
      if (opened || previous === ',') laidOut += line();
      laidOut += token === ':' ? ': ' : token;
      if (token === '{' || token === '[') depth += 1;
    }
    previous = token;
  }
  return laidOut;
};
