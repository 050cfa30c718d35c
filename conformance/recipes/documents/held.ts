import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { cast } from '../../src/forge/cast.ts';
import { type NativeRecord, recordMessage } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { allOrders, someOrders } from '../cases/merge.ts';
import { NOW } from '../cases/verify.ts';
import type { PageChange } from '../records/page.ts';
import { scalarOf } from '../signatures/craft.ts';
import { at, dying, merge } from './ask.ts';

const { suzy, fern, quinn, phone, spaces } = cast;
const SECOND = 1_000_000;
const PATH = '/wiki/flowers';
const CHAT = '/chat/!hello';

/** What a document has that a device signed: it is held. */
const by = (device: typeof phone, change: PageChange = {}): PageChange => ({
  ...change,
  header: { key: device.keyId, ...change.header },
  signer: device,
});

const phoned = (age: number, change: PageChange = {}): NativeRecord => at(age, by(phone, change));
const HELD = ['DOC-22', 'DOC-19'];

const slots = (): VectorCase[] => [
  merge(
    'held-newer',
    "a newer document of Suzy's phone has a slot of its own, and wins nothing",
    ['DOC-22', 'DOC-20'],
    [at(0), phoned(1)],
    {
      wanted: { kept: [0], winners: { [PATH]: 0 }, held: [1], deleted: [] },
    },
  ),
  merge(
    'held-newer-first',
    "a newer document of Suzy's phone comes first, and wins nothing",
    ['DOC-22', 'DOC-20'],
    [phoned(1), at(0)],
    {
      wanted: { kept: [1], winners: { [PATH]: 1 }, held: [0] },
    },
  ),
  merge('held-older', "an older document of Suzy's phone is kept beside hers", HELD, [phoned(0), at(1)], {
    wanted: { kept: [1], held: [0] },
  }),
  merge('held-alone', 'nothing but a held document: no path has a winner', ['DOC-22', 'DOC-20'], [phoned(0)], {
    wanted: { kept: [], winners: {}, held: [0], deleted: [] },
  }),
  merge('held-drops-held', "a newer document of Suzy's phone drops the older one", HELD, [phoned(0), phoned(1)], {
    wanted: { kept: [], held: [1] },
  }),
  merge(
    'held-drops-held-first',
    "a newer document of Suzy's phone comes first, and drops the older one",
    HELD,
    [phoned(1), phoned(0)],
    {
      wanted: { kept: [], held: [0] },
    },
  ),
  merge('held-two-devices', 'two devices of one author: each has its slot', HELD, [phoned(0), at(1, by(quinn))], {
    wanted: { kept: [], held: [0, 1] },
  }),
  merge(
    'held-two-authors',
    'one key signs for two authors: each has her slot',
    HELD,
    [phoned(0), at(1, by(phone, { author: fern }))],
    {
      wanted: { kept: [], held: [0, 1] },
    },
  ),
  merge(
    'held-by-author-of-other',
    "Fern's key signs in Suzy's name, beside Fern's own document",
    HELD,
    [at(0, { author: fern }), at(1, by(fern))],
    {
      wanted: { kept: [0], winners: { [PATH]: 0 }, held: [1] },
    },
  ),
  merge(
    'held-two-paths',
    "two documents of Suzy's phone at two paths",
    HELD,
    [phoned(0), phoned(1, { header: { path: '/wiki/ponds' } })],
    {
      wanted: { held: [0, 1] },
    },
  ),
  merge(
    'held-tie',
    "two documents of Suzy's phone with one timestamp: the bytes of the ids decide",
    ['DOC-22', 'DOC-16'],
    [phoned(0, { content: 'a' }), phoned(0, { content: 'b' })],
  ),
  merge(
    'held-tie-reversed',
    "two documents of Suzy's phone with one timestamp, the other order",
    ['DOC-22', 'DOC-16'],
    [phoned(0, { content: 'b' }), phoned(0, { content: 'a' })],
  ),
  merge(
    'held-empty',
    'an empty document that is held deletes nothing',
    ['DOC-22', 'DOC-21'],
    [at(0), phoned(9, { content: '' })],
    {
      wanted: { kept: [0], winners: { [PATH]: 0 }, held: [1], deleted: [] },
    },
  ),
  merge(
    'held-empty-alone',
    'an empty document that is held, and nothing else: the path is not deleted',
    ['DOC-22', 'DOC-21'],
    [phoned(9, { content: '' })],
    {
      wanted: { winners: {}, held: [0], deleted: [] },
    },
  ),
  merge(
    'held-hides-nothing',
    'an empty document wins over what is held and newer',
    ['DOC-22', 'DOC-21'],
    [phoned(9), at(0, { content: '' })],
    {
      wanted: { kept: [1], winners: { [PATH]: 1 }, held: [0], deleted: [PATH] },
    },
  ),
  merge(
    'held-sparse',
    "a newer document of Suzy's phone without its content drops the older one",
    HELD,
    [phoned(0), phoned(1, { sparse: true })],
    {
      wanted: { held: [1] },
    },
  ),
];

const expiring = (): VectorCase[] => {
  const [early, late] = [NOW + SECOND, NOW + 2 * SECOND];
  const short = dying(1, early, by(phone));
  const long = dying(0, late, by(phone));
  return [
    merge(
      'held-expired',
      'a held document that has expired is left out',
      ['DOC-17', 'DOC-22'],
      [dying(0, late), short],
      {
        now: early + 1,
        wanted: { kept: [0], held: [] },
      },
    ),
    merge(
      'held-expires-now',
      'a held document expires now, and is kept',
      ['DOC-13', 'DOC-22'],
      [dying(0, late), short],
      {
        now: early,
        wanted: { kept: [0], held: [1] },
      },
    ),
    merge('held-covers-held', 'a held document covers an older one of the same device', HELD, [long, short], {
      wanted: { kept: [], winners: {}, held: [0, 1] },
    }),
    merge(
      'held-covers-held-gone',
      'the covering held document has expired, and the older one is left',
      HELD,
      [short, long],
      {
        now: early + 1,
        wanted: { held: [1] },
      },
    ),
    merge(
      'held-longer-drops',
      'a newer held document that expires later drops the older one',
      HELD,
      [dying(0, early, by(phone)), dying(1, late, by(phone))],
      {
        wanted: { held: [1] },
      },
    ),
    merge(
      'held-does-not-drop-accepted',
      "a newer document of Suzy's phone that lives longer drops no accepted one",
      HELD,
      [dying(0, early), dying(1, late, by(phone))],
      {
        wanted: { kept: [0], winners: { [CHAT]: 0 }, held: [1] },
      },
    ),
    merge(
      'accepted-does-not-drop-held',
      "a newer accepted document that lives longer drops none of Suzy's phone",
      HELD,
      [dying(0, early, by(phone)), dying(1, late)],
      {
        wanted: { kept: [1], held: [0] },
      },
    ),
  ];
};

const leftOut = (): VectorCase[] => {
  const honest = phoned(1);
  const again = {
    ...honest,
    signature: base32(signWithNonce(phone.seed, recordMessage(honest.header), scalarOf('held again'))),
  };
  const { content: _content, ...sparse } = honest;
  const rows: [slug: string, words: string, record: NativeRecord][] = [
    ['space', 'a held document of another space', phoned(2, { header: { space: spaces.kitchen } })],
    [
      'renamed',
      'a held document of a space with the same bytes and another name',
      phoned(2, { header: { space: spaces.gardening.replace('gardening', 'garden') } }),
    ],
    ['future', 'a held document from the future', phoned(700_000_000 + SECOND)],
    [
      'signature',
      "a document in the name of Suzy's phone that Fern signed",
      at(2, { header: { key: phone.keyId }, signer: fern }),
    ],
    ['content', "a document of Suzy's phone whose content was changed", { ...phoned(2), content: 'x' }],
    ['key', 'a document whose key is its author', at(2, { header: { key: suzy.keyId } })],
    ['path', 'a held document at a path that Fern alone may write', phoned(2, { header: { path: `/~${fern.keyId}` } })],
  ];
  return [
    ...rows.map(([slug, words, record]) =>
      merge(`held-without-${slug}`, `${words} is left out, and drops nothing`, ['DOC-17', 'DOC-22'], [honest, record], {
        wanted: { kept: [], winners: {}, held: [0] },
      }),
    ),
    merge('held-twice', 'one held document twice: the first counts', ['DOC-18', 'DOC-22'], [honest, honest], {
      wanted: { held: [0] },
    }),
    merge(
      'held-two-signatures',
      'one held header with two valid signatures: the first counts',
      ['DOC-18', 'DOC-22'],
      [again, honest],
      {
        wanted: { held: [0] },
      },
    ),
    merge(
      'held-sparse-first',
      'one held document, at first without its content',
      ['DOC-18', 'DOC-22'],
      [sparse as NativeRecord, honest],
      {
        wanted: { held: [0] },
      },
    ),
    merge(
      'held-bad-first',
      'one held document, at first with other content',
      ['DOC-18', 'DOC-17'],
      [{ ...honest, content: 'x' }, honest],
      {
        wanted: { held: [1] },
      },
    ),
    merge(
      'held-bad-signature-first',
      'one held document, at first with a signature that is not valid',
      ['DOC-18', 'DOC-17'],
      [{ ...honest, signature: at(7).signature }, at(0), honest],
      { wanted: { kept: [1], held: [2] } },
    ),
  ];
};

const REQUIREMENTS = ['DOC-16', 'DOC-17', 'DOC-18', 'DOC-19', 'DOC-20', 'DOC-22'];

const orders = (): VectorCase[] => {
  const few = [at(0), phoned(1), phoned(2), at(3)];
  const many = [
    at(0),
    phoned(2, { content: '' }),
    phoned(1),
    at(3, by(quinn)),
    at(1, { author: fern }),
    at(4, by(phone, { author: fern })),
    dying(0, NOW + 3 * SECOND, by(phone)),
    dying(1, NOW + SECOND, by(phone)),
    dying(2, NOW + 2 * SECOND),
    phoned(5, { header: { space: spaces.kitchen } }),
  ];
  return [
    ...allOrders(few)
      .filter((_, index) => index % 3 === 0)
      .map((order, index) =>
        merge(
          `held-four-${index + 1}`,
          `two documents of Suzy's and two of her phone, order ${index + 1}`,
          REQUIREMENTS,
          order,
        ),
      ),
    ...someOrders(many, 8).map((order, index) =>
      merge(`held-crowd-${index + 1}`, `ten documents, some of them held, order ${index + 1}`, REQUIREMENTS, order),
    ),
  ];
};

/** Documents that are held, among others. */
export const heldDocuments = (): VectorCase[] => [...slots(), ...expiring(), ...leftOut(), ...orders()];
