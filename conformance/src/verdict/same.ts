import type { OperationName } from '@rockpool/schemas';
import { type Question, questionAt } from '../checks/check.ts';
import type { Reply } from '../protocol/message.ts';
import { OK_MEMBERS, SIGNED_MEMBER } from '../protocol/operations.ts';
import { asSet, equalJson } from './equal.ts';
import { namedIn } from './named.ts';
import { saidIn } from './said.ts';

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
    // A cursor says nothing but to whoever gave it.
    if (name === 'next') return name in ok;
    if (name === 'send') return saidIn(ok[name], deterministic);
    const value = namedIn(operation, name, ok[name] ?? null);
    return name === 'deleted' && Array.isArray(value) ? asSet(value) : value;
  });
};

/** Whether two replies to one question are the same answer [SUB-9]; members without a meaning are ignored. */
export const sameAnswer = (operation: OperationName, first: Reply, second: Reply, deterministic: boolean): boolean =>
  equalJson(part(operation, first, deterministic), part(operation, second, deterministic));

/** All replies to a question, the last one last. */
const repliesIn = (reply: Reply): readonly (Reply | undefined)[] => [...(reply.before ?? []), reply];

/** The first step of a question at which two answers are others, from 0, with what came there; nothing where they are the same [SUB-9]. */
export const otherAt = (
  question: Question,
  first: Reply,
  second: Reply,
  deterministic: boolean,
): { step: number; replies: [Reply, Reply] } | undefined => {
  const [some, others] = [repliesIn(first), repliesIn(second)];
  for (const [step, one] of some.entries()) {
    const [other, operation] = [others[step], questionAt(question, step)?.operation];
    if (one === undefined || other === undefined || operation === undefined) continue;
    if (!sameAnswer(operation, one, other, deterministic)) return { step, replies: [one, other] };
  }
  return undefined;
};
