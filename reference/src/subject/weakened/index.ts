import { classicWeakenings } from './classic.ts';
import { coreWeakenings } from './core.ts';
import { equivalents } from './equivalent.ts';
import { feedWeakenings } from './feeds.ts';
import { grammarWeakenings } from './from-grammars.ts';
import { numberWeakenings } from './numbers.ts';
import { pathWeakenings } from './paths.ts';
import { relationWeakenings } from './relations.ts';
import { replicaWeakenings } from './replicas.ts';
import { replicationWeakenings } from './replication.ts';
import { sessionWeakenings } from './sessions.ts';
import { shapeWeakenings } from './shapes.ts';
import { signatureWeakenings } from './signatures.ts';
import { textWeakenings } from './texts.ts';
import { identified, tellable, type Weakened, type Weakening } from './weakened.ts';
import { writerWeakenings } from './writers.ts';

/** Every weakened protocol that the operators make. */
export const made: readonly Weakening[] = [
  ...textWeakenings,
  ...coreWeakenings,
  ...signatureWeakenings,
  ...shapeWeakenings,
  ...grammarWeakenings,
  ...numberWeakenings,
  ...pathWeakenings,
  ...relationWeakenings,
  ...replicationWeakenings,
  ...feedWeakenings,
  ...classicWeakenings,
  ...writerWeakenings,
  ...replicaWeakenings,
  ...sessionWeakenings,
];

/** Every weakened protocol that a judge has to notice. */
export const weakened: readonly Weakened[] = identified(tellable(made, equivalents));
