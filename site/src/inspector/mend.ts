import { blobId, type JsonValue, portableSha256, type Rejected } from '@rockpool/reference';
import { type Draft, isObject, valueAt } from './draft.ts';

/** What a mend may look at besides the record. */
export type Mending = {
  readonly draft: Draft;
  /** An accepted record of the format. */
  readonly template: JsonValue;
  /** Microseconds since 1970. */
  readonly now: number;
};

type Mend = (mending: Mending) => void;

const day = 86_400_000_000;

/** The latest time that a document can name. */
const maxMicros = 9_007_199_254_740_990;

/** Sets what says when a document goes away to a day after now, or takes it away where the path has no `!`. */
const expiry =
  (pointer: string, path: string, timestamp: string, never: null | undefined): Mend =>
  ({ draft, now, template }) => {
    if (now > maxMicros) draft.set(path, valueAt(template, path), 'no document can go away as late as that');
    // Nothing can expire after the last moment that there is.
    if (draft.number(timestamp) >= maxMicros)
      draft.set(timestamp, Math.min(now, maxMicros - day), 'early enough for something to be later');
    const expires = Math.min(Math.max(now, draft.number(timestamp)) + day, maxMicros);
    if (draft.text(path).includes('!')) draft.set(pointer, expires, 'a day later, since the path has a !');
    else draft.set(pointer, never, 'the path has no !');
  };

const nativeExpiry = expiry('/header/expires', '/header/path', '/header/timestamp', undefined);
const es4Expiry = expiry('/deleteAfter', '/path', '/timestamp', null);
const es5Expiry = expiry('/deleteAfter', '/path', '/timestamp', undefined);
const earthstarExpiry: Mend = (mending) => (mending.draft.text('/format') === 'es.4' ? es4Expiry : es5Expiry)(mending);

/** Puts the author where the path names somebody who may write. */
const permission =
  (path: string, author: string): Mend =>
  ({ draft }) => {
    draft.set(
      path,
      draft.text(path).replace(/~[^~/]*/, () => `~${draft.text(author)}`),
      'the path names the author',
    );
  };

const currentTime =
  (pointer: string, unit = 1): Mend =>
  ({ draft, now }) =>
    draft.set(pointer, Math.floor(now / unit), 'now');

const firstMessage: Mend = ({ draft }) => {
  const why = 'a first message, since those before it are not here';
  draft.set('/header/sequence', 1, why);
  draft.set('/header/previous', undefined, why);
  draft.set('/header/skip', undefined, why);
};

const noAttachment: Mend = (mending) => {
  const { draft } = mending;
  const has = draft.at('/attachmentHash') !== undefined || draft.at('/attachmentSize') !== undefined;
  draft.set('/attachmentHash', undefined, 'without an attachment');
  draft.set('/attachmentSize', undefined, 'without an attachment');
  if (!has) fromTemplate('/path', 'ES5-4')(mending);
};

const templateContent: Mend = (mending) => fromTemplate('/content', 'the size')(mending);

/** Gives the member at fault the value that it has in the template, or takes it away where the template has none. */
const fromTemplate =
  (pointer: string, requirement: string): Mend =>
  ({ draft, template }) => {
    const value = valueAt(template, pointer);
    const why = value === undefined ? `left out for ${requirement}` : `as in the example, for ${requirement}`;
    draft.set(pointer, value, why);
  };

const order: Mend = ({ draft, template }) => {
  const { value } = draft;
  if (!isObject(value) || !isObject(template)) return;
  const inOrder = Object.keys(template).flatMap((name) => (Object.hasOwn(value, name) ? [[name, value[name]]] : []));
  draft.set('', Object.fromEntries(inOrder), 'the members are in their order');
};

/** What is flat in the template is flat. */
const flat: Mend = ({ draft }) => {
  const { value } = draft;
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value))
    if (name !== 'header' && typeof member === 'object') draft.set(`/${name}`, undefined, 'nested too deeply');
  if (!isObject(value.header)) return;
  for (const [name, member] of Object.entries(value.header))
    if (typeof member === 'object') draft.set(`/header/${name}`, undefined, 'nested too deeply');
};

/** Where a broken rule asks for more than another value of the member at fault. */
const MENDS: Readonly<Record<string, Mend>> = {
  'TXT-5': templateContent,
  'TXT-6': flat,
  'TXT-10': flat,
  'DOC-10': nativeExpiry,
  'DOC-11': nativeExpiry,
  'DOC-12': nativeExpiry,
  'DOC-13': nativeExpiry,
  'DOC-14': permission('/header/path', '/header/author'),
  'DOC-15': ({ draft }) => {
    const path = draft.text('/header/path');
    const hash = draft.text('/header/contentHash').slice(1);
    draft.set('/header/path', `${path.slice(0, path.lastIndexOf('/'))}/=${hash}`, 'the path names this content');
  },
  'REC-11': ({ draft }) => {
    draft.set('/header/contentSize', 0, 'the content is empty');
    draft.set('/header/contentHash', blobId('', portableSha256), 'the content is empty');
  },
  'REC-13': currentTime('/header/timestamp'),
  'MSG-2': firstMessage,
  'MSG-4': firstMessage,
  'MSG-5': firstMessage,
  'MSG-6': firstMessage,
  'MSG-7': firstMessage,
  'ES-8': permission('/path', '/author'),
  'ES-10': earthstarExpiry,
  'ES-11': earthstarExpiry,
  'ES-12': currentTime('/timestamp'),
  'ES-13': earthstarExpiry,
  'ES4-3': earthstarExpiry,
  'ES5-3': earthstarExpiry,
  'ES5-4': noAttachment,
  'ES5-8': noAttachment,
  'ES5-9': noAttachment,
  'ES5-10': noAttachment,
  'SSB-2': order,
  'SSB-6': ({ draft }) => {
    draft.set('/sequence', 1, 'a first message');
    draft.set('/previous', null, 'a first message');
  },
  'SSB-7': currentTime('/timestamp', 1000),
  'SSB-11': ({ draft }) => {
    if (draft.number('/sequence') === 1) draft.set('/previous', null, 'there is none before the first');
    else draft.set('/sequence', 1, 'without one before it, it is the first');
  },
  'SSB-12': templateContent,
};

/** Changes a draft where a rule refuses it. */
export const mend = ({ requirement, path }: Rejected, mending: Mending): void =>
  (MENDS[requirement] ?? fromTemplate(path, requirement))(mending);
