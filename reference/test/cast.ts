import { blobId } from '../src/blob/blob-id.ts';
import { encodeBase32 } from '../src/bytes/base32.ts';
import { utf8Length } from '../src/bytes/utf8.ts';
import { createProtocol, type JsonObject, type Protocol, recogniseFormat, sign, steps } from '../src/index.ts';
import { createNodeEngine } from '../src/node/engine.ts';
import { nodeSha256 } from '../src/node/sha256.ts';

export const engine = createNodeEngine();
export const protocol = createProtocol(nodeSha256);

/** The clock of all tests, in microseconds since 1970. */
export const now = 1_700_000_001_000_000;

/** When everything in the tests is written, if nothing else is said. */
export const written = 1_700_000_000_000_000;

const person = (fill: number) => {
  const seed = new Uint8Array(32).fill(fill);
  const key = encodeBase32(engine.publicKey(seed));
  return { seed, id: `@${key}`, address: (name: string) => `@${name}.${key}`, key };
};

export const suzy = person(1);
export const fern = person(2);
export const quinn = person(3);
export const gardening = `+gardening.x${encodeBase32(new Uint8Array(32).fill(4)).slice(1)}`;
export const kitchen = `+kitchen.x${encodeBase32(new Uint8Array(32).fill(4)).slice(1)}`;

/** The seed of the share that es.5 documents live in. */
export const shareSeed = new Uint8Array(32).fill(5);
export const share = `+gardening.${encodeBase32(engine.publicKey(shareSeed))}`;

export const contentHash = (content: string | Uint8Array) => blobId(content, nodeSha256);

/** The hash of a text as es.4 and es.5 have it. */
export const textHash = (text: string) => encodeBase32(Uint8Array.from(Buffer.from(nodeSha256(text), 'hex')));

/** A page of Suzy's without its signature, with changes to the header; null is no content. */
export function page(changes: JsonObject = {}, content: string | null = 'Flowers are pretty 🌸'): JsonObject {
  const header = {
    format: 'rp.document.1',
    space: gardening,
    author: suzy.id,
    path: '/wiki/flowers',
    timestamp: written,
    contentHash: contentHash(content ?? ''),
    contentSize: utf8Length(content ?? ''),
    ...changes,
  };
  return content === null ? { header } : { header, content };
}

/** The first message of Suzy's without its signature, with changes to the header; null is no content. */
export function hello(changes: JsonObject = {}, content: string | null = 'hello'): JsonObject {
  const { path: _, ...header } = page({}, content ?? '').header as JsonObject;
  const message = { header: { ...header, format: 'rp.message.1', sequence: 1, ...changes } };
  return content === null ? message : { ...message, content };
}

export function es4Page(changes: JsonObject = {}, content = 'Flowers are pretty 🌸'): JsonObject {
  return {
    format: 'es.4',
    author: suzy.address('suzy'),
    path: '/wiki/flowers',
    content,
    contentHash: textHash(content),
    timestamp: written,
    deleteAfter: null,
    workspace: share,
    ...changes,
  };
}

export function es5Page(changes: JsonObject = {}, text = 'Flowers are pretty 🌸'): JsonObject {
  return {
    format: 'es.5',
    author: suzy.address('suzy'),
    path: '/wiki/flowers',
    text,
    textHash: textHash(text),
    timestamp: written,
    share,
    ...changes,
  };
}

/** The protocol of somebody who signs everything, valid or not. */
export const reckless: Protocol = {
  ...createProtocol(nodeSha256, { ...steps, refuses: () => false }),
  seedRule: undefined,
};

/** Signs a document or a message of any format, as the reckless do; answers its text. */
export function signed(unsigned: JsonObject, seed = suzy.seed): string {
  const format = recogniseFormat(protocol, unsigned)?.name ?? 'rp.document.1';
  const result = sign(unsigned, { protocol: reckless, engine, format, now, seed, shareSeed });
  if (!result.ok) throw new Error(result.code);
  return result.text;
}
