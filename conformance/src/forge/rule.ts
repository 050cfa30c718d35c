import type { RejectionCodeName } from '@rockpool/schemas';

/** The phases of checks, in their order [REC-18]. */
export const PHASES = ['text', 'shape', 'form', 'relations', 'time', 'signature', 'content', 'feed'] as const;
export type Phase = (typeof PHASES)[number];

/** The formats of records. */
export type Format = 'rp.document.1' | 'rp.message.1' | 'es.4' | 'es.5' | 'ssb-classic';

/** Whether a format is one of those with headers, which the rules for native records hold for. */
export const isNative = (format: Format): boolean => format === 'rp.document.1' || format === 'rp.message.1';

/** A rule that an input breaks. */
export type Broken = { requirement: string; code: RejectionCodeName; phase: Phase };

/** A normative paragraph with a code, as a predicate over what came through the earlier phases. */
export type Rule<T> = Broken & { holds: (input: T) => boolean };

export const rule = <T>(
  requirement: string,
  code: RejectionCodeName,
  phase: Phase,
  holds: (input: T) => boolean,
): Rule<T> => ({ requirement, code, phase, holds });

/** All rules broken in the first phase in which any is; empty where none is. */
export const firstBroken = <T>(rules: readonly Rule<T>[], input: T): Broken[] => {
  for (const phase of PHASES) {
    const broken = rules.filter((candidate) => candidate.phase === phase && !candidate.holds(input));
    if (broken.length > 0) return broken.map(({ requirement, code }) => ({ requirement, code, phase }));
  }
  return [];
};
