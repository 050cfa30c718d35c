/** How a subject is broken on purpose: in the steps of the reference, or around a reference that knows nothing of it. */
import { createNodeEngine } from '../../../reference/src/node/engine.ts';
import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { createProtocol, type Protocol, without } from '../../../reference/src/protocol/protocol.ts';
import { steps } from '../../../reference/src/protocol/steps.ts';
import { type ReplicaSteps, replicaSteps } from '../../../reference/src/replica/steps.ts';
import type { Asked } from '../../../reference/src/subject/omission.ts';
import { type SyncSteps, syncSteps } from '../../../reference/src/sync/steps.ts';
import { type Parts, type Process, type Starting, startingOf } from './in-thread.ts';
import { rememberingEngine } from './remembering-engine.ts';

/** What a reference does in another way than the specification says. */
export interface Changes {
  readonly sync?: Partial<SyncSteps>;
  readonly replica?: Partial<ReplicaSteps>;
  /** Rules that it does not know. */
  readonly without?: readonly string[];
}

const engine = rememberingEngine(createNodeEngine());

const changed = ({ sync, replica, without: left = [] }: Changes): Protocol => {
  const protocol = createProtocol(
    nodeSha256,
    { ...steps, sync: { ...syncSteps, ...sync }, replica: { ...replicaSteps, ...replica } },
    nodeHmacSha512,
  );
  return left.length === 0 ? protocol : without(protocol, left);
};

/** The whole protocol. */
export const whole = changed({});

/** The reference, but for some changes. */
export const reference = (change: Changes = {}, profiles: readonly string[] = ['replica', 'sync']): Starting =>
  startingOf({ protocol: changed(change), engine, deterministic: true, profiles });

/** The reference with other parts. */
export const referenceOf = (parts: Parts): Starting =>
  startingOf({ protocol: whole, engine, deterministic: true, profiles: ['replica', 'sync'] }, parts);

/** The reference, but for what it goes by while some questions are answered. */
export const referenceWhile = (isWrong: (asked: Asked) => boolean, change: Changes): Starting => {
  const other = changed(change);
  const protocolFor = (asked: Asked): Protocol => (isWrong(asked) ? other : whole);
  return startingOf({ protocol: whole, protocolFor, engine, deterministic: true, profiles: ['replica', 'sync'] });
};

export type Loose = Record<string, unknown>;
type Request = { readonly id: string; readonly method: string; readonly params: Loose };

/** Asks what is behind it, and answers with the result. */
export type Ask = (method: string, params: Loose) => Loose;

/** Stands between the judge and the reference: answers a question by itself, or leaves it as it is. */
export type Middle = (method: string, params: Loose, ask: Ask) => Loose | undefined;

/** A reference with something around it, which is new in each process. */
export const around = (make: () => Middle, start: Starting = reference()): Starting => {
  return (): Process => {
    const [process, middle] = [start(), make()];
    const ask: Ask = (method, params) =>
      (JSON.parse(process(JSON.stringify({ jsonrpc: '2.0', id: 'behind', method, params }))) as { result: Loose })
        .result;
    return (line) => {
      const { id, method, params } = JSON.parse(line) as Request;
      try {
        const result = middle(method, params, ask);
        return result === undefined ? process(line) : JSON.stringify({ jsonrpc: '2.0', id, result });
      } catch (error) {
        // As a program does that has an exception which it did not expect.
        return JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32_603, message: String(error) } });
      }
    };
  };
};
