import type { Report } from '@rockpool/schemas';

/**
 * Controls, and what is not seen but moves or hides what is: marks of direction, invisible operators, separators of lines
 * and paragraphs, tags, half surrogate pairs. A terminal obeys some of them, a reader is deceived by others. The line
 * feed and the tab are let through.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escapeUnits = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** A text of a subject as it may be shown: what is unseen is written as JSON would escape it. JSON text stays the same value. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (found) => (found === '\n' || found === '\t' ? found : escapeUnits(found)));

/** A copy of an object whose own strings are visible. */
const withVisible = <T extends object>(object: T): T =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, typeof value === 'string' ? visible(value) : value]),
  ) as T;

/** A copy in which no words can move the cursor or hide others. Values are escaped when they are written as JSON. */
export const readable = (report: Report): Report => {
  const { hello, command } = report.subject;
  const told = hello && { ...hello, implementation: withVisible(hello.implementation) };
  return {
    ...withVisible(report),
    subject: { command: command.map(visible), ...(told ? { hello: told } : {}) },
    checks: report.checks.map(withVisible),
  };
};
