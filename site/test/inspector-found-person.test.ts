import { expand } from '@rockpool/conformance';
import { encodeBase32, readText } from '@rockpool/reference';
import { rejectionCodes } from '@rockpool/schemas';
import published from '@rockpool/vectors/v1/keys.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { vectors } from '../src/facts/checks.ts';
import { requirements } from '../src/facts/requirements.ts';
import { decodeSource, type Example } from '../src/inspector/example.ts';
import { personSentence } from '../src/inspector/found/person.ts';
import { CODE_WORDS, REQUIREMENT_WORDS } from '../src/inspector/found/person-words.ts';
import { who } from '../src/inspector/found/who.ts';
import { inspect } from '../src/inspector/inspect.ts';

const { keys } = published;
const [suzy, fern] = keys as [(typeof keys)[number], (typeof keys)[number]];
const stranger = `@${encodeBase32(new Uint8Array(32).fill(7))}`;

const say = (code: keyof typeof CODE_WORDS, requirement: string, value: object, path = '', format = 'es.5'): string =>
  personSentence({ code, requirement, path }, { value: value as never, format }, keys);

describe('The words', () => {
  test('are there for every code, and for no other', () => {
    expect(Object.keys(CODE_WORDS).sort()).toEqual(rejectionCodes.map(({ code }) => code).sort());
  });

  test('of a requirement are of one that has a code', () => {
    const coded = requirements.filter(({ code }) => code !== undefined).map(({ id }) => id);
    expect(Object.keys(REQUIREMENT_WORDS).filter((id) => !coded.includes(id))).toEqual([]);
  });
});

describe('Who it is', () => {
  test.each([
    [suzy?.keyId, 'Suzy'],
    [suzy?.earthstarAddress, 'Suzy'],
    ['@A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=.ed25519', 'Suzy'],
    [suzy?.earthstarAddress.replace('@suzy', '@mole'), 'Suzy'],
    [keys.find(({ name }) => name === 'phone')?.keyId, 'Suzy’s phone'],
    [keys.find(({ name }) => name === 'gardening')?.earthstarAddress, 'the share +gardening'],
    [stranger, `${stranger.slice(0, 8)}…`],
    [`@mole.${stranger.slice(1)}`, `@mole.${stranger.slice(1, 8)}…`],
    ['@BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=.ed25519', '@BwcHBwc…'],
    ['@x', '@x'],
    ['+', 'the share +'],
  ])('%s is %s', (id, name) => {
    expect(who(id ?? '', keys)).toBe(name);
  });
});

describe('A person is told', () => {
  test('who did not sign', () => {
    expect(say('signature-invalid', 'ES-15', { author: suzy?.earthstarAddress })).toBe(
      'Suzy did not sign this: the signature is somebody else’s, or the record was changed afterwards.',
    );
    expect(say('signature-invalid', 'REC-15', { header: { author: suzy?.keyId, key: fern?.keyId } })).toMatch(/^Fern/);
    expect(say('signature-invalid', 'REC-15', {})).toMatch(/^The author did not sign/);
    expect(say('signature-invalid', 'ES5-13', { share: '+kitchen.b' })).toMatch(/^The share \+kitchen did not sign/);
  });

  test('what is wrong with the key, where that is why', () => {
    const told = { value: { author: suzy?.earthstarAddress ?? '' }, format: 'es.5' };
    const broken = { code: 'signature-invalid', requirement: 'ES-15', because: 'SIG-5' } as const;
    expect(personSentence(broken, told, keys)).toBe('The key of Suzy is one that anybody can sign for.');
  });

  test('who may write', () => {
    const path = `/a/~${suzy?.keyId}~${stranger}/b`;
    expect(say('path-permission', 'DOC-14', { header: { author: fern?.keyId, path } })).toBe(
      `Fern may not write here: the path lets only Suzy and ${stranger.slice(0, 8)}… write.`,
    );
    expect(say('path-permission', 'ES-8', { author: fern?.earthstarAddress, path: '/~' })).toContain('only nobody');
  });

  test('what its shape lacks', () => {
    expect(say('document-shape', 'ES5-1', {}, '/share')).toBe('share is missing.');
    expect(say('document-shape', 'ES5-1', { _localIndex: 1 }, '/_localIndex')).toBe(
      'es.5 has no place for _localIndex: take it away.',
    );
    expect(say('header-shape', 'DOC-1', { header: { title: 1 } }, '/header/title', 'rp.document.1')).toBe(
      'rp.document.1 has no place for title.',
    );
    expect(say('document-shape', 'ES5-1', { share: 1 }, '/share')).toBe('share is of the wrong type.');
    expect(say('header-shape', 'DOC-1', { header: {} }, '/header/path', 'rp.document.1')).toBe('path is missing.');
    expect(say('document-shape', 'ES5-1', [], '')).toBe('This is no object.');
  });

  test('when it was to go away, and how long the content is', () => {
    expect(say('expired', 'ES-13', { deleteAfter: 1_700_000_000_000_000 })).toBe(
      'This was to go away at 2023-11-14 22:13:20 UTC.',
    );
    const header = { author: suzy?.keyId, contentSize: 4 };
    expect(say('content-size', 'REC-16', { header, content: 'Süzy' })).toBe(
      'The content is 5 bytes long, and Suzy signed for 4 bytes.',
    );
  });
});

test('Every vector that is rejected has one short sentence', () => {
  const wrong = vectors
    .filter(({ operation, expect: { reject } }, index) => operation === 'record.verify' && reject && index % 5 === 0)
    .flatMap(({ id, input }) => {
      const { format, ...example } = expand(input) as Example & { format: string };
      const source = decodeSource(example);
      const { broken, because } = inspect({ source, format, now: example.now, hmac: example.hmac ?? '' });
      if (broken === undefined) return [id];
      const told = { value: readText(source).value, format };
      const sentence = personSentence({ ...broken, because: because?.requirement }, told, keys);
      const isRight = /^[^{}]+\.$/.test(sentence) && !/[.!?] [A-Z]/.test(sentence) && sentence.length <= 160;
      return isRight ? [] : [`${id}: ${sentence}`];
    });
  expect(wrong).toEqual([]);
});
