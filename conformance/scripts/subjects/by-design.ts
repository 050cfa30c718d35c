import type { CheckResult } from '@rockpool/schemas';

/** What an entry point of a package leaves out on purpose: failures there are counted apart. */
export type ByDesign = { operation: string; requirements: readonly string[]; why: string };

/** Whether a failure is there because the entry point does not look. */
export const isByDesign = (
  { outcome, operation, failure, requirements }: CheckResult,
  design: Pick<ByDesign, 'operation' | 'requirements'>,
): boolean =>
  outcome === 'failed' &&
  failure === 'accepted-invalid' &&
  operation === design.operation &&
  requirements.some((id) => design.requirements.includes(id));
