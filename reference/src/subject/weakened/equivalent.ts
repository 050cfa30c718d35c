/** Weakenings that no question can tell from the protocol as specified. */
export interface Equivalent {
  /** The ids, without the format where `formats` names it. */
  readonly ids: RegExp;
  /** Of these formats alone. */
  readonly formats?: readonly string[];
  /** Why nothing tells. */
  readonly because: string;
}

const earthstar = ['es.4', 'es.5'];
const natives = ['rp.document.1', 'rp.message.1'];

/** What the operators would make and is left out. */
export const equivalents: readonly Equivalent[] = [
  {
    ids: /^(?:REC-1|DOC-1|MSG-1)\/(?:null|fraction)-/,
    formats: natives,
    because: 'TXT-7 refuses null and TXT-8 refuses fractions in every native text, in an earlier phase.',
  },
  {
    ids: /^SSB-1\/fraction-timestamp$/,
    because: 'Fractions are right there.',
  },
  {
    ids: /^(?:ES4-1|ES5-1|SSB-1)\/number-(?!content$|text$)/,
    because:
      'Every other string of these formats has a form that the digits of a number never have, so it is refused all the same, and by which rule is not compared.',
  },
  {
    ids: /^MSG-[23]\/greatest-plus-1$/,
    because: 'TXT-9 refuses 2^53 in an earlier phase.',
  },
  {
    ids: /^TXT-3\/(?:outermost-only|inborn|without-case|nfc)$/,
    formats: earthstar,
    because:
      'A right document has no object inside, and no two names that are alike; one that has is refused all the same, and by which rule is not compared.',
  },
  {
    ids: /^TXT-4\/strings-only$/,
    formats: earthstar,
    because: 'A name with half of a surrogate pair is foreign, so the document is refused all the same.',
  },
  {
    ids: /^FEED-15\/(?:without-space|space-bytes|space-name|space-kind|without-key|key-or-author)$/,
    formats: ['rp.message.1'],
    because:
      'Messages of other spaces, and those with a key, which are held, are left out before feeds are told apart.',
  },
];
