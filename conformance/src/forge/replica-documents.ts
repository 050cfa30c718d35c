import { compareBytes } from './bytes.ts';
import type { Entry } from './replica-entry.ts';
import { isNative } from './rule.ts';

/** Whether a document is newer than another one of its family [DOC-16] [ES-17]. */
export const isNewer = (one: Entry, other: Entry): boolean =>
  one.timestamp === other.timestamp ? compareBytes(one.tie, other.tie) > 0 : one.timestamp > other.timestamp;

const shareSlot = (one: Entry, other: Entry): boolean =>
  one.path === other.path && one.author === other.author && one.key === other.key;

/** Native documents come back when what covers them expires; Earthstar documents do not [DOC-19] [ES-18]. */
const covers = (newer: Entry, older: Entry): boolean => !isNative(older.format) || newer.expires >= older.expires;

/** Those of some records that a replica keeps: each message, and documents by the rules of their formats [REP-8] [REP-9]. */
export const retained = <T extends Entry>(records: readonly T[]): T[] =>
  records.filter(
    (old) =>
      old.kind === 'message' ||
      !records.some(
        (other) => other.kind === 'document' && shareSlot(other, old) && isNewer(other, old) && covers(other, old),
      ),
  );

/** Whether no accepted document at its path is newer [DOC-20] [ES-19]. */
export const wins = (document: Entry, accepted: readonly Entry[]): boolean =>
  !accepted.some((other) => other.kind === 'document' && other.path === document.path && isNewer(other, document));

/** Whether the last segment of a path begins with `=`. */
const isImmutable = (path: string): boolean => (path.split('/').at(-1) ?? '').startsWith('=');

/** Whether a document says that there is nothing at its path any more [DOC-21] [QRY-13]. */
export const isDeleted = ({ kind, contentSize, path = '' }: Entry): boolean =>
  kind === 'document' && contentSize === 0 && !isImmutable(path);
