/** The adapter for `core` over a library that has names of its own for what it refuses. */
import { core } from './core-adapter.ts';
import { Refused, serve } from './first-adapter.ts';

const parse = core['id.parse'];

await serve({
  ...core,
  'id.parse': (params: { id: string }) => {
    try {
      return parse?.(params) ?? {};
    } catch (error) {
      throw error instanceof Refused ? new Refused('BadIdentifier') : error;
    }
  },
});
