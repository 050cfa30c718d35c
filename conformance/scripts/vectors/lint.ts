import { rejectionCodes, type VectorCase } from '@rockpool/schemas';
import { OPERATIONS } from '../../src/protocol/operations.ts';
import { NONCE_RULE } from '../../src/verdict/nonces.ts';
import { type Requirement, refuses as rejects } from './load.ts';

/** Operations that refuse nothing: they differ in values only. */
const NEVER_REFUSING = ['blob.id', 'document.merge', 'feed.state', 'replica.ingest', 'replica.state', 'session.open'];

/** The code with which a session refuses a message; one that its partner sent is no refusal. */
const errorSent = ({ expect }: VectorCase): string | undefined => {
  const { send = [] } = ((expect as { ok?: object }).ok ?? {}) as { send?: { type: string; code?: string }[] };
  return send.find(({ type }) => type === 'error')?.code;
};

const refuses = (one: VectorCase): boolean => rejects(one) || errorSent(one) !== undefined;

const codesOf = (one: VectorCase): readonly string[] => {
  const sent = errorSent(one);
  return sent === undefined ? ((one.expect as { reject?: { codes: string[] } }).reject?.codes ?? []) : [sent];
};

/** Whether no string has half of a surrogate pair, which many readers of JSON take nowhere in a file (RFC 7493 §2.1). */
const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWellFormed(member));
};

/** What is wrong with single cases. */
export const lintCases = (cases: readonly VectorCase[], requirements: readonly Requirement[]): string[] => {
  const codes = new Map(requirements.map(({ id, code }) => [id, code]));
  const known = new Set<string>(rejectionCodes.map(({ code }) => code));
  const byId = new Map(cases.map((one) => [one.id, one]));
  return cases.flatMap((one) => {
    const problems: string[] = [];
    if (byId.get(one.id) !== one) problems.push('its id is not unique');
    if (!isWellFormed(one)) problems.push('it has half of a surrogate pair, which not every reader of JSON takes');
    for (const id of one.requirements) {
      const code = codes.get(id);
      if (!codes.has(id)) problems.push(`${id} is no requirement`);
      else if (refuses(one) && code !== undefined && !codesOf(one).includes(code)) {
        problems.push(`it names ${id} and does not expect its code ${code}`);
      }
    }
    for (const code of codesOf(one)) if (!known.has(code)) problems.push(`${code} is no rejection code`);
    if (refuses(one)) {
      const parent = byId.get(one.parent ?? '');
      if (parent === undefined) problems.push(`its parent ${one.parent} does not exist`);
      else if (refuses(parent)) problems.push(`its parent ${one.parent} is refused too`);
    } else if (one.parent !== undefined) {
      problems.push('it is accepted and has a parent');
    }
    return problems.map((problem) => `${one.id}: ${problem}`);
  });
};

/**
 * What the cases leave open: each rule with a code is to have two cases that break it and one that keeps it, each other
 * rule two cases, each code two refusals, each operation both outcomes. The rules of the protocol between judge and
 * subject (SUB) are judged in other ways, and so is SIG-8, which is about all signatures of a run.
 */
export const lintCoverage = (cases: readonly VectorCase[], requirements: readonly Requirement[]): string[] => {
  const problems: string[] = [];
  const count = (passes: (one: VectorCase) => boolean): number => cases.filter(passes).length;
  for (const { id, code, level } of requirements) {
    if (id.startsWith('SUB-') || id === NONCE_RULE || !level.startsWith('MUST')) continue;
    const names = (one: VectorCase): boolean => one.requirements.includes(id);
    const [refused, taken] = [count((one) => names(one) && refuses(one)), count((one) => names(one) && !refuses(one))];
    if (code === undefined && refused + taken < 2) problems.push(`${id}: ${refused + taken} cases, 2 wanted`);
    // REC-20 has a code that only a signer gives.
    if (code !== undefined && refused < 2) problems.push(`${id}: ${refused} refusals, 2 wanted`);
    if (code !== undefined && taken < 1) problems.push(`${id}: no case that keeps it`);
  }
  for (const { code } of rejectionCodes) {
    const found = count((one) => codesOf(one).includes(code));
    if (found < 2) problems.push(`${code}: ${found} refusals, 2 wanted`);
  }
  for (const operation of OPERATIONS) {
    const asked = cases.filter((one) => one.operation === operation);
    if (!asked.some((one) => !refuses(one))) problems.push(`${operation}: no case is accepted`);
    if (!NEVER_REFUSING.includes(operation) && !asked.some(refuses)) problems.push(`${operation}: no case is refused`);
  }
  return problems;
};
