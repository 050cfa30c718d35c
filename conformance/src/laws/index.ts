import { coreLaws } from './core.ts';
import type { Law } from './law.ts';
import { recordLaws } from './records.ts';

/** All laws, in the order in which they are tried. */
export const laws: readonly Law[] = [...coreLaws, ...recordLaws];
