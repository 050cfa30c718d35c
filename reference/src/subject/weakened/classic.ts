import { hashes, layouts, orders } from './classic-layout.ts';
import { numbers } from './classic-numbers.ts';
import { rules } from './classic-rules.ts';
import { escapings } from './classic-strings.ts';
import type { Weakening } from './weakened.ts';

/** Every rule and step of classic messages, weaker. */
export const classicWeakenings: readonly Weakening[] = [
  ...escapings,
  ...numbers,
  ...orders,
  ...layouts,
  ...hashes,
  ...rules,
];
