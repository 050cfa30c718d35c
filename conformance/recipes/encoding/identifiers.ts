import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { hex, unhex, utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { brokenIdRules, compareIds, keyId, openSpaceId, parseId, spaceId } from '../../src/forge/identifiers.ts';
import { type DraftFile, disagree, sameSet, toCase } from '../cases/file.ts';
import { spelledOtherwise } from '../records/spelled.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const { suzy, fern, spaces } = cast;
const some = (label: string): Uint8Array => sha256(utf8(label));
const record = `%${base32(some('a record'))}`;
const blob = `&${base32(some('a blob'))}`;
const space = spaces.gardeningKey;
const open = spaces.gardening;
const body = suzy.keyId.slice(2);

const parse = (slug: string, title: string, id: string, requirements: string[]): VectorCase => {
  const parsed = parseId(id);
  if (parsed === undefined) return disagree(slug, [], brokenIdRules(id));
  const { kind, bytes, name } = parsed;
  return toCase({
    id: `identifiers/${slug}`,
    title,
    profile: 'core',
    requirements,
    operation: 'id.parse',
    input: { id },
    expect: { ok: { kind, bytes: hex(bytes), ...(name === undefined ? {} : { name }) } },
    timeless: true,
  });
};

const refuse = (slug: string, parent: string, defect: string, id: string, breaks: string[]): VectorCase => {
  const found = brokenIdRules(id);
  if (found.length === 0 || !sameSet(found, breaks)) disagree(slug, breaks, found);
  return toCase({
    id: `identifiers/${slug}`,
    title: defect,
    profile: 'core',
    requirements: breaks,
    operation: 'id.parse',
    input: { id },
    expect: { reject: { codes: ['id-form'] } },
    parent: `identifiers/${parent}`,
    defect,
    timeless: true,
  });
};

const WITH_SIGIL = ['ID-1', 'ID-2', 'ID-5'];
const WITH_NAME = ['ID-1', 'ID-3', 'ID-4', 'ID-5'];

const accepted = (): VectorCase[] => [
  parse('key', 'a key', suzy.keyId, WITH_SIGIL),
  parse('key-ends-with-q', 'the last bit is set', keyId(unhex(`${'00'.repeat(31)}01`)), WITH_SIGIL),
  parse('key-zero', 'all bits are 0', keyId(new Uint8Array(32)), WITH_SIGIL),
  parse('key-ones', 'all bits are 1', keyId(unhex('ff'.repeat(32))), WITH_SIGIL),
  parse('record', 'a record', record, WITH_SIGIL),
  parse('record-fern', 'another record', `%${base32(some('another record'))}`, WITH_SIGIL),
  parse('blob', 'a blob', blob, WITH_SIGIL),
  parse('blob-empty', 'the blob of no bytes', '&b6da6bngndgb3tsjjbh4bixgbakmt4tdzose4bouymop5smcwxaxq', WITH_SIGIL),
  parse('space', 'a space with a key', space, WITH_NAME),
  parse('open-space', 'an open space', open, WITH_NAME),
  parse('open-space-kitchen', 'another open space', spaces.kitchen, WITH_NAME),
  parse('space-name-1', 'a name of one letter', spaceId('g', unhex(fern.keyHex)), WITH_NAME),
  parse('space-name-15', 'a name of 15 characters', spaceId('gardening234567', unhex(fern.keyHex)), WITH_NAME),
  parse(
    'open-space-name-15',
    'an open space with a name of 15 letters',
    openSpaceId('abcdefghijklmno', some('x')),
    WITH_NAME,
  ),
  parse('space-name-digits', 'a name with digits', spaceId('g0123456789', unhex(fern.keyHex)), WITH_NAME),
  parse('space-name-b', 'the name is b', spaceId('b', unhex(fern.keyHex)), WITH_NAME),
  parse('open-space-name-x', 'the name is x', openSpaceId('x', some('x')), WITH_NAME),
  parse('open-space-zero', 'all bits of an open space are 0', openSpaceId('gardening', new Uint8Array(32)), WITH_NAME),
  parse(
    'open-space-ones',
    'all bits of an open space are 1',
    openSpaceId('gardening', unhex('ff'.repeat(32))),
    WITH_NAME,
  ),
];

/** Each last letter whose spare bits are not all zero. */
const spareBits = (slug: string, parent: string, id: string, letters: string): VectorCase[] =>
  [...letters].map((letter) =>
    refuse(
      `${slug}-${letter}`,
      parent,
      `the last character is ${letter}: a spare bit is set`,
      id.slice(0, -1) + letter,
      ['ID-5'],
    ),
  );

const refused = (): VectorCase[] => [
  refuse('no-sigil', 'key', 'no sigil', suzy.keyId.slice(1), ['ID-1']),
  refuse('sigil-hash', 'key', 'the sigil #', `#b${body}`, ['ID-1']),
  refuse('sigil-exclamation', 'record', 'the sigil !', `!${record.slice(1)}`, ['ID-1']),
  refuse('sigil-dollar', 'blob', 'the sigil $', `$${blob.slice(1)}`, ['ID-1']),
  refuse('sigil-wide', 'key', 'a wide @', `\uff20b${body}`, ['ID-1']),
  refuse('empty', 'key', 'no characters at all', '', ['ID-1']),
  refuse('blank-in-front', 'key', 'a blank in front', ` ${suzy.keyId}`, ['ID-1']),
  refuse('space-no-sigil', 'space', 'a space without its sigil', space.slice(1), ['ID-1']),
  refuse('sigil-alone', 'key', 'nothing but the sigil', '@', ['ID-2', 'ID-5']),
  refuse('sigil-twice', 'key', 'the sigil twice', `@${suzy.keyId}`, ['ID-2']),
  refuse('key-without-b', 'key', 'no b behind the sigil', `@${body}`, ['ID-2']),
  refuse('key-with-x', 'key', 'an x in the place of the b', `@x${body}`, ['ID-2']),
  refuse('key-capital-b', 'key', 'a capital B behind the sigil', `@B${body}`, ['ID-2']),
  refuse('record-with-x', 'record', 'an x in the place of the b', `%x${record.slice(2)}`, ['ID-2']),
  refuse('blob-with-x', 'blob', 'an x in the place of the b', `&x${blob.slice(2)}`, ['ID-2']),
  refuse('key-short', 'key', 'one character less', suzy.keyId.slice(0, -2) + suzy.keyId.slice(-1), ['ID-2']),
  refuse('key-long', 'key', 'one character more', `${suzy.keyId}a`, ['ID-2']),
  refuse('record-short', 'record', 'one character less', `${record.slice(0, -2)}a`, ['ID-2']),
  refuse('record-long', 'record', 'one character more', `${record}a`, ['ID-2']),
  refuse('blob-short', 'blob', 'one character less', `${blob.slice(0, -2)}q`, ['ID-2']),
  refuse('blob-long', 'blob', 'one character more', `${blob}q`, ['ID-2']),
  refuse('key-capitals', 'key', 'capital letters', `@b${body.toUpperCase().slice(0, -1)}a`, ['ID-2']),
  refuse('key-one-capital', 'key', 'one capital letter', `@bA${body.slice(1)}`, ['ID-2']),
  refuse('key-digit-0', 'key', 'the digit 0', `@b0${body.slice(1)}`, ['ID-2']),
  refuse('key-digit-1', 'key', 'the digit 1', `@b1${body.slice(1)}`, ['ID-2']),
  refuse('key-digit-8', 'key', 'the digit 8', `@b8${body.slice(1)}`, ['ID-2']),
  refuse('key-digit-9', 'key', 'the digit 9', `@b9${body.slice(1)}`, ['ID-2']),
  refuse('key-letter-outside', 'key', 'a letter that is no ASCII', `@bä${body.slice(1)}`, ['ID-2']),
  refuse('key-padding', 'key', 'the padding of RFC 4648', `${suzy.keyId}====`, ['ID-2', 'ID-5']),
  refuse('key-newline', 'key', 'a line feed behind', `${suzy.keyId}\n`, ['ID-2', 'ID-5']),
  refuse('key-blank-behind', 'key', 'a blank behind', `${suzy.keyId} `, ['ID-2', 'ID-5']),
  refuse('key-with-name', 'key', 'a name and a full stop, as a space has', `@suzy.b${body}`, ['ID-2']),
  refuse('key-hex', 'key', 'the bytes in hexadecimal', `@${suzy.keyHex}`, ['ID-2', 'ID-5']),
  refuse('space-without-name', 'space', 'no name and no full stop', `+b${body}`, ['ID-3']),
  refuse('space-without-dot', 'space', 'no full stop', space.replace('.', ''), ['ID-3']),
  refuse('space-colon', 'space', 'a colon in the place of the full stop', space.replace('.', ':'), ['ID-3']),
  refuse('space-with-y', 'space', 'the letter y', space.replace('.b', '.y'), ['ID-3']),
  refuse('space-capital-x', 'open-space', 'a capital X', open.replace('.x', '.X'), ['ID-3']),
  refuse('space-without-letter', 'space', 'neither b nor x', space.replace('.b', '.'), ['ID-3']),
  refuse('space-short', 'space', 'one character less', `${space.slice(0, -2)}a`, ['ID-3']),
  refuse('space-long', 'space', 'one character more', `${space}a`, ['ID-3']),
  refuse('open-space-short', 'open-space', 'one character less', `${open.slice(0, -2)}a`, ['ID-3']),
  refuse('open-space-long', 'open-space', 'one character more', `${open}a`, ['ID-3']),
  refuse('open-space-digit-1', 'open-space', 'the digit 1', open.replace(/\.x./, '.x1'), ['ID-3']),
  refuse('space-words', 'open-space', 'a word behind the full stop', '+gardening.friends', ['ID-3', 'ID-5']),
  refuse('space-name-alone', 'open-space', 'a name alone', '+gardening', ['ID-3', 'ID-5']),
  refuse('space-newline', 'open-space', 'a line feed behind', `${open}\n`, ['ID-3', 'ID-5']),
  refuse('space-name-empty', 'space-name-1', 'an empty name', `+.b${body}`, ['ID-4']),
  refuse('space-name-16', 'space-name-15', 'a name of 16 characters', spaceId('gardening2345678', unhex(fern.keyHex)), [
    'ID-4',
  ]),
  refuse(
    'open-space-name-16',
    'open-space-name-15',
    'a name of 16 letters',
    openSpaceId('abcdefghijklmnop', some('x')),
    ['ID-4'],
  ),
  refuse(
    'space-name-digit-first',
    'space-name-digits',
    'a name that begins with a digit',
    spaceId('0garden', unhex(fern.keyHex)),
    ['ID-4'],
  ),
  refuse('space-name-capital', 'space', 'a capital letter in the name', space.replace('+g', '+G'), ['ID-4']),
  refuse('space-name-grave-first', 'space', 'a grave accent as the first of the name', space.replace('+g', '+`'), [
    'ID-4',
  ]),
  refuse('space-name-brace-first', 'space', 'a brace as the first of the name', space.replace('+g', '+{'), ['ID-4']),
  refuse('space-name-hyphen', 'space', 'a hyphen in the name', space.replace('gardening', 'gar-dening'), ['ID-4']),
  refuse('space-name-dot', 'space', 'a full stop in the name', space.replace('gardening', 'gar.dening'), ['ID-4']),
  refuse('space-name-umlaut', 'space', 'a letter that is no ASCII in the name', space.replace('gardening', 'gärten'), [
    'ID-4',
  ]),
  refuse('space-name-underscore', 'open-space', 'an underscore in the name', open.replace('gardening', 'gar_den'), [
    'ID-4',
  ]),
  ...spareBits(
    'key-spare',
    'key',
    suzy.keyId,
    [...LETTERS].filter((letter) => letter !== 'a' && letter !== 'q').join(''),
  ),
  ...spareBits('record-spare', 'record', record, 'bhi7'),
  ...spareBits('blob-spare', 'blob', blob, 'brz2'),
  ...spareBits('space-spare', 'space', space, 'bcey'),
  ...spareBits('open-space-spare', 'open-space', open, 'birz'),
];

const sorted = (slug: string, title: string, ids: readonly string[]): VectorCase =>
  toCase({
    id: `identifiers/${slug}`,
    title,
    profile: 'core',
    requirements: ['ID-6'],
    operation: 'id.sort',
    input: { ids },
    expect: { ok: { ids: [...ids].sort(compareIds) } },
    timeless: true,
  });

const unsortable = (
  slug: string,
  parent: string,
  defect: string,
  ids: readonly string[],
  breaks: string[],
): VectorCase => {
  const found = ids.flatMap(brokenIdRules);
  if (!sameSet(found, breaks)) disagree(slug, breaks, found);
  return toCase({
    id: `identifiers/${slug}`,
    title: defect,
    profile: 'core',
    requirements: breaks,
    operation: 'id.sort',
    input: { ids },
    expect: { reject: { codes: ['id-form'] } },
    parent: `identifiers/${parent}`,
    defect,
    timeless: true,
  });
};

const begin = (first: number, last = 0): string =>
  keyId(Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? first : index === 31 ? last : 0)));

const orders = (): VectorCase[] => {
  const many = Array.from({ length: 40 }, (_, index) => `%${base32(some(`record ${index}`))}`);
  const everyLetter = [...LETTERS].reverse().map((letter) => `&b${letter}${'a'.repeat(51)}`);
  return [
    sorted('sort-digits', 'digits come behind letters, unlike in ASCII', [
      begin(0xd0),
      begin(0x00),
      begin(0xf8),
      begin(0xc8),
    ]),
    sorted('sort-every-letter', 'every letter of the alphabet in the first place', everyLetter),
    sorted(
      'sort-every-letter-second',
      'every letter of the alphabet in the second place',
      everyLetter.map((id) => `&bk${id.slice(2, -1)}`),
    ),
    sorted('sort-unsigned', 'bytes from 128 on are not negative', [begin(0x80), begin(0x7f), begin(0xff), begin(0x01)]),
    sorted('sort-last-bit', 'the difference is in the last bit', [begin(7, 1), begin(7, 0), begin(7, 3), begin(7, 2)]),
    sorted('sort-first-byte-counts', 'the first byte counts, not the last', [
      begin(2, 0),
      begin(1, 255),
      begin(1, 0),
      begin(0, 255),
    ]),
    sorted('sort-none', 'no identifiers', []),
    sorted('sort-one', 'one identifier', [suzy.keyId]),
    sorted('sort-sorted', 'an order that is right already', [begin(1), begin(2), begin(3)]),
    sorted('sort-reversed', 'the reverse order', [begin(3), begin(2), begin(1)]),
    sorted('sort-twice', 'one identifier twice', [fern.keyId, suzy.keyId, fern.keyId]),
    sorted('sort-cast', 'the keys of the cast', [cast.quinn.keyId, suzy.keyId, fern.keyId, cast.phone.keyId]),
    sorted('sort-spaces', 'spaces are put in the order of their bytes, whatever their names', [
      openSpaceId('aaa', unhex('ff'.repeat(32))),
      openSpaceId('zzz', new Uint8Array(32)),
      openSpaceId('mmm', unhex('d0'.repeat(32))),
    ]),
    sorted('sort-key-spaces', 'spaces with keys too', [
      spaceId('a', unhex('d7'.repeat(32))),
      spaceId('b', unhex('b7'.repeat(32))),
    ]),
    sorted('sort-many', '40 records', many),
    unsortable(
      'sort-spare',
      'sort-one',
      'a spare bit is set in the only element',
      [`${suzy.keyId.slice(0, -1)}b`],
      ['ID-5'],
    ),
    unsortable(
      'sort-no-sigil',
      'sort-sorted',
      'the second element has no sigil',
      [begin(1), begin(2).slice(1), begin(3)],
      ['ID-1'],
    ),
    unsortable(
      'sort-capitals',
      'sort-sorted',
      'the last element has a capital letter',
      [begin(1), begin(2), begin(3).replace('@ba', '@bA')],
      ['ID-2'],
    ),
    unsortable(
      'sort-long',
      'sort-twice',
      'the first element has one character more',
      [`${fern.keyId}a`, suzy.keyId, fern.keyId],
      ['ID-2'],
    ),
    ...(
      [
        ['sort-space-colon', 'the first element has a colon in the place of the full stop', '.b', ':b'],
        ['sort-space-letter-b-capital', 'the first element has a capital B before its bytes', '.b', '.B'],
        ['sort-space-letter', 'the first element has the letter y before its bytes', '.b', '.y'],
      ] as const
    ).map(([slug, defect, part, wrong]) =>
      unsortable(
        slug,
        'sort-key-spaces',
        defect,
        [spaceId('a', unhex('d7'.repeat(32))).replace(part, wrong), spaceId('b', unhex('b7'.repeat(32)))],
        ['ID-3'],
      ),
    ),
    unsortable('sort-sigil-alone', 'sort-one', 'the only element is a sigil alone', ['@'], ['ID-2', 'ID-5']),
    unsortable(
      'sort-wrong-sigil',
      'sort-sorted',
      'the first element has an exclamation mark for a sigil',
      [begin(1).replace('@', '!'), begin(2), begin(3)],
      ['ID-1'],
    ),
    unsortable(
      'sort-space-name-capital',
      'sort-key-spaces',
      'the name of the first element has a capital letter',
      [spaceId('A', unhex('d7'.repeat(32))), spaceId('b', unhex('b7'.repeat(32)))],
      ['ID-4'],
    ),
    unsortable(
      'sort-spare-among',
      'sort-sorted',
      'a spare bit is set in the last element',
      [begin(1), begin(2), `${begin(3).slice(0, -1)}b`],
      ['ID-5'],
    ),
    unsortable('sort-empty-text', 'sort-one', 'the only element is empty', [''], ['ID-1']),
    unsortable(
      'sort-space-name',
      'sort-key-spaces',
      'the name of the second element is empty',
      [spaceId('a', unhex('d7'.repeat(32))), spaceId('', unhex('b7'.repeat(32)))],
      ['ID-4'],
    ),
  ];
};

/** Texts that forgiving readers decode to the same bytes, of each kind. */
const forgiven = (): VectorCase[] => {
  const kinds: [slug: string, words: string, parent: string, id: string][] = [
    ['key', 'a key', 'key', fern.keyId],
    ['record', 'a record', 'record', record],
    ['blob', 'a blob', 'blob', blob],
    ['space', 'a space with a key', 'space', space],
    ['open-space', 'an open space', 'open-space', open],
  ];
  return kinds.flatMap(([kind, words, parent, id]) =>
    spelledOtherwise(id, 4).map(([slug, defect, text]) =>
      refuse(`${kind}-with-${slug}`, parent, `${words}: ${defect}`, text, brokenIdRules(text)),
    ),
  );
};

const DOTS: readonly [slug: string, words: string, letter: string][] = [
  ['hyphen', 'a hyphen', '-'],
  ['solidus', 'a solidus', '/'],
  ['blank', 'a blank', ' '],
  ['comma', 'a comma', ','],
  ['underscore', 'an underscore', '_'],
  ['letter', 'a letter', 'x'],
  ['digit', 'a digit', '2'],
  ['newline', 'a line feed', '\n'],
  ['middle-dot', 'a full stop in the middle of the line', '\u00b7'],
  ['wide-dot', 'a wide full stop', '\uff0e'],
  ['ideographic-dot', 'an ideographic full stop', '\u3002'],
  ['two', 'two full stops', '..'],
];

const NAMES: readonly [slug: string, words: string, name: string][] = [
  ['kelvin', 'the sign for kelvin', '\u212aitchen'],
  ['long-s', 'a long s', 'ro\u017fe'],
  ['dotless-i', 'an i without a dot', 'k\u0131tchen'],
  ['wide-digit', 'a wide digit', 'garden\uff12'],
  ['arabic-digit', 'an Arabic digit', 'garden\u0662'],
  ['newline', 'a line feed', 'garden\ning'],
  ['newline-behind', 'a line feed behind it', 'gardening\n'],
  ['blank-in-front', 'a blank in front', ' gardening'],
  ['plus', 'a plus sign', '+gardening'],
  ['capital-inside', 'a capital letter inside', 'garDening'],
  ['17', '17 characters', 'gardening23456789'],
  ['31', '31 characters', 'gardeninggardeninggardeninggard'],
  ['umlaut-8', '8 characters that are 16 bytes', 'üüüüüüüü'],
];

const grammar = (): VectorCase[] => [
  ...DOTS.map(([slug, words, letter]) => {
    const id = open.replace('.', letter);
    return refuse(`dot-as-${slug}`, 'open-space', `${words} in the place of the full stop`, id, brokenIdRules(id));
  }),
  ...NAMES.map(([slug, words, name]) =>
    refuse(`name-with-${slug}`, 'open-space', `the name of a space: ${words}`, openSpaceId(name, some('x')), ['ID-4']),
  ),
  ...(['%', '&', '@'] as const).map((sigil) =>
    refuse(
      `sigil-with-name-${{ '%': 'record', '&': 'blob', '@': 'key' }[sigil]}`,
      'open-space',
      `the sigil ${sigil} in front of a name`,
      `${sigil}${open.slice(1)}`,
      ['ID-2'],
    ),
  ),
  parse(
    'space-name-abc',
    'a name of the first and the last letter and digit',
    openSpaceId('az09', some('x')),
    WITH_NAME,
  ),
  parse('space-name-14', 'a name of 14 characters', openSpaceId('abcdefghijklm4', some('x')), WITH_NAME),
  parse('space-name-bx', 'a name that ends with b', spaceId('rob', unhex(fern.keyHex)), WITH_NAME),
  unsortable(
    'sort-newline',
    'sort-cast',
    'a line feed behind the last element',
    [suzy.keyId, `${fern.keyId}\n`],
    ['ID-2', 'ID-5'],
  ),
  unsortable(
    'sort-kelvin',
    'sort-cast',
    'the sign for kelvin in the second element',
    [suzy.keyId, fern.keyId.replace('k', '\u212a')],
    ['ID-2'],
  ),
  unsortable(
    'sort-spare-bit',
    'sort-cast',
    'the highest spare bit of the first element is set',
    [`${suzy.keyId.slice(0, -1)}i`, fern.keyId],
    ['ID-5'],
  ),
];

/** `id.parse` and `id.sort`. */
export const makeIdentifiers = (): DraftFile => ({
  name: 'identifiers',
  title: 'Identifiers',
  description: 'The one text of each key, record, blob and space, and the order that they have.',
  cases: [...accepted(), ...refused(), ...orders(), ...forgiven(), ...grammar()],
});
