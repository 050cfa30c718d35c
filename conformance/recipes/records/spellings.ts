// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { numbered, unknownId } from '../messages/message.ts';
import { DOCUMENTS, type Family, MESSAGES, type Row, refused } from './family.ts';
import { spelledOtherwise, wrapped } from './spelled.ts';

const { suzy, fern, quinn, phone, spaces } = cast;

/** The first of some texts that ends with an `a` and has all letters that others are taken for. */
const telling = (make: (count: number) => string): string => {
  for (let count = 0; ; count += 1) {
    const text = make(count);
    if (/a$/.test(text) && /s/.test(text) && /k/.test(text) && /o/.test(text) && /l/.test(text)) return text;
  }
};

const contentHash = (family: Family, count: number): string =>
  String(family.make({}, { content: `${count}` }).header.contentHash);

type Place = [
  rule: string,
  slug: string,
  words: string,
  id: string,
  make: (id: string) => NativeRecord,
  parent: string,
];

const places = (family: Family): VectorCase[] => {
  const { make, plain, held, sparse } = family;
  const hash = telling((count) => contentHash(family, count));
  const content =
    Array.from({ length: 100_000 }, (_, count) => `${count}`).find((_, count) => contentHash(family, count) === hash) ??
    '';
  const rows: Place[] = [
    ['REC-2', 'space', 'the space', spaces.gardening, (space) => make({ space }), plain],
    ['REC-3', 'author', 'the author', fern.keyId, (author) => make({ author }, { author: fern }), plain],
    ['REC-4', 'key', 'the key', quinn.keyId, (key) => make({ key }, { signer: quinn }), held],
    ['REC-5', 'hash', 'the hash', hash, (contentHash) => make({ contentHash }, { sparse: true, content }), sparse],
  ];
  const withKey = (author: string): NativeRecord => make({ author, key: phone.keyId }, { signer: phone });
  const few = [
    'newline',
    'spare-bit-1',
    'spare-bit-4',
    'one-capital-letter',
    'long-s',
    'zeros-left-out',
    'sigil-left-out',
  ];
  return [
    ...rows.flatMap(([rule, place, words, id, at, parent]) =>
      refused(
        family,
        [rule],
        spelledOtherwise(id, 4).map(
          ([slug, defect, text]): Row => [`${place}-${slug}`, `${words}: ${defect}`, { record: at(text) }, parent],
        ),
      ),
    ),
    ...refused(
      family,
      ['REC-3'],
      spelledOtherwise(suzy.keyId, 4)
        .filter(([slug]) => few.includes(slug))
        .map(
          ([slug, defect, text]): Row => [
            `author-with-key-${slug}`,
            `the author, where the key signed: ${defect}`,
            { record: withKey(text) },
            held,
          ],
        ),
    ),
    ...refused(
      family,
      ['REC-3'],
      [
        [
          'author-zeros-left-out',
          'the author: the last character, which says nothing but zeros, is left out',
          { record: make({ author: suzy.keyId.slice(0, -1) }) },
          plain,
        ],
      ],
    ),
    ...refused(
      family,
      ['REC-4'],
      [
        [
          'key-zeros-left-out',
          'the key: the last character, which says nothing but zeros, is left out',
          { record: make({ key: phone.keyId.slice(0, -1) }, { signer: phone }) },
          held,
        ],
      ],
    ),
  ];
};

const links = (): VectorCase[] => {
  const id = telling((count) => unknownId(`telling ${count}`));
  return (['previous', 'skip'] as const).flatMap((link) =>
    refused(
      MESSAGES,
      [link === 'previous' ? 'MSG-4' : 'MSG-5'],
      spelledOtherwise(id, 4).map(
        ([slug, defect, text]): Row => [
          `link-${link}-${slug}`,
          `${link} of the eighth message: ${defect}`,
          { record: numbered(8, { header: { [link]: text } }) },
          'skip-8',
        ],
      ),
    ),
  );
};

/** A record whose signature ends with an `a`, so that its last character can be left out. */
const endingWithA = ({ make }: Family): NativeRecord => {
  for (let count = 0; ; count += 1) {
    const record = make({}, { content: `${count}` });
    if (record.signature.endsWith('a')) return record;
  }
};

const signatures = (family: Family): VectorCase[] => {
  const record = endingWithA(family);
  return refused(
    family,
    ['REC-9'],
    spelledOtherwise(record.signature, 3).map(
      ([slug, defect, signature]): Row => [
        `signed-with-${slug}`,
        `the signature: ${defect}`,
        { record: { ...record, signature } },
      ],
    ),
  );
};

const TYPES: readonly [slug: string, words: string, type: string][] = [
  ['full-stop', 'a full stop in the place of the solidus', 'text.plain'],
  ['hyphen', 'a hyphen in the place of the solidus', 'text-plain'],
  ['letter', 'a letter in the place of the solidus', 'textxplain'],
  ['plus', 'a plus sign in the place of the solidus', 'text+plain'],
  ['wide-solidus', 'a wide solidus', 'text\uff0fplain'],
  ['long-s', 'a long s', 'text/\u017fvg'],
  ['kelvin', 'the sign for kelvin in the place of a k', 'text/mar\u212adown'],
  ['wide-digit', 'a wide digit', 'video/3gpp\uff12'],
  ['nul', 'NUL behind', 'text/plain\u0000'],
  ['newline-of-type', 'a line feed behind the type', 'text\n/plain'],
  ['newline-first', 'a line feed in front', '\ntext/plain'],
  ['crlf', 'CR LF behind', 'text/plain\r\n'],
  ['underscore-first', 'an underscore in front', '_text/plain'],
  ['hash-first', 'a # in front of the subtype', 'text/#plain'],
  ['equals', 'an equals sign', 'text/pl=in'],
  ['solidus-behind', 'a solidus behind', 'text/plain/'],
  ['solidus-twice', 'two solidi', 'text//plain'],
  ['grave-first', 'a grave accent in front', '`text/plain'],
  ['grave', 'a grave accent in the type', 'te`xt/plain'],
  ['grave-subtype', 'a grave accent in front of the subtype', 'text/`plain'],
  ['foreign', 'a letter that is no ASCII', 'téxt/plain'],
  ['type-alone', 'a solidus and nothing behind', 'text/'],
];

const types = (family: Family): VectorCase[] =>
  refused(
    family,
    ['REC-8'],
    [...TYPES, ...wrapped('text/plain').map(([slug, words, text]) => [`wrapped-${slug}`, words, text] as const)].map(
      ([slug, words, contentType]): Row => [
        `media-${slug}`,
        `content type: ${words}`,
        { record: family.make({ contentType }) },
        family === DOCUMENTS ? 'type-plain' : 'type',
      ],
    ),
  );

const formats = (family: Family): VectorCase[] => {
  const { format, make, shapeRule } = family;
  const rows: [slug: string, words: string, text: string][] = [
    ['hyphens', 'hyphens in the place of the full stops', format.replaceAll('.', '-')],
    ['first-dot', 'a letter in the place of the first full stop', format.replace('.', 'x')],
    ['last-dot', 'a letter in the place of the last full stop', format.replace('.1', 'x1')],
    ...wrapped(format),
    ['10', 'a zero behind the version', `${format}0`],
    ['01', 'a zero in front of the version', format.replace('.1', '.01')],
    ['1-0', 'a version with a full stop in it', `${format}.0`],
    ['cut', 'the last character left out', format.slice(0, -1)],
    ['in-front', 'a letter in front', `x${format}`],
    ['first-capital', 'a capital letter', format.replace('r', 'R')],
    ['wide-digit', 'a wide digit as the version', format.replace('1', '\uff11')],
  ];
  return refused(
    family,
    [shapeRule],
    rows.map(
      ([slug, words, text]): Row => [`format-with-${slug}`, `the format: ${words}`, { record: make({ format: text }) }],
    ),
  );
};

/** A member under another name. */
const renamed = (record: NativeRecord, from: string, to: string): unknown =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name === from ? to : name, value]));

const NAMES: readonly [name: string, slug: string, words: string][] = [
  ['Format', 'format', 'Format in the place of format'],
  ['SPACE', 'space', 'SPACE in the place of space'],
  ['\u017fpace', 'long-s-pace', 'a long s in the place of the first letter of space'],
  ['Author', 'author', 'Author in the place of author'],
  ['timeStamp', 'timestamp', 'timeStamp in the place of timestamp'],
  ['contenthash', 'hash', 'contenthash in the place of contentHash'],
  ['content_hash', 'hash-underscore', 'content_hash in the place of contentHash'],
  ['ContentSize', 'size', 'ContentSize in the place of contentSize'],
];

const nameOf = (name: string): string =>
  ['contentHash', 'contentSize'].find((each) => each.toLowerCase() === name.toLowerCase().replace('_', '')) ??
  name.toLowerCase().replace('\u017f', 's');

const names = (family: Family): VectorCase[] => {
  const { make, shapeRule, held } = family;
  const whole = make({});
  const moved = (from: string, to: string, value: unknown): NativeRecord =>
    make({ [from]: undefined, [to]: value as string });
  return [
    ...refused(
      family,
      [shapeRule],
      [
        ...NAMES.map(
          ([name, slug, words]): Row => [
            `named-${slug}`,
            words,
            { record: moved(nameOf(name), name, whole.header[nameOf(name)]) },
          ],
        ),
        ['named-type', 'ContentType in the place of contentType', { record: make({ ContentType: 'text/plain' }) }],
        ['named-key', 'Key in the place of key, signed by the author', { record: make({ Key: phone.keyId }) }, held],
        [
          'named-kelvin',
          'the sign for kelvin in the place of the k of key, signed by the author',
          { record: make({ '\u212aey': phone.keyId }) },
          held,
        ],
        [
          'named-blank',
          'a further member whose name is that of space and a blank',
          { record: make({ 'space ': spaces.gardening }) },
        ],
        ['named-constructor', 'a further member constructor of the header', { record: make({ constructor: 1 }) }],
        ['named-to-string', 'a further member toString of the header', { record: make({ toString: 'x' as never }) }],
      ],
    ),
    ...refused(
      family,
      ['REC-1'],
      [
        ['named-header', 'Header in the place of header', { record: renamed(whole, 'header', 'Header') }],
        [
          'named-signature',
          'SIGNATURE in the place of signature',
          { record: renamed(whole, 'signature', 'SIGNATURE') },
        ],
        [
          'named-long-s-ignature',
          'a long s in the place of the first letter of signature',
          { record: renamed(whole, 'signature', '\u017fignature') },
        ],
        ['named-content', 'Content in the place of content', { record: renamed(whole, 'content', 'Content') }],
        ['record-constructor', 'a further member constructor of the record', { record: { ...whole, constructor: 1 } }],
        ['record-to-string', 'a further member toString of the record', { record: { ...whole, toString: 1 } }],
        [
          'record-has-own',
          'a further member hasOwnProperty of the record',
          { record: { ...whole, hasOwnProperty: 1 } },
        ],
        ['record-schema', 'a further member $schema of the record', { record: { ...whole, $schema: 'x' } }],
      ],
    ),
  ];
};

const of = (family: Family): VectorCase[] => [
  ...places(family),
  ...signatures(family),
  ...types(family),
  ...formats(family),
  ...names(family),
];

/** Documents that say the same in other letters. */
export const documentSpellings = (): VectorCase[] => of(DOCUMENTS);

/** Messages that say the same in other letters. */
export const messageSpellings = (): VectorCase[] => [...of(MESSAGES), ...links()];
