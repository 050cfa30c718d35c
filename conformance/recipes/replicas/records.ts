import { base32 } from '../../src/forge/base32.ts';
import { blobId } from '../../src/forge/blob.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { type NativeRecord, recordMessage } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { T } from '../cases/verify.ts';
import { type MessageChange, message } from '../messages/message.ts';
import { type PageChange, page } from '../records/page.ts';
import { scalarOf } from '../signatures/craft.ts';

export const SECOND = 1_000_000;
/** A path at which documents go away. */
export const FADING = '/chat/!hello';

/** A page at `path`, written `age` microseconds after T. */
export const doc = (path: string, age = 0, change: PageChange = {}): NativeRecord =>
  page({ content: `${path} ${age}`, ...change, header: { path, timestamp: T + age, ...change.header } });

/** The same at a path of things that go away, until `expires`. */
export const fading = (age: number, expires: number, change: PageChange = {}): NativeRecord =>
  doc(FADING, age, { ...change, header: { expires, ...change.header } });

/** A document that says that nothing is at a path any more. */
export const deletion = (path: string, age: number, change: PageChange = {}): NativeRecord =>
  doc(path, age, { ...change, content: '' });

/** A record by an author that another key signed; nobody can say yet whether it counts. */
export const heldDoc = (path: string, age = 0, key: TestKey = cast.phone, change: PageChange = {}): NativeRecord =>
  doc(path, age, { ...change, signer: key, header: { ...change.header, key: key.keyId } });

/** A first message of a log, with JSON in it. */
export const said = (value: Json | string, log = 1, change: MessageChange = {}): NativeRecord =>
  message({
    content: typeof value === 'string' ? value : JSON.stringify(value),
    ...change,
    header: { log, contentType: 'application/json', ...change.header },
  });

/** The media type of a wish. */
export const WISH_TYPE = 'application/vnd.rockpool.forget+json';

/** A wish that the content of these records be forgotten. */
export const wish = (names: readonly string[], log = 90, change: MessageChange = {}): NativeRecord =>
  said({ type: 'forget', messages: names }, log, {
    ...change,
    header: { contentType: WISH_TYPE, ...change.header },
  });

/** The record without its content. */
export const bare = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });

export const hashOf = ({ header }: NativeRecord): string => String(header.contentHash);
export const blobOf = (content: string): string => blobId(utf8(content));

/** The same record with another valid signature by `author`. */
export const resigned = ({ header, content }: NativeRecord, { seed }: TestKey = cast.suzy): NativeRecord => ({
  header,
  signature: base32(signWithNonce(seed, recordMessage(header), scalarOf('a second signature'))),
  ...(content === undefined ? {} : { content }),
});

/** The record with one character of its signature changed, which still has its form. */
export const forged = ({ header, signature, content }: NativeRecord): NativeRecord => ({
  header,
  signature: `${signature.slice(0, 20)}${signature[20] === 'a' ? 'b' : 'a'}${signature.slice(21)}`,
  ...(content === undefined ? {} : { content }),
});

/** A document without content that names `content` and lies about its size. */
export const lie = (path: string, age = 0, content = 'moss', change: PageChange = {}): NativeRecord =>
  bare(doc(path, age, { content, ...change, header: { contentSize: 1_000, ...change.header } }));
