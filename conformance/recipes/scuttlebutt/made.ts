import type { VectorCase } from '@rockpool/schemas';
import { hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import type { Phase } from '../../src/forge/rule.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import { MAX_UNITS, SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { readText } from '../../src/forge/text.ts';
import { judgeText, judgeValue } from '../../src/forge/verdict.ts';
import { disagree, reparsed, sameSet, textInput, toCase } from '../cases/file.ts';
import { NOW } from '../cases/verify.ts';
import { posted, replaced, SSB_T, signedText, ssb, ssbSecond, unsignedText } from './message.ts';
import { HMAC, sized } from './sizes.ts';
import { WORKED_SSB, workedMessage } from './worked.ts';

const { suzy, fern, quinn } = cast;
const format = 'ssb-classic';
const [, AUTHOR_FIRST = []] = SSB_ORDERS;
const LOOKED_AT: readonly Phase[] = ['text', 'shape'];

const identified = (slug: string, title: string, given: JsonObject | string, requirements = ['SSB-17']): VectorCase => {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const again = reparsed(utf8(text));
  return toCase({
    id: `ssb/${slug}`,
    title,
    profile: format,
    requirements,
    operation: 'record.id',
    input: { format, ...textInput(utf8(text)) },
    expect: { ok: { id: ssbId(readText(utf8(text), 'ssb').value as JsonObject) } },
    textOnly: again === undefined || new TextDecoder().decode(again) !== text,
    timeless: true,
  });
};

const unidentified = (slug: string, defect: string, text: string, breaks: readonly string[]): VectorCase => {
  const judge = (bytes: Uint8Array) => judgeText(format, bytes, NOW, LOOKED_AT).broken;
  const broken = judge(utf8(text));
  const found = broken.map(({ requirement }) => requirement);
  if (!sameSet(found, breaks)) disagree(slug, breaks, found);
  const codes = [...new Set(broken.map(({ code }) => code))];
  const again = reparsed(utf8(text));
  const codesAgain = again === undefined ? [] : judge(again).map(({ code }) => code);
  return toCase({
    id: `ssb/${slug}`,
    title: defect,
    profile: format,
    requirements: breaks,
    operation: 'record.id',
    input: { format, ...textInput(utf8(text)) },
    expect: { reject: { codes } },
    parent: 'ssb/id-page',
    defect,
    textOnly: !sameSet(codes, codesAgain),
    timeless: true,
  });
};

/** Content that is so deep by itself, its object not counted. */
const deep = (depth: number): string => `{"type":"post","deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const deepObjects = (depth: number): string => `{"type":"post","deep":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;

const ids = (): VectorCase[] => {
  const page = ssb();
  const text = JSON.stringify(page);
  const wrong = { ...page, signature: posted({ type: 'about' }).signature as Json };
  const spread = replaced(text, '"sequence":1', ' "sequence" : 1.0');
  return [
    ...WORKED_SSB.map((worked) => {
      const { slug, words, id } = worked;
      const one = identified(`id-${slug}`, `the id of: ${words}`, workedMessage(worked));
      if (JSON.stringify(one.expect) !== JSON.stringify({ ok: { id } })) throw new Error(`${slug} has another id`);
      return one;
    }),
    identified('id-page', 'the id of a first message', page),
    identified(
      'id-ascii',
      'the id of a message in ASCII, for which all ways give the same',
      posted({ type: 'post', text: 'hello' }),
    ),
    identified(
      'id-latin1',
      'the id of a message with characters of one byte in Latin-1',
      posted({ type: 'post', text: 'Grüße' }),
    ),
    identified(
      'id-euro',
      'the id of a message with characters that no byte holds',
      posted({ type: 'post', text: '€' }),
    ),
    identified('id-not', 'the id of a message with the low byte of a euro sign', posted({ type: 'post', text: '¬' })),
    identified(
      'id-low-zero',
      'the id of a message with a character whose low byte is 0',
      posted({ type: 'post', text: 'Ā' }),
    ),
    identified(
      'id-emoji',
      'the id of a message with emoji, of which each half counts',
      posted({ type: 'post', text: '🌸😀' }),
    ),
    identified('id-later', 'the id of a later message', ssbSecond()),
    identified('id-author-first', 'the author before the sequence: another id', ssb({ order: AUTHOR_FIRST }), [
      'SSB-17',
      'SSB-2',
    ]),
    identified('id-hmac', 'the id of a message signed with an hmac key', ssb({ hmac: HMAC }), ['SSB-17', 'SSB-19']),
    identified('id-signature', 'a signature that is not valid is part of the id all the same', wrong),
    identified('id-spread', 'whitespace and the spelling of a number are no part of the id', spread),
    identified('id-encoding', 'the id of the encoding as a text', JSON.stringify(page, null, 2)),
    identified('id-escaped', 'escapes are no part of the id', replaced(text, '🌸', '\\ud83c\\udf38')),
    identified(
      'id-numbers',
      'numbers are encoded anew before the id',
      signedText(unsignedText('{"type":"post","n":[1e21,1E-7,-0,1e400]}')),
      ['SSB-17', 'SSB-15'],
    ),
    identified(
      'id-members',
      'members are ordered before the id',
      signedText(unsignedText('{"type":"post","10":1,"9":2,"01":3}')),
      ['SSB-17', 'SSB-14'],
    ),
    identified('id-box', 'the id of a ciphertext', posted('AAAA.box')),
    unidentified('id-duplicate', 'hash twice', replaced(text, '"hash"', '"hash":"sha256","hash"'), ['TXT-3']),
    unidentified('id-cut', 'the last character is missing', text.slice(0, -1), ['TXT-2']),
    unidentified('id-surrogate', 'half of a pair', replaced(text, '🌸', '\\ud83c'), ['TXT-4']),
    unidentified('id-deep', 'a text that is 65 deep', signedText(unsignedText(deep(63))), ['TXT-10']),
    unidentified('id-deep-objects', 'a text that is 65 deep by objects', signedText(unsignedText(deepObjects(63))), [
      'TXT-10',
    ]),
    unidentified('id-deep-100', 'a text that is 100 deep', signedText(unsignedText(deep(98))), ['TXT-10']),
    unidentified('id-member', 'a further member', JSON.stringify({ ...page, id: 1 }), ['SSB-1']),
    unidentified('id-no-signature', 'no signature', JSON.stringify({ ...page, signature: undefined }), ['SSB-1']),
    unidentified('id-sequence-string', 'the sequence is a string', JSON.stringify({ ...page, sequence: '1' }), [
      'SSB-1',
    ]),
    ...(['author', 'hash', 'signature', 'content'] as const).map((name) =>
      unidentified(`id-${name}-number`, `${name} is a number`, JSON.stringify({ ...page, [name]: 7 }), ['SSB-1']),
    ),
    ...(['sequence', 'timestamp'] as const).map((name) =>
      unidentified(`id-${name}-true`, `${name} is true`, JSON.stringify({ ...page, [name]: true }), ['SSB-1']),
    ),
    unidentified(
      'id-alphabetical',
      'all members by their names',
      JSON.stringify(Object.fromEntries(Object.entries(page).sort(([a], [b]) => (a < b ? -1 : 1)))),
      ['SSB-2'],
    ),
    unidentified(
      'id-signature-first',
      'the signature in front',
      JSON.stringify({ signature: page.signature, ...page }),
      ['SSB-2'],
    ),
  ];
};

type SignOptions = { signer?: TestKey; hmac?: Uint8Array; requirements?: readonly string[] };

/** What a signer makes of a valid message; `message` is signed by `signer` with `hmac`. */
const signed = (slug: string, title: string, message: JsonObject, options: SignOptions = {}): VectorCase => {
  const { signer = suzy, hmac, requirements = [] } = options;
  const { broken } = judgeValue(format, message, NOW, undefined, hmac);
  if (broken.length > 0)
    disagree(
      slug,
      [],
      broken.map(({ requirement }) => requirement),
    );
  const { signature: _, ...unsigned } = message;
  return toCase({
    id: `ssb/${slug}`,
    title,
    profile: 'ssb-signer',
    requirements: ['SSB-18', ...requirements],
    operation: 'record.sign',
    input: { format, now: NOW, seed: hex(signer.seed), ...(hmac === undefined ? {} : { hmac: hex(hmac) }), unsigned },
    expect: { ok: { record: message } },
    timeless: true,
  });
};

const signatures = (): VectorCase[] => {
  const content = (slug: string, title: string, value: Json, rule: string): VectorCase =>
    signed(`sign-${slug}`, title, posted(value), { requirements: [rule] });
  const timestamp = (slug: string, title: string, value: number): VectorCase =>
    signed(`sign-timestamp-${slug}`, title, ssb({ members: { timestamp: value } }), {
      requirements: ['SSB-7', 'SSB-15'],
    });
  return [
    ...WORKED_SSB.map((worked) => {
      const { slug, words, hmac } = worked;
      const options = hmac === undefined ? {} : { hmac, requirements: ['SSB-19'] };
      return signed(`sign-${slug}`, `sign: ${words}`, workedMessage(worked), options);
    }),
    signed('sign-page', 'Suzy signs her first message', ssb()),
    signed('sign-later', 'Suzy signs a later message', ssbSecond(), { requirements: ['SSB-4'] }),
    signed('sign-author-first', 'the author before the sequence, which stays so', ssb({ order: AUTHOR_FIRST }), {
      requirements: ['SSB-2'],
    }),
    signed('sign-later-author-first', 'a later message with the author first', ssbSecond({ order: AUTHOR_FIRST }), {
      requirements: ['SSB-2'],
    }),
    signed('sign-by-fern', 'Fern signs a message', ssb({ author: fern }), { signer: fern }),
    signed('sign-by-quinn', 'Quinn signs a message', ssb({ author: quinn }), { signer: quinn }),
    signed('sign-hmac', 'an hmac key', ssb({ hmac: HMAC }), { hmac: HMAC, requirements: ['SSB-19'] }),
    signed('sign-hmac-zero', 'an hmac key that is all 0', ssb({ hmac: new Uint8Array(32) }), {
      hmac: new Uint8Array(32),
      requirements: ['SSB-19'],
    }),
    signed('sign-hmac-later', 'an hmac key in a later message', ssbSecond({ hmac: HMAC }), {
      hmac: HMAC,
      requirements: ['SSB-19'],
    }),
    signed('sign-8192', '8,192 units', sized(MAX_UNITS), { requirements: ['SSB-12'] }),
    signed('sign-8192-emoji', '8,192 units of emoji', sized(MAX_UNITS, '🌸'), { requirements: ['SSB-12'] }),
    content('type-3', 'a type of 3 units', { type: 'pub' }, 'SSB-9'),
    content('type-52', 'a type of 52 units', { type: '€'.repeat(52) }, 'SSB-9'),
    content('box', 'a ciphertext', 'AAAA.box', 'SSB-10'),
    content('box-empty', 'a ciphertext of no bytes', '.box', 'SSB-10'),
    content(
      'layout',
      'objects and lists, some of them empty',
      { type: 'post', a: {}, b: [], c: [1, [2, { d: [] }]] },
      'SSB-13',
    ),
    content(
      'members',
      'numbers as names',
      { type: 'post', 10: 'a', 9: 'b', '01': 'c', 4294967295: 'd', 4294967294: 'e' },
      'SSB-14',
    ),
    content(
      'proto',
      'a member named __proto__',
      JSON.parse('{"type":"post","__proto__":{"text":"x"},"z":1,"a":2}'),
      'SSB-14',
    ),
    content(
      'numbers',
      'numbers of all sizes',
      {
        type: 'post',
        list: [0, -1, 0.1 + 0.2, 1e20, 1e21, 1e-6, 1e-7, 5e-324, 1.7976931348623157e308, 2 ** 53],
      },
      'SSB-15',
    ),
    content(
      'strings',
      'characters that are escaped and characters that are not',
      { type: 'post', body: '"\\/\b\t\n\v\f\r\0\u001f\u007f\u0085\u2028\u2029\ufeff<&>é€🌸' },
      'SSB-16',
    ),
    timestamp('zero', 'the timestamp is 0', 0),
    timestamp('negative', 'a negative timestamp', -1),
    timestamp('fraction', 'a timestamp with a fraction', SSB_T + 0.5),
    timestamp('1e300', 'the timestamp is 1e300', 1e300),
  ];
};

/** `record.id` and `record.sign` of classic messages. */
export const madeSsb = (): VectorCase[] => [...ids(), ...signatures()];
