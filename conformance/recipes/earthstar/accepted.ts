import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { hashEs4, hashEs5 } from '../../src/forge/earthstar.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { NOW, T, takes } from '../cases/verify.ts';
import { scalarOf } from '../signatures/craft.ts';
import type { EsChange, EsKind } from './document.ts';

const { suzy, fern } = cast;
const LATEST = 9_007_199_254_740_990;
const FORM = ['ES-2', 'ES-3', 'ES-4', 'ES-5', 'ES-6', 'ES-7'];
const PUNCTUATION: readonly [name: string, letter: string][] = [
  ['apostrophe', "'"],
  ['left-parenthesis', '('],
  ['right-parenthesis', ')'],
  ['hyphen', '-'],
  ['full-stop', '.'],
  ['underscore', '_'],
  ['dollar', '$'],
  ['ampersand', '&'],
  ['plus', '+'],
  ['comma', ','],
  ['colon', ':'],
  ['equals', '='],
  ['at', '@'],
  ['percent', '%'],
];

type Row = [slug: string, title: string, change: EsChange, requirements: readonly string[], now?: number];

const path = (text: string, members: Readonly<Record<string, Json>> = {}): EsChange => ({
  members: { path: text, ...members },
});
const members = (change: Readonly<Record<string, Json>>): EsChange => ({ members: change });

/** The same key under another short name, which is another author. */
export const renamed = (name: string): string => suzy.earthstarAddress.replace('@suzy', `@${name}`);

const rows = ({ contentRule, hashRule, linesRule, ephemeral, address, shape }: EsKind): Row[] => {
  const expiring = (deleteAfter: number, other: Readonly<Record<string, Json>> = {}) =>
    path('/chat/!hello', { deleteAfter, ...other });
  return [
    [
      'page',
      'a page that anybody may write',
      {},
      [shape, address, 'ES-1', 'ES-8', 'ES-9', 'ES-12', 'ES-14', 'ES-15', contentRule, hashRule, linesRule, ...FORM],
    ],
    ['page-by-fern', 'Fern writes the page', { author: fern }, ['ES-1', 'ES-15', linesRule]],
    ['content-empty', 'no content', { content: '' }, [contentRule, hashRule]],
    [
      'content-unicode',
      'content in many scripts',
      { content: 'Blumen süß, 花, λουλούδι, פרח, زهرة, 🌸🧑‍🌾' },
      [contentRule, hashRule],
    ],
    ['content-not-normalised', 'content with a combining accent', { content: 'e\u0301 and \u00e9' }, [hashRule]],
    [
      'content-controls',
      'content with control characters',
      { content: '\u0000\u0001\t\n\r\u001f\u007f\u2028' },
      [hashRule],
    ],
    [
      'content-lines',
      'content that looks like the lines of the hash',
      { content: 'author\tx\npath\ty\n' },
      [hashRule, linesRule],
    ],
    ['author-name-digits', 'a short name with digits', members({ author: renamed('s234') }), ['ES-1']],
    [
      'author-renamed',
      'the same key under another short name',
      members({ author: renamed('zzzz') }),
      ['ES-1', 'ES-15'],
    ],
    ['timestamp-earliest', 'the earliest timestamp', members({ timestamp: 10_000_000_000_000 }), ['ES-9']],
    [
      'timestamp-earliest-plus-1',
      'one after the earliest timestamp',
      members({ timestamp: 10_000_000_000_001 }),
      ['ES-9'],
    ],
    ['timestamp-latest', 'the latest timestamp, read then', members({ timestamp: LATEST }), ['ES-9'], LATEST],
    ['timestamp-now', 'written now', members({ timestamp: NOW }), ['ES-12']],
    ['timestamp-ahead', 'written exactly 10 minutes from now', members({ timestamp: NOW + 600_000_000 }), ['ES-12']],
    [
      'timestamp-ahead-less',
      'written a microsecond less than 10 minutes from now',
      members({ timestamp: NOW + 599_999_999 }),
      ['ES-12'],
    ],
    [
      'ephemeral',
      'a message that goes away',
      expiring(NOW + 1_000_000),
      ['ES-10', 'ES-11', 'ES-13', ephemeral, linesRule],
    ],
    ['ephemeral-now', 'still alive when now is the time of expiry', expiring(NOW), ['ES-13']],
    ['ephemeral-now-plus-1', 'it expires a microsecond from now', expiring(NOW + 1), ['ES-13']],
    ['ephemeral-shortest', 'it lives for a microsecond', expiring(T + 1), ['ES-11'], T + 1],
    ['ephemeral-shortest-early', 'it lives for a microsecond and is read before that', expiring(T + 1), ['ES-11'], T],
    [
      'ephemeral-earliest',
      'the earliest time of expiry but one',
      expiring(10_000_000_000_001, { timestamp: 10_000_000_000_000 }),
      ['ES-10'],
      10_000_000_000_000,
    ],
    ['ephemeral-latest', 'the latest time of expiry', expiring(LATEST), ['ES-10']],
    ['ephemeral-latest-now', 'the latest time of expiry, read then', expiring(LATEST), ['ES-10', 'ES-13'], LATEST],
    ['ephemeral-inside', 'the ! is within a segment', path('/chat/hello!there', { deleteAfter: NOW + 1 }), [ephemeral]],
    ['ephemeral-last', 'the ! is the last character', path('/chat!', { deleteAfter: NOW + 1 }), [ephemeral]],
    ['path-shortest', 'the shortest path', path('/a'), FORM],
    ['path-512', 'a path of 512 characters', path(`/${'a'.repeat(511)}`), FORM],
    ['path-511', 'a path of 511 characters', path(`/${'a'.repeat(510)}`), FORM],
    ['path-512-segments', 'a path of 256 segments', path('/a'.repeat(256)), FORM],
    [
      'path-letters-digits',
      'every letter and digit',
      path('/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
      ['ES-7'],
    ],
    ['path-every-character', 'every character without a meaning', path("/ABCabc019/'()-._$&+,:=@%"), ['ES-7']],
    ...PUNCTUATION.map(
      ([name, letter]): Row => [`path-${name}`, `a path with ${letter}`, path(`/a${letter}b/c`), ['ES-7']],
    ),
    ['path-at-later', 'a segment that begins with @, but not the first', path('/wiki/@suzy'), ['ES-6']],
    ['path-dots', 'segments of full stops', path('/../wiki/./flowers'), ['ES-7', 'ES-4', 'ES-5']],
    ['path-equals-segments', 'a segment that begins with = has no meaning', path('/=b/='), ['ES-7']],
    ['path-percent-lone', 'a percent sign at the end', path('/100%'), ['ES-7']],
    ['own', 'a path that names Suzy', path(`/about/~${suzy.earthstarAddress}/name`), ['ES-8']],
    ['own-at-end', 'the path ends with the author', path(`/about/~${suzy.earthstarAddress}`), ['ES-8']],
    ['own-first', 'the path begins with the author', path(`/~${suzy.earthstarAddress}/about`), ['ES-8', 'ES-6']],
    [
      'own-junk-behind',
      'something behind the address does not matter',
      path(`/about/~${suzy.earthstarAddress}zzz/name`),
      ['ES-8'],
    ],
    [
      'own-other-tilde',
      'a ~ without an address, and later one with it',
      path(`/~x/~${suzy.earthstarAddress}/name`),
      ['ES-8'],
    ],
    ['own-two-tildes', 'two ~ in front of the address', path(`/~~${suzy.earthstarAddress}/name`), ['ES-8']],
    [
      'own-shared',
      'two authors, written by the second',
      { ...path(`/~${suzy.earthstarAddress}~${fern.earthstarAddress}/notes`), author: fern },
      ['ES-8'],
    ],
    [
      'own-renamed',
      'the path names another short name of the key, and so does the author',
      { members: { author: renamed('zzzz'), path: `/~${renamed('zzzz')}/x` } },
      ['ES-8', 'ES-1'],
    ],
    [
      'other-without-tilde',
      'an address without a ~ names nobody',
      path(`/about/${fern.earthstarAddress}/name`),
      ['ES-8'],
    ],
  ];
};

/** What travels may be written in many ways. */
const texts = ({ format, area, make, shape }: EsKind): VectorCase[] => {
  const text = JSON.stringify(make());
  const stamp = (written: string): string => text.replace('1700000000000000', written);
  const all: [slug: string, title: string, text: string, requirements: string[]][] = [
    ['text-exponent', 'a timestamp with an exponent', stamp('1.7e15'), ['ES-9', shape]],
    ['text-exponent-capital', 'a timestamp with a capital E and a plus sign', stamp('17E+14'), ['ES-9', shape]],
    ['text-point-zero', 'a timestamp with a point and a zero', stamp('1700000000000000.0'), ['ES-9', shape]],
    ['text-rounded', 'a fraction that no double can hold', stamp('1700000000000000.1'), ['ES-9', shape]],
    [
      'text-blanks',
      'blanks between all tokens',
      JSON.stringify(make(), null, '\t').replaceAll('\n', '\r\n '),
      ['TXT-2'],
    ],
    ['text-newline-behind', 'a line feed behind', `${text}\n`, ['TXT-2']],
    [
      'text-escapes',
      'letters written as escapes',
      text.replace('Flowers are', '\\u0046lowers \\u0061re').replace('🌸', '\\ud83c\\udf38'),
      ['TXT-4', 'TXT-1'],
    ],
    [
      'text-escapes-in-names',
      'escapes in the names of members',
      text.replace('"path"', '"\\u0070ath"'),
      ['TXT-3', shape],
    ],
    [
      'text-member-order',
      'the members in another order',
      JSON.stringify(Object.fromEntries(Object.entries(make()).reverse())),
      [shape],
    ],
    ['text-600000', 'a text longer than native records may be', `${text}${' '.repeat(600_000)}`, ['TXT-2']],
  ];
  return all.map(([slug, title, written, requirements]) =>
    takes(`${area}/${slug}`, title, { format, text: written }, requirements),
  );
};

const otherNonces = ({ format, area, make }: EsKind): VectorCase[] =>
  [1, 2].map((count) => {
    const document = make();
    const hash = format === 'es.4' ? hashEs4(document) : hashEs5(document);
    const signature = base32(signWithNonce(suzy.seed, utf8(hash), scalarOf(`${area} ${count}`)));
    return takes(
      `${area}/other-nonce-${count}`,
      'another valid signature of the same document',
      { format, record: { ...document, signature } },
      ['ES-14', 'ES-15'],
    );
  });

/** What es.4 and es.5 both accept. */
export const acceptedEarthstar = (kind: EsKind): VectorCase[] => [
  ...rows(kind).map(([slug, title, change, requirements, now]) =>
    takes(
      `${kind.area}/${slug}`,
      title,
      { format: kind.format, record: kind.make(change), ...(now === undefined ? {} : { now }) },
      requirements,
    ),
  ),
  ...texts(kind),
  ...otherNonces(kind),
];
