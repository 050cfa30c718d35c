import type { Format } from '../format/format.ts';
import type { Statement } from '../format/statement.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Context } from '../rule/rule.ts';
import { isHeld, type Rejected, type Verdict } from '../rule/verdict.ts';
import type { Task } from '../signature/task.ts';
import type { JsonObject } from '../value/json.ts';
import { verification } from '../verify.ts';
import { type Params, ParamsError } from './params.ts';
import type { Replicas } from './replicas.ts';

/** The result of an operation: one member, `ok`, `reject` or `held`. */
export type OperationResult = { ok: JsonObject } | { reject: JsonObject } | { held: JsonObject };

/** @param replicas those that the judge has opened. */
export type Operation = (params: Params, protocol: Protocol, replicas: Replicas) => Task<OperationResult>;

export const ok = (members: JsonObject = {}): OperationResult => ({ ok: members });

/** The requirement and the place are more than the judge asks for; they help who reads along. */
export const reject = ({ code, requirement, path }: Rejected): OperationResult => ({
  reject: { code, requirement, path },
});

export const fromVerdict = (verdict: { readonly ok: true } | Exclude<Verdict<unknown>, { ok: true }>) =>
  verdict.ok ? ok() : isHeld(verdict) ? { held: { reason: verdict.held } } : reject(verdict);

/** An operation that asks no engine. */
export const atOnce = (
  answer: (params: Params, protocol: Protocol, replicas: Replicas) => OperationResult,
): Operation =>
  // biome-ignore lint/correctness/useYield: a task that has nothing to ask is a task nevertheless
  function* (params, protocol, replicas) {
    return answer(params, protocol, replicas);
  };

export function formatIn(params: Params, { formats }: Protocol): Format {
  const format = formats.get(params.string('format'));
  if (format === undefined) throw new ParamsError(`format must be one of ${[...formats.keys()].join(', ')}`);
  return format;
}

/** The clock, and the hmac key where there is one. */
export const contextIn = (params: Params): Context => ({ now: params.micros('now'), hmac: params.hmac() });

/** Verifies the text of params that have `text` or `bytes`, and `format`. */
export const verifyText = (params: Params, context: Context, protocol: Protocol): Task<Verdict<Statement>> =>
  verification(params.text(), formatIn(params, protocol), { protocol, ...context });
