import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { type NativeRecord, recordId } from '../../src/forge/native.ts';
import { readText } from '../../src/forge/text.ts';
import { judgeText, judgeValue } from '../../src/forge/verdict.ts';
import { type Common, disagree, reparsed, sameSet, textInput, toCase } from '../cases/file.ts';
import { NOW } from '../cases/verify.ts';
import { FLOWERS, type PageChange, page } from './page.ts';

const FORMAT = 'rp.document.1';
const { suzy, fern, phone } = cast;

const idOf = (slug: string, title: string, text: string): VectorCase => {
  const { value } = readText(utf8(text), 'native');
  const again = reparsed(utf8(text));
  return toCase({
    id: `records/${slug}`,
    title,
    profile: 'documents',
    requirements: ['REC-14', 'CAN-1', 'REC-1'],
    operation: 'record.id',
    input: { format: FORMAT, ...textInput(utf8(text)) },
    expect: { ok: { id: recordId((value as unknown as NativeRecord).header) } },
    textOnly: again === undefined || new TextDecoder().decode(again) !== text,
    timeless: true,
  });
};

/** `record.id` looks at the phases *text* and *shape* alone. */
const noId = (slug: string, parent: string, defect: string, text: string, breaks: string[]): VectorCase => {
  const bytes = utf8(text);
  const { broken } = judgeText(FORMAT, bytes, NOW, ['text', 'shape']);
  const found = broken.map(({ requirement }) => requirement);
  if (!sameSet(found, breaks)) disagree(slug, breaks, found);
  const again = reparsed(bytes);
  const codes = [...new Set(broken.map(({ code }) => code))];
  const survives =
    again !== undefined &&
    sameSet(
      judgeText(FORMAT, again, NOW, ['text', 'shape']).broken.map(({ code }) => code),
      codes,
    );
  return toCase({
    id: `records/${slug}`,
    title: defect,
    profile: 'documents',
    requirements: breaks,
    operation: 'record.id',
    input: { format: FORMAT, ...textInput(bytes) },
    expect: { reject: { codes } },
    parent: `records/${parent}`,
    defect,
    textOnly: !survives,
    timeless: true,
  });
};

const honest = page();
const TEXT = JSON.stringify(honest);
const json = (change: PageChange): string => JSON.stringify(page(change));

/** Characters that some encoders write in another way than the canonical form does. */
const STRANGE = `${Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')}"\\/<>&'\u007f\u0080\u009fe\u0301\u00a0\u00ad\u200b\u2028\u2029\ufeff\ufffe\uffff\u{1fffe}🌸`;

const ids = (): VectorCase[] => [
  idOf('id-page', 'the id of a page', TEXT),
  idOf('id-without-content', 'the id does not depend on the content', json({ sparse: true })),
  idOf(
    'id-other-signature',
    'the id does not depend on the signature',
    JSON.stringify({ ...honest, signature: base32(new Uint8Array(64)) }),
  ),
  idOf(
    'id-no-signature-at-all',
    'the signature is only looked at as a string',
    JSON.stringify({ ...honest, signature: '' }),
  ),
  idOf('id-wrong-content', 'content that contradicts the header', JSON.stringify({ ...honest, content: 'Ponds' })),
  idOf(
    'id-disordered',
    'the members of the header in another order',
    JSON.stringify({ ...honest, header: Object.fromEntries(Object.entries(honest.header).reverse()) }),
  ),
  idOf('id-escaped', 'the path written with escapes', TEXT.replace('/wiki/flowers', '\\u002fwiki\\/flowers')),
  idOf('id-blanks', 'blanks between the tokens', JSON.stringify(honest, null, 2)),
  idOf('id-empty-path', 'a path that breaks every rule', json({ header: { path: '' } })),
  idOf('id-future', 'a timestamp out of range', json({ header: { timestamp: 9_007_199_254_740_991 } })),
  idOf('id-negative', 'negative numbers', json({ header: { timestamp: -1, contentSize: -1 } })),
  idOf('id-umlaut', 'a path with a letter that is no ASCII', json({ header: { path: '/wiki/Blümchen 🌸' } })),
  idOf(
    'id-quotes',
    'a path with quotes and control characters',
    json({ header: { path: '/"\\\n\u0001\u007f\u2028' } }),
  ),
  idOf(
    'id-all-members',
    'every member of the header',
    json({ header: { path: '/!x', contentType: 'text/plain', expires: NOW, key: phone.keyId } }),
  ),
  idOf(
    'id-strange',
    'every control character, and letters that encoders escape, mend or join',
    json({ header: { path: STRANGE } }),
  ),
  noId('id-null', 'id-page', 'null as the content type', json({ header: { contentType: null } }), ['TXT-7']),
  noId('id-duplicate', 'id-page', 'path twice', TEXT.replace('"path"', '"path":"/","path"'), ['TXT-3']),
  noId(
    'id-fraction',
    'id-page',
    'a timestamp with a point and a zero',
    TEXT.replace('1700000000000000', '1700000000000000.0'),
    ['TXT-8'],
  ),
  noId('id-no-header', 'id-page', 'no header', JSON.stringify({ signature: honest.signature }), ['REC-1']),
  noId('id-member-too-many', 'id-page', 'a further member', JSON.stringify({ ...honest, id: 1 }), ['REC-1']),
  noId('id-header-alone', 'id-page', 'the header by itself', JSON.stringify(honest.header), ['REC-1']),
  noId('id-header-member', 'id-page', 'a further member of the header', json({ header: { id: 1 } }), ['DOC-1']),
  noId('id-header-missing', 'id-page', 'no path', json({ header: { path: undefined } }), ['DOC-1']),
  noId('id-other-format', 'id-page', 'another format', json({ header: { format: 'rp.document.2' } }), ['DOC-1']),
];

const unsignedOf = ({ header, content }: NativeRecord): Json => ({
  header,
  ...(content === undefined ? {} : { content }),
});

type SignChange = PageChange & { seedOf?: { seed: Uint8Array }; now?: number; unsigned?: Json };

const signInput = (change: SignChange): Record<string, unknown> => ({
  format: FORMAT,
  now: change.now ?? NOW,
  seed: hex((change.seedOf ?? change.author ?? suzy).seed),
  unsigned: change.unsigned ?? unsignedOf(page(change)),
});

const signs = (
  slug: string,
  title: string,
  change: SignChange,
  requirements: string[] = ['REC-20', 'REC-21', 'REC-15'],
): VectorCase => {
  const record = page({ ...change, signer: (change.seedOf as typeof suzy | undefined) ?? change.author ?? suzy });
  const { broken } = judgeValue(FORMAT, record as unknown as Json, change.now ?? NOW);
  if (broken.length > 0)
    disagree(
      slug,
      [],
      broken.map(({ requirement }) => requirement),
    );
  return toCase({
    id: `records/${slug}`,
    title,
    profile: 'documents',
    requirements,
    operation: 'record.sign',
    input: signInput(change),
    expect: { ok: { record } },
    timeless: record.header.expires === undefined,
  });
};

const signRefused = (
  slug: string,
  parent: string,
  defect: string,
  change: SignChange,
  codes: string[],
  requirements: string[],
  about: Pick<Common, 'timeless'> = { timeless: true },
): VectorCase =>
  toCase({
    id: `records/${slug}`,
    title: defect,
    profile: 'documents',
    requirements,
    operation: 'record.sign',
    input: signInput(change),
    expect: { reject: { codes } },
    parent: `records/${parent}`,
    defect,
    ...about,
  });

const bare = unsignedOf(honest) as { header: Json };

const signatures = (): VectorCase[] => [
  signs('sign-page', 'Suzy signs a page', {}),
  signs('sign-by-fern', 'Fern signs a page', { author: fern }),
  signs('sign-without-content', 'a page without its content', { sparse: true }),
  signs('sign-empty', 'an empty page', { content: '' }),
  signs('sign-with-key', "Suzy's phone signs in her name", { header: { key: phone.keyId }, seedOf: phone }, [
    'REC-20',
    'REC-21',
    'REC-19',
  ]),
  signs('sign-ahead', 'a page from exactly 10 minutes from now', { header: { timestamp: NOW + 600_000_000 } }, [
    'REC-21',
    'REC-13',
  ]),
  signs('sign-ephemeral', 'a message that expires now', { header: { path: '/chat/!hello', expires: NOW } }, ['REC-21']),
  signRefused(
    'sign-seed-of-fern',
    'sign-page',
    'the seed is that of Fern',
    { seedOf: fern },
    ['seed-mismatch'],
    ['REC-20'],
  ),
  signRefused(
    'sign-seed-of-phone',
    'sign-page',
    "the seed is that of Suzy's phone, which the header does not name",
    { seedOf: phone },
    ['seed-mismatch'],
    ['REC-20'],
  ),
  signRefused(
    'sign-seed-of-author',
    'sign-with-key',
    'the seed is that of the author, and the header names another key',
    { header: { key: phone.keyId }, seedOf: suzy },
    ['seed-mismatch'],
    ['REC-20'],
  ),
  signRefused(
    'sign-seed-zero',
    'sign-page',
    'all bits of the seed are 0',
    { seedOf: { seed: new Uint8Array(32) } },
    ['seed-mismatch'],
    ['REC-20'],
  ),
  signRefused(
    'sign-mismatch-and-content',
    'sign-page',
    'the seed is that of Fern, and the content is another',
    { seedOf: fern, unsigned: { ...bare, content: 'x' } },
    ['seed-mismatch'],
    ['REC-20', 'REC-18'],
  ),
  signRefused(
    'sign-mismatch-and-future',
    'sign-ahead',
    'the seed is that of Fern, and the page is from the future',
    { seedOf: fern, header: { timestamp: NOW + 600_000_001 } },
    ['timestamp-future'],
    ['REC-21', 'REC-18'],
    {},
  ),
  signRefused(
    'sign-future',
    'sign-ahead',
    'a microsecond more than 10 minutes from now',
    { header: { timestamp: NOW + 600_000_001 } },
    ['timestamp-future'],
    ['REC-21', 'REC-13'],
    {},
  ),
  signRefused(
    'sign-expired',
    'sign-ephemeral',
    'expired a microsecond ago',
    { header: { path: '/chat/!hello', expires: NOW - 1 } },
    ['expired'],
    ['REC-21', 'DOC-13'],
  ),
  signRefused(
    'sign-bad-path',
    'sign-page',
    'a path that ends with a solidus',
    { header: { path: '/wiki/' } },
    ['path-form'],
    ['REC-21', 'DOC-4'],
  ),
  signRefused(
    'sign-not-permitted',
    'sign-page',
    'a path that only Fern may write',
    { header: { path: `/~${fern.keyId}` } },
    ['path-permission'],
    ['REC-21', 'DOC-14'],
  ),
  signRefused(
    'sign-other-content',
    'sign-page',
    'other content than the header names',
    { unsigned: { ...bare, content: FLOWERS.toLowerCase() } },
    ['content-hash'],
    ['REC-21', 'REC-17'],
  ),
  signRefused(
    'sign-other-size',
    'sign-page',
    'the header says another length',
    { header: { contentSize: 99 } },
    ['content-size'],
    ['REC-21', 'REC-16'],
  ),
  signRefused(
    'sign-key-is-author',
    'sign-with-key',
    'the key is the author',
    { header: { key: suzy.keyId } },
    ['key-redundant'],
    ['REC-21', 'REC-12'],
  ),
  signRefused(
    'sign-spare-bits',
    'sign-page',
    'a spare bit of the hash is set',
    { sparse: true, header: { contentHash: `${String(page().header.contentHash).slice(0, -1)}b` } },
    ['id-form'],
    ['REC-21', 'REC-5'],
  ),
  signRefused(
    'sign-member-too-many',
    'sign-page',
    'a further member of the header',
    { header: { id: 'x' } },
    ['header-shape'],
    ['REC-21', 'DOC-1'],
  ),
];

/** `record.id` and `record.sign` of native records. */
export const madeRecords = (): VectorCase[] => [...ids(), ...signatures()];
