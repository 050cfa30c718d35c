import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { type JsonObject, type NativeRecord, recordId, signNative } from '../../src/forge/native.ts';
import { readText } from '../../src/forge/text.ts';
import { judgeText, judgeValue } from '../../src/forge/verdict.ts';
import { disagree, reparsed, sameSet, textInput, toCase } from '../cases/file.ts';
import { NOW } from '../cases/verify.ts';
import { EIGHTH, FULL, HELLO } from './accepted.ts';
import { type MessageChange, message, numbered, unknownId } from './message.ts';

const FORMAT = 'rp.message.1';
const { suzy, fern, phone } = cast;

const idCase = (slug: string, title: string, text: string): VectorCase => {
  const { value } = readText(utf8(text), 'native');
  const again = reparsed(utf8(text));
  return toCase({
    id: `messages/${slug}`,
    title,
    profile: 'feeds',
    requirements: ['REC-14', 'CAN-1', 'MSG-1'],
    operation: 'record.id',
    input: { format: FORMAT, ...textInput(utf8(text)) },
    expect: { ok: { id: recordId((value as unknown as NativeRecord).header) } },
    textOnly: again === undefined || new TextDecoder().decode(again) !== text,
    timeless: true,
  });
};

const codesOf = (bytes: Uint8Array): { requirements: string[]; codes: string[] } => {
  const { broken } = judgeText(FORMAT, bytes, NOW, ['text', 'shape']);
  return {
    requirements: broken.map(({ requirement }) => requirement),
    codes: [...new Set(broken.map(({ code }) => code))],
  };
};

const noId = (slug: string, defect: string, text: string, breaks: string[]): VectorCase => {
  const bytes = utf8(text);
  const { requirements, codes } = codesOf(bytes);
  if (!sameSet(requirements, breaks)) disagree(slug, breaks, requirements);
  const again = reparsed(bytes);
  return toCase({
    id: `messages/${slug}`,
    title: defect,
    profile: 'feeds',
    requirements: breaks,
    operation: 'record.id',
    input: { format: FORMAT, ...textInput(bytes) },
    expect: { reject: { codes } },
    parent: 'messages/id-eighth',
    defect,
    textOnly: again === undefined || !sameSet(codesOf(again).codes, codes),
    timeless: true,
  });
};

const TEXT = JSON.stringify(EIGHTH);
const json = (change: MessageChange): string => JSON.stringify(message(change));
const changed = (header: JsonObject): string => JSON.stringify({ ...EIGHTH, header: { ...EIGHTH.header, ...header } });

/** Characters that some encoders write in another way than the canonical form does. */
const STRANGE = `${Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')}"\\/<>&'\u007f\u0080\u009fe\u0301\u00a0\u00ad\u200b\u2028\u2029\ufeff\ufffe\uffff\u{1fffe}🌸`;

const ids = (): VectorCase[] => [
  idCase('id-hello', 'the id of a first message', JSON.stringify(HELLO)),
  idCase('id-eighth', 'the id of a message with both links', TEXT),
  idCase('id-full', 'the id of a message with every member but key', JSON.stringify(FULL)),
  idCase('id-phone', "the id of a message of Suzy's phone", json({ header: { key: phone.keyId }, signer: phone })),
  idCase('id-without-content', 'the id does not depend on the content', json({ sparse: true })),
  idCase(
    'id-other-signature',
    'the id does not depend on the signature',
    JSON.stringify({ ...EIGHTH, signature: base32(new Uint8Array(64)) }),
  ),
  idCase(
    'id-disordered',
    'the members of the header in another order',
    JSON.stringify({ ...EIGHTH, header: Object.fromEntries(Object.entries(EIGHTH.header).reverse()) }),
  ),
  idCase('id-blanks', 'blanks between the tokens', JSON.stringify(EIGHTH, null, 2)),
  idCase('id-escaped', 'a link written with escapes', TEXT.replace('"%b', '"\\u0025\\u0062')),
  idCase(
    'id-blanks-around',
    'a content type with blanks around it, which are a part of it',
    json({ header: { contentType: ' text/plain\n' } }),
  ),
  idCase('id-sequence-0', 'a sequence out of range', changed({ sequence: 0, log: -1 })),
  idCase('id-links-empty', 'links that are no ids', changed({ previous: '', skip: 'x' })),
  idCase(
    'id-needless-links',
    'a first message with both links',
    json({ header: { previous: unknownId('x'), skip: unknownId('y') } }),
  ),
  idCase(
    'id-strange',
    'every control character, and letters that encoders escape, mend or join',
    json({ header: { contentType: STRANGE } }),
  ),
  noId('id-null', 'null as the log', changed({ log: null }), ['TXT-7']),
  noId('id-duplicate', 'sequence twice', TEXT.replace('"sequence"', '"sequence":8,"sequence"'), ['TXT-3']),
  noId('id-fraction', 'the sequence with a point and a zero', TEXT.replace('"sequence":8', '"sequence":8.0'), [
    'TXT-8',
  ]),
  noId('id-no-header', 'no header', JSON.stringify({ signature: HELLO.signature }), ['REC-1']),
  noId('id-member-too-many', 'a further member of the record', JSON.stringify({ ...EIGHTH, id: 1 }), ['REC-1']),
  noId('id-path', 'a path in the header', changed({ path: '/' }), ['MSG-1']),
  noId('id-no-sequence', 'no sequence', json({ header: { sequence: undefined } }), ['MSG-1']),
  noId('id-document-format', 'the format of documents', changed({ format: 'rp.document.1' }), ['MSG-1']),
];

type Unsigned = { header: Json; content?: string };

const unsignedOf = ({ header, content }: NativeRecord): Unsigned => ({
  header,
  ...(content === undefined ? {} : { content }),
});

const signInput = (unsigned: Unsigned, { seed }: { seed: Uint8Array }): Record<string, unknown> => ({
  format: FORMAT,
  now: NOW,
  seed: hex(seed),
  unsigned,
});

/** A message that its signer may sign; `record` was signed by the same key. */
const signs = (slug: string, title: string, record: NativeRecord, signer: TestKey, also: string[] = []): VectorCase => {
  const { broken } = judgeValue(FORMAT, record as unknown as Json, NOW);
  if (broken.length > 0)
    disagree(
      slug,
      [],
      broken.map(({ requirement }) => requirement),
    );
  return toCase({
    id: `messages/${slug}`,
    title,
    profile: 'feeds',
    requirements: ['REC-20', 'REC-21', 'REC-15', ...also],
    operation: 'record.sign',
    input: signInput(unsignedOf(record), signer),
    expect: { ok: { record } },
    timeless: true,
  });
};

const refusesToSign = (
  slug: string,
  parent: string,
  defect: string,
  unsigned: Unsigned,
  signer: { seed: Uint8Array },
  breaks: string[],
): VectorCase => {
  const signed = signNative({ header: unsigned.header as JsonObject, content: unsigned.content, seed: signer.seed });
  // What somebody else has signed has a signature that is not valid, which a signer says in its own way.
  const broken = judgeValue(FORMAT, signed as unknown as Json, NOW).broken.map(({ requirement, code }) =>
    requirement === 'REC-15' ? { requirement: 'REC-20', code: 'seed-mismatch' } : { requirement, code },
  );
  const found = broken.map(({ requirement }) => requirement);
  if (!sameSet(found, breaks)) disagree(slug, breaks, found);
  return toCase({
    id: `messages/${slug}`,
    title: defect,
    profile: 'feeds',
    requirements: [...breaks, 'REC-21', ...(slug.includes('mismatch-and') ? ['REC-18'] : [])],
    operation: 'record.sign',
    input: signInput(unsigned, signer),
    expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] } },
    parent: `messages/${parent}`,
    defect,
    timeless: !breaks.includes('REC-13'),
  });
};

const unsigned = (change: MessageChange): Unsigned => unsignedOf(message(change));

const signatures = (): VectorCase[] => [
  signs('sign-hello', 'Suzy signs a first message', HELLO, suzy),
  signs('sign-eighth', 'Suzy signs a message with both links', EIGHTH, suzy),
  signs('sign-full', 'a message with every member but key', FULL, suzy),
  signs('sign-by-fern', 'Fern signs a first message', message({ author: fern }), fern),
  signs('sign-without-content', 'a message without its content', message({ sparse: true }), suzy),
  signs('sign-empty', 'an empty message', message({ content: '' }), suzy),
  signs(
    'sign-with-key',
    "Suzy's phone signs in her name",
    message({ header: { key: phone.keyId }, signer: phone }),
    phone,
    ['REC-19'],
  ),
  signs(
    'sign-ahead',
    'a message from exactly 10 minutes from now',
    message({ header: { timestamp: NOW + 600_000_000 } }),
    suzy,
    ['REC-13'],
  ),
  refusesToSign('sign-seed-of-fern', 'sign-hello', 'the seed is that of Fern', unsigned({}), fern, ['REC-20']),
  refusesToSign(
    'sign-seed-of-author',
    'sign-with-key',
    'the seed is that of the author, and the header names another key',
    unsigned({ header: { key: phone.keyId } }),
    suzy,
    ['REC-20'],
  ),
  refusesToSign('sign-sequence-0', 'sign-hello', 'the sequence is 0', unsigned({ header: { sequence: 0 } }), suzy, [
    'MSG-2',
  ]),
  refusesToSign('sign-log-0', 'sign-hello', 'the log is 0', unsigned({ header: { log: 0 } }), suzy, ['MSG-3']),
  refusesToSign(
    'sign-previous-form',
    'sign-eighth',
    'previous without its sigil',
    { ...unsignedOf(EIGHTH), header: { ...EIGHTH.header, previous: String(EIGHTH.header.previous).slice(1) } },
    suzy,
    ['MSG-4'],
  ),
  refusesToSign(
    'sign-skip-form',
    'sign-eighth',
    'skip is a key',
    { ...unsignedOf(EIGHTH), header: { ...EIGHTH.header, skip: suzy.keyId } },
    suzy,
    ['MSG-5'],
  ),
  refusesToSign(
    'sign-first-previous',
    'sign-hello',
    'a first message names one before it',
    unsigned({ header: { previous: unknownId('x') } }),
    suzy,
    ['MSG-6'],
  ),
  refusesToSign(
    'sign-no-skip',
    'sign-eighth',
    'the fourth message without a skip link',
    unsignedOf(numbered(4, { header: { skip: undefined } })),
    suzy,
    ['MSG-7'],
  ),
  refusesToSign('sign-path', 'sign-hello', 'a path in the header', unsigned({ header: { path: '/' } }), suzy, [
    'MSG-1',
  ]),
  refusesToSign(
    'sign-document',
    'sign-hello',
    'the format of documents',
    unsigned({ header: { format: 'rp.document.1' } }),
    suzy,
    ['MSG-1'],
  ),
  refusesToSign(
    'sign-future',
    'sign-ahead',
    'a microsecond more than 10 minutes from now',
    unsigned({ header: { timestamp: NOW + 600_000_001 } }),
    suzy,
    ['REC-13'],
  ),
  refusesToSign(
    'sign-other-content',
    'sign-hello',
    'other content than the header names',
    { ...unsigned({}), content: 'howdy' },
    suzy,
    ['REC-17'],
  ),
  refusesToSign(
    'sign-mismatch-and-previous',
    'sign-hello',
    'the seed is that of Fern, and a first message names one before it',
    unsigned({ header: { previous: unknownId('x') } }),
    fern,
    ['MSG-6'],
  ),
];

/** `record.id` and `record.sign` of messages. */
export const madeMessages = (): VectorCase[] => [...ids(), ...signatures()];
