import { sha512 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { concat, hex, littleEndian, toLittleEndian, unhex, utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { decodePoint, L, P, SMALL_ORDER, SMALL_ORDER_NON_CANONICAL } from '../../src/forge/curve.ts';
import { expandSeed, sign } from '../../src/forge/signature.ts';
import { breaksOnly, craft, grind, invalid, pointBytes, type Signed, scalarOf } from './craft.ts';

const { suzy, fern } = cast;
const PAGE = 'signatures/page';

/** One bit turned over; bit 0 is the lowest of the first byte. */
const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

type Row = [slug: string, defect: string, signed: Signed, breaks: string[]];

const lengthFaults = (page: Signed): Row[] => {
  const key = (bytes: Uint8Array): Signed => ({ ...page, key: bytes });
  const signature = (bytes: Uint8Array): Signed => ({ ...page, signature: bytes });
  return [
    ['key-0', 'a key of no bytes', key(new Uint8Array()), ['SIG-1']],
    ['key-31', 'a key without its last byte', key(page.key.subarray(0, 31)), ['SIG-1']],
    ['key-33', 'a key with a byte 00 behind', key(concat(page.key, Uint8Array.of(0))), ['SIG-1']],
    ['key-64-twice', 'the key twice', key(concat(page.key, page.key)), ['SIG-1']],
    ['key-33-in-front', 'a key with a byte 00 in front', key(concat(Uint8Array.of(0), page.key)), ['SIG-1']],
    ['key-64', 'seed and key together', key(concat(suzy.seed, page.key)), ['SIG-1']],
    ['key-text', 'the identifier as text', key(utf8(suzy.keyId)), ['SIG-1']],
    ['signature-0', 'a signature of no bytes', signature(new Uint8Array()), ['SIG-2']],
    ['signature-31', 'a signature of 31 bytes', signature(page.signature.subarray(0, 31)), ['SIG-2']],
    ['signature-32', 'R alone', signature(page.signature.subarray(0, 32)), ['SIG-2']],
    ['signature-63', 'a signature without its last byte', signature(page.signature.subarray(0, 63)), ['SIG-2']],
    ['signature-65', 'a byte 00 behind', signature(concat(page.signature, Uint8Array.of(0))), ['SIG-2']],
    ['signature-65-blank', 'a blank behind', signature(concat(page.signature, utf8(' '))), ['SIG-2']],
    ['signature-96', 'the key behind the signature', signature(concat(page.signature, page.key)), ['SIG-2']],
    [
      'signature-message',
      'the message behind the signature',
      signature(concat(page.signature, page.message)),
      ['SIG-2'],
    ],
    ['signature-128', 'the signature twice', signature(concat(page.signature, page.signature)), ['SIG-2']],
  ];
};

const scalarFaults = (page: Signed, s: bigint): Row[] => {
  const withS = (value: bigint): Signed => ({
    ...page,
    signature: concat(page.signature.subarray(0, 32), toLittleEndian(value, 32)),
  });
  return [
    ...[1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 12n, 14n].map(
      (count): Row => [`s-plus-${count}l`, `S + ${count}L in the place of S`, withS(s + count * L), ['SIG-3']],
    ),
    ['s-is-l', 'S is L', withS(L), ['SIG-3', 'SIG-7']],
    ['s-is-l-plus-1', 'S is L + 1', withS(L + 1n), ['SIG-3', 'SIG-7']],
    ['s-largest', 'all bits of S are 1', withS(2n ** 256n - 1n), ['SIG-3', 'SIG-7']],
    ['s-bit-253', 'bit 253 of S is set', withS(s + 2n ** 253n), ['SIG-3', 'SIG-7']],
    ['s-bit-254', 'bit 254 of S is set', withS(s + 2n ** 254n), ['SIG-3', 'SIG-7']],
    ['s-bit-255', 'bit 255 of S is set', withS(s + 2n ** 255n), ['SIG-3', 'SIG-7']],
    ['s-plus-p', 'S + p in the place of S', withS(s + P), ['SIG-3', 'SIG-7']],
    ['s-is-l-less-1', 'S is L − 1', withS(L - 1n), ['SIG-7']],
    ['s-is-0', 'S is 0', withS(0n), ['SIG-7']],
    ['s-is-1', 'S is 1', withS(1n), ['SIG-7']],
    ['s-plus-1', 'S + 1 in the place of S', withS(s === L - 1n ? 0n : s + 1n), ['SIG-7']],
    ['s-negated', 'L − S in the place of S', withS(L - s), ['SIG-7']],
    [
      's-big-endian',
      'S with its most significant byte first',
      withS(littleEndian(toLittleEndian(s, 32).reverse()) % L),
      ['SIG-7'],
    ],
  ];
};

const keyFaults = (): Row[] => [
  ...SMALL_ORDER_NON_CANONICAL.map((key, index): Row => {
    const make = (message: Uint8Array) => craft({ a: 0n, key: unhex(key), r: scalarOf('free'), message });
    return [
      `key-non-canonical-${index}`,
      `A is ${key}, of small order and not canonical, and the equation holds`,
      grind(`non-canonical ${index}`, make, breaksOnly('SIG-4')),
      ['SIG-4'],
    ];
  }),
  ...SMALL_ORDER.map((key, index): Row => {
    const make = (message: Uint8Array) => craft({ a: 0n, key: unhex(key), r: scalarOf('free'), message });
    return [
      `key-small-${index}`,
      `A is ${key}, of small order, and the equation holds`,
      grind(`small ${index}`, make, breaksOnly('SIG-5')),
      ['SIG-5'],
    ];
  }),
  ...SMALL_ORDER.map((key, index): Row => {
    const make = (message: Uint8Array) => craft({ a: 0n, key: unhex(key), r: scalarOf('free'), j: 1n, message });
    const passes = (signed: Signed) => index < 4 || breaksOnly('SIG-5')(signed);
    return [
      `key-small-${index}-mixed-r`,
      `A is ${key}, of small order, and R has a component of order 8`,
      grind(`small mixed ${index}`, make, passes),
      index < 4 ? ['SIG-5', 'SIG-7'] : ['SIG-5'],
    ];
  }),
];

const nonceFaults = (): Row[] => {
  const [a, message] = [scalarOf('honest key'), utf8('R is the identity')];
  const identity = craft({ a, r: 0n, message });
  return [
    ['r-identity', 'the nonce is 0, so R is the identity', identity, ['SIG-6']],
    [
      'r-identity-suzy',
      'Suzy signs with the nonce 0',
      { ...craft({ a: expandSeed(suzy.seed).scalar % L, r: 0n, message }) },
      ['SIG-6'],
    ],
    ...[0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n].map((j): Row => {
      const make = (text: Uint8Array) => craft({ a, i: 1n, r: 0n, j, message: text });
      return [
        `r-small-${j}`,
        `R is ${j}T, of small order, A has the component T, and the equation holds`,
        grind(`small R ${j}`, make, breaksOnly('SIG-6')),
        ['SIG-6'],
      ];
    }),
    ...SMALL_ORDER.slice(1).map(
      (r32, index): Row => [
        `r-small-honest-${index + 1}`,
        `A is honest, R is ${r32}, and only the cofactored equation holds`,
        craft({ a, r: 0n, r32: unhex(r32), message }),
        ['SIG-6', 'SIG-7'],
      ],
    ),
    ...SMALL_ORDER_NON_CANONICAL.map(
      (r32, index): Row => [
        `r-non-canonical-${index}`,
        `A is honest, R is ${r32}, not canonical, and only the cofactored equation holds`,
        craft({ a, r: 0n, r32: unhex(r32), message }),
        ['SIG-7'],
      ],
    ),
  ];
};

/** Canonical bytes that encode no point, and bytes that are not canonical and encode one of large order. */
const noPoints = (page: Signed): Row[] => {
  const ys = Array.from({ length: 17 }, (_, y) => BigInt(y + 2));
  const none = ys.filter((y) => decodePoint(toLittleEndian(y, 32)) === undefined).slice(0, 3);
  const unreduced = ys.filter((y) => decodePoint(toLittleEndian(P + y, 32)) !== undefined).slice(0, 3);
  return [
    ...none.map(
      (y): Row => [
        `key-no-point-${y}`,
        `there is no point with the y of A, ${y}`,
        { ...page, key: toLittleEndian(y, 32) },
        ['SIG-7'],
      ],
    ),
    ...unreduced.map(
      (y): Row => [
        `key-unreduced-${y}`,
        `the y of A is p + ${y}`,
        { ...page, key: toLittleEndian(P + y, 32) },
        ['SIG-4', 'SIG-7'],
      ],
    ),
    ['key-all-ones', 'all bits of A are 1', { ...page, key: unhex('ff'.repeat(32)) }, ['SIG-4', 'SIG-7']],
    ['key-all-zero', 'all bits of A are 0', { ...page, key: new Uint8Array(32) }, ['SIG-5', 'SIG-7']],
  ];
};

/** A signature of RFC 8032 §5.1 with a prefix in front of both hashes: Ed25519ctx and Ed25519ph. */
const withPrefix = (prefix: Uint8Array, message: Uint8Array): Uint8Array => {
  const { scalar, prefix: secret } = expandSeed(suzy.seed);
  const nonce = littleEndian(sha512(concat(prefix, secret, message))) % L;
  const r = pointBytes(nonce);
  const k = littleEndian(sha512(concat(prefix, r, unhex(suzy.keyHex), message))) % L;
  return concat(r, toLittleEndian((nonce + k * scalar) % L, 32));
};
const DOM2 = utf8('SigEd25519 no Ed25519 collisions');

const otherFaults = (page: Signed): Row[] => {
  const { key, message, signature } = page;
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
  const rows: [string, string, Partial<Signed>][] = [
    ['other-message', 'another message', { message: utf8('Flowers are ugly 🌸') }],
    ['empty-message', 'no message', { message: new Uint8Array() }],
    ['message-longer', 'a line feed behind the message', { message: concat(message, utf8('\n')) }],
    ['message-shorter', 'the message without its last byte', { message: message.subarray(0, -1) }],
    ['message-hex', 'the message in hexadecimal', { message: utf8(hex(message)) }],
    ['message-digest', 'the SHA-512 of the message', { message: sha512(message) }],
    ...[0, 7, 80, message.length * 8 - 1].map((bit): [string, string, Partial<Signed>] => [
      `message-bit-${bit}`,
      `bit ${bit} of the message turned over`,
      { message: flip(message, bit) },
    ]),
    ['other-key', 'the key of Fern', { key: unhex(fern.keyHex) }],
    ['other-signer', 'signed by Fern', { signature: sign(fern.seed, message) }],
    ['other-signature', 'the signature of another message', { signature: sign(suzy.seed, utf8('Ponds')) }],
    ['key-negated', 'the sign of A turned over', { key: flip(key, 255) }],
    ...[0, 1, 8, 100, 254].map((bit): [string, string, Partial<Signed>] => [
      `key-bit-${bit}`,
      `bit ${bit} of A turned over`,
      { key: flip(key, bit) },
    ]),
    ...[0, 1, 7, 8, 63, 64, 127, 128, 200, 254].map((bit): [string, string, Partial<Signed>] => [
      `r-bit-${bit}`,
      `bit ${bit} of R turned over`,
      { signature: flip(signature, bit) },
    ]),
    ['r-negated', 'the sign of R turned over', { signature: flip(signature, 255) }],
    ...[0, 1, 8, 100, 240].map((bit): [string, string, Partial<Signed>] => [
      `s-bit-${bit}`,
      `bit ${bit} of S turned over`,
      { signature: flip(signature, 256 + bit) },
    ]),
    ['r-is-a', 'A in the place of R', { signature: concat(key, s) }],
    ['r-is-base-point', 'the base point in the place of R', { signature: concat(pointBytes(1n), s) }],
    [
      'context-ed25519ph',
      'signed as Ed25519ph',
      { signature: withPrefix(concat(DOM2, Uint8Array.of(1, 0)), sha512(message)) },
    ],
    [
      'context-ed25519ctx',
      'signed as Ed25519ctx with an empty context',
      { signature: withPrefix(concat(DOM2, Uint8Array.of(0, 0)), message) },
    ],
  ];
  return [
    ...rows.map(([slug, defect, change]): Row => [slug, defect, { ...page, ...change }, []]),
    ['r-s-swapped', 'S in front of R', { ...page, signature: concat(s, r) }, []],
    ['signature-zero', 'all bits of the signature are 0', { ...page, signature: new Uint8Array(64) }, []],
    ['signature-ones', 'all bits of the signature are 1', { ...page, signature: unhex('ff'.repeat(64)) }, []],
    [
      'all-zero',
      'key and signature are all 0',
      { ...page, key: new Uint8Array(32), signature: new Uint8Array(64) },
      [],
    ],
  ];
};

/** Every way to spoil `page`, whose S is `s`. */
export const signatureFaults = (page: Signed, s: bigint): VectorCase[] =>
  [
    ...lengthFaults(page),
    ...scalarFaults(page, s),
    ...keyFaults(),
    ...nonceFaults(),
    ...noPoints(page),
    ...otherFaults(page),
  ].map(([slug, defect, signed, breaks]) =>
    invalid(`signatures/${slug}`, PAGE, defect, signed, breaks.length === 0 ? undefined : breaks),
  );
