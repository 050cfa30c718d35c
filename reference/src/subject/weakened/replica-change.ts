import type { ReplicaSteps } from '../../replica/steps.ts';
import type { Weakening } from './weakened.ts';

/** Replicas of both families, each named by a format of it. */
export const both = ['rp.document.1', 'es.4'];
export const native = ['rp.document.1'];

/** A weakened sentence of one operation. */
export const weakening = (
  formats: readonly string[],
  operation: string,
  requirement: string,
  name: string,
  title: string,
  change: Partial<ReplicaSteps>,
): readonly Weakening[] =>
  formats.map((format) => ({
    requirement,
    name,
    title,
    format,
    operations: [`replica.${operation}`],
    weaken: ({ steps }, withSteps) => withSteps({ replica: { ...steps.replica, ...change } }),
  }));

/** What stands behind the full stop of an address. */
export const afterName = (address: string): string => address.slice(address.indexOf('.') + 1);
/** What stands before it. */
export const nameOf = (address: string): string => address.slice(0, address.indexOf('.'));
