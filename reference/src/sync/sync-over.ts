import type { Ending, Transport } from '../transport/transport.ts';
import { createSession, type SessionHost, type SessionHostOptions } from './session-host.ts';
import type { SessionEnd } from './session-types.ts';

/** How often a session looks whether something has to be sent, or has not come, in milliseconds. */
const tickMillis = 1_000;

/** A session that has a transport of its own. */
export interface CarriedSession {
  readonly session: SessionHost;
  /** How both ended. The transport ends with the session, and the session with it. Rejects if the store fails. */
  readonly ended: Promise<{ readonly session: SessionEnd; readonly transport: Ending }>;
}

/** Holds a session over a transport, to which nobody listens yet, and begins it. */
export function syncOver(transport: Transport, options: Omit<SessionHostOptions, 'send'>): CarriedSession {
  let failure: { readonly cause: unknown } | undefined;
  const { promise: over, resolve: end } = Promise.withResolvers<SessionEnd>();
  const session = createSession({
    ...options,
    send: (text) => transport.send(text),
    onEnd(how) {
      options.onEnd?.(how);
      end(how);
      // The last message is on its way already.
      transport.close(how.how === 'error' ? how.code : '');
    },
  });
  const attempt = (work: Promise<void>) =>
    work.catch((cause: unknown) => {
      failure ??= { cause };
      transport.close('a fault of this program');
    });
  const timer = setInterval(() => void attempt(session.tick()), tickMillis);
  transport.listen((text) => attempt(session.receive(text)));
  void attempt(session.start());
  const finish = async () => {
    const ending = await transport.closed;
    clearInterval(timer);
    await attempt(session.closed());
    if (failure !== undefined) throw failure.cause;
    return { session: await over, transport: ending };
  };
  return { session, ended: finish() };
}
