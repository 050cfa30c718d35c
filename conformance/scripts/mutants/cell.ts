import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import type { Cell } from '../../../reference/src/subject/cells.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
import { createVariants } from '../../../reference/src/subject/variant.ts';
import type { Check } from '../../src/checks/check.ts';
import { suite } from '../../src/index.ts';
import { engineWithout } from './engines.ts';
import { askInThread, operationsOf, startingOf } from './in-thread.ts';
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
/** A replica, and a session of it, is named by one format of its family, of which its profile is. */
const isOfReplicas = (operation: string): boolean => /^(?:replica|session)\./.test(operation);

const formatsOf = ({ input }: Check): readonly unknown[] =>
  [input, ...((input.records ?? []) as { format?: unknown }[])].map(({ format }) => format);

/** Whether a check asks about the place of a cell, and names what is not kept there. */
const isAbout = (check: Check, { profile, operation, mode, format, requirements }: Cell): boolean =>
  check.profile === profile &&
  operationsOf(check).includes(operation) &&
  (mode === undefined || check.input.mode === mode) &&
  (format === undefined || isOfReplicas(operation) || formatsOf(check).includes(format)) &&
  check.requirements.some((id) => requirements.includes(id));

/** Asks the reference with one cell left out all checks that are about it. */
export const judgeCell = (cell: Cell): CellOutcome => {
  const options = {
    protocol,
    protocolFor: createVariants(nodeSha256, [cell], nodeHmacSha512),
    engine: engineWithout(cell.requirements),
    deterministic: true,
    profiles: [...profiles.keys()],
  };
  const checks = suite.checks.filter((check) => isAbout(check, cell));
  const failed = checks.filter((check) => askInThread(check, startingOf(options)).outcome === 'failed');
  return { cell: cell.cell, noticedBy: [...new Set(failed.map(({ id }) => caseOf(id)))], asked: checks.length };
};
