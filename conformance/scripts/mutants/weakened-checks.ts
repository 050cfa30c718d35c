import type { CheckResult } from '@rockpool/schemas';
import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import type { SyncEngine } from '../../../reference/src/signature/engine.ts';
import type { SubjectSettings } from '../../../reference/src/subject/answer.ts';
import type { Weakened } from '../../../reference/src/subject/weakened/weakened.ts';
import type { Check } from '../../src/checks/check.ts';
import { suite } from '../../src/suite.ts';
import { askInThread, operationsOf, startingOf } from './in-thread.ts';
import { sound, soundSubject, type WeakenedSubject } from './weakened-subject.ts';
import { type Touches, type Trace, touches, tracing } from './weakened-trace.ts';

/** What the judge says of the answer of a subject in this thread. */
export const ask = (check: Check, subject: SubjectSettings<SyncEngine>): CheckResult =>
  askInThread(check, startingOf(subject));

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

const isAbout =
  (prefix: string) =>
  ({ operations }: Weakened): boolean =>
    operations?.every((operation) => operation.startsWith(prefix)) ?? false;
const isAboutReplicas = isAbout('replica.');
const isAboutSessions = isAbout('session.');

/** Schedules in which more than one session is opened. */
const meetingsOfMany = (): readonly Check[] =>
  suite.checks.filter(
    (check) =>
      check.profile === 'sync' && operationsOf(check).filter((operation) => operation === 'session.open').length > 1,
  );

/** Of replicas of one family, which is named by one format of it. */
const schedulesFor = ({ format = '', operations = [] }: Weakened): readonly Check[] => {
  const profile = format.startsWith('rp.') ? 'replica' : 'earthstar-replica';
  return suite.checks.filter(
    (check) => check.profile === profile && operationsOf(check).some((operation) => operations.includes(operation)),
  );
};

/** The checks that can notice, in the order of the suite. */
export const checksFor = (weakened: Weakened): readonly Check[] => {
  if (isAboutReplicas(weakened)) return schedulesFor(weakened);
  if (isAboutSessions(weakened)) return meetingsOfMany();
  const { requirement, format, operations } = weakened;
  const core = CORE[requirement.replace(/-\d+$/, '')] ?? [];
  return suite.checks.filter(
    (check) =>
      // What is wrong with a record shows without a replica.
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
  // What a step of a replica is given changes while it is kept: it cannot be given again.
  if (isAboutReplicas(weakened) || isAboutSessions(weakened)) return checksFor(weakened);
  if (weakened.format !== tracedFormat) traces.clear();
  tracedFormat = weakened.format;
  const isTouched: Touches = touches(subject.protocol, sound, change);
  return checksFor(weakened).filter((check) => isTouched(traceOf(check)));
};
