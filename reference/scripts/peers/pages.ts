import { blobId } from '../../src/blob/blob-id.ts';
import { encodeBase32 } from '../../src/bytes/base32.ts';
import { type GivenRecord, type Protocol, type SyncEngine, sign } from '../../src/index.ts';

const batch = 1_000;

/** Documents of one author, a thousand in a list. */
export function* makePages(
  engine: SyncEngine,
  protocol: Protocol,
  space: string,
  count: number,
  folder = 'p',
): Generator<GivenRecord[]> {
  const seed = new Uint8Array(32).fill(9);
  const author = `@${encodeBase32(engine.publicKey(seed))}`;
  const now = Date.now() * 1_000;
  for (let at = 0; at < count; at += batch) {
    yield Array.from({ length: Math.min(batch, count - at) }, (_, i) => {
      const content = `page ${at + i}`;
      const header = {
        author,
        contentHash: blobId(content, protocol.sha256),
        contentSize: content.length,
        contentType: 'text/plain',
        format: 'rp.document.1',
        path: `/${folder}/${at + i}`,
        space,
        timestamp: now - count + at + i,
      };
      const signed = sign({ header, content }, { protocol, engine, seed, format: 'rp.document.1', now });
      if (!signed.ok) throw new Error(signed.code);
      return { text: signed.text, format: 'rp.document.1' };
    });
  }
}
