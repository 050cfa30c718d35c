import type { OperationName } from '@rockpool/schemas';
import type { Reply } from '../protocol/message.ts';
import { OK_MEMBERS, SIGNED_MEMBER } from '../protocol/operations.ts';
import { asSet, equalJson } from './equal.ts';
import { namedIn } from './named.ts';

const part = (operation: OperationName, reply: Reply, deterministic: boolean): unknown => {
  if (reply.kind === 'error') return { error: reply.code };
  const { ok, reject, held } = reply.result as {
    ok?: Record<string, unknown>;
    reject?: { code: string };
    held?: { reason: string };
  };
  if (reject) return { reject: reject.code };
  if (held) return { held: held.reason };
  if (!ok || (operation in SIGNED_MEMBER && !deterministic)) return { ok: ok !== undefined };
  return OK_MEMBERS[operation].map((name) => {
    const value = namedIn(operation, ok[name] ?? null);
    return name === 'deleted' && Array.isArray(value) ? asSet(value) : value;
  });
};

/** Whether two replies to one question are the same answer [SUB-9]; members without a meaning are ignored. */
export const sameAnswer = (operation: OperationName, first: Reply, second: Reply, deterministic: boolean): boolean =>
  equalJson(part(operation, first, deterministic), part(operation, second, deterministic));
