import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { SSB_T, signedText, ssb, ssbAuthorOf, ssbSecond } from './message.ts';

const FIRST = ssbId(ssb());
const AUTHOR_FIRST = SSB_ORDERS[1] ?? [];

/** A message whose numbers are spelled as given, signed over the value that this says. */
const spelled = (sequence: string, timestamp = `${SSB_T}`): string => {
  const previous = Number(sequence) > 1 ? JSON.stringify(FIRST) : 'null';
  return signedText(
    `{"previous":${previous},"sequence":${sequence},"author":"${ssbAuthorOf(cast.suzy)}","timestamp":${timestamp},"hash":"sha256","content":{"type":"post","text":"hello"}}`,
  );
};

const sequences = (): VectorCase[] => {
  const taken = (slug: string, words: string, spelling: string): SsbRow => [
    `sequence-${slug}`,
    words,
    spelled(spelling),
  ];
  return [
    ...takeSsb(
      ['SSB-6'],
      [
        taken('first', 'the least sequence', '1'),
        taken('later', 'the sequence is 2', '2'),
        taken('greatest', 'the greatest sequence', '9007199254740991'),
        taken('greatest-less-1', 'the greatest sequence but one', '9007199254740990'),
        taken('point', '1.0 is 1', '1.0'),
        taken('exponent', '1e0 is 1', '1e0'),
        taken('exponent-negative', '10e-1 is 1', '10e-1'),
        taken('exponent-capital', '0.2E+1 is 2', '0.2E+1'),
        taken('rounded-to-1', '1.00000000000000001 is 1', '1.00000000000000001'),
        taken('rounded-to-greatest', '9007199254740991.4 is 9007199254740991', '9007199254740991.4'),
      ],
    ),
    ...refuseSsb(['SSB-6'], 'sequence-first', [
      taken('zero', 'the sequence is 0', '0'),
      taken('minus-zero', 'the sequence is -0', '-0'),
      taken('negative', 'the sequence is −1', '-1'),
      taken('half', 'the sequence is 0.5', '0.5'),
      taken('almost-1', 'the sequence is the greatest number below 1', '0.9999999999999999'),
      taken('least-negative', 'the sequence is −2^53 + 1', '-9007199254740991'),
      taken('minus-infinite', 'the sequence is negative and infinite', '-1e400'),
    ]),
    ...refuseSsb(['SSB-6'], 'sequence-later', [
      taken('1-and-a-half', 'the sequence is 1.5', '1.5'),
      taken('2-and-a-half', 'the sequence is 2.5', '2.5'),
      taken('more-than-1', 'the sequence is the least number above 1', '1.0000000000000002'),
      taken('2-to-53', 'the sequence is 2^53', '9007199254740992'),
      taken('2-to-53-rounded', 'the sequence is 2^53 + 1, which is rounded to 2^53', '9007199254740993'),
      taken('2-to-53-plus-2', 'the sequence is 2^53 + 2', '9007199254740994'),
      taken('1e300', 'the sequence is 1e300', '1e+300'),
      taken('infinite', 'the sequence is infinite', '1e400'),
    ]),
  ];
};

const timestamps = (): VectorCase[] => {
  const row = (slug: string, words: string, spelling: string): SsbRow => [
    `timestamp-${slug}`,
    words,
    spelled('1', spelling),
  ];
  const later = (slug: string, words: string, spelling: string): SsbRow => [
    `later-timestamp-${slug}`,
    words,
    spelled('2', spelling),
  ];
  return [
    ...takeSsb(
      ['SSB-7'],
      [
        row('zero', 'the timestamp is 0', '0'),
        row('minus-zero', 'the timestamp is -0, which is encoded as 0', '-0'),
        row('negative', 'the timestamp is −1', '-1'),
        row('negative-fraction', 'the timestamp is −0.5', '-0.5'),
        row('fraction', 'the timestamp has a fraction', '1700000000000.5'),
        row('fraction-small', 'the timestamp is 0.000001', '0.000001'),
        row('micros', 'the timestamp counts microseconds', '1700000000000000'),
        row('least', 'the timestamp is the least positive number', '5e-324'),
        row('vanishing', 'the timestamp is spelled 1e-400, which is 0', '1e-400'),
        row('1e21', 'the timestamp is 1e21', '1e+21'),
        row('1e300', 'the timestamp is 1e300', '1e+300'),
        row('minus-1e300', 'the timestamp is −1e300', '-1e+300'),
        row('greatest', 'the timestamp is the greatest number', '1.7976931348623157e+308'),
        row('greatest-rounded', 'the timestamp is rounded to the greatest number', '1.7976931348623158e308'),
        row('exponent', 'the timestamp is spelled 17e11', '17e11'),
        row('2-to-53', 'the timestamp is 2^53', '9007199254740992'),
        later('earlier', 'a later message with an earlier timestamp', '1'),
        later('same', 'a later message with the same timestamp', `${SSB_T}`),
      ],
    ),
    ...refuseSsb(['SSB-7'], 'timestamp-greatest', [
      row('infinite', 'the timestamp is 1e400', '1e400'),
      row('infinite-least', 'the timestamp is rounded to no finite number', '1.7976931348623159e308'),
      row('1e309', 'the timestamp is 1e309', '1e309'),
      row('infinite-digits', 'the timestamp has 310 digits', `1${'0'.repeat(309)}`),
      row('minus-infinite', 'the timestamp is −1e400', '-1e400'),
    ]),
    ...refuseSsb(['SSB-7'], 'later-timestamp-same', [
      later('infinite', 'the timestamp of a later message is 1e400', '1e400'),
      later('minus-infinite', 'the timestamp of a later message is −1e309', '-1e309'),
    ]),
  ];
};

const hashes = (): VectorCase[] => {
  const names: [slug: string, words: string, hash: string][] = [
    ['sha512', 'sha512', 'sha512'],
    ['capitals', 'SHA256', 'SHA256'],
    ['hyphen', 'sha-256', 'sha-256'],
    ['empty', 'empty', ''],
    ['blank', 'sha256 and a blank', 'sha256 '],
    ['newline', 'sha256 and a line feed', 'sha256\n'],
    ['dot', 'a full stop and sha256', '.sha256'],
    ['cut', 'sha', 'sha'],
    ['blake', 'blake2b', 'blake2b'],
    ['inherited', 'constructor', 'constructor'],
  ];
  return [
    ...takeSsb(['SSB-8'], [['hash', 'the hash is sha256', ssb({ members: { content: { type: 'hash' } } })]]),
    ...refuseSsb(
      ['SSB-8'],
      'page',
      names.map(([slug, words, hash]): SsbRow => [`hash-${slug}`, `the hash is ${words}`, ssb({ members: { hash } })]),
    ),
    ...refuseSsb(['SSB-8'], 'second', [
      ['later-hash-sha512', 'the hash of a later message is sha512', ssbSecond({ members: { hash: 'sha512' } })],
      ['later-hash-empty', 'the hash of a later message is empty', ssbSecond({ members: { hash: '' } })],
    ]),
  ];
};

const presences = (): VectorCase[] => [
  ...refuseSsb(['SSB-11'], 'page', [
    ['first-with-previous', 'the first message names one before it', ssb({ members: { previous: FIRST } })],
    [
      'first-with-previous-author-first',
      'the first message names one before it, and the author comes first',
      ssb({ members: { previous: FIRST }, order: AUTHOR_FIRST }),
    ],
  ]),
  ...refuseSsb(['SSB-11'], 'second', [
    ['second-without-previous', 'the second message names none before it', ssb({ members: { sequence: 2 } })],
    [
      'second-without-previous-author-first',
      'the second message names none before it, and the author comes first',
      ssb({ members: { sequence: 2 }, order: AUTHOR_FIRST }),
    ],
    [
      'greatest-without-previous',
      'the greatest sequence, and no message before it',
      ssb({ members: { sequence: 9_007_199_254_740_991 } }),
      { parent: 'sequence-greatest' },
    ],
  ]),
];

/** Sequences, timestamps, the name of the hash, and whether there is a message before. */
export const ssbNumbers = (): VectorCase[] => [...sequences(), ...timestamps(), ...hashes(), ...presences()];
