import type { Transport } from '../transport/transport.ts';

/** What carries sessions to other machines. */
export interface Network {
  /** Calls a peer at a whole address, of `ws:`, `wss:`, `http:` or `https:`. */
  call(address: string): Transport;
  /** Listens for sessions. Rejects with `WorldError` where that cannot be. */
  serve(meet: (caller: Caller) => void, options: ListenOptions): Promise<Listening>;
}

/** Somebody who calls. */
export interface Caller {
  readonly transport: Transport;
  readonly by: 'http' | 'websocket';
  /** The address of the caller's machine, or of the proxy before it. */
  readonly from: string;
}

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** PEM texts. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Whether a caller from such an address may begin a session now. */
  readonly admits: (from: string) => boolean;
  /** Answers requests for pages. */
  readonly page: (path: string) => Response | undefined;
}

export interface Listening {
  readonly port: number;
  /** Ends all that are still there and tells them why. */
  stop(reason: string): Promise<void>;
}
