import { createNodeEngine } from '../../../reference/src/node/engine.ts';
import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import { createJsEngine } from '../../../reference/src/signature/js-engine.ts';
import { answer } from '../../../reference/src/subject/answer.ts';
import type { Cell } from '../../../reference/src/subject/cells.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
import { Replicas } from '../../../reference/src/subject/replicas.ts';
import { createVariants } from '../../../reference/src/subject/variant.ts';
import type { Check } from '../../src/checks/check.ts';
import { paramsFor } from '../../src/checks/params.ts';
import { suite } from '../../src/index.ts';
import { encodeRequest, parseResponse } from '../../src/protocol/message.ts';
import { openLedger } from '../../src/protocol/rules.ts';
import { judgeSettled, termsOf } from '../../src/verdict/judge.ts';
import { caseOf } from './outcome.ts';

/** What the judge found of one cell. */
export interface CellOutcome {
  readonly cell: string;
  /** The cases that failed and name one of its requirements, each once. */
  readonly noticedBy: readonly string[];
  /** How many checks were asked. */
  readonly asked: number;
}

const protocol = createProtocol(nodeSha256, undefined, nodeHmacSha512);
/** Native engines check most clauses of a signature by themselves; only the JavaScript one shows what is missing. */
const engines = { node: createNodeEngine(), js: createJsEngine() };
const hello = { operations: {} };
const ledger = openLedger();

const formatsOf = ({ input }: Check): readonly unknown[] =>
  [input, ...((input.records ?? []) as { format?: unknown }[])].map(({ format }) => format);

/** Whether a check asks about the place of a cell, and names what is not kept there. */
const isAbout = (check: Check, { profile, operation, mode, format, requirements }: Cell): boolean =>
  check.profile === profile &&
  check.operation === operation &&
  (mode === undefined || check.input.mode === mode) &&
  (format === undefined || formatsOf(check).includes(format)) &&
  check.requirements.some((id) => requirements.includes(id));

/** The lines that ask checks; most are asked of many cells. */
const lines = new Map<Check, string>();

const lineFor = (check: Check): string => {
  const known = lines.get(check);
  if (known !== undefined) return known;
  const params = paramsFor(check, hello);
  if (!params.ok) throw new Error(`${check.id} cannot be asked: ${params.reason}`);
  const line = encodeRequest('q', check.operation, params.params);
  lines.set(check, line);
  return line;
};

/** Asks the reference with one cell left out all checks that are about it. */
export const judgeCell = (cell: Cell): CellOutcome => {
  const isClause = cell.requirements.some((id) => id.startsWith('SIG-'));
  const options = {
    protocol,
    protocolFor: createVariants(nodeSha256, [cell], nodeHmacSha512),
    engine: isClause ? engines.js : engines.node,
    deterministic: true,
    profiles: [...profiles.keys()],
    replicas: new Replicas(),
  };
  const checks = suite.checks.filter((check) => isAbout(check, cell));
  const failed = checks.filter((check) => {
    const response = parseResponse(answer(lineFor(check), options));
    // An answer that breaks the conversation fails its question.
    if (!response.ok) return true;
    const terms = termsOf(check.profile, { verdictOnly: false, deterministic: true });
    return judgeSettled(check, response.reply, terms, ledger).outcome === 'failed';
  });
  return { cell: cell.cell, noticedBy: [...new Set(failed.map(({ id }) => caseOf(id)))], asked: checks.length };
};
