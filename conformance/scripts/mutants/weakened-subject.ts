import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import { type Steps, steps } from '../../../reference/src/protocol/steps.ts';
import type { SyncEngine } from '../../../reference/src/signature/engine.ts';
import type { SubjectSettings } from '../../../reference/src/subject/answer.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
import type { Weakened } from '../../../reference/src/subject/weakened/weakened.ts';

import { engineWithout } from './engines.ts';

/** The protocol as specified. */
export const sound = createProtocol(nodeSha256, undefined, nodeHmacSha512);
const claimed = [...profiles.keys()];

/** What the reference answers, and its handshake. */
export const soundSubject: SubjectSettings<SyncEngine> = {
  protocol: sound,
  engine: engineWithout([]),
  deterministic: true,
  profiles: claimed,
};

/** A subject that goes by a weakened protocol, and the steps that are other ones, where rules are not. */
export interface WeakenedSubject {
  readonly subject: SubjectSettings<SyncEngine>;
  readonly change: Partial<Steps> | undefined;
}

/** Native engines check most clauses of a signature by themselves. */
export const weakenedSubject = ({ requirement, weaken }: Weakened): WeakenedSubject => {
  let change: Partial<Steps> | undefined;
  const protocol = weaken(sound, (other) => {
    change = other;
    return createProtocol(nodeSha256, { ...steps, ...other }, nodeHmacSha512);
  });
  const engine = engineWithout([requirement]);
  return { subject: { ...soundSubject, protocol, engine }, change };
};
