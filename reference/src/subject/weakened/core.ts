import { phases } from '../../rule/rule.ts';
import { blobs } from './blobs.ts';
import { canonicals } from './canonicals.ts';
import { identifiers, orders } from './identifiers.ts';
import { step } from './step.ts';
import type { Weakening } from './weakened.ts';

/** [REC-18] Two phases that follow each other, in the wrong order. */
const swappedPhases: readonly Weakening[] = phases.slice(2).flatMap((later, i) => {
  const earlier = phases[i + 1] as (typeof phases)[number];
  const swapped = phases.map((phase) => (phase === earlier ? later : phase === later ? earlier : phase));
  return ['rp.document.1', 'rp.message.1'].map((format) =>
    step('REC-18', `${later}-before-${earlier}`, `checks ${later} before ${earlier}`, { phases: swapped }, format),
  );
});

/** [REC-14] */
const hashes: readonly Weakening[] = ['rp.document.1', 'rp.message.1'].flatMap((format) => [
  step(
    'REC-14',
    'pretty',
    'hashes the header with its layout',
    { headerHash: (header, _, sha256) => sha256(JSON.stringify(header, null, 1)) },
    format,
  ),
  step(
    'REC-14',
    'trailing-lf',
    'hashes a line feed behind',
    { headerHash: (header, canonical, sha256) => sha256(`${canonical(header)}\n`) },
    format,
  ),
  step(
    'REC-14',
    'without-content-type',
    'does not hash contentType',
    { headerHash: ({ contentType: _, ...header }, canonical, sha256) => sha256(canonical(header)) },
    format,
  ),
  step(
    'REC-14',
    'without-key',
    'does not hash key',
    { headerHash: ({ key: _, ...header }, canonical, sha256) => sha256(canonical(header)) },
    format,
  ),
]);

/** Canonical forms, identifiers and blobs, a little wrong. */
export const coreWeakenings: readonly Weakening[] = [
  ...canonicals,
  ...orders,
  ...blobs,
  ...swappedPhases,
  ...hashes,
  ...identifiers,
];
