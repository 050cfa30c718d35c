import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { base32, unbase32 } from '../../src/forge/base32.ts';
import { compareBytes, utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { hashEs4, hashEs5 } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import type { DraftFile } from '../cases/file.ts';
import { allOrders, type MergeDraft, mergeCase, someOrders } from '../cases/merge.ts';
import { NOW, PROFILE, T } from '../cases/verify.ts';
import { scalarOf } from '../signatures/craft.ts';
import { renamed } from './accepted.ts';
import { ES4, ES5, type EsChange, type EsKind, es4, es5 } from './document.ts';
import { moreMerges } from './merge-more.ts';

const { suzy, fern, quinn, gardening, kitchen } = cast;
const SECOND = 1_000_000;
const PATH = '/wiki/shared/Flowers';

type Options = Partial<Pick<MergeDraft, 'now' | 'space' | 'wanted' | 'needs'>>;

const merge = (
  slug: string,
  title: string,
  requirements: string[],
  profile: ProfileName,
  records: readonly JsonObject[],
  options: Options = {},
): VectorCase =>
  mergeCase({
    id: `earthstar-merge/${slug}`,
    title,
    profile,
    requirements,
    space: gardening.earthstarAddress,
    records: records.map((record) => ({ format: record.format === 'es.4' ? 'es.4' : 'es.5', record })),
    ...options,
  });

/** Two documents with one timestamp, the greater signature first; as bytes the signatures are in the other order. */
const crossed = (make: (count: number) => JsonObject, other: JsonObject): [JsonObject, JsonObject] => {
  for (let count = 0; count < 1000; count += 1) {
    const one = make(count);
    const [left, right] = [String(one.signature), String(other.signature)];
    if (left > right !== compareBytes(unbase32(left), unbase32(right)) > 0)
      return left > right ? [one, other] : [other, one];
  }
  throw new Error('no two signatures are crossed');
};

/** Two documents with one timestamp whose signatures have one first character behind the b, the greater first. */
const tiedAlike = (make: (count: number) => JsonObject, other: JsonObject): [JsonObject, JsonObject] => {
  for (let count = 0; count < 1000; count += 1) {
    const one = make(count);
    const [left, right] = [String(one.signature), String(other.signature)];
    if (left[1] === right[1]) return left > right ? [one, other] : [other, one];
  }
  throw new Error('no two signatures begin alike');
};

const again = (document: JsonObject, label: string): JsonObject => {
  const hash = document.format === 'es.4' ? hashEs4(document) : hashEs5(document);
  return { ...document, signature: base32(signWithNonce(suzy.seed, utf8(hash), scalarOf(label))) };
};

const ofOneFormat = (kind: EsKind): VectorCase[] => {
  const { make, format } = kind;
  const profile = PROFILE[format];
  const short = format.replace('.', '');
  const at = (age: number, change: EsChange = {}): JsonObject =>
    make({ content: `${age}`, ...change, members: { timestamp: T + age, ...change.members } });
  const m = (
    slug: string,
    title: string,
    requirements: string[],
    records: readonly JsonObject[],
    options: Options = {},
  ): VectorCase => merge(`${short}-${slug}`, title, requirements, profile, records, options);
  const dying = (age: number, deleteAfter: number, change: EsChange = {}) =>
    at(age, { ...change, members: { path: '/chat/!hello', deleteAfter, ...change.members } });
  const [old, young] = [at(0), at(1)];
  const ancient = at(0, { members: { timestamp: 20_000_000_000_000 } });
  const [early, late] = [NOW + SECOND, NOW + 2 * SECOND];
  const [greater, lesser] = crossed((count) => at(0, { content: `tie ${count}` }), old);
  const [greaterOther, lesserOther] = crossed((count) => at(0, { author: fern, content: `tie ${count}` }), old);
  const twins = [old, again(old, 'a')].sort((left, right) =>
    String(left.signature) < String(right.signature) ? -1 : 1,
  ) as [JsonObject, JsonObject];
  const three = [at(0, { content: 'a' }), at(0, { content: 'b' }), at(0, { content: 'c' })];
  const spoiled: [slug: string, words: string, record: JsonObject][] = [
    ['signature', 'the newer one was signed by Fern', at(1, { signer: fern })],
    [
      'content',
      'the newer one has other content than it says',
      { ...young, [format === 'es.4' ? 'content' : 'text']: 'x' },
    ],
    ['future', 'the newer one is from the future', at(700 * SECOND)],
    ['permission', 'the newer one is at a path of Fern', at(1, { members: { path: `/~${fern.earthstarAddress}/x` } })],
    [
      'share',
      'the newer one is of another share',
      format === 'es.4'
        ? es4({ content: 'x', members: { timestamp: T + 1, workspace: kitchen.earthstarAddress } })
        : es5({ content: 'x', members: { timestamp: T + 1, share: kitchen.earthstarAddress }, shareSigner: kitchen }),
    ],
    [
      'share-name',
      'the newer one is of a share with the same key and another name',
      at(1, {
        members: {
          [format === 'es.4' ? 'workspace' : 'share']: gardening.earthstarAddress.replace('gardening', 'garden'),
        },
      }),
    ],
    [
      'share-key',
      'the newer one is of a share with the same name and another key',
      at(1, {
        members: {
          [format === 'es.4' ? 'workspace' : 'share']: kitchen.earthstarAddress.replace('kitchen', 'gardening'),
        },
        shareSigner: kitchen,
      }),
    ],
  ];
  const last = gardening.earthstarAddress.slice(-1) === 'a' ? 'q' : 'a';
  const alike = tiedAlike((count) => at(0, { content: `moss ${count}` }), old);
  return [
    m('none', 'no documents', ['ES-19'], [], { wanted: { kept: [], winners: {} } }),
    m('one', 'one document', ['ES-19'], [old], { wanted: { kept: [0], winners: { [PATH]: 0 } } }),
    m('newer-last', 'the newer document of a slot comes last', ['ES-17', 'ES-18'], [old, young], {
      wanted: { kept: [1] },
    }),
    m('newer-first', 'the newer document of a slot comes first', ['ES-17', 'ES-18'], [young, old], {
      wanted: { kept: [0] },
    }),
    ...[
      [young, ancient, 0],
      [ancient, young, 1],
    ].map(([first, second, winner], index) =>
      m(
        `digits-${index + 1}`,
        'the older timestamp has fewer digits, and is the greater text',
        ['ES-17', 'ES-18'],
        [first as JsonObject, second as JsonObject],
        { wanted: { kept: [winner as number] } },
      ),
    ),
    m('two-authors', 'each author has her slot', ['ES-18', 'ES-19'], [old, at(1, { author: fern })], {
      wanted: { kept: [0, 1], winners: { [PATH]: 1 } },
    }),
    m('two-authors-older', 'the second author is older', ['ES-18', 'ES-19'], [young, at(0, { author: fern })], {
      wanted: { kept: [0, 1], winners: { [PATH]: 0 } },
    }),
    m(
      'two-names',
      'one key under two short names: two slots',
      ['ES-18', 'ES-1'],
      [old, at(1, { members: { author: renamed('zzzz') } })],
      { wanted: { kept: [0, 1], winners: { [PATH]: 1 } } },
    ),
    m(
      'two-keys',
      'two keys under one short name: two slots',
      ['ES-18', 'ES-1'],
      [old, at(1, { members: { author: fern.earthstarAddress.replace('fern', 'suzy') }, signer: fern })],
      { wanted: { kept: [0, 1], winners: { [PATH]: 1 } } },
    ),
    m('two-paths', 'two paths', ['ES-19'], [old, at(1, { members: { path: '/wiki/ponds' } })], {
      wanted: { kept: [0, 1] },
    }),
    m(
      'tie',
      'one timestamp: the greater signature is the newer, as a text and not as bytes',
      ['ES-17'],
      [greater, lesser],
      { wanted: { kept: [0] } },
    ),
    m('tie-reversed', 'one timestamp, the other order', ['ES-17'], [lesser, greater], { wanted: { kept: [1] } }),
    m(
      'tie-authors',
      'one timestamp, two authors: the greater signature wins',
      ['ES-17', 'ES-19'],
      [greaterOther, lesserOther],
      { wanted: { kept: [0, 1], winners: { [PATH]: 0 } } },
    ),
    m(
      'tie-authors-reversed',
      'one timestamp, two authors, the other order',
      ['ES-17', 'ES-19'],
      [lesserOther, greaterOther],
      { wanted: { kept: [0, 1], winners: { [PATH]: 1 } } },
    ),
    m('tie-alike', 'one timestamp: the greater of two signatures that begin alike is the newer', ['ES-17'], alike, {
      wanted: { kept: [0] },
    }),
    m(
      'tie-alike-reversed',
      'one timestamp, two signatures that begin alike, the other order',
      ['ES-17'],
      [...alike].reverse(),
      { wanted: { kept: [1] } },
    ),
    ...allOrders(three).map((order, index) =>
      m(`tie-three-${index + 1}`, `three documents with one timestamp, order ${index + 1}`, ['ES-17', 'ES-18'], order),
    ),
    m('twice', 'one document twice', ['ES-18'], [old, old]),
    m('two-signatures', 'one document with two valid signatures: the greater one is kept', ['ES-17', 'ES-18'], twins, {
      wanted: { kept: [1] },
    }),
    m(
      'two-signatures-reversed',
      'one document with two valid signatures, the greater first',
      ['ES-17', 'ES-18'],
      [twins[1], twins[0]],
      { wanted: { kept: [0] } },
    ),
    m(
      'newer-expires',
      'a newer document that expires earlier replaces the older one',
      ['ES-18'],
      [dying(0, late), dying(1, early)],
      { wanted: { kept: [1] } },
    ),
    m(
      'newer-expired',
      'the newer document has expired, and is left out',
      ['ES-16', 'ES-18'],
      [dying(0, late), dying(1, early)],
      { now: early + 1, wanted: { kept: [0] } },
    ),
    m('newer-expires-now', 'the newer document expires now', ['ES-16', 'ES-18'], [dying(0, late), dying(1, early)], {
      now: early,
      wanted: { kept: [1] },
    }),
    m('both-expired', 'both have expired', ['ES-16'], [dying(0, late), dying(1, early)], {
      now: late + 1,
      wanted: { kept: [], winners: {} },
    }),
    m(
      'deleted',
      'an empty document wins like any other',
      ['ES-19'],
      [at(0, { author: fern }), at(1, { content: '' })],
      { wanted: { kept: [0, 1], winners: { [PATH]: 1 } } },
    ),
    ...spoiled.flatMap(([slug, words, record]) => [
      m(`without-${slug}`, words, ['ES-16'], [old, record], { wanted: { kept: [0] } }),
      m(`without-${slug}-first`, `${words}, and comes first`, ['ES-16'], [record, old], { wanted: { kept: [1] } }),
    ]),
    m(
      'without-all',
      'nothing is left',
      ['ES-16'],
      spoiled.map(([, , record]) => record),
      { wanted: { kept: [], winners: {} } },
    ),
    m('other-replica-near', 'a replica of a share whose address differs in its last character', ['ES-16'], [old], {
      space: gardening.earthstarAddress.slice(0, -1) + last,
      wanted: { kept: [], winners: {} },
    }),
    m('other-replica', 'a replica of another share', ['ES-16'], [old, young], {
      space: kitchen.earthstarAddress,
      wanted: { kept: [] },
    }),
    ...someOrders(
      [
        old,
        young,
        at(2, { author: fern }),
        at(0, { author: fern }),
        at(3, { members: { path: '/x' } }),
        dying(0, late),
        dying(1, early),
        dying(2, late, { author: quinn }),
      ],
      6,
    ).map((order, index) =>
      m(`garden-${index + 1}`, `eight documents, order ${index + 1}`, ['ES-16', 'ES-17', 'ES-18', 'ES-19'], order),
    ),
  ];
};

const mixed = (): VectorCase[] => {
  const options: Options = { needs: 'earthstar-es5' };
  const four = (age: number, change: EsChange = {}) =>
    es4({ content: `${age}`, ...change, members: { timestamp: T + age, ...change.members } });
  const five = (age: number, change: EsChange = {}) =>
    es5({ content: `${age}`, ...change, members: { timestamp: T + age, ...change.members } });
  const m = (
    slug: string,
    title: string,
    requirements: string[],
    records: readonly JsonObject[],
    more: Options = {},
  ): VectorCase => merge(`mixed-${slug}`, title, requirements, 'earthstar-es4', records, { ...options, ...more });
  const tied = (other: EsChange) => crossed((count) => five(0, { ...other, content: `tie ${count}` }), four(0));
  const [greater, lesser] = tied({});
  const [greaterOther, lesserOther] = tied({ author: fern });
  return [
    m('es5-newer', 'a newer document of es.5 replaces one of es.4', ['ES-18'], [four(0), five(1)], {
      wanted: { kept: [1] },
    }),
    m('es4-newer', 'a newer document of es.4 replaces one of es.5', ['ES-18'], [four(1), five(0)], {
      wanted: { kept: [0] },
    }),
    m('two-authors', 'two authors with two formats', ['ES-18', 'ES-19'], [four(0), five(1, { author: fern })], {
      wanted: { kept: [0, 1], winners: { [PATH]: 1 } },
    }),
    m('tie', 'one slot, one timestamp, two formats', ['ES-17', 'ES-18'], [greater, lesser], { wanted: { kept: [0] } }),
    m('tie-reversed', 'one slot, one timestamp, two formats, the other order', ['ES-17', 'ES-18'], [lesser, greater], {
      wanted: { kept: [1] },
    }),
    m('tie-authors', 'two authors, one timestamp, two formats', ['ES-17', 'ES-19'], [greaterOther, lesserOther], {
      wanted: { kept: [0, 1], winners: { [PATH]: 0 } },
    }),
    m(
      'attachment',
      'a picture of es.5 and a text of es.4 at one path',
      ['ES-18', 'ES-19'],
      [
        four(0, { members: { path: '/pics/flower.txt' } }),
        es5({
          content: 'a picture',
          members: { path: '/pics/flower.txt', timestamp: T + 1, attachmentSize: 18, attachmentHash: ES5_PICTURE },
        }),
      ],
      { wanted: { kept: [1] } },
    ),
    m(
      'ephemeral',
      'what expires in es.4 and what does not in es.5',
      ['ES-18', 'ES-16'],
      [four(0, { members: { path: '/!x', deleteAfter: NOW + SECOND } }), five(1, { members: { path: '/!x' } })],
      { wanted: { kept: [1] } },
    ),
    ...someOrders(
      [
        four(0),
        five(1),
        four(2, { author: fern }),
        five(2, { author: quinn }),
        five(0, { members: { path: '/x' } }),
        four(1, { members: { path: '/x' } }),
      ],
      8,
    ).map((order, index) =>
      m(`garden-${index + 1}`, `six documents of two formats, order ${index + 1}`, ['ES-17', 'ES-18', 'ES-19'], order),
    ),
  ];
};

const ES5_PICTURE = 'b7i7pyfoh3bw56m6gy2zykbho5t5ypzlfuoqfmh5dspaehzcpk5ha';

/** `document.merge` of es.4 and es.5. */
export const makeEarthstarMerge = (): DraftFile => ({
  name: 'earthstar-merge',
  title: 'Which Earthstar documents are kept',
  description: 'What a replica keeps and shows of documents of es.4, of es.5 and of both in one slot.',
  cases: [...ofOneFormat(ES4), ...ofOneFormat(ES5), ...mixed(), ...moreMerges()],
});
