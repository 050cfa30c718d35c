/** Programs around the reference that send what is not theirs to send, or work too hard. */
import { hearing, messagesIn, read, recordsIn, type Sent, saying } from './broken-sessions.ts';
import { around, type Loose } from './broken-subject.ts';
import type { Starting } from './in-thread.ts';

const isRecord = ({ format, text }: Loose): boolean => typeof format === 'string' && typeof text === 'string';

/** Passes on what it has got before it has judged it: with the next records also those that it rejected. */
export const passingOn = (): Starting =>
  around(() => {
    const rejected: Sent[] = [];
    return (method, params, ask) => {
      if (method !== 'session.receive') return undefined;
      const result = ask(method, params);
      const send = messagesIn(result).map((message) =>
        message.type === 'records' ? { ...message, records: [...recordsIn(message), ...rejected.splice(0)] } : message,
      );
      for (const { format, text } of recordsIn(read(params.text)).filter(isRecord))
        if ('reject' in ask('record.verify', { format, now: params.now, text })) rejected.push({ format, text });
      return { ok: { ...(result.ok as Loose), send: send.map((message) => JSON.stringify(message)) } };
    };
  });

/** Opens each session for the replica that was opened first. */
export const mistakingReplicas = (): Starting =>
  around(() => {
    let first: unknown;
    return (method, params, ask) => {
      if (method === 'replica.open') first ??= params.replica;
      return method === 'session.open' ? ask(method, { ...params, replica: first }) : undefined;
    };
  });

/** Does not look at the filter of its partner. */
export const forgettingTheirFilter = (): Starting => hearing(({ filter: _, ...message }) => message);

/** Says its filter, and does not look at it. */
export const forgettingItsFilter = (): Starting =>
  around(() => {
    const filters = new Map<unknown, unknown>();
    return (method, { filter, ...params }, ask) => {
      if (!method.startsWith('session.')) return undefined;
      if (method === 'session.open') filters.set(params.session, filter);
      const said = filters.get(params.session);
      const result = ask(method, params);
      const send = messagesIn(result).map((message) =>
        JSON.stringify(message.type === 'open' && said !== undefined ? { ...message, filter: said } : message),
      );
      return { ok: { ...(result.ok as Loose), send } };
    };
  });

/** Pushes all that its replica was given since, whatever the filters say. */
export const pushingAll = (): Starting =>
  around(() => {
    let given: Sent[] = [];
    return (method, params, ask) => {
      if (method === 'replica.ingest') given.push(...(params.records as Sent[]));
      if (method !== 'session.receive') return undefined;
      const records = given.map(({ format, text }) => ({ format, text }));
      given = [];
      if (params.text !== undefined || params.closed !== undefined) return undefined;
      const result = ask(method, params);
      const send = messagesIn(result).map((message) =>
        JSON.stringify(message.type === 'records' ? { ...message, records } : message),
      );
      return { ok: { ...(result.ok as Loose), send } };
    };
  });

const placeOf = ({ text }: Sent): string => {
  const { header = {} } = (read(text) ?? {}) as { header?: Loose };
  return JSON.stringify([header.author, header.log, header.sequence ?? text]);
};

/** Sends one message for each place in a feed, so that no fork is seen. */
export const hidingForks = (): Starting =>
  saying(
    () => (messages) =>
      messages.map((message) =>
        message.type === 'records'
          ? { ...message, records: [...new Map(recordsIn(message).map((each) => [placeOf(each), each])).values()] }
          : message,
      ),
  );

/** Tells of no fork in a replica that has a filter. */
export const hidingFilteredForks = (): Starting =>
  around(() => {
    const filtered = new Map<unknown, boolean>();
    return (method, params, ask) => {
      if (method === 'replica.open') filtered.set(params.replica, params.filter !== undefined);
      if (method !== 'replica.state' || filtered.get(params.replica) !== true) return undefined;
      const { ok } = ask(method, params) as { ok: { feeds: readonly Loose[] } };
      return { ok: { ...ok, feeds: ok.feeds.map(({ evidence: _, ...feed }) => feed) } };
    };
  });

/** Takes the clock that its partner shows for its own. */
export const sharingClocks = (): Starting =>
  hearing((message, now) =>
    message.type === 'open' && Math.abs(Number(message.now) - now) <= 600_000_000 ? { ...message, now } : message,
  );

/** Looks at its clock when a session begins, and not while it goes on. */
export const stoppingClocks = (): Starting =>
  around(() => {
    const begun = new Map<unknown, unknown>();
    return (method, params, ask) => {
      if (method === 'session.open') begun.set(params.session, params.now);
      if (method !== 'session.receive' || params.text === undefined) return undefined;
      return ask(method, { ...params, now: begun.get(params.session) });
    };
  });

/** Makes room for as many ids as a list says that it has. */
export const makingRoom = (): Starting =>
  hearing((message) => {
    const [bound, kind, ...number] =
      message.type === 'reconcile' ? Buffer.from(String(message.ranges), 'base64url') : [];
    const isList = bound === 0 && kind === 2;
    const ids = new Array<string>(isList ? number.reduceRight((all, byte) => all * 128 + (byte & 127), 0) : 0);
    return ids.length < 0 ? {} : message;
  });

/** Compares one entry in 75 of some ranges with all pairs of others: more would take longer and show the same. */
export const comparingRanges = (): Starting =>
  hearing((message) => {
    const bytes = message.type === 'reconcile' ? Buffer.from(String(message.ranges), 'base64url').length : 0;
    let equal = 0;
    for (let one = 0; one < bytes; one += 300)
      for (let two = 0; two < bytes; two += 300)
        for (let three = 0; three < bytes; three += 300) if (one === two && two === three) equal += 1;
    return equal < 0 ? {} : message;
  });

/** The same nonce for all sessions of a process. */
export const repeatingNonces = (): Starting =>
  around(() => {
    let first: unknown;
    return (method, params, ask) => {
      if (method !== 'session.open') return undefined;
      first ??= params.entropy;
      return ask(method, { ...params, entropy: first });
    };
  });
