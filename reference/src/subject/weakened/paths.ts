import { told } from './path-rules.ts';
import { mended } from './path-texts.ts';
import { rule } from './rule-change.ts';
import type { Weakening } from './weakened.ts';

/** Every rule about paths, weaker. */
export const pathWeakenings: readonly Weakening[] = [
  ...mended,
  ...told.map(({ requirement, format, name, title, mode, says }) => ({
    name,
    requirement,
    format,
    title,
    weaken: rule(format, requirement, says, mode),
  })),
];
