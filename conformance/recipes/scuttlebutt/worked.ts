import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { signSsb } from '../../src/forge/ssb.ts';

const AUTHOR = '@A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=.ed25519';
const FIRST = '%K+9XxeGOFgYYO+yL78wr++yCnUbksJVPZ6XGZ23U8SQ=.sha256';
const HI = { type: 'post', text: 'hi' };

/** The hmac key of the worked example: 32 bytes. */
export const WORKED_HMAC = sha256(utf8('ssb-conformance-hmac'));

export type WorkedSsb = {
  slug: string;
  words: string;
  unsigned: JsonObject;
  /** Where it is known. */
  signature?: string;
  id: string;
  hmac?: Uint8Array;
};

/** Messages by Suzy that deployed peers make, with the signatures and ids that those give them. */
export const WORKED_SSB: readonly WorkedSsb[] = [
  {
    slug: 'worked-first',
    words: 'the first message of a feed, as deployed peers write it',
    unsigned: {
      previous: null,
      sequence: 1,
      author: AUTHOR,
      timestamp: 1_700_000_000_000,
      hash: 'sha256',
      content: { type: 'post', text: 'Grüße €😀' },
    },
    signature: '3fgUVNsbN+Knmxm/R4Q7aQOyCCcCdeU+qK9s4zxmGfGXDj/Jfdg7bOb2k8QkMnX4BDLpBMn5O2awDE+LH1mhDA==.sig.ed25519',
    id: FIRST,
  },
  {
    slug: 'worked-second',
    words: 'the second message of a feed, as deployed peers write it',
    unsigned: {
      previous: FIRST,
      sequence: 2,
      author: AUTHOR,
      timestamp: 1_700_000_000_000.5,
      hash: 'sha256',
      content: { type: 'contact', contact: AUTHOR, following: true },
    },
    signature: 'CnpGl/YoJd8AT2HuWhy3vsAQbCZZpGDwT4qDnyjzP0kDMZJm9yLZP3eS85PjYLBntsNSlmnKXiTGXcltijefCw==.sig.ed25519',
    id: '%fee2p/JB76kGIfAXu7uGqTxQPE/E3mnN+h9FSk0i9ls=.sha256',
  },
  {
    slug: 'worked-hmac',
    words: 'a message signed with an hmac key, as deployed peers write it',
    unsigned: {
      previous: null,
      sequence: 1,
      author: AUTHOR,
      timestamp: 1_700_000_000_000,
      hash: 'sha256',
      content: HI,
    },
    signature: 'tF5HiFQ7DkqYf29pjMqHVexMnb+vpTZTebfA/BnBj7/MJTEdAw+Yon40i3ul8WjNkg+Mkua2OYaiGrncHefDCg==.sig.ed25519',
    id: '%UY8qdWuQULTqdcmEdu8NNV8Ix1IRSJXIHAhHsSGeknY=.sha256',
    hmac: WORKED_HMAC,
  },
  {
    slug: 'worked-sequence-first',
    words: 'the sequence before the author, as deployed peers write it',
    unsigned: {
      previous: null,
      sequence: 1,
      author: AUTHOR,
      timestamp: 1_700_000_000_000,
      hash: 'sha256',
      content: HI,
    },
    id: '%8q3TB8Op1k2eF748HMFXhxD+mQuuWkeRA5binpvuric=.sha256',
  },
  {
    slug: 'worked-author-first',
    words: 'the author before the sequence, as deployed peers once wrote it',
    unsigned: {
      previous: null,
      author: AUTHOR,
      sequence: 1,
      timestamp: 1_700_000_000_000,
      hash: 'sha256',
      content: HI,
    },
    id: '%PJ18n7+BA+BCrm9qKoSV9gkJ4kcZYoJO2+0DOZ52cPw=.sha256',
  },
];

/** The worked example, signed; fails where its signature is not the one that deployed peers make. */
export const workedMessage = ({ slug, unsigned, signature, hmac }: WorkedSsb): JsonObject => {
  const message = signSsb({ message: unsigned, seed: cast.suzy.seed, hmac });
  if (signature !== undefined && message.signature !== signature) throw new Error(`${slug} has another signature`);
  return message;
};
