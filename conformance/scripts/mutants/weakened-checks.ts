import type { CheckResult } from '@rockpool/schemas';
import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import type { SyncEngine } from '../../../reference/src/signature/engine.ts';
import { answer, type SubjectOptions } from '../../../reference/src/subject/answer.ts';
import type { Weakened } from '../../../reference/src/subject/weakened/weakened.ts';
import type { Check } from '../../src/checks/check.ts';
import { paramsFor } from '../../src/checks/params.ts';
import { encodeRequest, parseResponse } from '../../src/protocol/message.ts';
import { openLedger } from '../../src/protocol/rules.ts';
import { resultOf } from '../../src/report/results.ts';
import { suite } from '../../src/suite.ts';
import { judgeSettled, termsOf } from '../../src/verdict/judge.ts';
import { hello, sound, soundSubject, type WeakenedSubject } from './weakened-subject.ts';
import { type Touches, type Trace, touches, tracing } from './weakened-trace.ts';

/** The question that asks a check. */
const lines = new Map<Check, string>();

/** Longer questions are not remembered, in characters. */
const REMEMBERED = 100_000;

const lineOf = (check: Check): string => {
  const known = lines.get(check);
  if (known !== undefined) return known;
  const params = paramsFor(check, hello);
  if (!params.ok) throw new Error(`${check.id} cannot be asked: ${params.reason}`);
  const line = encodeRequest('0', check.operation, params.params);
  if (line.length < REMEMBERED) lines.set(check, line);
  return line;
};

const ledger = openLedger();

/** What the judge says of the answer of a subject in this thread. */
export const ask = (check: Check, subject: SubjectOptions<SyncEngine>): CheckResult =>
  askBy(check, (line) => answer(line, subject));

/** The same, of whatever answers a line. */
export const askBy = (check: Check, answered: (line: string) => string): CheckResult => {
  const parsed = parseResponse(answered(lineOf(check)));
  if (!parsed.ok) throw new Error(`${check.id}: ${parsed.why}`);
  const terms = termsOf(check.profile, { verdictOnly: false, deterministic: true });
  return resultOf(check, judgeSettled(check, parsed.reply, terms, ledger));
};

/** The formats of the texts of a question. */
const formatsOf = ({ input }: Check): readonly unknown[] => [
  input.format,
  ...(Array.isArray(input.records) ? input.records.map(({ format }) => format) : []),
];

const CORE: Readonly<Record<string, readonly string[]>> = {
  TXT: ['canonical.encode'],
  CAN: ['canonical.encode'],
  ID: ['id.parse', 'id.sort'],
  SIG: ['signature.verify'],
  BLB: ['blob.id'],
};

/** The checks that can notice, in the order of the suite. */
export const checksFor = ({ requirement, format, operations }: Weakened): readonly Check[] => {
  const core = CORE[requirement.replace(/-\d+$/, '')] ?? [];
  return suite.checks.filter(
    (check) =>
      // One line asks no schedule.
      check.steps === undefined &&
      (format === undefined ? core.includes(check.operation) : formatsOf(check).includes(format)) &&
      (operations?.includes(check.operation) ?? true),
  );
};

const traced = tracing((steps) => createProtocol(nodeSha256, steps, nodeHmacSha512));
/** Those of one format: it is the turn of one format after the other. */
const traces = new Map<Check, Trace>();
let tracedFormat: string | undefined;

/** What the rules say while the reference answers, gathered when it is first asked for. */
const traceOf = (check: Check): Trace => {
  const known = traces.get(check);
  if (known !== undefined) return known;
  const result = ask(check, { ...soundSubject, protocol: traced.protocol });
  if (result.outcome !== 'passed') throw new Error(`the reference itself fails ${check.id}`);
  const trace = traced.take();
  traces.set(check, trace);
  return trace;
};

/** Of the checks that can notice, those whose answer can be another one. */
export const touched = (weakened: Weakened, { subject, change }: WeakenedSubject): readonly Check[] => {
  if (weakened.format !== tracedFormat) traces.clear();
  tracedFormat = weakened.format;
  const isTouched: Touches = touches(subject.protocol, sound, change);
  return checksFor(weakened).filter((check) => isTouched(traceOf(check)));
};
