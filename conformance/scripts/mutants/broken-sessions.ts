/** Programs around the reference that break what its sessions say, hear or keep. */
import { condemning } from '../../../reference/src/subject/broken/memory.ts';
import { around, type Changes, type Loose, type Middle, reference, referenceWhile } from './broken-subject.ts';
import type { Starting } from './in-thread.ts';

type Message = Loose & { readonly type?: unknown };
export type Sent = { readonly format: string; readonly text: string };

export const read = (text: unknown): Message | undefined => {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null ? (value as Message) : undefined;
  } catch {
    return undefined;
  }
};

export const messagesIn = ({ ok }: Loose): Message[] =>
  ((ok as { send?: string[] } | undefined)?.send ?? []).map(read).filter((each) => each !== undefined);

export const recordsIn = (message: Message | undefined): readonly Sent[] =>
  message?.type === 'records' && Array.isArray(message.records) ? (message.records as Sent[]) : [];

const isSession = (method: string): boolean => method.startsWith('session.');

/** Says something else than the reference; what it says may depend on what was asked before. */
export const saying = (
  make: () => (messages: readonly Message[], params: Loose, heard: Message | undefined) => readonly Message[],
  start?: Starting,
): Starting =>
  around(() => {
    const change = make();
    return (method, params, ask) => {
      if (!isSession(method)) return undefined;
      const result = ask(method, params);
      const said = messagesIn(result);
      const send = change(said, params, read(params.text)).map((each) => JSON.stringify(each));
      return said.length === 0 && send.length === 0 ? result : { ok: { ...(result.ok as Loose), send } };
    };
  }, start);

/** Hears something else than what is said. */
export const hearing = (change: (message: Message, now: number) => Message): Starting =>
  around(() => (method, params, ask) => {
    const message = method === 'session.receive' ? read(params.text) : undefined;
    const heard = message && change(message, Number(params.now));
    return heard === message ? undefined : ask(method, { ...params, text: JSON.stringify(heard) });
  });

/** Goes by other rules from the second round of a session on. */
export const inLaterRounds = (change: Changes): Starting => {
  let isLater = false;
  const rounds: Middle = (method, params, ask) => {
    if (method !== 'session.receive') return undefined;
    const session = String(params.session);
    isLater = done.has(session);
    const result = ask(method, params);
    if ((result.ok as Loose | undefined)?.done !== undefined) done.add(session);
    return result;
  };
  const done = new Set<string>();
  return around(
    () => rounds,
    referenceWhile(() => isLater, change),
  );
};

/** Goes by other rules from the second pass of a round on: behind two `done`. */
export const inSecondPasses = (change: Changes): Starting => {
  let isSecond = false;
  const dones = new Map<string, number>();
  const count = (session: string, messages: readonly (Message | undefined)[]): void => {
    const more = messages.filter((each) => each?.type === 'done').length;
    dones.set(session, (dones.get(session) ?? 0) + more);
  };
  const middle: Middle = (method, params, ask) => {
    if (method !== 'session.receive') return undefined;
    const session = String(params.session);
    isSecond = (dones.get(session) ?? 0) >= 2;
    count(session, [read(params.text)]);
    const result = ask(method, params);
    count(session, messagesIn(result));
    return result;
  };
  return around(
    () => middle,
    referenceWhile(() => isSecond, change),
  );
};

/** Goes by other rules while it answers about a session. */
export const inSessions = (change: Changes): Starting =>
  referenceWhile(({ operation }) => operation === 'session.receive', change);

/** Remembers a header as wrong once content in a session was. */
export const condemningHeaders = (): Starting => inSessions({ replica: { heeds: condemning() } });

/** Takes what comes in a session in one transaction, which a cut undoes. */
export const undoing = (): Starting =>
  around(() => {
    const given: (readonly [method: string, params: Loose])[] = [];
    const open = new Set<unknown>();
    return (method, params, ask) => {
      if (method === 'session.open') open.add(params.session);
      if (method === 'replica.open' || method === 'replica.ingest') given.push([method, params]);
      if (method !== 'session.receive') return undefined;
      const result = ask(method, params);
      if ((result.ok as Loose | undefined)?.done !== undefined) open.delete(params.session);
      if (params.closed === true && open.delete(params.session)) for (const each of given) ask(...each);
      return result;
    };
  });

/** Takes what it has sent for arrived, and sends it to nobody again. */
export const trusting = (): Starting =>
  saying(() => {
    const sent = new Set<string>();
    return (messages) =>
      messages.flatMap((message) => {
        if (message.type !== 'records') return [message];
        const records = recordsIn(message).filter(({ text }) => !sent.has(text));
        for (const { text } of records) sent.add(text);
        return records.length === 0 ? [] : [{ ...message, records }];
      });
  });

/** Answers a message of records by itself where one of them is rejected. */
const whereRejected = (answer: (params: Loose, ask: Parameters<Middle>[2]) => Loose): Starting =>
  around(() => (method, params, ask) => {
    if (method !== 'session.receive') return undefined;
    const { now } = params;
    const isRejected = ({ format, text }: Sent) => 'reject' in ask('record.verify', { format, now, text });
    return recordsIn(read(params.text)).some(isRejected) ? answer(params, ask) : undefined;
  });

/** Does as if a message with a rejected record in it had not come. */
export const droppingMessages = (): Starting => whereRejected(() => ({ ok: { send: [] } }));

/** Ends a session in which a record is rejected. */
export const leavingLiars = (): Starting =>
  whereRejected(({ session, now }, ask) => {
    ask('session.receive', { session, now, closed: true });
    const error = { code: 'unwelcome' };
    return { ok: { send: [JSON.stringify({ type: 'error', ...error })], error } };
  });

/** Says of a transport that ended that both are equal. */
export const callingCutsEqual = (): Starting =>
  around(() => (method, params, ask) => {
    if (method !== 'session.receive' || params.closed !== true) return undefined;
    const done = { equal: true, refused: 0, wanted: 0 };
    return { ok: { ...(ask(method, params).ok as Loose), done } };
  });

/** Takes the records of a message up to the first that is rejected, and says the same of all behind it. */
export const stoppingAtRejected = (): Starting => {
  let rejected: { readonly code: unknown } | undefined;
  let isHeeded = false;
  const start = reference({
    replica: {
      heeds: (verdict) => {
        if (!isHeeded) return verdict;
        if (rejected === undefined && 'code' in verdict) rejected = verdict;
        return (rejected as typeof verdict | undefined) ?? verdict;
      },
    },
  });
  const middle: Middle = (method) => {
    rejected = undefined;
    isHeeded = method === 'session.receive';
    return undefined;
  };
  return around(() => middle, start);
};
