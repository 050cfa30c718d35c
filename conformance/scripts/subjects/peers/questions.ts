/** The catalogue of questions about two peers that sync, each with the documents and what the forge's model keeps of them. */
import { NOW, T } from '../../../recipes/cases/verify.ts';
import { ES4, ES5, type EsChange, type EsKind } from '../../../recipes/earthstar/document.ts';
import { base32 } from '../../../src/forge/base32.ts';
import {
  cast,
  type Format,
  hashEs4,
  hashEs5,
  type JsonObject,
  mergeDocuments,
  utf8,
} from '../../../src/forge/index.ts';
import { signWithNonce } from '../../../src/forge/signature.ts';
import type { PeerFormat, PeerQuestion } from './question.ts';
import { type Make, randomSet } from './random-set.ts';

const { suzy, fern, gardening, kitchen } = cast;
const SECOND = 1_000_000;

const maker =
  ({ make }: EsKind): Make =>
  (age, change = {}) =>
    make({ content: `${age}`, ...change, members: { timestamp: T + age, ...change.members } });

interface Draft {
  readonly slug: string;
  readonly title: string;
  readonly requirements: readonly string[];
  /** What Suzy and Fern hold; what both hold is the same object. */
  readonly suzy: readonly JsonObject[];
  readonly fern: readonly JsonObject[];
  readonly planted?: readonly JsonObject[];
  readonly now?: number;
  readonly isAboutAgain?: boolean;
  readonly namesFormats?: boolean;
  readonly unasked?: readonly JsonObject[];
}

const SHORT = { 'es.4': 'es4', 'es.5': 'es5', both: 'both' } as const;

const question = (format: PeerFormat, draft: Draft): PeerQuestion => {
  const {
    slug,
    title,
    requirements,
    planted = [],
    now = NOW,
    isAboutAgain = false,
    namesFormats = true,
    unasked = [],
  } = draft;
  const documents = [...new Set([...draft.suzy, ...draft.fern])];
  const positions = (list: readonly JsonObject[]): number[] => list.map((document) => documents.indexOf(document));
  const space = gardening.earthstarAddress;
  const records = documents.map((value) => ({ format: value.format as Format, value }));
  const { kept, winners } = mergeDocuments({ space, now, records });
  const isAsked = (position: number): boolean => !unasked.includes(documents[position] as JsonObject);
  return {
    id: `${SHORT[format]}-${slug}`,
    title,
    requirements,
    format,
    space,
    given: NOW,
    now,
    documents,
    peers: [positions(draft.suzy), positions(draft.fern)],
    planted: positions(planted),
    unasked: positions(unasked),
    expect: {
      kept: kept.filter(isAsked),
      shown: Object.fromEntries(Object.entries(winners).filter(([, position]) => isAsked(position))),
    },
    isAboutAgain,
    namesFormats,
  };
};

/** Two documents, that with the greater signature first. */
const byTie = (one: JsonObject, other: JsonObject): [JsonObject, JsonObject] =>
  String(one.signature) > String(other.signature) ? [one, other] : [other, one];

/** The same document with another valid signature of its author, whose nonce is not the usual one. */
const signedAgain = (document: JsonObject): JsonObject => {
  const hash = document.format === 'es.4' ? hashEs4(document) : hashEs5(document);
  return { ...document, signature: base32(signWithNonce(suzy.seed, utf8(hash), 7n)) };
};

const ties = (at: Make, other: Make = at): Draft[] => {
  const [greater, lesser] = byTie(at(0, { content: 'roses' }), other(0, { content: 'lilies' }));
  const [greaterOther, lesserOther] = byTie(at(0), other(0, { author: fern }));
  return [
    {
      slug: 'tie',
      title: 'one slot, one timestamp, two contents; Suzy has the one that wins',
      requirements: ['ES-17', 'ES-18'],
      suzy: [greater],
      fern: [lesser],
    },
    {
      slug: 'tie-reversed',
      title: 'one slot, one timestamp, two contents; Fern has the one that wins',
      requirements: ['ES-17', 'ES-18'],
      suzy: [lesser],
      fern: [greater],
    },
    {
      slug: 'tie-authors',
      title: 'one path, one timestamp, two authors; Suzy has the one that wins',
      requirements: ['ES-17', 'ES-19'],
      suzy: [greaterOther],
      fern: [lesserOther],
    },
    {
      slug: 'tie-authors-reversed',
      title: 'one path, one timestamp, two authors; Fern has the one that wins',
      requirements: ['ES-17', 'ES-19'],
      suzy: [lesserOther],
      fern: [greaterOther],
    },
  ];
};

/** Five documents of Suzy's with a spoiled one in the middle: by path, by the order of arrival and, where it can be, by time. */
const around = (at: Make, spoiled: JsonObject): Pick<Draft, 'suzy' | 'fern' | 'planted'> => {
  const bed = (number: number): JsonObject => at(number, { members: { path: `/beds/${number}` } });
  return {
    suzy: [bed(1), bed(2), spoiled, bed(4), bed(5)],
    fern: [bed(0), bed(6)],
    planted: [spoiled],
  };
};

const inTheMiddle = (at: Make, { format }: EsKind): Draft[] => {
  const third = (change: EsChange = {}): JsonObject =>
    at(3, { ...change, members: { path: '/beds/3', ...change.members } });
  const share = format === 'es.4' ? 'workspace' : 'share';
  const spoiled: [slug: string, words: string, breaks: string, document: JsonObject][] = [
    ['signature', 'signed by somebody else', 'ES-15', third({ signer: fern })],
    [
      'content',
      'with other content than it says',
      format === 'es.4' ? 'ES4-6' : 'ES5-14',
      { ...third(), [format === 'es.4' ? 'content' : 'text']: 'weeds' },
    ],
    ['future', 'from the future', 'ES-12', third({ members: { timestamp: NOW + 1200 * SECOND } })],
    ['path', 'with a blank in its path', 'ES-7', third({ members: { path: '/beds/3 ' } })],
    ['member', 'with a member too many', format === 'es.4' ? 'ES4-1' : 'ES5-1', { ...third(), mood: 'sunny' }],
  ];
  const foreign = third({ members: { [share]: kitchen.earthstarAddress }, shareSigner: kitchen });
  return [
    ...spoiled.map(([slug, words, breaks, document]) => ({
      slug: `middle-${slug}`,
      title: `in the middle of Suzy’s documents one ${words}`,
      requirements: ['ES-16', breaks, 'SYN-18'],
      ...around(at, document),
    })),
    {
      slug: 'middle-foreign',
      title: 'in the middle of Suzy’s documents one of another share',
      requirements: ['ES-16', 'REP-3', 'SYN-18'],
      ...around(at, foreign),
    },
    {
      slug: 'middle-expired',
      title: 'in the middle of Suzy’s documents one that has expired since she got it',
      requirements: ['ES-16', 'ES-13', 'REP-10'],
      ...around(at, third({ members: { path: '/beds/!3', deleteAfter: NOW + SECOND } })),
      planted: [],
      now: NOW + 2 * SECOND,
    },
  ];
};

const ofOneFormat = (kind: EsKind): Draft[] => {
  const at = maker(kind);
  const [greater, lesser] = byTie(at(0), signedAgain(at(0)));
  const { suzy: five, fern: two } = around(at, at(3, { members: { path: '/beds/3' } }));
  return [
    ...ties(at),
    {
      slug: 'two-signatures',
      title: 'one document with two valid signatures; Suzy has the one that wins',
      requirements: ['ES-17', 'ES-18'],
      suzy: [greater],
      fern: [lesser],
    },
    ...[1, 2].map((seed) => ({
      slug: `random-${seed}`,
      title: `a dozen documents in a few slots and moments, seed ${seed}`,
      requirements: ['ES-17', 'ES-18', 'ES-19'],
      ...randomSet([at], seed),
    })),
    ...inTheMiddle(at, kind),
    {
      slug: 'again',
      title: 'two peers that hold the same sync again: nothing is sent',
      requirements: ['RNG-9'],
      suzy: five,
      fern: two,
      isAboutAgain: true,
    },
  ];
};

const ofBoth = (): Draft[] => {
  const [four, five] = [maker(ES4), maker(ES5)];
  const old = four(3, { members: { path: '/beds/3' } });
  return [
    ...ties(four, five),
    {
      slug: 'newer',
      title: 'one slot, an older document of es.4 and a newer one of es.5',
      requirements: ['ES-17', 'ES-18'],
      suzy: [four(0)],
      fern: [five(1)],
    },
    {
      slug: 'random-1',
      title: 'a dozen documents of both formats in a few slots and moments, seed 1',
      requirements: ['ES-17', 'ES-18', 'ES-19'],
      ...randomSet([four, five], 1),
    },
    {
      slug: 'formats-unnamed',
      title:
        'beside the documents of es.5 Suzy holds one of es.4, which need not arrive: no format is named, and that means es.5',
      requirements: ['RNG-14'],
      ...around(five, old),
      fern: [],
      planted: [],
      unasked: [old],
      namesFormats: false,
    },
  ];
};

/** All questions, in the order of the ledger. */
export const peerQuestions = (): PeerQuestion[] => [
  ...ofOneFormat(ES4).map((draft) => question('es.4', draft)),
  ...ofOneFormat(ES5).map((draft) => question('es.5', draft)),
  ...ofBoth().map((draft) => question('both', draft)),
];
