import { nodeHmacSha512 } from '../../node/hmac-sha512.ts';
import { nodeSha256 } from '../../node/sha256.ts';
import { createProtocol, type Protocol } from '../../protocol/protocol.ts';
import { steps } from '../../protocol/steps.ts';
import type { Asked } from '../omission.ts';
import { weakened } from './index.ts';

/** What the subject lists of each. */
export const listWeakened = () =>
  weakened.map(({ id, requirement, format, operations, title }) => ({ id, requirement, format, operations, title }));

/**
 * Which protocol to go by in the answer to a question: the one that is weakened under that id, where it is about its format
 * and its operations.
 * @throws RangeError if there is no such id.
 */
export function createWeakened(id: string): (asked: Asked) => Protocol {
  const found = weakened.find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`nothing is weakened under the id ${id}; see --list-weakened`);
  const { format, operations, weaken } = found;
  const create = (change = {}) => createProtocol(nodeSha256, { ...steps, ...change }, nodeHmacSha512);
  const sound = create();
  const weak = weaken(sound, create);
  return (asked) =>
    (format === undefined || asked.formats.includes(format)) && (operations?.includes(asked.operation) ?? true)
      ? weak
      : sound;
}
