import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { DraftFile } from '../cases/file.ts';
import { NOW, T, takes } from '../cases/verify.ts';
import { FLOWERS, type PageChange, page, pageHeader } from '../records/page.ts';
import { strangeSignatures } from '../signatures/places.ts';
import { documentFaults } from './faults.ts';
import { otherPaths } from './paths.ts';

const FORMAT = 'rp.document.1';
const { suzy, fern, quinn, phone } = cast;
const LATEST = 9_007_199_254_740_990;

const take = (
  slug: string,
  title: string,
  record: NativeRecord,
  requirements: readonly string[],
  now?: number,
): VectorCase =>
  takes(`documents/${slug}`, title, { format: FORMAT, record, ...(now === undefined ? {} : { now }) }, requirements);

const at = (path: string, change: PageChange = {}): NativeRecord =>
  page({ ...change, header: { path, ...change.header } });

/** A document that expires; `expires` is a second after now unless given. */
const ephemeral = (
  path: string,
  expires = NOW + 1_000_000,
  header: Readonly<Record<string, Json>> = {},
): NativeRecord => at(path, { content: 'hello', header: { expires, ...header } });

const FORM = ['DOC-2', 'DOC-3', 'DOC-4', 'DOC-5', 'DOC-6', 'DOC-7'];
const CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()-._$&+,:@%";

const pathNames: Readonly<Record<string, string>> = {
  "'": 'apostrophe',
  '(': 'left-parenthesis',
  ')': 'right-parenthesis',
  '-': 'hyphen',
  '.': 'full-stop',
  _: 'underscore',
  $: 'dollar',
  '&': 'ampersand',
  '+': 'plus',
  ',': 'comma',
  ':': 'colon',
  '@': 'at',
  '%': 'percent',
};

const paths = (): VectorCase[] => [
  take('path-shortest', 'the shortest path', at('/a'), FORM),
  take('path-512', 'a path of 512 characters', at(`/${'a'.repeat(511)}`), FORM),
  take('path-511', 'a path of 511 characters', at(`/${'a'.repeat(510)}`), FORM),
  take('path-512-segments', 'a path of 256 segments', at('/a'.repeat(256)), FORM),
  take('path-letters-digits', 'every letter and digit', at(`/${CHARACTERS.slice(0, 62)}`), ['DOC-7']),
  take('path-every-character', 'every character that has no meaning', at(`/${CHARACTERS}`), ['DOC-7']),
  ...Object.entries(pathNames).map(([letter, name]) =>
    take(`path-${name}`, `a path with ${letter}`, at(`/a${letter}b`), ['DOC-7']),
  ),
  take('path-equals-inside', 'an = within a segment has no meaning', at('/a=b/c='), ['DOC-7', 'DOC-9']),
  take('path-at-later', 'a segment that begins with @, but not the first', at('/wiki/@suzy'), ['DOC-6']),
  take('path-at-behind', 'an @ in the first segment, but not in front', at('/suzy@home'), ['DOC-6']),
  take('path-dots', 'segments of full stops have no meaning', at('/../wiki/./flowers'), ['DOC-7', 'DOC-4', 'DOC-5']),
  take('path-percent-digits', 'a percent sign and two digits have no meaning', at('/wiki/%66lowers'), ['DOC-7']),
  take('path-percent-lone', 'a percent sign at the end', at('/100%'), ['DOC-7']),
  take('path-case', 'capital letters', at('/Wiki/FLOWERS'), ['DOC-7']),
  take('path-extension', 'a path that ends as a file does', at('/pics/flower.jpg'), ['DOC-7']),
  take('path-key-without-tilde', 'a key in the path without a ~ has no meaning', at(`/about/${fern.keyId}`), [
    'DOC-8',
    'DOC-14',
  ]),
];

const permissions = (): VectorCase[] => [
  take('own-page', "Suzy's own page: nobody else may write it", at(`/about/~${suzy.keyId}/name`, { content: 'Suzy' }), [
    'DOC-8',
    'DOC-14',
    'DOC-7',
  ]),
  take('own-at-end', 'the path ends with the author', at(`/about/~${suzy.keyId}`), ['DOC-8', 'DOC-14']),
  take('own-first', 'the path begins with the author', at(`/~${suzy.keyId}/about`), ['DOC-8', 'DOC-14']),
  take('own-alone', 'the path is the author', at(`/~${suzy.keyId}`), ['DOC-8', 'DOC-14', 'DOC-6']),
  take('own-inside-segment', 'the author within a segment', at(`/about-~${suzy.keyId}/name`), ['DOC-8', 'DOC-14']),
  take(
    'shared-first',
    'two authors one after the other, written by the first',
    at(`/notes/~${suzy.keyId}~${fern.keyId}`),
    ['DOC-8', 'DOC-14'],
  ),
  take(
    'shared-second',
    'two authors one after the other, written by the second',
    at(`/notes/~${suzy.keyId}~${fern.keyId}`, { author: fern }),
    ['DOC-8', 'DOC-14'],
  ),
  take(
    'shared-segments',
    'two authors in two segments, written by the second',
    at(`/~${suzy.keyId}/and/~${fern.keyId}/notes`, { author: fern }),
    ['DOC-8', 'DOC-14'],
  ),
  take(
    'shared-three',
    'three authors, written by the one in the middle',
    at(`/~${suzy.keyId}~${quinn.keyId}~${fern.keyId}/notes`, { author: quinn }),
    ['DOC-8', 'DOC-14'],
  ),
  take('own-twice', 'one author twice', at(`/~${suzy.keyId}~${suzy.keyId}`), ['DOC-8', 'DOC-14']),
  take(
    'own-and-other-without-tilde',
    'the author behind a ~ and another without',
    at(`/~${suzy.keyId}/${fern.keyId}`),
    ['DOC-14'],
  ),
  takes(
    'documents/own-page-by-phone',
    "Suzy's own page, signed by her phone: the author counts",
    { format: FORMAT, record: at(`/about/~${suzy.keyId}/name`, { header: { key: phone.keyId }, signer: phone }) },
    ['DOC-14', 'REC-19'],
    { held: true },
  ),
];

const expiries = (): VectorCase[] => [
  take('ephemeral', 'a message that goes away', ephemeral('/chat/!hello'), ['DOC-10', 'DOC-11', 'DOC-12', 'DOC-13']),
  take('ephemeral-now', 'it is still alive when now is the time of expiry', ephemeral('/chat/!hello', NOW), ['DOC-13']),
  take('ephemeral-now-plus-1', 'it expires a microsecond from now', ephemeral('/chat/!hello', NOW + 1), ['DOC-13']),
  take('ephemeral-shortest', 'it lives for a microsecond', ephemeral('/chat/!hello', T + 1), ['DOC-11'], T + 1),
  take(
    'ephemeral-shortest-early',
    'it lives for a microsecond and is read before that',
    ephemeral('/chat/!hello', T + 1),
    ['DOC-11', 'DOC-13'],
    T,
  ),
  take(
    'ephemeral-earliest',
    'the earliest time of expiry but one',
    ephemeral('/chat/!hello', 10_000_000_000_001, { timestamp: 10_000_000_000_000 }),
    ['DOC-10'],
    10_000_000_000_000,
  ),
  take('ephemeral-latest', 'the latest time of expiry', ephemeral('/chat/!hello', LATEST), ['DOC-10']),
  take(
    'ephemeral-latest-now',
    'the latest time of expiry, read then',
    ephemeral('/chat/!hello', LATEST),
    ['DOC-10', 'DOC-13'],
    LATEST,
  ),
  take(
    'ephemeral-ahead',
    'written ahead, and expired a microsecond later',
    ephemeral('/chat/!hello', NOW + 600_000_001, { timestamp: NOW + 600_000_000 }),
    ['DOC-11', 'REC-13'],
  ),
  take('ephemeral-inside', 'the ! is within a segment', ephemeral('/chat/hello!there'), ['DOC-12']),
  take('ephemeral-last', 'the ! is the last character', ephemeral('/chat/hello!'), ['DOC-12']),
  take('ephemeral-first', 'the ! is the first segment', ephemeral('/!'), ['DOC-12']),
  take('ephemeral-twice', 'two !', ephemeral('/!/!'), ['DOC-12']),
  take('ephemeral-own', 'an ephemeral path of Suzy', ephemeral(`/~${suzy.keyId}/!status`), ['DOC-12', 'DOC-14']),
  take(
    'ephemeral-empty',
    'an ephemeral document without content',
    at('/chat/!hello', { content: '', header: { expires: NOW + 1 } }),
    ['DOC-12'],
  ),
  take('not-ephemeral', 'neither ! nor a time of expiry', at('/chat/hello'), ['DOC-12']),
];

const hash = (content: string): string => String(pageHeader({ content }).contentHash).slice(1);

const immutables = (): VectorCase[] => [
  take('immutable', 'a path that can hold these bytes alone', at(`/photos/=${hash(FLOWERS)}`), ['DOC-9', 'DOC-15']),
  take('immutable-sparse', 'an immutable path without the content', at(`/photos/=${hash(FLOWERS)}`, { sparse: true }), [
    'DOC-9',
    'DOC-15',
  ]),
  take('immutable-first', 'the path is the hash', at(`/=${hash(FLOWERS)}`), ['DOC-9', 'DOC-15']),
  take('immutable-by-fern', 'the same bytes by another author', at(`/photos/=${hash(FLOWERS)}`, { author: fern }), [
    'DOC-9',
    'DOC-15',
  ]),
  take('immutable-own', 'an immutable path of Suzy', at(`/photos/~${suzy.keyId}/=${hash(FLOWERS)}`), [
    'DOC-9',
    'DOC-14',
    'DOC-15',
  ]),
  take('immutable-empty', 'an immutable path of no bytes', at(`/photos/=${hash('')}`, { content: '' }), [
    'DOC-9',
    'DOC-15',
    'REC-11',
  ]),
  take('immutable-ephemeral', 'an immutable path that goes away', ephemeral(`/!photos/=${hash('hello')}`), [
    'DOC-12',
    'DOC-15',
  ]),
  take(
    'immutable-blob',
    'an immutable path of a large blob',
    page({
      blob: new Uint8Array(70_000).fill(9),
      header: { path: `/photos/=${String(pageHeader({ blob: new Uint8Array(70_000).fill(9) }).contentHash).slice(1)}` },
    }),
    ['DOC-15'],
  ),
  take('equals-behind', 'a hash behind an = within a segment is free', at(`/photos/x=${base32(sha256(utf8('x')))}`), [
    'DOC-9',
    'DOC-15',
  ]),
];

const WIKI: readonly string[] = ['DOC-1', 'REC-1', 'REC-11', 'REC-15', 'REC-16', 'REC-17', 'DOC-3', 'DOC-7'];

const headers = (): VectorCase[] => [
  take('wiki-page', 'a page that anybody may write', page(), WIKI),
  take('no-optional', 'none of the optional members', page({ sparse: true }), ['DOC-1']),
  take('with-type', 'a content type', page({ header: { contentType: 'text/plain' } }), ['DOC-1', 'REC-8']),
  take('with-expires', 'a time of expiry', ephemeral('/!x'), ['DOC-1']),
  take(
    'with-type-and-expires',
    'a content type and a time of expiry',
    ephemeral('/!x', NOW, { contentType: 'text/plain' }),
    ['DOC-1'],
  ),
  takes(
    'documents/all-members',
    'every member there is',
    {
      format: FORMAT,
      record: at('/!x', { header: { contentType: 'text/plain', expires: NOW + 5, key: phone.keyId }, signer: phone }),
    },
    ['DOC-1', 'REC-19'],
    { held: true },
  ),
];

/** Documents: paths, permissions, expiry, immutable paths. */
export const makeDocuments = (): DraftFile => ({
  name: 'documents',
  title: 'Documents',
  description: 'The headers of documents, their paths, who may write there, when they go away and what never changes.',
  cases: [
    ...headers(),
    ...paths(),
    ...permissions(),
    ...expiries(),
    ...immutables(),
    ...documentFaults(),
    ...otherPaths(),
    ...strangeSignatures('document', 'documents/signed-'),
  ],
});
