import type { EarthstarDocument } from '../format/earthstar-document.ts';
import type { Replication } from './replication.ts';

/** Which Earthstar documents a replica keeps, es.4 and es.5 together. */
export const earthstarReplication: Replication<EarthstarDocument> = {
  /** [ES-16] */
  admits: (document, space) => document.space === space,
  /** Every document counts; of two in one slot [ES-18] keeps one anyway. */
  identity: (document) => document,
  oneOf: (first) => first,
  slot: ({ author }) => author,
  /** [ES-17] Signatures are compared as texts, here by their ASCII characters. */
  byAge: (a, b) => b.timestamp - a.timestamp || compareTexts(b.signature, a.signature),
  /** [ES-18] */
  keep: (slot) => slot.slice(0, 1),
  /** [ES-19] */
  winner: (kept) => kept[0] as EarthstarDocument,
};

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
