import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { SSB_T, type SsbChange, ssb, ssbAuthorOf, ssbNext, ssbSecond } from './message.ts';

const author = ssbAuthorOf(cast.suzy);
const [ORDER = [], AUTHOR_FIRST = []] = SSB_ORDERS;

/** The first message and a later one, each with its parent. */
const places: readonly [place: string, words: string, parent: string, make: (change: SsbChange) => JsonObject][] = [
  ['', '', 'page', ssb],
  ['later-', ' in a later message', 'second', ssbSecond],
];

/** Values of other types that some programs take for the right one. */
const strangers = (later: boolean): readonly [member: string, slug: string, words: string, value: Json][] => [
  ['previous', 'false', 'false', false],
  ['previous', 'number', 'a number', 0],
  ['previous', 'object', 'an object', {}],
  ['previous', 'list', 'a list with the id in it', [ssbId(ssb())]],
  ['sequence', 'string', 'a string of digits', later ? '2' : '1'],
  ['sequence', 'null', 'null', null],
  ['sequence', 'true', 'true', true],
  ['sequence', 'list', 'a list with the number in it', [later ? 2 : 1]],
  ['author', 'null', 'null', null],
  ['author', 'number', 'a number', 1],
  ['author', 'list', 'a list with the author in it', [author]],
  ['author', 'object', 'an object with the author in it', { id: author }],
  ['timestamp', 'string', 'a string of digits', `${SSB_T}`],
  ['timestamp', 'null', 'null', null],
  ['timestamp', 'true', 'true', true],
  ['timestamp', 'list', 'a list with the number in it', [SSB_T]],
  ['hash', 'null', 'null', null],
  ['hash', 'list', 'a list with the name in it', ['sha256']],
  ['content', 'null', 'null', null],
  ['content', 'number', 'a number', 7],
  ['content', 'true', 'true', true],
  ['content', 'list', 'a list', []],
  ['content', 'list-of-content', 'a list with the content in it', [{ type: 'post', text: 'x' }]],
];

const shapes = (): VectorCase[] =>
  places.flatMap(([place, where, parent, make]) => [
    ...refuseSsb(['SSB-1'], parent, [
      ...ORDER.filter((name) => name !== 'signature').map(
        (name): SsbRow => [`${place}no-${name}`, `no ${name}${where}`, make({ members: { [name]: undefined } })],
      ),
      [`${place}no-signature`, `no signature${where}`, withSignature(make({}), undefined)],
      ...strangers(place !== '').map(
        ([name, slug, words, value]): SsbRow => [
          `${place}${name}-${slug}`,
          `${name} is ${words}${where}`,
          make({ members: { [name]: value } }),
        ],
      ),
      [`${place}signature-null`, `signature is null${where}`, withSignature(make({}), null)],
      [
        `${place}signature-list`,
        `signature is a list with the signature in it${where}`,
        withSignature(make({}), [make({}).signature as Json]),
      ],
      ...strangeMembers(place, where, make),
    ]),
  ]);

const withSignature = (message: JsonObject, signature: Json | undefined): JsonObject => {
  const { signature: _, ...rest } = message;
  return signature === undefined ? rest : { ...rest, signature };
};

const strangeMembers = (place: string, where: string, make: (change: SsbChange) => JsonObject): SsbRow[] => {
  const last = (members: JsonObject): JsonObject => make({ members, order: [...ORDER, ...Object.keys(members)] });
  return [
    [`${place}member-last`, `a further member at the end${where}`, last({ id: ssbId(ssb()) })],
    [
      `${place}member-before-signature`,
      `a further member before the signature${where}`,
      make({ members: { key: 'x' }, order: [...ORDER.slice(0, -1), 'key', 'signature'] }),
    ],
    [
      `${place}member-first`,
      `a further member in front${where}`,
      make({ members: { id: 1 }, order: ['id', ...ORDER] }),
    ],
    [`${place}member-null`, `a further member that is null${where}`, last({ extra: null })],
    [`${place}member-index`, `a further member named 0${where}`, last({ 0: 0 })],
    [`${place}member-empty-name`, `a further member with an empty name${where}`, last({ '': 0 })],
    [`${place}member-capital`, `a further member named Signature${where}`, last({ Signature: '' })],
    [
      `${place}member-proto`,
      `a further member named __proto__${where}`,
      last(JSON.parse('{"__proto__":{}}') as JsonObject),
    ],
    [
      `${place}member-renamed`,
      `a member named Hash in the place of hash${where}`,
      make({ members: { Hash: 'sha256' }, order: ORDER.map((name) => (name === 'hash' ? 'Hash' : name)) }),
    ],
  ];
};

const wholes = (): VectorCase[] => {
  const page = ssb();
  const inherited = JSON.stringify(Object.fromEntries([['__proto__', page]]));
  return refuseSsb(['SSB-1'], 'page', [
    ['whole-null', 'null', 'null'],
    ['whole-true', 'true', 'true'],
    ['whole-number', 'a number', '1'],
    ['whole-string', 'a string', '"message"'],
    ['whole-text-in-string', 'the text of the message in a string', JSON.stringify(JSON.stringify(page))],
    ['whole-list', 'the message in a list', [page] as unknown as JsonObject],
    ['whole-values', 'the values of the members in a list', Object.values(page) as unknown as JsonObject],
    ['whole-empty', 'an object without members', {}],
    ['whole-empty-list', 'a list without elements', '[]'],
    ['whole-inherited', 'the message in a member named __proto__', inherited],
    [
      'whole-stored',
      'the message as programs store it, beside its id',
      { key: ssbId(page), value: page, timestamp: SSB_T },
    ],
  ]);
};

/** Two names in each other's places. */
const swapped = (order: readonly string[], one: string, other: string): string[] =>
  order.map((name) => (name === one ? other : name === other ? one : name));

const pairs = (names: readonly string[]): [string, string][] =>
  names.flatMap((one, index) => names.slice(index + 1).map((other): [string, string] => [one, other]));

const orders = (): VectorCase[] => {
  const isAllowed = (order: readonly string[]): boolean =>
    SSB_ORDERS.some((allowed) => allowed.join() === order.join());
  const transpositions = (order: readonly string[], slug: string, words: string): SsbRow[] =>
    pairs(order)
      .filter(([one, other]) => !isAllowed(swapped(order, one, other)))
      .map(([one, other]) => [
        `${slug}${one}-and-${other}`,
        `${one} and ${other} have changed places${words}`,
        ssb({ order: swapped(order, one, other) }),
      ]);
  const page = ssb();
  const alphabetical = [...ORDER].sort();
  return [
    ...takeSsb(
      ['SSB-2'],
      [
        ['page', 'a first message, the sequence before the author', page, { also: ['SSB-1', 'SSB-18'] }],
        ['author-first', 'the author before the sequence', ssb({ order: AUTHOR_FIRST }), { also: ['SSB-1'] }],
        ['second', 'a later message', ssbSecond(), { also: ['SSB-1', 'SSB-11'] }],
        ['later-author-first', 'a later message, the author before the sequence', ssbSecond({ order: AUTHOR_FIRST })],
        [
          'order-changed',
          'a message with the author first after one with the sequence first',
          ssbNext(ssbSecond(), { order: AUTHOR_FIRST }),
        ],
      ],
    ),
    ...refuseSsb(['SSB-2'], 'page', transpositions(ORDER, 'order-', '')),
    ...refuseSsb(
      ['SSB-2'],
      'author-first',
      transpositions(AUTHOR_FIRST, 'author-first-', ', where the author comes first'),
    ),
    ...refuseSsb(['SSB-2'], 'page', [
      ['order-backwards', 'all members backwards', ssb({ order: [...ORDER].reverse() })],
      ['order-alphabetical', 'all members by their names', ssb({ order: alphabetical })],
      ['order-signature-first', 'the signature in front', ssb({ order: ['signature', ...ORDER.slice(0, -1)] })],
      ['order-previous-last', 'previous behind the signature', ssb({ order: [...ORDER.slice(1), 'previous'] })],
      [
        'order-signed-otherwise',
        'signed in one order and sent by names',
        Object.fromEntries(alphabetical.map((name) => [name, page[name] as Json])),
      ],
    ]),
    ...refuseSsb(['SSB-2'], 'second', [
      ['later-order-content-last', 'the content last', ssbSecond({ order: swapped(ORDER, 'content', 'signature') })],
      ['later-order-hash', 'hash and timestamp swapped', ssbSecond({ order: swapped(ORDER, 'hash', 'timestamp') })],
      ['later-order-alphabetical', 'all members by their names', ssbSecond({ order: alphabetical })],
    ]),
  ];
};

/** The members of a message, their types and their order. */
export const ssbShapes = (): VectorCase[] => [...orders(), ...shapes(), ...wholes()];
