import type { VectorCase } from '@rockpool/schemas';
import { compactText, hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { type JsonObject, signNative } from '../../src/forge/native.ts';
import { readText } from '../../src/forge/text.ts';
import { judgeValue } from '../../src/forge/verdict.ts';
import { disagree, sameSet, toCase } from '../cases/file.ts';
import { NOW } from '../cases/verify.ts';
import { DOCUMENTS, type Family, MESSAGES } from './family.ts';

const { suzy, phone } = cast;

type Unsigned = { header: JsonObject; content?: Json };

/** The rules that a signer has to refuse it by; nothing of another author's is asked here. */
const brokenBy = ({ format }: Family, unsigned: Unsigned) => {
  const { broken } = readText(utf8(JSON.stringify(unsigned)), 'native');
  if (broken.length > 0) return broken;
  const { header, content } = unsigned;
  const record = { ...signNative({ header, seed: suzy.seed }), ...(content === undefined ? {} : { content }) };
  return judgeValue(format, record as unknown as Json, NOW).broken;
};

type Row = [slug: string, defect: string, unsigned: Unsigned, breaks: readonly string[]];

/** Drafts that no signer may sign, whatever it would make of them. */
const refused = (family: Family, rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, defect, unsigned, breaks]) => {
    const id = `${family.area}/sign-${slug}`;
    const broken = brokenBy(family, unsigned);
    const found = broken.map(({ requirement }) => requirement);
    if (!sameSet(found, breaks)) disagree(id, breaks, found);
    const { content } = unsigned;
    const given = typeof content === 'string' ? { ...unsigned, content: compactText(content) } : unsigned;
    return toCase({
      id,
      title: defect,
      profile: family === DOCUMENTS ? 'documents' : 'feeds',
      requirements: [...breaks, 'REC-21'],
      operation: 'record.sign',
      input: { format: family.format, now: NOW, seed: hex(suzy.seed), unsigned: given },
      expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] } },
      parent: `${family.area}/sign-${family === DOCUMENTS ? 'page' : 'hello'}`,
      defect,
      timeless: true,
    });
  });

/** Halves of a flower, and what encoders make of them. */
const HALVES: readonly [slug: string, words: string, content: string, seen: string][] = [
  ['replaced', 'half a flower, and the header names U+FFFD in its place', 'moss\ud83c', 'moss\ufffd'],
  ['low-replaced', 'the second half of a flower, and the header names U+FFFD in its place', '\udf38moss', '\ufffdmoss'],
  ['dropped', 'half a flower, and the header names the content without it', 'moss\ud83c', 'moss'],
  ['dropped-inside', 'half a flower within a word, and the header names the content without it', 'm\udf38oss', 'moss'],
  ['question', 'half a flower, and the header names a question mark in its place', 'moss\ud83c', 'moss?'],
];

const of = (family: Family): VectorCase[] => {
  const header = (members: Readonly<Record<string, Json>>, content = 'moss'): JsonObject =>
    family.make(members, { content }).header;
  const draft = (members: Readonly<Record<string, Json>>): Unsigned => ({ header: header(members), content: 'moss' });
  const long = 'x'.repeat(524_288);
  return refused(family, [
    ...HALVES.map(
      ([slug, words, content, seen]): Row => [
        `half-${slug}`,
        `the content has ${words}`,
        { header: header({}, seen), content },
        ['TXT-4'],
      ],
    ),
    [
      'half-type',
      'the content type has half a flower behind it',
      { header: { ...header({}), contentType: 'text/plain\ud83c' }, content: 'moss' },
      ['TXT-4'],
    ],
    [
      'half-name',
      'a further member whose name is half a flower',
      { header: { ...header({}), '\udf38': 1 }, content: 'moss' },
      ['TXT-4'],
    ],
    ['null-type', 'null as the content type', draft({ contentType: null }), ['TXT-7']],
    ['null-content', 'null as the content', { header: header({}), content: null }, ['TXT-7']],
    ['size-fraction', 'a fraction as the size', draft({ contentSize: 4.5 }), ['TXT-8']],
    [
      'size-2-53',
      'the size is 9007199254740992',
      { header: header({ contentSize: 9_007_199_254_740_992 }) },
      ['TXT-9'],
    ],
    ['deep', 'an author that is nested 5 deep', draft({ author: [[[suzy.keyId]]] }), ['TXT-6']],
    [
      'too-long',
      'so much content that the draft is longer than a text may be',
      { header: header({}, long), content: long },
      ['TXT-5'],
    ],
    [
      'too-long-letters',
      'so much content that the draft is longer than a text may be in bytes, and not in characters',
      { header: header({}, 'é'.repeat(262_144)), content: 'é'.repeat(262_144) },
      ['TXT-5'],
    ],
    [
      'size-true',
      'true as the size of one byte',
      { header: header({ contentSize: true }, 'a'), content: 'a' },
      [family.shapeRule],
    ],
    ['content-true', 'true as the content', { header: header({}), content: true }, ['REC-1']],
    ['space-newline', 'a line feed behind the space', draft({ space: `${cast.spaces.gardening}\n` }), ['REC-2']],
    ['type-newline', 'a line feed behind the content type', draft({ contentType: 'text/plain\n' }), ['REC-8']],
    ['type-long-s', 'a long s in the content type', draft({ contentType: 'text/\u017fvg' }), ['REC-8']],
    [
      'hash-newline',
      'a line feed behind the hash',
      { header: header({ contentHash: `${header({}).contentHash}\n` }) },
      ['REC-5'],
    ],
    ['key-newline', 'a line feed behind the key', draft({ key: `${phone.keyId}\n` }), ['REC-4']],
    ['format-newline', 'a line feed behind the format', draft({ format: `${family.format}\n` }), [family.shapeRule]],
  ]);
};

/** What nobody may sign, of documents. */
export const unsignedDocuments = (): VectorCase[] => [
  ...of(DOCUMENTS),
  ...refused(DOCUMENTS, [
    [
      'half-path',
      'the path has half a flower behind it',
      { header: { ...DOCUMENTS.make({}, { content: 'moss' }).header, path: '/wiki/\ud83c' }, content: 'moss' },
      ['TXT-4'],
    ],
    [
      'path-newline',
      'a line feed behind the path',
      { header: DOCUMENTS.make({ path: '/wiki/flowers\n' }).header },
      ['DOC-7'],
    ],
    [
      'path-long-s',
      'a long s in the path',
      { header: DOCUMENTS.make({ path: '/wiki/flower\u017f' }).header },
      ['DOC-7'],
    ],
  ]),
];

/** What nobody may sign, of messages. */
export const unsignedMessages = (): VectorCase[] => [
  ...of(MESSAGES),
  ...refused(MESSAGES, [
    ['sequence-true', 'true as the sequence', { header: MESSAGES.make({ sequence: true }).header }, ['MSG-1']],
    ['log-true', 'true as the log', { header: MESSAGES.make({ log: true }).header }, ['MSG-1']],
  ]),
];
