/** The line of status of the README, as plain text. Throws where there is none. */
export const statusOf = (readme: string): string => {
  const line = /\*\*Status:\*\* ((?:.+\n)+)/.exec(readme)?.[1];
  if (line === undefined) throw new RangeError('the README has no line that begins with **Status:**');
  return line
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
};
