import type { OperationName, ProfileName } from '@rockpool/schemas';
import { type Check, questionAt } from '../checks/check.ts';
import { requestFor } from '../checks/request.ts';
import { METHOD_NOT_FOUND } from '../protocol/message.ts';
import { isProfile, OPERATIONS_OF, PROFILES } from '../protocol/operations.ts';
import { endsProcess, type Request } from '../protocol/request.ts';
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

/** A check that ends in a question of that operation: the check itself, or of a schedule its beginning. */
const beginningOf = (check: Check, operation: OperationName): Check | undefined => {
  const { steps = [] } = check;
  const end = steps.findIndex((step) => 'operation' in step && step.operation === operation);
  const last = end < 0 ? undefined : questionAt(check, end);
  if (last === undefined) return check.operation === operation ? check : undefined;
  const { cursorFrom: _, steps: __, ...about } = check;
  return { ...about, ...last, ...(end === 0 ? {} : { steps: steps.slice(0, end) }) };
};

/** A question that the operation takes, with what has to be asked before it, whichever check it comes from. */
const sampleOf = (operation: OperationName, checks: readonly Check[], asker: Asker): Request | undefined => {
  for (const check of checks) {
    const beginning = beginningOf(check, operation);
    const asked = beginning && requestFor(beginning, asker);
    if (asked?.ok && !endsProcess(asked.request)) return asked.request;
  }
  return undefined;
};

/** Whether the last question of an item is answered by saying that there is no such operation. */
const saysUnknown = (answer: Settled, { before = [] }: Request): boolean =>
  answer.kind === 'error' && answer.code === METHOD_NOT_FOUND && (answer.before?.length ?? 0) === before.length;

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
        const sample = sampleOf(operation, checks, asker);
        const item = sample && { ...sample, key: `subject/claims-${profile}` };
        const answer = item && (await asker.askOne(item));
        answered.set(operation, !(answer && saysUnknown(answer, item)));
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
