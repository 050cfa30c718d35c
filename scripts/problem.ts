/** What is wrong with a source file, where, and what to do about it. */
export type Problem = { file: string; line: number; what: string; todo: string };

export const showProblem = ({ file, line, what, todo }: Problem): string => `${file}:${line}: ${what}; ${todo}`;
