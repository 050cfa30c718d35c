import type { VectorCase } from '@rockpool/schemas';
import { hex, utf8 } from '../bytes.ts';
import type { Json } from '../canonical.ts';
import { cast } from '../cast.ts';
import { hashEs4, hashEs5 } from '../earthstar.ts';
import type { JsonObject } from '../native.ts';
import { readText } from '../text.ts';
import { judgeText, judgeValue } from '../verdict.ts';
import type { EsChange, EsKind } from './es-document.ts';
import { disagree, reparsed, sameSet, textInput, toCase } from './file.ts';
import { NOW, PROFILE } from './verify-case.ts';

const { suzy, fern, gardening, kitchen } = cast;

const hashOf = ({ format }: EsKind, document: JsonObject): string =>
  format === 'es.4' ? hashEs4(document) : hashEs5(document);

const hashed = (kind: EsKind, slug: string, title: string, text: string): VectorCase => {
  const again = reparsed(utf8(text));
  return toCase({
    id: `${kind.area}/${slug}`,
    title,
    profile: PROFILE[kind.format],
    requirements: [kind.linesRule],
    operation: 'record.id',
    input: { format: kind.format, ...textInput(utf8(text)) },
    expect: { ok: { id: hashOf(kind, readText(utf8(text), 'earthstar').value as JsonObject) } },
    textOnly: again === undefined || new TextDecoder().decode(again) !== text,
    timeless: true,
  });
};

const unhashed = (kind: EsKind, slug: string, defect: string, text: string, breaks: string[]): VectorCase => {
  const { broken } = judgeText(kind.format, utf8(text), NOW, ['text', 'shape']);
  const found = broken.map(({ requirement }) => requirement);
  if (!sameSet(found, breaks)) disagree(slug, breaks, found);
  const again = reparsed(utf8(text));
  const codes = [...new Set(broken.map(({ code }) => code))];
  const survives =
    again !== undefined &&
    sameSet(
      judgeText(kind.format, again, NOW, ['text', 'shape']).broken.map(({ code }) => code),
      codes,
    );
  return toCase({
    id: `${kind.area}/${slug}`,
    title: defect,
    profile: PROFILE[kind.format],
    requirements: breaks,
    operation: 'record.id',
    input: { format: kind.format, ...textInput(utf8(text)) },
    expect: { reject: { codes } },
    parent: `${kind.area}/id-page`,
    defect,
    textOnly: !survives,
    timeless: true,
  });
};

const ids = (kind: EsKind): VectorCase[] => {
  const honest = kind.make();
  const text = JSON.stringify(honest);
  const json = (members: EsChange['members'] & object): string => JSON.stringify(kind.make({ members }));
  return [
    hashed(kind, 'id-page', 'the hash of a page', text),
    hashed(kind, 'id-ephemeral', 'the hash of what expires', json({ path: '/!x', deleteAfter: NOW })),
    hashed(kind, 'id-signature', 'the signature is no part of the hash', JSON.stringify({ ...honest, signature: '' })),
    hashed(
      kind,
      'id-wrong-content',
      'the content is no part of the hash',
      JSON.stringify({ ...honest, [kind.format === 'es.4' ? 'content' : 'text']: 'x' }),
    ),
    hashed(
      kind,
      'id-exponent',
      'a timestamp with an exponent is hashed in plain decimal',
      text.replace('1700000000000000', '1.7e15'),
    ),
    hashed(kind, 'id-large', 'a timestamp beyond 2^53', text.replace('1700000000000000', '9007199254740992')),
    hashed(kind, 'id-negative', 'a negative timestamp', json({ timestamp: -5 })),
    hashed(kind, 'id-form', 'a path and an author that break every rule', json({ path: '', author: 'suzy' })),
    hashed(kind, 'id-unicode', 'a path with letters that are no ASCII', json({ path: '/Blümchen 🌸' })),
    hashed(
      kind,
      'id-disordered',
      'the members in another order',
      JSON.stringify(Object.fromEntries(Object.entries(honest).reverse())),
    ),
    unhashed(kind, 'id-duplicate', 'path twice', text.replace('"path"', '"path":"/","path"'), ['TXT-3']),
    unhashed(kind, 'id-cut', 'the last character is missing', text.slice(0, -1), ['TXT-2']),
    unhashed(kind, 'id-member', 'a further member', JSON.stringify({ ...honest, id: 1 }), [kind.shape]),
    unhashed(kind, 'id-no-path', 'no path', json({ path: undefined }), [kind.shape]),
    unhashed(
      kind,
      'id-fraction',
      'a timestamp with a fraction',
      text.replace('1700000000000000', '1700000000000000.5'),
      [kind.shape],
    ),
  ];
};

const unsignedOf = (document: JsonObject): Json =>
  Object.fromEntries(
    Object.entries(document).filter(([name]) => name !== 'signature' && name !== 'shareSignature'),
  ) as Json;

type SignChange = EsChange & { seed?: Uint8Array; shareSeed?: Uint8Array };

const signCase = (
  kind: EsKind,
  slug: string,
  title: string,
  change: SignChange,
  requirements: string[],
  codes?: string[],
  parent = 'sign-page',
): VectorCase => {
  const record = kind.make(change);
  const verdict = judgeValue(kind.format, record, NOW);
  if (codes === undefined && verdict.broken.length > 0)
    disagree(
      slug,
      [],
      verdict.broken.map(({ requirement }) => requirement),
    );
  return toCase({
    id: `${kind.area}/${slug}`,
    title,
    profile: PROFILE[kind.format],
    requirements,
    operation: 'record.sign',
    input: {
      format: kind.format,
      now: NOW,
      seed: hex(change.seed ?? (change.author ?? suzy).seed),
      ...(kind.format === 'es.5' ? { shareSeed: hex(change.shareSeed ?? gardening.seed) } : {}),
      unsigned: unsignedOf(record),
    },
    expect: codes === undefined ? { ok: { record } } : { reject: { codes } },
    ...(codes === undefined ? {} : { parent: `${kind.area}/${parent}`, defect: title }),
    timeless: typeof record.deleteAfter !== 'number' && !codes?.includes('timestamp-future'),
  });
};

/** A signer with the wrong seed has no code of its own in these formats: it would make an invalid signature. */
const MISMATCH = ['signature-invalid', 'seed-mismatch'];

const signatures = (kind: EsKind): VectorCase[] => [
  signCase(kind, 'sign-page', 'Suzy signs a page', {}, ['ES-15', kind.linesRule]),
  signCase(kind, 'sign-by-fern', 'Fern signs a page', { author: fern }, ['ES-15', kind.linesRule]),
  signCase(kind, 'sign-empty', 'a page without content', { content: '' }, ['ES-15', kind.hashRule]),
  signCase(
    kind,
    'sign-ahead',
    'a page from exactly 10 minutes from now',
    { members: { timestamp: NOW + 600_000_000 } },
    ['ES-12'],
  ),
  signCase(kind, 'sign-ephemeral', 'a message that expires now', { members: { path: '/!x', deleteAfter: NOW } }, [
    'ES-13',
  ]),
  signCase(kind, 'sign-seed-of-fern', 'the seed is that of Fern', { seed: fern.seed }, ['ES-15'], MISMATCH),
  signCase(
    kind,
    'sign-future',
    'a microsecond more than 10 minutes from now',
    { members: { timestamp: NOW + 600_000_001 } },
    ['ES-12'],
    ['timestamp-future'],
    'sign-ahead',
  ),
  signCase(
    kind,
    'sign-expired',
    'expired a microsecond ago',
    { members: { path: '/!x', deleteAfter: NOW - 1 } },
    ['ES-13'],
    ['expired'],
    'sign-ephemeral',
  ),
  signCase(
    kind,
    'sign-bad-path',
    'a path that ends with a solidus',
    { members: { path: '/wiki/' } },
    ['ES-4'],
    ['path-form'],
  ),
  signCase(
    kind,
    'sign-not-permitted',
    'a path of Fern',
    { members: { path: `/~${fern.earthstarAddress}/x` } },
    ['ES-8'],
    ['path-permission'],
  ),
  signCase(kind, 'sign-member', 'a further member', { members: { color: 'red' } }, [kind.shape], ['document-shape']),
  ...(kind.format === 'es.5'
    ? [
        signCase(
          kind,
          'sign-share-seed-of-kitchen',
          'the seed of the share is that of another',
          { shareSeed: kitchen.seed },
          ['ES5-13'],
          MISMATCH,
        ),
      ]
    : []),
];

/** `record.id` and `record.sign` of es.4 and es.5. */
export const madeEarthstar = (kind: EsKind): VectorCase[] => [...ids(kind), ...signatures(kind)];
