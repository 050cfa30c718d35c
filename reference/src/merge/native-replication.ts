import { decodeBase32 } from '../bytes/base32.ts';
import { compareBytes } from '../bytes/compare.ts';
import type { NativeDocument } from '../format/rp-document.ts';
import { idByteLength } from '../id/id.ts';
import type { NativeReplication, Replication } from './replication.ts';

/** [DOC-19] When a document goes away; one without `expires` later than any other. */
const endOf = ({ expires }: NativeDocument) => expires ?? Number.POSITIVE_INFINITY;

const idBytes = (document: NativeDocument) => decodeBase32(document.id, 1, idByteLength);

/** Which native documents a replica keeps. */
export const nativeReplication: Replication<NativeDocument> & { readonly native: NativeReplication<NativeDocument> } = {
  /** [DOC-17] */
  admits: (document, space) => document.space === space,
  /** [DOC-18] */
  identity: (document) => document.id,
  /** [DOC-18] */
  oneOf: (first) => first,
  /** Each device has its own [DOC-19]. Neither part has a blank in it. */
  slot: ({ author, key = '' }) => `${author} ${key}`,
  /** [DOC-16] The bytes of the ids are compared, not their texts. */
  byAge: (a, b) => b.timestamp - a.timestamp || compareBytes(idBytes(b), idBytes(a)),
  /** [DOC-19] Drops what ends no later than something newer. */
  keep(slot) {
    let latestEnd = Number.NEGATIVE_INFINITY;
    return slot.filter((document) => {
      if (endOf(document) <= latestEnd) return false;
      latestEnd = endOf(document);
      return true;
    });
  },
  /** [DOC-20] */
  winner: (kept) => kept[0] as NativeDocument,
  native: {
    /** [DOC-22] */
    keepsHeld: true,
    /** [DOC-20] */
    heldWins: false,
    /** [DOC-21] */
    deleted: ({ contentSize, lastSegment }) => contentSize === 0 && !lastSegment.startsWith('='),
  },
};
