import type { VectorCase } from '@rockpool/schemas';
import { concat, unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { NOW, refuses } from '../cases/verify.ts';
import { EIGHTH, HELLO } from './accepted.ts';
import { message, numbered, unknownId } from './message.ts';

const FORMAT = 'rp.message.1';
const { fern, phone, suzy } = cast;
const TEXT = JSON.stringify(EIGHTH);
const FIRST = JSON.stringify(HELLO);
const FUTURE = NOW + 700_000_000;

type Row = [slug: string, defect: string, text: string | Uint8Array, breaks: string[], parent?: string];

const refuseTexts = (rows: Row[], also: string[] = []): VectorCase[] =>
  rows.map(([slug, defect, text, breaks, parent]) =>
    refuses(`messages/${slug}`, `messages/${parent ?? 'eighth'}`, defect, { format: FORMAT, text }, breaks, also),
  );

/** Faults of a first message: a reader that overlooks one keeps the message, whatever it knows of the feed. */
const firstTexts = (): VectorCase[] => {
  const rows: Row[] = [
    ['first-byte-order-mark', 'a byte order mark before a first message', `\ufeff${FIRST}`, ['TXT-2']],
    ['first-behind', 'a letter behind a first message', `${FIRST}x`, ['TXT-2']],
    ['first-twice', 'a first message twice', `${FIRST}\n${FIRST}`, ['TXT-2']],
    [
      'first-duplicate-sequence',
      'sequence twice in a first message with one value',
      FIRST.replace('"sequence":1', '"sequence":1,"sequence":1'),
      ['TXT-3'],
    ],
    [
      'first-duplicate-escaped',
      'sequence twice in a first message, once with an escape',
      FIRST.replace('"sequence":1', '"sequence":1,"\\u0073equence":1'),
      ['TXT-3'],
    ],
    [
      'first-size-524289',
      'line feeds that make a first message 524,289 bytes long',
      `${'\n'.repeat(524_289 - utf8(FIRST).length)}${FIRST}`,
      ['TXT-5'],
    ],
    [
      'first-size-tabs',
      'tabs that make a first message 600,000 bytes long',
      `${FIRST}${'\t'.repeat(600_000 - utf8(FIRST).length)}`,
      ['TXT-5'],
    ],
    ['first-depth', 'a content type that is nested 5 deep', nonsense({ contentType: [[['a']]] }), ['TXT-6']],
    [
      'first-point-zero',
      'the sequence of a first message with a point and a zero',
      FIRST.replace('"sequence":1', '"sequence":1.0'),
      ['TXT-8'],
    ],
    [
      'first-exponent',
      'the sequence of a first message with an exponent',
      FIRST.replace('"sequence":1', '"sequence":1e0'),
      ['TXT-8'],
    ],
  ];
  return refuseTexts(rows.map(([slug, defect, text, breaks]) => [slug, defect, text, breaks, 'hello']));
};

/** A message whose header says nonsense, signed over the nonsense. */
const nonsense = (header: Readonly<Record<string, Json>>): string => JSON.stringify(message({ header }));

const [before, after] = TEXT.split('🌸') as [string, string];

const texts = (): VectorCase[] =>
  refuseTexts([
    [
      'text-cut-flower',
      'the flower in the content is cut after three bytes',
      concat(utf8(before), unhex('f09f8c'), utf8(after)),
      ['TXT-1'],
    ],
    ['text-byte-order-mark', 'a byte order mark in front', `\ufeff${TEXT}`, ['TXT-2']],
    ['text-cut', 'the last character is missing', TEXT.slice(0, -1), ['TXT-2']],
    ['text-two', 'two messages in one text', `${TEXT}\n${TEXT}`, ['TXT-2']],
    [
      'duplicate-sequence',
      'sequence twice in the header',
      TEXT.replace('"sequence"', '"sequence":7,"sequence"'),
      ['TXT-3'],
    ],
    [
      'duplicate-previous',
      'previous twice in the header with one value',
      TEXT.replace('"previous"', `"previous":"${EIGHTH.header.previous}","previous"`),
      ['TXT-3'],
    ],
    [
      'duplicate-skip-escaped',
      'skip twice in the header, once with an escape',
      TEXT.replace('"skip"', `"sk\\u0069p":"${EIGHTH.header.previous}","skip"`),
      ['TXT-3'],
    ],
    ['surrogate-in-content', 'half of the flower in the content', TEXT.replace('🌸', '\\ud83c'), ['TXT-4']],
    [
      'text-size-524289',
      'blanks that make the text 524,289 bytes long',
      `${TEXT}${' '.repeat(524_289 - utf8(TEXT).length)}`,
      ['TXT-5'],
      'text-size-524288',
    ],
    ['text-depth', 'an author that is nested 5 deep', nonsense({ author: [[[suzy.keyId]]] }), ['TXT-6'], 'hello'],
    ['previous-null', 'null as previous of a first message', nonsense({ previous: null }), ['TXT-7'], 'hello'],
    ['skip-null', 'null as skip of a first message', nonsense({ skip: null }), ['TXT-7'], 'hello'],
    ['log-null', 'null as the log', nonsense({ log: null }), ['TXT-7'], 'hello'],
    ['content-null', 'null as the content', JSON.stringify({ ...HELLO, content: null }), ['TXT-7'], 'hello'],
    [
      'sequence-point-zero',
      'the sequence with a point and a zero',
      TEXT.replace('"sequence":8', '"sequence":8.0'),
      ['TXT-8'],
    ],
    ['sequence-exponent', 'the sequence with an exponent', TEXT.replace('"sequence":8', '"sequence":8e0'), ['TXT-8']],
    ['sequence-fraction', 'a fraction as the sequence', TEXT.replace('"sequence":8', '"sequence":8.5'), ['TXT-8']],
    [
      'size-minus-0',
      'a size of −0',
      JSON.stringify(message({ content: '' })).replace('"contentSize":0', '"contentSize":-0'),
      ['TXT-8'],
      'content-empty',
    ],
    [
      'sequence-leading-zero',
      'the sequence with a zero in front',
      TEXT.replace('"sequence":8', '"sequence":08'),
      ['TXT-2', 'TXT-8'],
    ],
    [
      'sequence-2-53',
      'the sequence is 9007199254740992',
      JSON.stringify(
        message({
          sparse: true,
          header: { ...numbered(9_007_199_254_740_991).header, sequence: 9_007_199_254_740_992 },
        }),
      ),
      ['TXT-9'],
      'sequence-largest',
    ],
    ...[2 ** 53, 10 ** 16].map(
      (contentSize): Row => [
        `size-${contentSize}`,
        `a size of ${contentSize}`,
        JSON.stringify(message({ sparse: true, header: { contentSize } })),
        ['TXT-9'],
        'size-largest',
      ],
    ),
    ['log-2-53', 'the log is 9007199254740992', nonsense({ log: 9_007_199_254_740_992 }), ['TXT-9'], 'log-largest'],
  ]);

/** Two defects in two phases: the earlier one is the answer. */
const orders = (): VectorCase[] =>
  refuseTexts(
    [
      [
        'order-text-shape',
        'null as the log, and a further member of the header',
        nonsense({ log: null, id: 1 }),
        ['TXT-7'],
        'hello',
      ],
      [
        'order-shape-form',
        'a further member of the header, and a sequence of 0',
        nonsense({ sequence: 0, id: 1 }),
        ['MSG-1'],
        'hello',
      ],
      [
        'order-form-relations',
        'a log of 0, and a first message that names one before it',
        nonsense({ log: 0, previous: unknownId('x') }),
        ['MSG-3'],
        'hello',
      ],
      [
        'order-form-time',
        'a sequence of 0, and from the future',
        nonsense({ sequence: 0, timestamp: FUTURE }),
        ['MSG-2'],
        'hello',
      ],
      [
        'order-relations-time',
        'a first message that names one before it, and from the future',
        nonsense({ previous: unknownId('x'), timestamp: FUTURE }),
        ['MSG-6'],
        'hello',
      ],
      [
        'order-relations-signature',
        'the fourth message without a skip link, signed by Fern',
        JSON.stringify(numbered(4, { header: { skip: undefined }, signer: fern })),
        ['MSG-7'],
        'fourth',
      ],
      [
        'order-relations-content',
        'the second message without previous, and content that was changed',
        JSON.stringify({ ...numbered(2, { header: { previous: undefined } }), content: 'x' }),
        ['MSG-6'],
        'second',
      ],
      [
        'order-time-signature',
        'from the future, and signed by Fern',
        JSON.stringify(message({ header: { timestamp: FUTURE }, signer: fern })),
        ['REC-13'],
        'hello',
      ],
      [
        'order-signature-content',
        'signed by Fern, and content that was changed',
        JSON.stringify({ ...message({ signer: fern }), content: 'howdy' }),
        ['REC-15'],
        'hello',
      ],
      [
        'several-form',
        'a sequence and a log of 0, and previous without its sigil',
        nonsense({ sequence: 0, log: 0, previous: unknownId('x').slice(1) }),
        ['MSG-2', 'MSG-3', 'MSG-4'],
        'hello',
      ],
      [
        'several-relations',
        'the key is the author, and a first message that names one before it',
        nonsense({ key: suzy.keyId, previous: unknownId('x') }),
        ['REC-12', 'MSG-6'],
        'hello',
      ],
    ],
    ['REC-18'],
  );

/** A message with `key` is held only where it breaks nothing. */
const notHeld = (): VectorCase[] =>
  refuseTexts(
    [
      [
        'not-held-previous',
        "the first message of Suzy's phone names one before it",
        JSON.stringify(message({ header: { key: phone.keyId, previous: unknownId('x') }, signer: phone })),
        ['MSG-6'],
        'held-phone',
      ],
      [
        'not-held-signature',
        "signed by Fern in the name of Suzy's phone",
        JSON.stringify(message({ header: { key: phone.keyId }, signer: fern })),
        ['REC-15'],
        'held-phone',
      ],
      [
        'not-held-content',
        "a message of Suzy's phone with content that was changed",
        JSON.stringify({ ...message({ header: { key: phone.keyId }, signer: phone }), content: 'howdy' }),
        ['REC-17'],
        'held-phone',
      ],
    ],
    ['REC-19'],
  );

/** Faults of the text, the order of phases, and what is not held. */
export const refusedMessageTexts = (): VectorCase[] => [...texts(), ...firstTexts(), ...orders(), ...notHeld()];
