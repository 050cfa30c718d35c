import { blobId, type JsonObject, signNative, utf8 } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import { signerOf } from './arbitraries.ts';
import { NATIVE_POOL, type Pool } from './replica-pool.ts';

const QUINN = signerOf(new Uint8Array(32).fill(6));
const SIZE = 80;
const signed = remembering<JsonObject>(SIZE * 4);

/** Documents that do not cover each other, several at each time: so many that ranges are divided. */
export const CROWD_POOL: Pool = {
  ...NATIVE_POOL,
  name: 'crowd',
  size: SIZE,
  record: (at, now) =>
    signed(`${at} ${now}`, () => {
      const content = `moss ${at % 3}`;
      const header = {
        format: 'rp.document.1',
        space: NATIVE_POOL.space,
        author: QUINN.id,
        path: `/crowd/${at}`,
        timestamp: now - (at % 11),
        contentHash: blobId(utf8(content)),
        contentSize: content.length,
      };
      return signNative({ header, content, seed: QUINN.seed }) as unknown as JsonObject;
    }),
};
