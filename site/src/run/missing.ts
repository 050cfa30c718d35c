import type { Report } from '@rockpool/schemas';
import type { Ways } from './operations-panel.tsx';
import type { OperationFacts } from './stub.ts';

/** The operations that a subject claims with its profiles and does not have, in the order of the specification. */
export const missingIn = ({ subject, checks }: Report, { operations, profiles }: Ways): OperationFacts[] => {
  const { hello } = subject;
  if (hello === undefined) return [];
  const claimed = profiles.filter(({ name }) => hello.profiles.includes(name));
  const denied = new Set(
    checks
      .filter(({ failure, profile }) => failure === 'claim-broken' && profile !== 'subject')
      .map((each) => each.operation),
  );
  return operations.filter(
    ({ name }) =>
      claimed.some((profile) => profile.operations.includes(name)) &&
      (!Object.hasOwn(hello.operations, name) || denied.has(name)),
  );
};
