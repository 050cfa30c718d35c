/** The adapter for `core` with two mistakes that are easily made. */
import { core } from './core-adapter.ts';
import { parseId, serve } from './first-adapter.ts';

await serve({
  ...core,
  // The four spare bits behind the 256 are not looked at: whichever they are, the id counts.
  'id.parse': ({ id }: { id: string }) => parseId(id.replace(/[b-p]$/, 'a').replace(/[r-z2-7]$/, 'q')),
  // The texts are put in order, and not the bytes that they stand for.
  'id.sort': ({ ids }: { ids: string[] }) => ({ ids: ids.toSorted().filter(parseId) }),
});
