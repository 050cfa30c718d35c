import { visible } from '../../src/report/visible.ts';

const whole = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();

/** A text of a subject as text of Markdown, on one line, whatever it holds; a bar is for the table to escape. */
export const plainText = (text: string): string => whole(text).replace(/[\\`*_[\]<>#~&]/g, '\\$&');

/** A text as a code span, on one line, in more backticks than it has in a row. */
export const codeSpan = (text: string): string => {
  const runs = whole(text).match(/`+/g) ?? [];
  const ticks = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const space = runs.length > 0 ? ' ' : '';
  return `${ticks}${space}${whole(text)}${space}${ticks}`;
};
