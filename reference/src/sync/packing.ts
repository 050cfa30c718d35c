import { base64UrlLength, encodeBase64Url } from '../bytes/base64url.ts';
import { utf8Length } from '../bytes/utf8.ts';
import type { JsonObject, JsonValue } from '../value/json.ts';
import type { Asked } from './answers.ts';
import { beginning } from './item.ts';
import { writeEntry } from './ranges.ts';

/** Room for what stands around a list or a text in a message: its type and names. */
const frameBytes = 64;

/**
 * How long a message of several values is at most, in bytes: a partner that hears nothing for a minute gives up [SYN-29], and
 * what is still on its way is as good as nothing. So much comes in a minute also at 35,000 bits a second.
 */
const fullBytes = 262_144;

/**
 * Spreads values over lists that fit into messages; a long value goes alone, and one for which no message is long enough is left
 * out. Values are taken one by one, so that no more than a message is in memory.
 */
export function* packed<Value extends JsonValue>(values: Iterable<Value>, maxBytes: number): Generator<Value[]> {
  const room = maxBytes - frameBytes;
  const full = Math.min(maxBytes, fullBytes) - frameBytes;
  let list: Value[] = [];
  let bytes = 0;
  for (const value of values) {
    const size = utf8Length(JSON.stringify(value)) + 1;
    if (size > room) continue;
    if (list.length > 0 && bytes + size > full) {
      yield list;
      list = [];
      bytes = 0;
    }
    list.push(value);
    bytes += size;
  }
  if (list.length > 0) yield list;
}

/** The `reconcile` messages of one turn: between them lie no two sums of one group. */
export function* reconciles(said: Iterable<Asked>, maxBytes: number): Generator<JsonObject> {
  const room = maxBytes - frameBytes;
  let bytes: number[] = [];
  let before = beginning;
  for (const entries of together(said)) {
    const start = bytes.length;
    for (const { entry } of entries) {
      writeEntry(entry, before, bytes);
      before = entry.upper;
    }
    if (start > 0 && base64UrlLength(bytes.length) > room) {
      yield { type: 'reconcile', ranges: encodeBase64Url(new Uint8Array(bytes.slice(0, start))), more: true };
      bytes = bytes.slice(start);
    }
  }
  yield { type: 'reconcile', ranges: encodeBase64Url(new Uint8Array(bytes)) };
}

/** What stands in one message: a group of sums, or an entry alone. */
function* together(said: Iterable<Asked>): Generator<readonly Asked[]> {
  let list: Asked[] = [];
  for (const each of said) {
    const [first] = list;
    if (first !== undefined && (first.group === undefined || first.group !== each.group)) {
      yield list;
      list = [];
    }
    list.push(each);
  }
  if (list.length > 0) yield list;
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
