import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a refusal says: a status of HTTP, and a sentence for a person. */
export type Refusal = { status: number; why: string };

export type Guard = {
  /** Given to the operator, good for one exchange. 32 bytes in base64url. */
  token: string;
  /** Nothing is served under a name that somebody else's DNS leads here. */
  refuseHost(headers: IncomingHttpHeaders): Refusal | undefined;
  /** Only the bridge's own page may ask for programs to be started. */
  refuseOrigin(headers: IncomingHttpHeaders): Refusal | undefined;
  /** The token for the key of a session; a second time it is refused. */
  exchange(token: string): { session: string } | Refusal;
  refuseSession(session: string | null): Refusal | undefined;
};

const secret = (): string => randomBytes(32).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes the same time whatever the texts are, and however long. */
const equalSecrets = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

/** Who may use a bridge that listens on this port of 127.0.0.1. */
export const createGuard = (port: number): Guard => {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const token = secret();
  let session: string | undefined;
  return {
    token,
    refuseHost: (headers) =>
      headers.host === host ? undefined : { status: 421, why: `this bridge is ${origin} and nothing else` },
    refuseOrigin: (headers) =>
      headers.origin === origin
        ? undefined
        : { status: 403, why: `only pages of ${origin} may ask this bridge, and not ${headers.origin ?? 'others'}` },
    exchange: (given) => {
      if (!equalSecrets(given, token))
        return { status: 403, why: 'this token is not the one that the bridge printed; copy the whole address' };
      if (session !== undefined)
        return {
          status: 410,
          why: 'this token was used already; go to the page that used it, or start the bridge again',
        };
      session = secret();
      return { session };
    },
    refuseSession: (given) =>
      session !== undefined && given !== null && equalSecrets(given, session)
        ? undefined
        : { status: 403, why: 'this page has no session of this bridge; open the address that it printed' },
  };
};
