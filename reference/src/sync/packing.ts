import { base64UrlLength, encodeBase64Url } from '../bytes/base64url.ts';
import { utf8Length } from '../bytes/utf8.ts';
import type { JsonObject, JsonValue } from '../value/json.ts';
import type { Entry } from './entry.ts';
import { beginning } from './item.ts';
import { encodeEntry } from './ranges.ts';

/** Room for what stands around a list or a text in a message: its type and names. */
const frameBytes = 64;

/**
 * Spreads values over lists that fit into messages; a value for which no message is long enough is left out.
 * Values are taken one by one, so that no more than a message is in memory.
 */
export function* packed<Value extends JsonValue>(values: Iterable<Value>, maxBytes: number): Generator<Value[]> {
  const room = maxBytes - frameBytes;
  let list: Value[] = [];
  let bytes = 0;
  for (const value of values) {
    const size = utf8Length(JSON.stringify(value)) + 1;
    if (size > room) continue;
    if (bytes + size > room) {
      yield list;
      list = [];
      bytes = 0;
    }
    list.push(value);
    bytes += size;
  }
  if (list.length > 0) yield list;
}

/** The `reconcile` messages of one turn. */
export function* reconciles(entries: Iterable<Entry>, maxBytes: number): Generator<JsonObject> {
  const room = maxBytes - frameBytes;
  let parts: Uint8Array[] = [];
  let length = 0;
  let before = beginning;
  for (const entry of entries) {
    const bytes = encodeEntry(entry, before);
    if (length > 0 && base64UrlLength(length + bytes.length) > room) {
      yield { type: 'reconcile', ranges: joined(parts, length), more: true };
      parts = [];
      length = 0;
    }
    parts.push(bytes);
    length += bytes.length;
    before = entry.upper;
  }
  yield { type: 'reconcile', ranges: joined(parts, length) };
}

function joined(parts: readonly Uint8Array[], length: number): string {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return encodeBase64Url(bytes);
}

/** The `want` messages of one peer: all but the last say that more follows. */
export function* wants(contents: Iterable<string>, maxBytes: number): Generator<JsonObject> {
  let before: string[] | undefined;
  for (const list of packed(contents, maxBytes)) {
    if (before !== undefined) yield { type: 'want', contents: before, more: true };
    before = list;
  }
  yield { type: 'want', contents: before ?? [] };
}
