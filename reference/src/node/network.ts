import { WorldError } from '../cli/command.ts';
import type { Network } from '../cli/network.ts';
import { callByHttp } from '../transport/http-caller.ts';
import { callByNodeSocket } from './node-socket.ts';

/** By Node's code of a fault in listening: what to do. */
const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; end it, or name another port with --port',
  EACCES: 'this user may not listen there; name a port above 1023 with --port',
  EADDRNOTAVAIL: 'this machine has no such address; --host 127.0.0.1 is itself, 0.0.0.0 all of its addresses',
  ENOTFOUND: 'no machine is called so; --host 127.0.0.1 is this one, 0.0.0.0 all of its addresses',
};

export const nodeNetwork: Network = {
  call: (address) => (address.startsWith('http') ? callByHttp(address) : callByNodeSocket(address)),
  async serve(meet, { tls, ...options }) {
    // Node's server loads more than all else together, which few commands need.
    const { serveSessions } = await import('./session-server.ts');
    try {
      return await serveSessions(meet, { ...options, ...(tls && { tls }) });
    } catch (cause) {
      const { code = '', message } = cause as NodeJS.ErrnoException;
      if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_TLS')) {
        throw new WorldError(
          `the certificate and its key cannot be used: ${message}; both are PEM files and belong together`,
          {
            cause,
          },
        );
      }
      throw new WorldError(`cannot listen at ${options.host} port ${options.port}: ${advice[code] ?? message}`, {
        cause,
      });
    }
  },
};
