import type { HelloResult, OperationName, ProfileName } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { paramsFor } from '../checks/params.ts';
import { METHOD_NOT_FOUND } from '../protocol/message.ts';
import { isProfile, OPERATIONS_OF, PROFILES } from '../protocol/operations.ts';
import type { Ledger } from '../protocol/rules.ts';
import type { Asker, Settled } from './asker.ts';

/** Per claimed profile, what is wrong with the claim; an empty list where nothing is. */
export type Claims = ReadonlyMap<ProfileName, string[]>;

/** What came, as it was written. */
const gotOf = (answer: Settled): unknown => {
  if (answer.kind === 'result') return { result: answer.result };
  return answer.kind === 'error' ? { error: { code: answer.code, message: answer.message } } : undefined;
};

/** Nobody has an operation of a name that was made up a moment ago [SUB-3]. */
const probeUnknown = async (asker: Asker, ledger: Ledger, word: string): Promise<void> => {
  const method = `probe.${word}`;
  const answer = await asker.askOne({ key: 'subject/unknown-method', method, params: '{}' });
  if (answer.kind === 'error' && answer.code === METHOD_NOT_FOUND) return;
  if (answer.kind === 'not-asked') return;
  const what = `asked for ${method}, which nobody has, it did not answer with the error −32601`;
  const detail = answer.kind === 'result' || answer.kind === 'error' ? what : `${what}: ${answer.detail}`;
  ledger.note({
    rule: 'SUB-3',
    detail,
    input: { method, params: {} },
    expected: { error: { code: METHOD_NOT_FOUND } },
    got: gotOf(answer),
  });
};

/** A question that the operation takes, whichever check it comes from. */
const sampleOf = (operation: OperationName, checks: readonly Check[], hello: HelloResult): string | undefined => {
  for (const check of checks) {
    if (check.operation !== operation) continue;
    const params = paramsFor(check, hello);
    if (params.ok) return params.params;
  }
  return undefined;
};

const noProfile = (name: string): string =>
  `the subject claims ${JSON.stringify(name)}, which is no profile; there are ${PROFILES.join(', ')}`;

/** Each claimed operation is called once: a claim that breaks is a failure and never a skip [SUB-7]. */
const probeClaims = async (asker: Asker, ledger: Ledger, checks: readonly Check[]): Promise<Claims> => {
  const { hello } = asker;
  const claims = new Map<ProfileName, string[]>();
  const answered = new Map<OperationName, boolean>();
  for (const profile of hello.profiles) {
    if (!isProfile(profile)) {
      ledger.note({ rule: 'SUB-7', detail: noProfile(profile) });
      continue;
    }
    const broken: string[] = [];
    for (const operation of OPERATIONS_OF[profile]) {
      if (!Object.hasOwn(hello.operations, operation)) {
        broken.push(`${operation} is not among its operations`);
        continue;
      }
      if (!answered.has(operation)) {
        const params = sampleOf(operation, checks, hello);
        const item = params === undefined ? undefined : { key: `subject/claims-${profile}`, method: operation, params };
        const answer = item && (await asker.askOne(item));
        answered.set(operation, !(answer?.kind === 'error' && answer.code === METHOD_NOT_FOUND));
      }
      if (answered.get(operation) === false) broken.push(`it says that it does not have ${operation}`);
    }
    claims.set(profile, broken);
    for (const what of broken) ledger.note({ rule: 'SUB-7', detail: `it claims ${profile}, and ${what}` });
  }
  return claims;
};

export const probe = async (asker: Asker, ledger: Ledger, checks: readonly Check[], word: string): Promise<Claims> => {
  await probeUnknown(asker, ledger, word);
  return probeClaims(asker, ledger, checks);
};
