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
    ids: /^(?:DOC-1|MSG-1|ES4-1|ES5-1)\/number-format$/,
    because: 'The digits of a number are never the name of the format, so the same rule refuses it all the same.',
  },
  {
    ids: /^MSG-[23]\/greatest-plus-1$/,
    because: 'TXT-9 refuses 2^53 in an earlier phase.',
  },
  {
    ids: /^MSG-7\/in-32-bits$/,
    because:
      'sequence − 1 − lipmaa(sequence) is 3^k − 1 or (3^k − 3) / 2 for some k; of these below 2^53 none but 0 is a multiple of 2^32.',
  },
  {
    ids: /^ID-6\/by-kind$/,
    because: 'Identifiers that are put in order are of one kind, and open spaces are a kind of their own.',
  },
  {
    ids: /^(?:DOC-8|DOC-9)\/(?:neighbours|letters)-0$/,
    because:
      'Whatever is taken here and is no character of a path, DOC-7 refuses it in the same phase, so its code is right.',
  },
  {
    ids: /^DOC-9\/(?:no-slash-1|any-for-equals-2|no-equals-2)$/,
    because:
      'Where the segment does not begin with =, DOC-9 asks nothing of it, nor does DOC-15; what the other segments break they break in the repaired path too, and a path without / in front is refused by DOC-3, in the same phase.',
  },
  {
    ids: /^DOC-9\/twice-slash-1$/,
    because: 'DOC-5 refuses // in the same phase, so its code is right; DOC-9 itself looks at the last segment alone.',
  },
  {
    ids: /^(?:DOC-5|ES-5)\/behind$/,
    because: 'DOC-4, or ES-4, refuses a / at the end, in the same phase and with the same code.',
  },
  {
    ids: /^REC-1[67]\/empty$/,
    because:
      'Empty content breaks REC-16 where the size is not 0, and REC-17 where the hash is not that of no bytes. By REC-11, of an earlier phase, it breaks both or neither, and the code of either is right.',
  },
  {
    ids: /^(?:DOC-16\/never-expiring-first|DOC-19\/never-is-0|DOC-20\/never-expiring)$/,
    because: 'By DOC-12 either all documents at one path expire or none does.',
  },
  {
    ids: /^DOC-18\/by-(?:signature|content)$/,
    because:
      'Records with the same id have the same slot, time and end. Taken for two documents, the first covers the others by DOC-19, and is the one that is kept anyway.',
  },
  {
    ids: /^ES4-2\/(?:digits-5|short-6)$/,
    because:
      'A suffix of b and 52 characters of which one is not of base32, or of b and 51 characters, is right as it is: it is no key.',
  },
  {
    ids: /^SSB-8\/kelvin$/,
    because: 'There is no k in sha256.',
  },
  {
    ids: /^SSB-10\/(?:trailing-blank|twice-box-2|longer-box-2|letters-3)$/,
    because: 'Behind .box all characters but line breaks are right, so what is taken is right as it is.',
  },
  {
    ids: /^(?:FEED-3|FEED-16)\/all-but-last$/,
    formats: ['ssb-classic'],
    because: 'By SSB-4, of an earlier phase, and SSB-17, every id ends with .sha256.',
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
