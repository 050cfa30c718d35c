import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, SSB_T, type SsbChange, ssb, ssbAuthorOf, ssbSecond } from './message.ts';

const [ORDER = []] = SSB_ORDERS;
const PAGE = ssb();
const SECOND = ssbSecond();

/** A signed message of which members travel in another form or under another name, in their places. */
const sentAs = (
  seen: JsonObject,
  change: (name: string, value: Json) => readonly [name: string, value: Json][],
): JsonObject => Object.fromEntries(Object.entries(seen).flatMap(([name, value]) => change(name, value)));

/** Values of another type, signed as if they were of the right one. */
const types = (): VectorCase[] => {
  const typed = (slug: string, words: string, name: string, sent: Json, seen: JsonObject = PAGE): SsbRow => [
    `stranger-${slug}`,
    `${name} is ${words}`,
    sentAs(seen, (one, value) => [[one, one === name ? sent : value]]),
  ];
  return [
    ...refuseSsb(['SSB-1'], 'second', [
      typed('previous-list', 'a list with the id in it, signed as the id', 'previous', [ssbId(PAGE)], SECOND),
      typed('sequence-text-2', 'a text, signed as the number 2', 'sequence', '2', SECOND),
    ]),
    ...refuseSsb(['SSB-1'], 'page', [
      typed('previous-false', 'false, signed as null', 'previous', false),
      typed('previous-zero', '0, signed as null', 'previous', 0),
      typed('previous-empty-list', 'an empty list, signed as null', 'previous', []),
      typed('sequence-true', 'true, signed as 1', 'sequence', true),
      typed('sequence-text', 'a text, signed as the number 1', 'sequence', '1'),
      typed('sequence-list', 'a list with 1 in it, signed as 1', 'sequence', [1]),
      typed('author-list', 'a list with the author in it, signed as the author', 'author', [ssbAuthorOf(cast.suzy)]),
      typed('timestamp-text', 'a text, signed as the number', 'timestamp', `${SSB_T}`),
      typed('timestamp-true', 'true, signed as 1', 'timestamp', true, ssb({ members: { timestamp: 1 } })),
      typed('timestamp-false', 'false, signed as 0', 'timestamp', false, ssb({ members: { timestamp: 0 } })),
      typed('timestamp-null', 'null, signed as 0', 'timestamp', null, ssb({ members: { timestamp: 0 } })),
      typed('hash-list', 'a list with sha256 in it, signed as sha256', 'hash', ['sha256']),
      typed('signature-list', 'a list with the signature in it', 'signature', [PAGE.signature as Json]),
      typed('content-list', 'a list with the content in it, signed as the content', 'content', [PAGE.content as Json]),
      typed(
        'content-list-of-text',
        'a list with a ciphertext in it, signed as the text',
        'content',
        ['AAAA.box'],
        posted('AAAA.box'),
      ),
    ]),
    ...refuseSsb(['SSB-4'], 'page', [
      ['stranger-previous-empty', 'previous is empty in a first message', ssb({ members: { previous: '' } })],
      typed('previous-empty-null', 'empty in a first message, signed as null', 'previous', ''),
      typed('previous-null-text', 'the text null, signed as null', 'previous', 'null'),
    ]),
    ...refuseSsb(['SSB-6'], 'page', [
      ...[0, -1, 0.5, 1.5].map(
        (sequence): SsbRow => [
          `stranger-sequence-${String(sequence).replace('-', 'minus-').replace('.', '-point-')}-linked`,
          `the sequence is ${sequence}, and previous is an id`,
          ssbSecond({ members: { sequence } }),
        ],
      ),
      typed('sequence-fraction', '1.5, signed as 1', 'sequence', 1.5),
      typed('sequence-32-bits', '2^53 and more, signed as 1', 'sequence', 2 ** 53 + 2),
    ]),
    ...refuseSsb(['SSB-9'], 'page', [
      [
        'stranger-type-list',
        'the type is a list with a type in it, signed as that type',
        { ...posted({ type: 'post' }), content: { type: ['post'] } },
      ],
    ]),
  ];
};

/** Names without regard to case, and members that are not there for those who look at theirs alone. */
const names = (): VectorCase[] => {
  const renamed = (slug: string, from: string, to: string): SsbRow => [
    `stranger-name-${slug}`,
    `a member named ${JSON.stringify(to)} in the place of ${from}, signed as ${from}`,
    sentAs(PAGE, (name, value) => [[name === from ? to : name, value]]),
  ];
  const beside = (slug: string, name: string, value: Json, before = 'content'): SsbRow => [
    `stranger-beside-${slug}`,
    `a further member named ${JSON.stringify(name)}, signed as if it were not there`,
    sentAs(PAGE, (one, own) =>
      one === before
        ? [
            [name, value],
            [one, own],
          ]
        : [[one, own]],
    ),
  ];
  return refuseSsb(['SSB-1'], 'page', [
    renamed('capital', 'hash', 'Hash'),
    renamed('capitals', 'author', 'AUTHOR'),
    renamed('long-s', 'hash', 'haſh'),
    renamed('sequence-long-s', 'sequence', 'ſequence'),
    renamed('signature-long-s', 'signature', 'ſignature'),
    renamed('blank', 'content', 'content '),
    renamed('nul', 'timestamp', 'timestamp\0'),
    beside('hash', 'HASH', 'sha512'),
    beside('sequence', 'Sequence', 7),
    beside('schema', '$schema', 'x'),
    beside('empty', '', null),
    beside('underscore', '_localIndex', 1, 'previous'),
    beside('key', 'key', ssbId(PAGE), 'signature'),
    beside('index', '0', 0, 'signature'),
  ]);
};

const swapped = (one: string, other: string): string[] =>
  ORDER.map((name) => (name === one ? other : name === other ? one : name));

/** Members in a wrong order, and in the content what a pattern over the text finds in their place. */
const decoys = (): VectorCase[] => {
  const decoy = Object.fromEntries(ORDER.map((name) => [name, PAGE[name] as Json]));
  const contents: readonly [slug: string, words: string, content: JsonObject][] = [
    ['object', 'an object with the members in their order', { type: 'post', decoy }],
    ['text', 'a text with the members in their order', { type: 'post', text: JSON.stringify(decoy) }],
    ['itself', 'these members in their order', { type: 'post', ...decoy }],
  ];
  const orders: readonly [slug: string, words: string, order: readonly string[]][] = [
    ['content-first', 'the content in front', ['content', ...ORDER.filter((name) => name !== 'content')]],
    ['content-last', 'the content behind the signature', swapped('content', 'signature')],
    ['hash', 'hash and timestamp swapped', swapped('hash', 'timestamp')],
    ['previous', 'previous and hash swapped', swapped('previous', 'hash')],
  ];
  const change = (content: Json, members: SsbChange['members'] = {}, more: SsbChange = {}): JsonObject =>
    ssb({ ...more, members: { content, ...members } });
  return [
    ...refuseSsb(
      ['SSB-2'],
      'page',
      orders.flatMap(([slug, words, order]) =>
        contents.map(
          ([kind, decoyed, content]): SsbRow => [
            `decoy-${slug}-${kind}`,
            `${words}, and in the content ${decoyed}`,
            change(content, {}, { order }),
          ],
        ),
      ),
    ),
    ...refuseSsb(['SSB-8'], 'page', [
      [
        'decoy-hash-name',
        'the hash is sha512, and that in the content sha256',
        change({ type: 'post', hash: 'sha256' }, { hash: 'sha512' }),
      ],
    ]),
    ...refuseSsb(['SSB-6'], 'page', [
      [
        'decoy-sequence',
        'the sequence is 0.5, and that in the content 1',
        change({ type: 'post', sequence: 1 }, { sequence: 0.5 }),
      ],
    ]),
    ...refuseSsb(['SSB-9'], 'page', [
      ['decoy-type', 'no type, and a text with one', change({ text: '"type":"post"' })],
      [
        'decoy-type-object',
        'a type of 2 units, and one of 4 in an object',
        change({ type: 'ab', more: { type: 'post' } }),
      ],
      [
        'decoy-type-before',
        'an object with a type in front of a type that is a number',
        change({ more: { type: 'post' }, type: 1 }),
      ],
    ]),
    ...takeSsb(
      ['SSB-18'],
      [
        [
          'decoy-signature',
          'the content has a signature at its end',
          change({ type: 'post', signature: PAGE.signature as Json }),
        ],
        [
          'decoy-signature-text',
          'the content has a text like a signature',
          change({ type: 'post', text: ',"signature":"x.sig.ed25519"}' }),
        ],
        [
          'decoy-signature-lines',
          'the content has a text like the last lines of an encoding',
          change({ type: 'post', text: ',\n  "signature": "x.sig.ed25519"\n}' }),
        ],
        [
          'decoy-hash-512',
          'the hash in the content is sha512',
          change({ type: 'post', hash: 'sha512', sequence: 0, previous: 1 }),
        ],
      ],
    ),
  ];
};

/** What loose comparisons, other spellings of names, and patterns over the text let pass. */
export const ssbStrangers = (): VectorCase[] => [...types(), ...names(), ...decoys()];
