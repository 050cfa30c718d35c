import type { GivenRecord } from '@rockpool/reference';
import { utf8Length } from '../../../../reference/src/bytes/utf8.ts';
import { createProtocol } from '../../../../reference/src/protocol/protocol.ts';
import { steps } from '../../../../reference/src/protocol/steps.ts';
import { authors, space } from '../engine/people.ts';
import { blobId, createJsEngine, portableSha256, sign } from '../engine/reference.ts';

/** What a peer of the reference out there goes by. */
export const protocol = createProtocol(portableSha256, steps);
export const engine = createJsEngine();

const format = 'rp.document.1';

/** A page that Suzy's phone writes: the fourth of those whose keys are published. */
export const signedPage = (path: string, content: string, now: number): GivenRecord => {
  const { id: author, seed } = authors.phone;
  const contentHash = blobId(content, portableSha256);
  const header = { format, space, author, path, timestamp: now, contentHash, contentSize: utf8Length(content) };
  const signed = sign({ header, content }, { protocol, engine, format, now, seed });
  if (!signed.ok) throw new RangeError(`the page cannot be written: ${signed.code} (${signed.requirement})`);
  return { format, text: signed.text };
};

/** What every guest that is made here has before it is called, so that something goes in both directions. */
export const first = { path: '/wiki/newts', author: authors.phone.name, content: 'Newts hide here' };

export const firstPage = (now: number): GivenRecord => signedPage(first.path, first.content, now);
