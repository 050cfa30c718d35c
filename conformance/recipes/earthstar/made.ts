import type { VectorCase } from '@rockpool/schemas';
import { hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { hashEs4, hashEs5, textHash } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { readText } from '../../src/forge/text.ts';
import { judgeText, judgeValue } from '../../src/forge/verdict.ts';
import { disagree, reparsed, sameSet, textInput, toCase } from '../cases/file.ts';
import { NOW, PROFILE } from '../cases/verify.ts';
import type { EsChange, EsKind } from './document.ts';

const { suzy, fern, gardening } = cast;

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
    hashed(
      kind,
      'id-disordered',
      'the members in another order',
      JSON.stringify(Object.fromEntries(Object.entries(honest).reverse())),
    ),
    unhashed(kind, 'id-duplicate', 'path twice', text.replace('"path"', '"path":"/","path"'), ['TXT-3']),
    unhashed(kind, 'id-cut', 'the last character is missing', text.slice(0, -1), ['TXT-2']),
    unhashed(kind, 'id-member', 'a further member', JSON.stringify({ ...honest, id: 1 }), [kind.shape]),
    unhashed(
      kind,
      'id-deep',
      'a text that is 65 deep (it breaks the shape as well)',
      text.replace('{', () => `{"_deep":${'['.repeat(64)}${']'.repeat(64)},`),
      ['TXT-10'],
    ),
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

/** Members of another type, which some read as the right one; other rules than that of the shape are not looked at. */
const otherTypes = (kind: EsKind): VectorCase[] => {
  const full = kind.make(
    kind.format === 'es.4'
      ? {}
      : { members: { path: '/moss.txt', attachmentSize: 1, attachmentHash: textHash('x'), deleteAfter: NOW } },
  );
  const sent = (name: string, value: Json): string => JSON.stringify({ ...full, [name]: value });
  const texts = Object.keys(full).filter((name) => typeof full[name] === 'string');
  const integers = ['timestamp', 'deleteAfter', ...(kind.format === 'es.5' ? ['attachmentSize'] : [])];
  const refuse = (slug: string, defect: string, text: string): VectorCase =>
    unhashed(kind, `id-${slug.toLowerCase()}`, defect, text, [kind.shape]);
  return [
    ...texts.flatMap((name) => [
      refuse(`list-of-${name}`, `${name} is a list with the right text in it`, sent(name, [full[name] as Json])),
      refuse(`number-for-${name}`, `${name} is a number`, sent(name, 7)),
    ]),
    ...integers.map((name) => refuse(`true-for-${name}`, `${name} is true`, sent(name, true))),
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
): VectorCase => {
  const record = kind.make(change);
  const verdict = judgeValue(kind.format, record, NOW);
  if (verdict.broken.length > 0)
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
    expect: { ok: { record } },
    timeless: typeof record.deleteAfter !== 'number',
  });
};

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
];

/** `record.id` and `record.sign` of es.4 and es.5. */
export const madeEarthstar = (kind: EsKind): VectorCase[] => [...ids(kind), ...otherTypes(kind), ...signatures(kind)];
