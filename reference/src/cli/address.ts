import { UsageError } from './command.ts';
import { didYouMean } from './nearest.ts';

/** Of a pub that was not told another one: POOL on a telephone. */
export const usualPort = 7665;

const schemes = ['ws', 'wss', 'http', 'https'];

/** Where sessions are, below the address that people type. */
const sessionPath = '/session';

/** The whole address of what somebody typed: `ws://127.0.0.1:7665` stands for `ws://127.0.0.1:7665/session`. */
export function typedAddress(typed: string): string {
  const [, scheme] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(typed) ?? [];
  if (scheme === undefined) {
    // `ws:host` and `ws/host` are the usual slips.
    const rest = typed.replace(/^(?:wss?|https?)[:/]+/i, '');
    throw new UsageError(
      `${typed} is no whole address; did you mean ws://${rest}${/^[^/]*:\d/.test(rest) ? '' : `:${usualPort}`}?`,
    );
  }
  if (!schemes.includes(scheme.toLowerCase())) {
    throw new UsageError(
      `an address begins with ws://, wss://, http:// or https://, not ${scheme}://${didYouMean(scheme, schemes)}`,
    );
  }
  const url = URL.parse(typed);
  if (url === null) throw new UsageError(`${typed} is no address; one is ws://127.0.0.1:7665, or wss://pub.example`);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('an address has no name and no password: a space is open to whoever knows its id');
  }
  url.hash = '';
  url.search = '';
  if (url.pathname === '/') url.pathname = sessionPath;
  return url.href;
}

/** The same place by WebSocket and by HTTP. */
export function twinsOf(address: string): readonly string[] {
  const [, secure, rest] = /^(?:ws|http)(s?)(:.*)$/.exec(address) ?? [];
  return rest === undefined ? [address] : [`ws${secure}${rest}`, `http${secure}${rest}`];
}

/** The form in which people are told of an address. */
export const shortAddress = (address: string): string =>
  address.endsWith(sessionPath) ? address.slice(0, -sessionPath.length) : address;
