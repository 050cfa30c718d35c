import type { CheckResult } from '@rockpool/schemas';
import { isAboutSession, sessionFault, sessionFormFault } from '../verdict/session.ts';

type Ok = Readonly<Record<string, unknown>>;

const okOf = (answer: unknown): Ok | undefined => (answer as { ok?: Ok } | undefined)?.ok;

/** What an answer says is the same on all terms; codes are looked at elsewhere. */
const TERMS = { codes: true, reasons: true, deterministic: false };

/**
 * Which sentences about sessions a wrong answer could break, of them those that the check names where there are any. Undefined where
 * the answer is about something else or was cut, and where a code says more.
 */
export const suspectsInSession = ({
  operation,
  requirements,
  expected,
  got,
}: CheckResult): readonly string[] | undefined => {
  const [right, came] = [okOf(expected), okOf(got)];
  if (operation === undefined || !isAboutSession(operation) || right === undefined || came === undefined)
    return undefined;
  if (sessionFormFault(came) !== undefined) return undefined;
  const guilty = sessionFault(right, came, TERMS)?.guilty ?? [];
  const named = guilty.filter((id) => requirements.includes(id));
  if (named.length > 0) return named;
  return guilty.length === 0 ? undefined : guilty;
};
