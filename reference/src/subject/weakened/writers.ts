import type { Continuation } from '../../feed/feed-format.ts';
import { isMessageFormat } from '../../format/format.ts';
import { isObject, type JsonObject, type JsonValue, setMember } from '../../value/json.ts';
import { withFormat } from './lens.ts';
import type { Weakening } from './weakened.ts';

/** A value with each string and name in it changed. */
function throughout(value: JsonValue, change: (text: string) => string): JsonValue {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => throughout(item, change));
  if (!isObject(value)) return value;
  const changed: JsonObject = {};
  for (const [name, member] of Object.entries(value)) setMember(changed, change(name), throughout(member, change));
  return changed;
}

const wellFormed = (value: JsonObject) => throughout(value, (text) => text.toWellFormed()) as JsonObject;

/** Writers that do not refuse half of a surrogate pair: they write it, or put U+FFFD. */
const halves: readonly Weakening[] = ['rp.message.1', 'ssb-classic'].flatMap((format) =>
  [
    { name: 'half-written', title: 'writes half of a surrogate pair', put: (draft: JsonObject) => draft },
    { name: 'half-replaced', title: 'puts U+FFFD for half of a surrogate pair', put: wellFormed },
  ].map(
    ({ name, title, put }) =>
      ({
        requirement: 'TXT-4',
        name,
        title,
        format,
        operations: ['feed.append'],
        weaken: (protocol) =>
          withFormat(protocol, format, (found) => ({
            ...found,
            ...(isMessageFormat(found) && {
              feed: {
                ...found.feed,
                next: (draft: JsonObject, continuation: Continuation) => found.feed.next(put(draft), continuation),
              },
            }),
            write: (value: JsonObject) => found.write(wellFormed(value)),
          })) as typeof protocol,
      }) satisfies Weakening,
  ),
);

/** Signers of the same kind. */
const signers: readonly Weakening[] = ['rp.document.1', 'rp.message.1', 'es.4', 'es.5', 'ssb-classic'].map(
  (format) => ({
    requirement: 'TXT-4',
    name: 'half-signed',
    title: 'signs half of a surrogate pair',
    format,
    operations: ['record.sign'],
    weaken: (protocol) =>
      withFormat(protocol, format, (found) => ({ ...found, write: (value) => found.write(wellFormed(value)) })),
  }),
);

/** What a signer or a writer does wrong by itself. */
export const writerWeakenings: readonly Weakening[] = [...halves, ...signers];
