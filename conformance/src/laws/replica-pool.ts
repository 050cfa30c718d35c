import type { FormatName, ProfileName } from '@rockpool/schemas';
import {
  base32,
  blobId,
  hasSkip,
  type Json,
  type JsonObject,
  keyId,
  lipmaa,
  openSpaceId,
  recordId,
  signEs4,
  signEs5,
  signNative,
  textHash,
  utf8,
} from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import { type Signer, signerOf } from './arbitraries.ts';

/** Records that often cover, contradict and name each other; each is signed when it is drawn. */
export type Pool = {
  name: string;
  profile: ProfileName;
  needs: readonly ProfileName[];
  family: 'native' | 'earthstar';
  format: (record: JsonObject) => FormatName;
  space: string;
  /** The authors, as queries name them. */
  authors: readonly string[];
  /** What messages link to. */
  links: readonly string[];
  size: number;
  record: (at: number, now: number) => JsonObject;
};

const [SUZY, FERN, DEVICE] = [1, 2, 5].map((first) => signerOf(new Uint8Array(32).fill(first))) as [
  Signer,
  Signer,
  Signer,
];
const AUTHORS = [SUZY, FERN];
const AGES = [0, 1, 2];
const CONTENTS = ['', 'moss', 'fern'];
const SPACE = openSpaceId('pool', new Uint8Array(32).fill(3));
const TARGET = keyId(FERN.key);

type Parts = { header: JsonObject; content: string; signer: Signer };
type Recipe = (now: number) => Parts;

const document =
  (path: string, author: Signer, age: number, content: string, lifetime?: number, device?: Signer): Recipe =>
  (now) => ({
    header: {
      format: 'rp.document.1',
      space: SPACE,
      author: author.id,
      ...(device === undefined ? {} : { key: device.id }),
      path,
      timestamp: now - age,
      ...(lifetime === undefined ? {} : { expires: now + lifetime }),
      contentHash: blobId(utf8(content)),
      contentSize: utf8(content).length,
    },
    content,
    signer: device ?? author,
  });

const message =
  (author: Signer, log: number, content: string, before: readonly Recipe[] = [], device?: Signer): Recipe =>
  (now) => {
    const headers = before.map((recipe) => recipe(now).header);
    const sequence = headers.length + 1;
    const [previous, skip] = [headers.at(-1), headers[lipmaa(sequence) - 1]];
    return {
      header: {
        format: 'rp.message.1',
        space: SPACE,
        author: author.id,
        ...(device === undefined ? {} : { key: device.id }),
        log,
        sequence,
        ...(previous === undefined ? {} : { previous: recordId(previous) }),
        ...(skip === undefined || !hasSkip(sequence) ? {} : { skip: recordId(skip) }),
        timestamp: now - 9 + sequence,
        contentHash: blobId(utf8(content)),
        contentSize: utf8(content).length,
        contentType: 'application/json',
      },
      content,
      signer: device ?? author,
    };
  };

const post = (text: string): string => JSON.stringify({ type: 'post', text, mentions: [{ link: TARGET }] });

const wish =
  (author: Signer, log: number, ...named: readonly Recipe[]): Recipe =>
  (now) => {
    const messages = named.map((recipe) => recordId(recipe(now).header));
    const { header, ...rest } = message(author, log, JSON.stringify({ type: 'forget', messages }))(now);
    return { ...rest, header: { ...header, contentType: 'application/vnd.rockpool.forget+json' } };
  };

const first = message(SUZY, 1, post('a'));
const second = message(SUZY, 1, post('b'), [first]);
const about = wish(SUZY, 2, first, document('/a', SUZY, 0, 'moss'));

const RECIPES: readonly Recipe[] = [
  ...AUTHORS.flatMap((author) =>
    AGES.flatMap((age) => CONTENTS.map((content) => document('/a', author, age, content))),
  ),
  ...AGES.flatMap((age) => [1, 2, 3].map((lifetime) => document('/!a', SUZY, age, 'moss', lifetime))),
  ...AGES.map((age) => document('/a', SUZY, age, 'moss', undefined, DEVICE)),
  ...AGES.map((age) => document('/!a', FERN, age, 'fern', 3 - age, DEVICE)),
  document('/a/b', FERN, 1, 'moss'),
  document('/A', FERN, 0, 'fern'),
  first,
  second,
  message(SUZY, 1, post('c'), [first]),
  message(SUZY, 1, post('d'), [first, second]),
  message(FERN, 1, post('a')),
  message(FERN, 2, post('e'), [], DEVICE),
  about,
  wish(SUZY, 3, about),
  wish(FERN, 3, first, second),
  (now) => {
    const { header, ...rest } = document('/a', SUZY, 0, 'moss')(now);
    return { ...rest, header: { ...header, space: openSpaceId('pool', new Uint8Array(32).fill(4)) } };
  },
  document('/a', SUZY, -600_000_002, 'moss'),
  // Its signature is not by its author.
  (now) => ({ ...document('/a', SUZY, 0, 'moss')(now), signer: FERN }),
];

const signed = remembering<JsonObject>(1_000);

export const NATIVE_POOL: Pool = {
  name: 'replica',
  profile: 'replica',
  needs: [],
  family: 'native',
  format: ({ header }) => (header as JsonObject).format as FormatName,
  space: SPACE,
  authors: AUTHORS.map(({ id }) => id),
  links: [TARGET, keyId(SUZY.key)],
  size: RECIPES.length,
  record: (at, now) =>
    signed(`${at} ${now}`, () => {
      const { header, content, signer } = (RECIPES[at] as Recipe)(now);
      return signNative({ header, content, seed: signer.seed }) as unknown as JsonObject;
    }),
};

const address = ({ key }: Signer): string => `@pool.${base32(key)}`;
const share = (key: Uint8Array): string => `+pool.${base32(key)}`;

type Drawn = { path: string; author: Signer; age: number; content: string; lifetime?: number; share?: Signer };

const DRAWN: readonly Drawn[] = [
  ...AUTHORS.flatMap((author) =>
    AGES.flatMap((age) => CONTENTS.map((content) => ({ path: '/a', author, age, content }))),
  ),
  ...AGES.flatMap((age) =>
    [1, 2, 3].map((lifetime) => ({ path: '/!a', author: SUZY, age, content: 'moss', lifetime })),
  ),
  { path: '/a/b', author: FERN, age: 1, content: 'moss' },
  { path: '/A', author: FERN, age: 0, content: 'fern' },
  { path: '/a', author: SUZY, age: 0, content: 'moss', share: FERN },
  { path: '/a', author: SUZY, age: -600_000_002, content: 'moss' },
];

const earthstarPool = (
  format: 'es.4' | 'es.5',
  sign: (members: JsonObject, drawn: Drawn, where: Signer) => JsonObject,
): Pool => ({
  name: `${format.replace('.', '')}-replica`,
  profile: 'earthstar-replica',
  needs: [format === 'es.4' ? 'earthstar-es4' : 'earthstar-es5'],
  family: 'earthstar',
  format: () => format,
  space: share(DEVICE.key),
  authors: AUTHORS.map(address),
  links: [],
  size: DRAWN.length,
  record: (at, now) =>
    signed(`${format} ${at} ${now}`, () => {
      const drawn = DRAWN[at] as Drawn;
      const { path, author, age } = drawn;
      return sign({ format, author: address(author), path, timestamp: now - age }, drawn, drawn.share ?? DEVICE);
    }),
});

/** The time after which a document goes away, told from its own time and age. */
const expiry = ({ timestamp }: JsonObject, { age, lifetime = 0 }: Drawn): Json => Number(timestamp) + age + lifetime;

export const ES4_POOL = earthstarPool('es.4', (members, drawn, where) =>
  signEs4({
    document: {
      ...members,
      content: drawn.content,
      contentHash: textHash(drawn.content),
      deleteAfter: drawn.lifetime === undefined ? null : expiry(members, drawn),
      workspace: share(where.key),
    },
    seed: drawn.author.seed,
  }),
);

export const ES5_POOL = earthstarPool('es.5', (members, drawn, where) =>
  signEs5({
    document: {
      ...members,
      text: drawn.content,
      textHash: textHash(drawn.content),
      ...(drawn.lifetime === undefined ? {} : { deleteAfter: expiry(members, drawn) }),
      share: share(where.key),
    },
    seed: drawn.author.seed,
    shareSeed: where.seed,
  }),
);
