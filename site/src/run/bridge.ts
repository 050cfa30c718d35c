import { bridgeToken } from './choice.ts';

/** How the page stands to a bridge. */
export type Bridge =
  | { state: 'none' }
  | { state: 'asking' }
  | { state: 'connected'; address: string; command: readonly string[] }
  | { state: 'refused'; why: string };

const STORED = 'rockpool-bridge';

type Session = { session: string; command: string[] };

/** A page that is loaded again goes on with its session: the token is used up. */
const stored = (): Session | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

const connected = ({ session, command }: Session, root: URL): Bridge => {
  const address = new URL('bridge/subject', root);
  address.protocol = root.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('session', session);
  return { state: 'connected', address: address.href, command };
};

/**
 * Exchanges the token of the page's address, which is taken out of it at once, for a session. `address` is that of the page
 * without it.
 */
export const meetBridge = async (root: URL, address = '#subject=program'): Promise<Bridge> => {
  const token = bridgeToken(location.hash);
  if (token === undefined) {
    const session = stored();
    return session === undefined ? { state: 'none' } : connected(session, root);
  }
  history.replaceState(null, '', address);
  try {
    const response = await fetch(new URL('bridge/session', root), { method: 'POST', body: token });
    const answer = (await response.json()) as Session | { why: string };
    if ('why' in answer) return { state: 'refused', why: answer.why };
    sessionStorage.setItem(STORED, JSON.stringify(answer));
    return connected(answer, root);
  } catch {
    return { state: 'refused', why: 'there is no bridge behind this page; is it still running?' };
  }
};
