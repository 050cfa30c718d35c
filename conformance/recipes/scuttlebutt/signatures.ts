import { hmac as mac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base64 } from '../../src/forge/base64.ts';
import { concat, littleEndian, toLittleEndian, unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { L, SMALL_ORDER, SMALL_ORDER_NON_CANONICAL } from '../../src/forge/curve.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { brokenSignatureRules, signWithNonce } from '../../src/forge/signature.ts';
import { signatureBytes, ssbAuthor, ssbId, ssbSignature, ssbSigned } from '../../src/forge/ssb.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { sameSet } from '../cases/file.ts';
import { type Craft, craft, pointBytes, scalarOf } from '../signatures/craft.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, SSB_T, signedOver, ssb, ssbAuthorOf, ssbNext, ssbSecond } from './message.ts';
import { HMAC } from './sizes.ts';

const { suzy, fern } = cast;
const AUTHOR_FIRST = SSB_ORDERS[1] ?? [];

const withoutSignature = ({ signature: _, ...rest }: JsonObject): JsonObject => rest;
const lowBytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) % 256);
const unsignedOf = (message: JsonObject): string => encodeSsb(withoutSignature(message));

/** UTF-16, the less significant byte first. */
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length * 2 }, (_, index) => (text.charCodeAt(index >> 1) >> (8 * (index % 2))) % 256);

const otherwise = (): VectorCase[] => {
  const [page, second] = [ssb(), ssbSecond()];
  const change = (message: JsonObject, name: string, value: Json): JsonObject => ({ ...message, [name]: value });
  const over = (slug: string, words: string, bytes: Uint8Array): SsbRow => [
    `signed-${slug}`,
    words,
    signedOver(page, bytes),
  ];
  const text = unsignedOf(page);
  const other = posted({ type: 'post', text: 'Ponds' });
  const umlaut = posted({ type: 'post', text: 'Grüße' });
  return [
    ...takeSsb(
      ['SSB-18'],
      [
        ['signed-by-fern', 'a message of Fern, signed by Fern', ssb({ author: fern })],
        [
          'signed-other-nonce',
          'another valid signature of the same message',
          { ...page, signature: ssbSignature(signWithNonce(suzy.seed, ssbSigned(page), scalarOf('another nonce'))) },
        ],
        ['signed-umlaut', 'characters that are one byte in Latin-1', umlaut],
        ['signed-euro', 'characters that no byte holds', posted({ type: 'post', text: '€ ¬' })],
      ],
    ),
    ...refuseSsb(['SSB-18'], 'page', [
      ['signed-by-other', 'signed by Fern', ssb({ signer: fern })],
      ['changed-author', 'the author was changed after signing', change(page, 'author', ssbAuthorOf(fern))],
      ['changed-timestamp', 'the timestamp was changed after signing', change(page, 'timestamp', SSB_T + 1)],
      [
        'changed-content',
        'the content was changed after signing',
        change(page, 'content', { type: 'post', text: 'Flowers are ugly 🌸' }),
      ],
      [
        'changed-content-order',
        'the members of the content were swapped after signing',
        change(page, 'content', Object.fromEntries(Object.entries(page.content as JsonObject).reverse())),
      ],
      [
        'changed-content-member',
        'a member was added to the content after signing',
        change(page, 'content', { ...(page.content as JsonObject), channel: 'flowers' }),
      ],
      [
        'changed-order',
        'author and sequence were swapped after signing',
        ssb({
          members: { signature: page.signature },
          order: AUTHOR_FIRST,
        }),
      ],
      ['signature-of-other', 'the signature of another message', change(page, 'signature', other.signature as Json)],
      over('low-bytes', 'signed over the low bytes', lowBytes(text)),
      over('utf16', 'signed over UTF-16', utf16(text)),
      over('hash', 'signed over the SHA-256 of the encoding', sha256(utf8(text))),
      over('hash-512', 'signed over the SHA-512 of the encoding', sha512(utf8(text))),
      over('id', 'signed over the id', utf8(ssbId(withoutSignature(page)))),
      over('nothing', 'signed over no bytes', new Uint8Array()),
      over('substituted', 'signed over ASCII with ? for everything else', utf8(text.replace(/[^\n -~]/g, '?'))),
      over('with-empty', 'signed with an empty signature in the encoding', utf8(encodeSsb({ ...page, signature: '' }))),
      over(
        'with-null',
        'signed with null for a signature in the encoding',
        utf8(encodeSsb({ ...page, signature: null })),
      ),
      over('context', 'signed as native records are', concat(utf8('rockpool:record:1:'), utf8(text))),
    ]),
    ...refuseSsb(['SSB-18'], 'signed-umlaut', [
      ['signed-latin1', 'signed over Latin-1', signedOver(umlaut, lowBytes(unsignedOf(umlaut)))],
      [
        'signed-decomposed',
        'signed over the decomposed text',
        signedOver(umlaut, utf8(unsignedOf(umlaut).normalize('NFD'))),
      ],
    ]),
    ...refuseSsb(['SSB-18'], 'signed-euro', [
      [
        'changed-same-id',
        'a character was changed to one with the same low byte, after signing',
        change(posted({ type: 'post', text: '€ ¬' }), 'content', { type: 'post', text: '€ €' }),
        { also: ['SSB-17'] },
      ],
    ]),
    ...refuseSsb(['SSB-18'], 'second', [
      ['later-signed-by-other', 'a later message is signed by Fern', ssbSecond({ signer: fern })],
      ['changed-sequence', 'the sequence was changed after signing', change(second, 'sequence', 3)],
      ['changed-previous', 'previous was changed after signing', change(second, 'previous', ssbId(other))],
      ['changed-later-content', 'the content was changed after signing', change(second, 'content', { type: 'vote' })],
      [
        'signature-of-first',
        'the signature of the message before',
        change(second, 'signature', page.signature as Json),
      ],
    ]),
  ];
};

const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

const bytesOfSignature = (): VectorCase[] => {
  const page = ssb();
  const honest = signatureBytes(String(page.signature)) as Uint8Array;
  const [r, s] = [honest.subarray(0, 32), honest.subarray(32)];
  const bytes = (slug: string, words: string, signature: Uint8Array): SsbRow => [
    `signature-bytes-${slug}`,
    words,
    { ...page, signature: ssbSignature(signature) },
  ];
  const plus = (count: bigint): Uint8Array => concat(r, toLittleEndian(littleEndian(s) + count * L, 32));
  return [
    ...refuseSsb(['SSB-18'], 'page', [
      ...[1n, 2n, 8n, 14n].map((count): SsbRow => {
        const [slug, words, given] = bytes(`s-plus-${count}l`, `S + ${count}L in the place of S`, plus(count));
        return [slug, words, given, { also: ['SIG-3'] }];
      }),
      bytes('r-bit', 'a bit of R turned over', flip(honest, 100)),
      bytes('r-sign', 'the sign of R turned over', flip(honest, 255)),
      bytes('s-bit', 'a bit of S turned over', flip(honest, 256)),
      bytes('s-negated', 'L − S in the place of S', concat(r, toLittleEndian(L - littleEndian(s), 32))),
      bytes('swapped', 'S in front of R', concat(s, r)),
      bytes('zero', 'all bits are 0', new Uint8Array(64)),
      bytes('ones', 'all bits are 1', unhex('ff'.repeat(64))),
    ]),
  ];
};

/** The first of the messages of a made key, told apart by a number, whose signature breaks just these rules. */
const crafted = (label: string, parts: Omit<Craft, 'message' | 'r'>, breaks: readonly string[]): JsonObject => {
  const r = parts.r32 === undefined ? scalarOf(`${label}, r`) : 0n;
  const key = parts.key ?? pointBytes(parts.a, parts.i);
  for (let count = 0; count < 4096; count += 1) {
    const message = posted({ type: 'post', text: label, count }, { members: { author: ssbAuthor(key) } });
    const { signature } = craft({ ...parts, r, message: ssbSigned(message) });
    if (sameSet(brokenSignatureRules(key, ssbSigned(message), signature), breaks))
      return { ...message, signature: ssbSignature(signature) };
  }
  throw new Error(`no message passes for ${label}`);
};

const strangeKeys = (): VectorCase[] => {
  const a = scalarOf('a key with torsion');
  const rows: [slug: string, words: string, parts: Omit<Craft, 'message' | 'r'>, breaks: string[]][] = [
    ...[0, 1, 2, 4, 6].map((index): (typeof rows)[number] => [
      `key-small-${index}`,
      `the author is the point of small order ${(SMALL_ORDER[index] ?? '').slice(0, 8)}…`,
      { a: 0n, key: unhex(SMALL_ORDER[index] ?? '') },
      ['SIG-5'],
    ]),
    ...[0, 2, 4].map((index): (typeof rows)[number] => [
      `key-non-canonical-${index}`,
      `the author is a point in the non-canonical encoding ${(SMALL_ORDER_NON_CANONICAL[index] ?? '').slice(0, 8)}…`,
      { a: 0n, key: unhex(SMALL_ORDER_NON_CANONICAL[index] ?? '') },
      ['SIG-4'],
    ]),
    ['r-identity', 'R is the point of order 1', { a, r32: unhex(SMALL_ORDER[0] ?? '') }, ['SIG-6']],
    [
      'r-non-canonical',
      'R is the point of order 1 in a non-canonical encoding',
      { a, r32: unhex(SMALL_ORDER_NON_CANONICAL[0] ?? '') },
      ['SIG-7'],
    ],
    ['torsion-key', 'a key with torsion, which only the cofactored equation forgives', { a, i: 1n }, ['SIG-7']],
    ['torsion-r', 'R with torsion, which only the cofactored equation forgives', { a, j: 3n }, ['SIG-7']],
  ];
  return [
    ...takeSsb(
      ['SSB-18'],
      [
        [
          'key-torsion',
          'a key with torsion, and a signature for which that does not matter',
          crafted('torsion', { a, i: 1n }, []),
        ],
        ['key-and-r-torsion', 'key and R with torsion that cancels out', crafted('torsions', { a, i: 1n, j: 1n }, [])],
      ],
    ),
    ...refuseSsb(
      ['SSB-18'],
      'key-torsion',
      rows.map(([slug, words, parts, breaks]): SsbRow => [slug, words, crafted(slug, parts, breaks), { also: breaks }]),
    ),
    ...refuseSsb(['SSB-18'], 'page', [
      [
        'key-no-point',
        'the author is no point of the curve',
        { ...ssb(), author: ssbAuthor(unhex(`02${'00'.repeat(31)}`)) },
        { also: ['SIG-7'] },
      ],
    ]),
  ];
};

const hmacs = (): VectorCase[] => {
  const other = sha256(utf8('another hmac key'));
  const zero = new Uint8Array(32);
  const page = ssb({ hmac: HMAC });
  const bytes = utf8(unsignedOf(page));
  const whole = mac(sha512, HMAC, bytes);
  const signed = (slug: string, words: string, message: Uint8Array): SsbRow => [
    `hmac-signed-${slug}`,
    words,
    signedOver(page, message),
    { hmac: HMAC },
  ];
  return [
    ...takeSsb(
      ['SSB-19'],
      [
        ['hmac', 'signed with an hmac key', page, { hmac: HMAC }],
        ['hmac-other', 'signed with another hmac key', ssb({ hmac: other }), { hmac: other }],
        ['hmac-zero', 'signed with an hmac key that is all 0', ssb({ hmac: zero }), { hmac: zero }],
        [
          'hmac-ones',
          'signed with an hmac key that is all 1',
          ssb({ hmac: unhex('ff'.repeat(32)) }),
          { hmac: unhex('ff'.repeat(32)) },
        ],
        ['hmac-second', 'a later message with an hmac key', ssbNext(page, { hmac: HMAC }), { hmac: HMAC }],
        ['hmac-box', 'a ciphertext with an hmac key', posted('AAAA.box', { hmac: HMAC }), { hmac: HMAC }],
        [
          'hmac-author-first',
          'members in the other order with an hmac key',
          ssb({ hmac: HMAC, order: AUTHOR_FIRST }),
          { hmac: HMAC },
        ],
      ],
    ),
    ...refuseSsb(['SSB-18'], 'hmac', [
      ['hmac-missing', 'verified without the hmac key', page, { also: ['SSB-19'] }],
      ['hmac-wrong', 'verified with another hmac key', page, { hmac: other, also: ['SSB-19'] }],
      [
        'hmac-wrong-bit',
        'verified with an hmac key of which a bit is turned over',
        page,
        { hmac: flip(HMAC, 7), also: ['SSB-19'] },
      ],
      ['hmac-by-other', 'signed by Fern with the hmac key', ssb({ hmac: HMAC, signer: fern }), { hmac: HMAC }],
      ['hmac-changed', 'the timestamp was changed after signing', { ...page, timestamp: SSB_T + 1 }, { hmac: HMAC }],
      ...[
        signed('whole', 'signed over all 64 bytes of the HMAC', whole),
        signed('last', 'signed over the last 32 bytes of the HMAC', whole.subarray(32)),
        signed('sha256', 'signed over an HMAC-SHA-256', mac(sha256, HMAC, bytes)),
        signed(
          'low-bytes',
          'signed over the HMAC of the low bytes',
          mac(sha512, HMAC, lowBytes(unsignedOf(page))).subarray(0, 32),
        ),
        signed('hash', 'signed over the HMAC of the SHA-256', mac(sha512, HMAC, sha256(bytes)).subarray(0, 32)),
        signed(
          'key-text',
          'signed with the base64 of the key as hmac key',
          mac(sha512, utf8(base64(HMAC)), bytes).subarray(0, 32),
        ),
        signed('swapped', 'signed with key and message swapped', mac(sha512, bytes, HMAC).subarray(0, 32)),
        signed('beside', 'signed over the key and the encoding', concat(HMAC, bytes)),
        signed(
          'id',
          'signed over the HMAC of the encoding with an empty signature',
          mac(sha512, HMAC, utf8(encodeSsb({ ...page, signature: '' }))).subarray(0, 32),
        ),
      ].map(([slug, words, given, options]): SsbRow => [slug, words, given, { ...options, also: ['SSB-19'] }]),
    ]),
    ...refuseSsb(['SSB-18'], 'page', [
      ['hmac-none-used', 'verified with an hmac key, and signed without', ssb(), { hmac: HMAC, also: ['SSB-19'] }],
      [
        'hmac-none-used-zero',
        'verified with an hmac key that is all 0, and signed without',
        ssb(),
        { hmac: zero, also: ['SSB-19'] },
      ],
    ]),
  ];
};

/** Signatures, with and without an hmac key. */
export const ssbSignatures = (): VectorCase[] => [...otherwise(), ...bytesOfSignature(), ...strangeKeys(), ...hmacs()];
