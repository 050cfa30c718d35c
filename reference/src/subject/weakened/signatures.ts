import { equalBytes } from '../../bytes/compare.ts';
import { decodeHex } from '../../bytes/hex.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { SignatureRulebook } from '../../signature/check.ts';
import type { SignatureQuestion } from '../../signature/question.ts';
import { type Mode, withFormat } from './lens.ts';
import { judgedBy } from './rule-change.ts';
import type { Weakening } from './weakened.ts';

/** Each place where a signature stands: `signature.verify`, and the members of the formats. */
const places: readonly (readonly [
  format: string | undefined,
  member: string | undefined,
  requirement: string | undefined,
])[] = [
  [undefined, undefined, undefined],
  ['rp.document.1', 'signature', 'REC-15'],
  ['rp.message.1', 'signature', 'REC-15'],
  ['es.4', 'signature', 'ES-15'],
  ['es.5', 'signature', 'ES-15'],
  ['es.5', 'shareSignature', 'ES5-13'],
  ['ssb-classic', 'signature', 'SSB-18'],
];

const smallOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
].map(decodeHex);
const labels = ['1', '2', '4-positive', '4-negative', '8-a', '8-b', '8-c', '8-d'];

const first32 = ({ signature }: SignatureQuestion) => signature.subarray(0, 32);
const weak: readonly (readonly [
  requirement: string,
  name: string,
  title: string,
  mode: Mode,
  says: (question: SignatureQuestion) => boolean,
])[] = [
  ...smallOrder.flatMap((encoding, i) => [
    [
      'SIG-5',
      `without-${labels[i]}`,
      `takes the key of order ${labels[i]}`,
      'or',
      ({ key }: SignatureQuestion) => equalBytes(key, encoding),
    ] as const,
    [
      'SIG-6',
      `without-${labels[i]}`,
      `takes the R of order ${labels[i]}`,
      'or',
      (question: SignatureQuestion) => equalBytes(first32(question), encoding),
    ] as const,
  ]),
  [
    'SIG-3',
    'three-bits',
    'looks at the highest three bits of S alone',
    'or',
    ({ signature }) => ((signature[63] ?? 0) & 0xe0) === 0,
  ],
  [
    'SIG-3',
    'highest-byte',
    'looks at the highest byte of S alone',
    'or',
    ({ signature }) => (signature[63] ?? 0) <= 0x10,
  ],
  ['SIG-4', 'sign-of-1', 'takes y = 1 with its sign', 'or', ({ key }) => key[31] === 0x80 && key[0] === 1],
  ['SIG-4', 'sign-of-minus-1', 'takes y = p − 1 with its sign', 'or', ({ key }) => key[31] === 0xff && key[0] === 0xec],
  [
    'SIG-4',
    'not-reduced',
    'takes y that is not less than p',
    'or',
    ({ key }) => ((key[31] ?? 0) & 0x7f) === 0x7f && (key[0] ?? 0) >= 0xed,
  ],
  ['SIG-1', 'longer', 'takes a longer key', 'or', ({ key }) => key.length > 32],
  ['SIG-2', 'longer', 'takes a longer signature', 'or', ({ signature }) => signature.length > 64],
];

const inBook = (
  book: SignatureRulebook,
  requirement: string,
  says: (question: SignatureQuestion) => boolean,
  mode: Mode,
): SignatureRulebook => ({
  ...book,
  rules: book.rules.map((rule) => (rule.requirement === requirement ? judgedBy(rule, says, mode) : rule)),
});

const at =
  (format: string | undefined, member: string | undefined, change: (book: SignatureRulebook) => SignatureRulebook) =>
  (protocol: Protocol): Protocol =>
    format === undefined
      ? { ...protocol, signatures: change(protocol.signatures) }
      : withFormat(protocol, format, (found) => ({
          ...found,
          asked: found.asked.map((witness) =>
            witness.member === member ? { ...witness, signatures: change(witness.signatures) } : witness,
          ),
        }));

/** The rules for signatures, weaker at one place. A key or a signature that travels in text has its length already. */
export const signatureWeakenings: readonly Weakening[] = places.flatMap(([format, member, asked]) =>
  weak
    .filter(([requirement]) => format === undefined || (requirement !== 'SIG-1' && requirement !== 'SIG-2'))
    .map(([requirement, name, title, mode, says]) => ({
      requirement,
      name: member === 'shareSignature' ? `share-${name}` : name,
      title,
      ...(format !== undefined && { format }),
      ...(asked !== undefined && { also: [asked] }),
      weaken: at(format, member, (book) => inBook(book, requirement, says, mode)),
    })),
);
