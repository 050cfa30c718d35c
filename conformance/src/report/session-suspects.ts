import type { CheckResult } from '@rockpool/schemas';
import { isAboutSession, sessionFault, sessionFormFault } from '../verdict/session.ts';

type Ok = Readonly<Record<string, unknown>>;

const okOf = (answer: unknown): Ok | undefined => (answer as { ok?: Ok } | undefined)?.ok;

/** What an answer says is the same on all terms; codes are looked at elsewhere. */
const TERMS = { codes: true, reasons: true, deterministic: false };

type Asked = { input?: Ok; expect?: unknown };

/** Whether the session had ended before, with the transport or an error. */
const hasEnded = ({ input, steps = [] }: CheckResult): boolean =>
  (steps as readonly Asked[]).some(
    ({ input: before, expect }) =>
      before?.session !== undefined &&
      before.session === (input as Ok | undefined)?.session &&
      (before.closed === true || okOf(expect)?.error !== undefined),
  );

const sendsNothing = ({ send }: Ok): boolean => Array.isArray(send) && send.length === 0;

/**
 * Which sentences about sessions a wrong answer could break, of them those that the check names where there are any. Undefined where
 * the answer is about something else or was cut, and where a code says more.
 */
export const suspectsInSession = (result: CheckResult): readonly string[] | undefined => {
  const { operation, requirements, expected, got } = result;
  const [right, came] = [okOf(expected), okOf(got)];
  if (operation === undefined || !isAboutSession(operation) || right === undefined || came === undefined)
    return undefined;
  if (sessionFormFault(came) !== undefined) return undefined;
  if (hasEnded(result) && !sendsNothing(came)) return ['SYN-6'];
  const guilty = sessionFault(right, came, TERMS)?.guilty ?? [];
  const named = guilty.filter((id) => requirements.includes(id));
  if (named.length > 0) return named;
  return guilty.length === 0 ? undefined : guilty;
};
