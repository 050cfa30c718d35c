import type { HelloResult } from '@rockpool/schemas';
import { inputFor } from '../checks/params.ts';
import { quote } from '../protocol/message.ts';
import { openLedger } from '../protocol/rules.ts';
import { DEFAULT_TIMEOUT_MILLIS, JUDGE, platformClock, unforeseenId } from '../run/options.ts';
import { type Subject, startSubject } from '../run/subject.ts';
import type { Launch } from '../transport/port.ts';
import { replicaFormFault } from '../verdict/replica.ts';
import { isAboutSession, sessionFormFault } from '../verdict/session.ts';
import { type Host, HostFault } from './host.ts';

/** A subject in a process of its own, in which peers live. */
export type SubjectHost = Host & { hello: HelloResult; close(): Promise<void> };

export type SubjectHostOptions = {
  /** In messages, where there are several: `a`, `b`. */
  name: string;
  launch: Launch;
  /** Where its durable peers live; `launch` where absent. */
  durable?: Launch;
  timeoutMillis?: number | undefined;
};

/** What a net asks of its peers. */
const NEEDED = ['replica.open', 'replica.ingest', 'replica.state', 'session.open', 'session.receive'] as const;

/** Starts a subject; throws `HostFault` where it does not start or lacks an operation that a net needs. */
export const openSubjectHost = async ({ name, launch, timeoutMillis }: SubjectHostOptions): Promise<SubjectHost> => {
  const kept = launch.keep?.();
  const start = async (): Promise<Subject> => {
    const started = await startSubject({
      launch: kept?.launch ?? launch,
      clock: platformClock,
      timeoutMillis: timeoutMillis ?? DEFAULT_TIMEOUT_MILLIS,
      nextId: unforeseenId,
      ledger: openLedger(),
      judge: JUDGE,
    });
    if (!started.ok) throw new HostFault(`${name}: ${started.detail}`);
    return started.subject;
  };
  let subject = await start();
  const { hello } = subject;
  const missing = NEEDED.find((operation) => !Object.hasOwn(hello.operations, operation));
  if (missing !== undefined) {
    await subject.client.close();
    kept?.remove();
    throw new HostFault(`${name} does not have ${missing}, which peers of a net need`);
  }
  return {
    hello,
    ask: async (operation, input) => {
      const params = JSON.stringify(inputFor(operation, input, hello));
      const answer = await subject.ask(0, { method: operation, params });
      if (answer.kind === 'error') throw new HostFault(`${name} answers ${operation} with an error: ${answer.message}`);
      if (answer.kind !== 'result') throw new HostFault(`${name}, asked ${operation}: ${answer.detail}`);
      const { ok } = answer.result as { ok?: Readonly<Record<string, unknown>> };
      if (typeof ok !== 'object' || ok === null)
        throw new HostFault(`${name} answers ${operation} with ${quote(JSON.stringify(answer.result))}`);
      const fault = isAboutSession(operation) ? sessionFormFault(ok) : replicaFormFault({ operation, input }, ok);
      if (fault !== undefined) throw new HostFault(`${name} answers ${operation} in a wrong form: ${fault}`);
      return ok;
    },
    ...(kept === undefined || hello.operations['replica.open']?.durable !== true
      ? {}
      : {
          restart: async () => {
            await subject.client.kill();
            subject = await start();
          },
        }),
    close: async () => {
      await subject.client.close();
      kept?.remove();
    },
  };
};

/** The hosts of a net: one for each subject, and, where the first can be ended by force and started again, one more for durable peers. */
export const openHosts = async (subjects: readonly SubjectHostOptions[]) => {
  const open: SubjectHost[] = [];
  const close = async (): Promise<void> => {
    for (const each of open) await each.close();
  };
  try {
    for (const each of subjects) open.push(await openSubjectHost(each));
    const shared = [...open];
    const first = subjects[0];
    if (first === undefined || shared[0]?.restart === undefined) return { hosts: { shared }, close };
    const durable = await openSubjectHost({ ...first, launch: first.durable ?? first.launch });
    open.push(durable);
    return { hosts: { shared, durable }, close };
  } catch (error) {
    await close();
    throw error;
  }
};
