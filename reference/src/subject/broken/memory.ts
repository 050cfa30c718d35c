import type { RejectionCodeName } from '@rockpool/schemas';
import type { ReplicaSteps } from '../../replica/steps.ts';
import type { Store } from '../../replica/store.ts';
import { isRejected, type Rejected } from '../../rule/verdict.ts';

/** What was refused, by names that its texts have. */
type Refused = Map<string, Rejected>;

/** Refusals that a replica gives for ever once it gave them. */
const lasting = (
  nameOf: (text: string | Uint8Array) => string,
  isNoted: (rejected: Rejected) => boolean,
): ReplicaSteps['heeds'] => {
  const byReplica = new WeakMap<Store, Refused>();
  return (verdict, text, store) => {
    const refused: Refused = byReplica.get(store) ?? new Map();
    byReplica.set(store, refused);
    const name = nameOf(text);
    const before = refused.get(name);
    if (before !== undefined) return before;
    if (isRejected(verdict) && isNoted(verdict)) refused.set(name, verdict);
    return verdict;
  };
};

/** A verifier's answer that is given for ever once it was a refusal; with `code`, once it was this one. */
export const remembering = (code?: RejectionCodeName): ReplicaSteps['heeds'] =>
  lasting(
    (text) => String(text),
    (rejected) => code === undefined || rejected.code === code,
  );

/** The same of a record whose content was wrong once, whatever comes with it later. */
export const condemning = (): ReplicaSteps['heeds'] =>
  lasting(
    (text) => String(text).split(',"signature"')[0] ?? '',
    ({ code }) => code.startsWith('content-'),
  );
