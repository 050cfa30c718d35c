// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { cast } from '../../src/forge/cast.ts';
import { compareIds } from '../../src/forge/identifiers.ts';
import { type NativeRecord, recordId, recordMessage } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import type { DraftFile } from '../cases/file.ts';
import { allOrders, someOrders } from '../cases/merge.ts';
import { NOW, T } from '../cases/verify.ts';
import { FLOWERS, type PageChange, pageHeader } from '../records/page.ts';
import { scalarOf } from '../signatures/craft.ts';
import { at, dying, merge } from './ask.ts';
import { comparedTimes } from './compared.ts';
import { heldDocuments } from './held.ts';

const { suzy, fern, quinn, spaces } = cast;
const SECOND = 1_000_000;

const idOf = ({ header }: NativeRecord): string => recordId(header);

/**
 * Two documents with one timestamp whose ids are in the one order as bytes and in the other as texts; the later one by
 * bytes comes first.
 */
const crossed = (first: PageChange, second: PageChange): [later: NativeRecord, earlier: NativeRecord] => {
  const left = at(0, first);
  for (let count = 0; count < 1000; count += 1) {
    const right = at(0, { ...second, content: `${count}` });
    const [byBytes, byText] = [compareIds(idOf(left), idOf(right)) > 0, idOf(left) > idOf(right)];
    if (byBytes !== byText) return byBytes ? [left, right] : [right, left];
  }
  throw new Error('no two ids are crossed');
};

const simple = (): VectorCase[] => {
  const [old, young, middle] = [at(0), at(2), at(1)];
  const fernOld = at(1, { author: fern });
  return [
    merge('none', 'no documents', ['DOC-20'], [], { wanted: { kept: [], winners: {}, held: [], deleted: [] } }),
    merge('one', 'one document', ['DOC-20', 'DOC-19'], [old], { wanted: { kept: [0] } }),
    merge('newer-last', 'the newer document of a slot comes last', ['DOC-16', 'DOC-19'], [old, young], {
      wanted: { kept: [1] },
    }),
    merge('newer-first', 'the newer document of a slot comes first', ['DOC-16', 'DOC-19'], [young, old], {
      wanted: { kept: [0] },
    }),
    ...allOrders([old, middle, young]).map((order, index) =>
      merge(`three-${index + 1}`, `three documents of a slot, order ${index + 1}`, ['DOC-16', 'DOC-19'], order),
    ),
    merge('two-authors', 'each author has her slot', ['DOC-19', 'DOC-20'], [old, fernOld], {
      wanted: { kept: [0, 1], winners: { '/wiki/flowers': 1 } },
    }),
    merge('two-authors-reversed', 'each author has her slot, the newer first', ['DOC-19', 'DOC-20'], [fernOld, old], {
      wanted: { kept: [0, 1], winners: { '/wiki/flowers': 0 } },
    }),
    merge(
      'two-authors-four',
      'two documents of each of two authors',
      ['DOC-19', 'DOC-20'],
      [young, fernOld, at(3, { author: fern }), old],
    ),
    merge('two-paths', 'two paths', ['DOC-20'], [old, at(1, { header: { path: '/wiki/ponds' } })], {
      wanted: { kept: [0, 1] },
    }),
    merge(
      'paths-differ-in-case',
      'two paths that differ in case',
      ['DOC-20'],
      [old, at(1, { header: { path: '/wiki/Flowers' } })],
      { wanted: { kept: [0, 1] } },
    ),
    merge(
      'path-and-below',
      'a path and a path below it',
      ['DOC-20'],
      [old, at(1, { header: { path: '/wiki/flowers/red' } })],
      { wanted: { kept: [0, 1] } },
    ),
    merge('one-microsecond', 'the timestamps differ by a microsecond', ['DOC-16'], [at(1), at(0)], {
      wanted: { kept: [0] },
    }),
    merge(
      'sparse-newer',
      'the newer document travels without its content',
      ['DOC-19', 'DOC-21'],
      [old, at(2, { sparse: true })],
      { wanted: { kept: [1] } },
    ),
    merge(
      'typed-newer',
      'the newer document has a content type',
      ['DOC-19'],
      [at(2, { header: { contentType: 'text/plain' } }), old],
    ),
    merge(
      'newer-same-content',
      'the newer document has the same content',
      ['DOC-19'],
      [at(0, { content: 'a' }), at(1, { content: 'a' })],
      { wanted: { kept: [1] } },
    ),
  ];
};

const ties = (): VectorCase[] => {
  const crosses: [slug: string, words: string, first: PageChange, second: PageChange][] = [
    ['same-author', 'of one author', { content: 'x' }, {}],
    ['two-authors', 'of two authors', { content: 'x' }, { author: fern }],
    ['typed', 'that differ in their type too', { content: 'x', header: { contentType: 'text/plain' } }, {}],
    ['other-two-authors', 'of two other authors', { content: 'x', author: quinn }, { author: fern }],
  ];
  const three = [at(0, { content: 'a' }), at(0, { content: 'b' }), at(0, { content: 'c' })];
  const authors = [at(0), at(0, { author: fern }), at(0, { author: quinn })];
  return [
    ...crosses.flatMap(([slug, words, first, second]) => {
      const [later, earlier] = crossed(first, second);
      return [
        merge(
          `tie-${slug}`,
          `one timestamp, two documents ${words}: the bytes of the ids decide, not their texts`,
          ['DOC-16', 'ID-6', 'DOC-20'],
          [later, earlier],
          { wanted: { winners: { '/wiki/flowers': 0 } } },
        ),
        merge(
          `tie-${slug}-reversed`,
          `one timestamp, two documents ${words}, the other order`,
          ['DOC-16', 'ID-6', 'DOC-20'],
          [earlier, later],
          { wanted: { winners: { '/wiki/flowers': 1 } } },
        ),
      ];
    }),
    ...allOrders(three).map((order, index) =>
      merge(
        `tie-three-${index + 1}`,
        `three documents of a slot with one timestamp, order ${index + 1}`,
        ['DOC-16', 'DOC-19'],
        order,
      ),
    ),
    ...allOrders(authors).map((order, index) =>
      merge(
        `tie-authors-${index + 1}`,
        `three authors with one timestamp, order ${index + 1}`,
        ['DOC-16', 'DOC-20'],
        order,
      ),
    ),
    merge(
      'tie-twenty',
      'twenty documents of a slot with one timestamp',
      ['DOC-16', 'DOC-19'],
      Array.from({ length: 20 }, (_, index) => at(0, { content: `${index}` })),
    ),
    merge(
      'tie-ephemeral',
      'one timestamp, and both expire at one time',
      ['DOC-16', 'DOC-19'],
      [dying(0, NOW + 9, { content: 'a' }), dying(0, NOW + 9, { content: 'b' })],
    ),
  ];
};

const coverings = (): VectorCase[] => {
  const [early, late] = [NOW + SECOND, NOW + 2 * SECOND];
  const [long, short] = [dying(0, late), dying(1, early)];
  const layers = [
    dying(0, NOW + 4 * SECOND),
    dying(1, NOW + 3 * SECOND),
    dying(2, NOW + 2 * SECOND),
    dying(3, NOW + SECOND),
  ];
  const path = '/chat/!hello';
  return [
    merge('cover', 'a newer document that expires earlier covers the older one', ['DOC-19', 'DOC-20'], [long, short], {
      wanted: { kept: [0, 1], winners: { [path]: 1 } },
    }),
    merge('cover-reversed', 'the covering document comes first', ['DOC-19', 'DOC-20'], [short, long], {
      wanted: { kept: [0, 1], winners: { [path]: 0 } },
    }),
    merge('cover-at-expiry', 'the covering document expires now', ['DOC-19', 'DOC-13'], [long, short], {
      now: early,
      wanted: { winners: { [path]: 1 } },
    }),
    merge(
      'cover-gone',
      'the covering document has expired, and the older one is back',
      ['DOC-19', 'DOC-17'],
      [long, short],
      { now: early + 1, wanted: { kept: [0], winners: { [path]: 0 } } },
    ),
    merge('cover-both-gone', 'both have expired', ['DOC-17'], [long, short], {
      now: late + 1,
      wanted: { kept: [], winners: {} },
    }),
    merge(
      'expires-equal',
      'the newer document expires at the same time',
      ['DOC-19'],
      [dying(0, early), dying(1, early)],
      { wanted: { kept: [1] } },
    ),
    merge(
      'expires-1-less',
      'the newer document expires a microsecond earlier',
      ['DOC-19'],
      [dying(0, early), dying(1, early - 1)],
      { wanted: { kept: [0, 1] } },
    ),
    merge(
      'expires-1-more',
      'the newer document expires a microsecond later',
      ['DOC-19'],
      [dying(0, early), dying(1, early + 1)],
      { wanted: { kept: [1] } },
    ),
    merge(
      'cover-by-other',
      'a document of another author covers nothing',
      ['DOC-19', 'DOC-20'],
      [long, dying(1, late + 1, { author: fern })],
      { wanted: { kept: [0, 1] } },
    ),
    merge(
      'cover-by-other-gone',
      'the newest, of another author, has expired',
      ['DOC-20', 'DOC-17'],
      [long, dying(1, early, { author: fern })],
      { now: early + 1, wanted: { kept: [0] } },
    ),
    ...someOrders(layers, 6).map((order, index) =>
      merge(
        `layers-${index + 1}`,
        `four documents that cover each other, order ${index + 1}`,
        ['DOC-19', 'DOC-20'],
        order,
      ),
    ),
    ...[1, 2, 3, 4].map((seconds) =>
      merge(
        `layers-after-${seconds}`,
        `four documents that cover each other, a microsecond after second ${seconds}`,
        ['DOC-19', 'DOC-17'],
        layers,
        { now: NOW + seconds * SECOND + 1 },
      ),
    ),
    merge(
      'layers-dropped',
      'the newest of four expires last',
      ['DOC-19'],
      [...layers.slice(0, 3), dying(9, NOW + 9 * SECOND)],
      { wanted: { kept: [3] } },
    ),
    merge(
      'layers-middle',
      'the newest expires between the two others',
      ['DOC-19'],
      [dying(0, NOW + SECOND), dying(1, NOW + 3 * SECOND), dying(2, NOW + 2 * SECOND)],
      { wanted: { kept: [1, 2] } },
    ),
    merge(
      'dropped-by-dropped',
      'what drops a document may be dropped itself',
      ['DOC-19'],
      [dying(0, NOW + SECOND), dying(1, NOW + 2 * SECOND), dying(2, NOW + 3 * SECOND)],
      { wanted: { kept: [2] } },
    ),
    merge('cover-tie', 'one timestamp, two times of expiry', ['DOC-16', 'DOC-19'], [dying(0, early), dying(0, late)]),
    merge(
      'cover-empty',
      'an empty message covers an older one',
      ['DOC-19', 'DOC-21'],
      [long, dying(1, early, { content: '' })],
      { wanted: { kept: [0, 1], deleted: [path] } },
    ),
    merge(
      'cover-empty-gone',
      'the empty message has expired, and the older one is back',
      ['DOC-19', 'DOC-21'],
      [long, dying(1, early, { content: '' })],
      { now: early + 1, wanted: { deleted: [] } },
    ),
  ];
};

const deletions = (): VectorCase[] => {
  const path = '/wiki/flowers';
  const empty = String(pageHeader({ content: '' }).contentHash).slice(1);
  const gone = at(5, { content: '' });
  return [
    merge('deleted', 'an empty document is reported as deleted', ['DOC-21'], [gone], {
      wanted: { kept: [0], winners: { [path]: 0 }, deleted: [path] },
    }),
    merge(
      'deleted-sparse',
      'an empty document without its content',
      ['DOC-21'],
      [at(5, { content: '', sparse: true })],
      { wanted: { deleted: [path] } },
    ),
    merge('deleted-own', 'the empty document replaces the older one', ['DOC-19', 'DOC-21'], [at(0), gone], {
      wanted: { kept: [1], deleted: [path] },
    }),
    merge(
      'deleted-other',
      'an older document of another author does not come back',
      ['DOC-20', 'DOC-21'],
      [at(0, { author: fern }), gone],
      { wanted: { kept: [0, 1], winners: { [path]: 1 }, deleted: [path] } },
    ),
    merge(
      'deleted-other-reversed',
      'the empty document comes first',
      ['DOC-20', 'DOC-21'],
      [gone, at(0, { author: fern })],
      { wanted: { winners: { [path]: 0 }, deleted: [path] } },
    ),
    merge('deleted-then-written', 'written again by the same author', ['DOC-20', 'DOC-21'], [at(0), gone, at(6)], {
      wanted: { kept: [2], deleted: [] },
    }),
    merge(
      'deleted-then-written-by-other',
      'written again by another author',
      ['DOC-20', 'DOC-21'],
      [gone, at(6, { author: fern })],
      { wanted: { kept: [0, 1], deleted: [] } },
    ),
    merge(
      'deleted-older',
      'an empty document that is not the newest',
      ['DOC-20', 'DOC-21'],
      [at(0, { content: '', author: fern }), at(1)],
      { wanted: { kept: [0, 1], deleted: [] } },
    ),
    merge(
      'deleted-one-of-two',
      'one of two paths is deleted',
      ['DOC-21'],
      [gone, at(1, { header: { path: '/wiki/ponds' } })],
      { wanted: { deleted: [path] } },
    ),
    merge(
      'deleted-both',
      'two paths are deleted',
      ['DOC-21'],
      [gone, at(1, { content: '', header: { path: '/wiki/ponds' } })],
    ),
    merge('deleted-blank', 'a blank is content', ['DOC-21'], [at(0, { content: ' ' })], { wanted: { deleted: [] } }),
    merge(
      'immutable-empty',
      'no bytes at an immutable path: not deleted',
      ['DOC-21'],
      [at(0, { content: '', header: { path: `/photos/=${empty}` } })],
      { wanted: { kept: [0], deleted: [] } },
    ),
    merge(
      'immutable-empty-own',
      'no bytes at an immutable path of Suzy',
      ['DOC-21'],
      [at(0, { content: '', header: { path: `/~${suzy.keyId}/=${empty}` } })],
      { wanted: { deleted: [] } },
    ),
    merge(
      'equals-inside-empty',
      'an = within the last segment does not make it immutable',
      ['DOC-21'],
      [at(0, { content: '', header: { path: `/photos/x=${empty}` } })],
      { wanted: { deleted: [`/photos/x=${empty}`] } },
    ),
    merge(
      'immutable-two-authors',
      'two authors at an immutable path',
      ['DOC-20'],
      [
        at(0, { content: FLOWERS, header: { path: `/=${String(pageHeader().contentHash).slice(1)}` } }),
        at(1, { author: fern, content: FLOWERS, header: { path: `/=${String(pageHeader().contentHash).slice(1)}` } }),
      ],
      { wanted: { kept: [0, 1] } },
    ),
  ];
};

const leftOut = (): VectorCase[] => {
  const [old, young] = [at(0), at(1)];
  const spoiled: [slug: string, words: string, record: NativeRecord | string][] = [
    ['signature', 'the newer one was signed by Fern', at(1, { signer: fern })],
    ['content', 'the newer one has other content than it says', { ...young, content: 'x' }],
    ['future', 'the newer one is from the future', at(700_000_000 + SECOND)],
    ['path', 'the newer one is at a path that Fern alone may write', at(1, { header: { path: `/~${fern.keyId}` } })],
    ['shape', 'the newer one has a member too many', { ...young, id: 'x' } as NativeRecord],
    ['null', 'the newer one has null for its type', at(1, { header: { contentType: null } })],
    [
      'duplicate',
      'the newer one has a name twice',
      JSON.stringify(young).replace('"path"', '"path":"/wiki/flowers","path"'),
    ],
    ['not-json', 'the newer one is no JSON', JSON.stringify(young).slice(0, -1)],
    ['other-space', 'the newer one is in another space', at(1, { header: { space: spaces.kitchen } })],
    [
      'key-space',
      'the newer one is in the space with a key of the same name',
      at(1, { header: { space: spaces.gardeningKey } }),
    ],
    [
      'renamed-space',
      'the newer one is in a space with the same bytes and another name',
      at(1, { header: { space: spaces.gardening.replace('gardening', 'garden') } }),
    ],
  ];
  const { signature } = old;
  const spelled: [slug: string, words: string, signature: string][] = [
    ['newline', 'a line feed behind the signature', `${signature}\n`],
    ['crlf', 'CR LF behind the signature', `${signature}\r\n`],
    ['blank', 'a blank behind the signature', `${signature} `],
    ['zeros', 'a character of zeros behind the signature', `${signature}a`],
  ];
  return [
    ...spelled.map(([slug, words, other]) =>
      merge(`signature-${slug}`, words, ['DOC-17', 'REC-9'], [{ ...old, signature: other }], { wanted: { kept: [] } }),
    ),
    ...spoiled.flatMap(([slug, words, record]) => [
      merge(`without-${slug}`, words, ['DOC-17'], [old, record], { wanted: { kept: [0] } }),
      merge(`without-${slug}-first`, `${words}, and comes first`, ['DOC-17'], [record, old], { wanted: { kept: [1] } }),
    ]),
    merge(
      'without-all',
      'nothing is left',
      ['DOC-17'],
      spoiled.map(([, , record]) => record),
      { wanted: { kept: [], winners: {}, deleted: [] } },
    ),
    merge('future-not-yet', 'exactly 10 minutes ahead is kept', ['DOC-17', 'DOC-19'], [old, at(SECOND + 600_000_000)], {
      wanted: { kept: [1] },
    }),
    merge(
      'future-later',
      'what was from the future, when its time has come',
      ['DOC-17', 'DOC-19'],
      [old, at(700_000_000 + SECOND)],
      { now: T + 700_000_000, wanted: { kept: [1] } },
    ),
    merge(
      'in-key-space',
      'a replica of a space with a key',
      ['DOC-17'],
      [old, at(1, { header: { space: spaces.gardeningKey } })],
      { space: spaces.gardeningKey, wanted: { kept: [1] } },
    ),
    merge('other-replica', 'a replica of another space keeps nothing of this one', ['DOC-17'], [old, young], {
      space: spaces.kitchen,
      wanted: { kept: [] },
    }),
  ];
};

const again = (record: NativeRecord, label: string): NativeRecord => ({
  ...record,
  signature: base32(signWithNonce(suzy.seed, recordMessage(record.header), scalarOf(label))),
});

const duplicates = (): VectorCase[] => {
  const record = at(0);
  const { content: _content, ...sparse } = record;
  const other = again(record, 'again');
  const bad = { ...record, signature: at(7).signature };
  const wrong = { ...record, content: 'x' };
  return [
    merge('twice', 'one record twice', ['DOC-18'], [record, record], { wanted: { kept: [0] } }),
    merge(
      'thrice',
      'one record three times, and a newer one between',
      ['DOC-18', 'DOC-19'],
      [record, at(1), record, record],
      { wanted: { kept: [1] } },
    ),
    merge('two-signatures', 'one header with two valid signatures', ['DOC-18'], [record, other], {
      wanted: { kept: [0] },
    }),
    merge(
      'two-signatures-reversed',
      'one header with two valid signatures, the other first',
      ['DOC-18'],
      [other, record],
      { wanted: { kept: [0] } },
    ),
    merge(
      'three-signatures',
      'one header with three valid signatures',
      ['DOC-18'],
      [again(record, 'third'), record, other],
      { wanted: { kept: [0] } },
    ),
    merge('bad-signature-first', 'the first signature is not valid', ['DOC-18', 'DOC-17'], [bad, record, other], {
      wanted: { kept: [1] },
    }),
    merge(
      'wrong-content-first',
      'the content of the first contradicts the header',
      ['DOC-18', 'DOC-17', 'DOC-21'],
      [wrong, sparse as NativeRecord, record],
      { wanted: { kept: [1] } },
    ),
    merge('sparse-first', 'the first has no content', ['DOC-18', 'DOC-21'], [sparse as NativeRecord, record], {
      wanted: { kept: [0] },
    }),
    merge('content-first', 'the second has no content', ['DOC-18'], [record, sparse as NativeRecord], {
      wanted: { kept: [0] },
    }),
    merge('two-spellings', 'one record in two spellings', ['DOC-18'], [JSON.stringify(record, null, 2), record], {
      wanted: { kept: [0] },
    }),
    merge(
      'bad-spelling-first',
      'one record, first with a comma too many',
      ['DOC-18', 'DOC-17'],
      [`${JSON.stringify(record).slice(0, -1)},}`, record],
      { wanted: { kept: [1] } },
    ),
    merge(
      'two-signatures-winner',
      'one header with two signatures is newer than another document',
      ['DOC-18', 'DOC-20'],
      [at(-5, { author: fern }), other, record],
      { wanted: { kept: [0, 1] } },
    ),
  ];
};

/** A garden: five paths, three authors, what expires, what is deleted, what is left out. */
const garden = (): VectorCase[] => {
  const later = NOW + SECOND;
  const records = [
    at(0),
    at(3, { author: fern }),
    at(2),
    at(4, { author: quinn, content: '' }),
    at(1, { header: { path: '/wiki/ponds' } }),
    at(1, { author: fern, header: { path: '/wiki/ponds' } }),
    dying(0, later + 5),
    dying(1, later),
    dying(2, later - 5, { author: fern }),
    at(6, { header: { path: `/~${suzy.keyId}/name` } }),
    at(7, { author: fern, header: { path: `/~${suzy.keyId}/name` } }),
    again(at(2), 'garden'),
    at(9, { header: { space: spaces.kitchen } }),
  ];
  return [
    ...someOrders(records, 12).map((order, index) =>
      merge(
        `garden-${index + 1}`,
        `thirteen records, order ${index + 1}`,
        ['DOC-16', 'DOC-17', 'DOC-18', 'DOC-19', 'DOC-20', 'DOC-21'],
        order,
      ),
    ),
    ...[-5, -4, 0, 1, 5, 6].map((offset) =>
      merge(
        `garden-at-${offset < 0 ? `minus-${-offset}` : offset}`,
        `thirteen records, ${offset} microseconds after a second`,
        ['DOC-17', 'DOC-19', 'DOC-20'],
        records,
        { now: later + offset },
      ),
    ),
  ];
};

/** `document.merge` of native documents. */
export const makeDocumentMerge = (): DraftFile => ({
  name: 'document-merge',
  title: 'Which documents are kept',
  description:
    'What a replica keeps and shows of some records: ties, expiry, deletion, duplicates, and many orders of arrival.',
  cases: [
    ...simple(),
    ...ties(),
    ...coverings(),
    ...deletions(),
    ...leftOut(),
    ...duplicates(),
    ...garden(),
    ...heldDocuments(),
    ...comparedTimes(),
  ],
});
