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
const compatible = [...earthstar, 'ssb-classic'];
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
    ids: /^TXT-1\/overlong-nul$/,
    formats: compatible,
    because:
      'What it takes has a raw NUL in it then, which no JSON text has anywhere: TXT-2 refuses it, and by which rule is not compared.',
  },
  {
    ids: /^TXT-2\/infinity$/,
    formats: earthstar,
    because:
      'What it takes says an infinite number, which the bounds of times and sizes (ES-9, ES-10, ES5-6) refuse, and which stands for nothing else; by which rule is not compared.',
  },
  {
    ids: /^TXT-2\/(?:literals-(?:cut|run-on|capitals|python)|nan|undefined)$/,
    formats: ['es.5'],
    because:
      'What it takes says true, false or null somewhere, which no member of es.5 may be: ES5-1 refuses it, and by which rule is not compared.',
  },
  {
    ids: /^TXT-4\/half-signed$/,
    formats: compatible,
    because:
      'A signer of these formats is asked for valid documents and messages alone; what it refuses is left to it.',
  },
  {
    ids: /^FEED-15\/(?:without-space|space-bytes|space-name|space-kind|without-key|key-or-author)$/,
    formats: ['rp.message.1'],
    because:
      'Messages of other spaces, and those with a key, which are held, are left out before feeds are told apart.',
  },
  {
    ids: /^(?:DOC-14|DOC-15|REC-11|REC-12|REC-17|FEED-3|FEED-4|FEED-11|FEED-16)\/without-case$/,
    formats: natives,
    because:
      'Each of the two that are compared has small letters alone, by the rule for its form, which is of an earlier phase.',
  },
  {
    ids: /^(?:DOC-17|FEED-13)\/space-without-case$|^ES-16\/without-case$/,
    because: 'A right document has a space of small letters, and so has the replica that is asked.',
  },
  {
    ids: /^FEED-(?:1|15)\/without-case$/,
    because: 'Nobody can make two keys whose base64 differs in case alone.',
  },
  {
    ids: /^FEED-17\/author-alone$/,
    formats: ['ssb-classic'],
    because: 'A feed of classic messages is all messages of one author.',
  },
  {
    ids: /^ES-10\/least-(?:minus|plus)-1$/,
    because: 'ES-11 wants more than the timestamp, which is no less than the least; by which rule is not compared.',
  },
  {
    ids: /^ES5-9\/negative$/,
    because: 'ES5-6 refuses negative sizes.',
  },
];
