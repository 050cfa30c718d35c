import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explain, type JsonObject, readValue, rulesOf, verify, verifyAll, without } from '../src/index.ts';
import { mutants } from '../src/subject/mutants.ts';
import {
  contentHash,
  engine,
  es4Page,
  es5Page,
  fern,
  gardening,
  hello,
  now,
  page,
  protocol,
  share,
  signed,
  suzy,
  textHash,
  written,
} from './cast.ts';

interface Requirement {
  readonly id: string;
  readonly level: string;
  readonly code?: string;
}

const register: readonly Requirement[] = JSON.parse(
  readFileSync(new URL('../../spec/requirements.json', import.meta.url), 'utf8'),
);

const later = written + 3_600_000_000;
const text = (value: unknown) => JSON.stringify(value);
const long = (length: number) => `/${'a'.repeat(length - 1)}`;
/** The same bytes with a spare bit set. */
const notCanonical = (id: string) => id.slice(0, -1) + String.fromCharCode(id.charCodeAt(id.length - 1) + 1);
const inRecord = (unsigned: JsonObject, change: (record: JsonObject) => JsonObject) =>
  text(change(JSON.parse(signed(unsigned))));

/** The parsed value of something signed by Suzy, with a member of the record changed afterwards. */
const withSignature = (unsigned: JsonObject, member = 'signature') =>
  inRecord(unsigned, (record) => ({ ...record, [member]: notCanonical(String(record[member])) }));

const otherSignature = (unsigned: JsonObject, other: JsonObject, member = 'signature') =>
  inRecord(unsigned, (record) => ({ ...record, [member]: JSON.parse(signed(other))[member] }));

const expiring = { deleteAfter: later, path: '/chat/!hello' };
const attached = { path: '/a.txt', attachmentSize: 1, attachmentHash: textHash('x') };

/** For each rule a text that breaks it and no other. */
const native: Readonly<Record<string, string>> = {
  'TXT-3': signed(page()).replace('"header":', '"signature":"","header":'),
  'TXT-8': signed(page()).replace(String(written), `${written}.0`),
  'TXT-5': signed(page()).padEnd(524_289),
  'REC-1': inRecord(page(), (record) => ({ ...record, extra: 1 })),
  'REC-2': signed(page({ space: notCanonical(gardening) })),
  'REC-3': signed(page({ author: notCanonical(suzy.id) })),
  'REC-4': signed(page({ key: notCanonical(suzy.id) })),
  'REC-5': signed(page({ contentHash: notCanonical(contentHash('x')), contentSize: 1 }, null)),
  'REC-6': signed(page({ contentSize: -1, contentHash: contentHash('x') }, null)),
  'REC-7': signed(page({ timestamp: 9_999_999_999_999 })),
  'REC-8': signed(page({ contentType: 'text/plain; charset=utf-8' })),
  'REC-9': withSignature(page()),
  'REC-10': signed(page({}, 'a'.repeat(65_537))),
  'REC-11': signed(page({ contentSize: 0, contentHash: contentHash('x') }, null)),
  'REC-12': signed(page({ key: suzy.id })),
  'REC-13': signed(page({ timestamp: now + 600_000_001 })),
  'REC-15': otherSignature(page(), page({ path: '/other' })),
  'REC-16': signed(page({ contentSize: 5 }, 'four')),
  'REC-17': signed(page({ contentHash: contentHash('five') }, 'four')),
  'DOC-1': signed(page({ extra: 1 })),
  'DOC-2': signed(page({ path: long(513) })),
  'DOC-3': signed(page({ path: 'wiki' })),
  'DOC-4': signed(page({ path: '/wiki/' })),
  'DOC-5': signed(page({ path: '/wiki//flowers' })),
  'DOC-6': signed(page({ path: '/@wiki' })),
  'DOC-7': signed(page({ path: '/wiki flowers' })),
  'DOC-8': signed(page({ path: `/~${suzy.id}x` })),
  'DOC-9': signed(page({ path: '/=a/b' })),
  'DOC-10': signed(page({ path: '/!', expires: 9_007_199_254_740_991 })),
  'DOC-11': signed(page({ path: '/!', timestamp: now + 5, expires: now + 5 })),
  'DOC-12': signed(page({ path: '/!' })),
  'DOC-13': signed(page({ path: '/!', expires: now - 1 })),
  'DOC-14': signed(page({ path: `/~${fern.id}` })),
  'DOC-15': signed(page({ path: `/${contentHash('x').replace('&', '=')}` })),
};

/** The identifier of a record. */
const record = suzy.id.replace('@', '%');

const messages: Readonly<Record<string, string>> = {
  'REC-2': signed(hello({ space: notCanonical(gardening) })),
  'REC-13': signed(hello({ timestamp: now + 600_000_001 })),
  'REC-15': otherSignature(hello(), hello({ log: 1 })),
  'REC-17': signed(hello({ contentHash: contentHash('five') }, 'four')),
  'MSG-1': signed(hello({ path: '/wiki' })),
  'MSG-2': signed(hello({ sequence: -1, skip: record })),
  'MSG-3': signed(hello({ log: 0 })),
  'MSG-4': signed(hello({ sequence: 2, previous: notCanonical(record) })),
  'MSG-5': signed(hello({ sequence: 4, previous: record, skip: notCanonical(record) })),
  'MSG-6': signed(hello({ previous: record })),
  'MSG-7': signed(hello({ sequence: 4, previous: record })),
};

const es4: Readonly<Record<string, string>> = {
  'TXT-4': signed(es4Page({}, 'Flowers \ud800')),
  'ES4-1': signed(es4Page({ extra: 1 })),
  'ES-1': signed(es4Page({ author: suzy.address('Suzy') })),
  'ES4-2': signed(es4Page({ workspace: notCanonical(share) })),
  'ES-2': signed(es4Page({ path: long(513) })),
  'ES-3': signed(es4Page({ path: 'wiki' })),
  'ES-4': signed(es4Page({ path: '/wiki/' })),
  'ES-5': signed(es4Page({ path: '/wiki//flowers' })),
  'ES-6': signed(es4Page({ path: '/@wiki' })),
  'ES-7': signed(es4Page({ path: '/wiki flowers' })),
  'ES-8': signed(es4Page({ path: `/~${suzy.address('fern')}` })),
  'ES-9': signed(es4Page({ timestamp: 9_999_999_999_999 })),
  'ES-10': signed(es4Page({ path: '/!', deleteAfter: 9_007_199_254_740_991 })),
  'ES-11': signed(es4Page({ path: '/!', timestamp: now + 5, deleteAfter: now + 5 })),
  'ES-12': signed(es4Page({ timestamp: now + 600_000_001 })),
  'ES-13': signed(es4Page({ path: '/!', deleteAfter: now - 1 })),
  'ES4-3': signed(es4Page({ path: '/!' })),
  'ES4-4': signed(es4Page({}, 'a'.repeat(4_000_001))),
  'ES-14': withSignature(es4Page()),
  'ES-15': otherSignature(es4Page(), es4Page({ path: '/other' })),
  'ES4-6': signed(es4Page({ contentHash: textHash('other') })),
};

const es5: Readonly<Record<string, string>> = {
  'ES5-1': signed(es5Page({ extra: 1 })),
  'ES5-2': signed(es5Page({ share: notCanonical(share) })),
  'ES5-3': signed(es5Page({ ...expiring, path: '/chat/hello' })),
  'ES5-4': signed(es5Page({ path: '/a.txt' })),
  'ES5-5': signed(es5Page({}, 'a'.repeat(8_001))),
  'ES5-6': signed(es5Page({ attachmentSize: -1 })),
  'ES5-7': signed(es5Page({ ...attached, attachmentHash: notCanonical(textHash('x')) })),
  'ES5-8': signed(es5Page({ path: '/a.txt', attachmentHash: textHash('x') })),
  'ES5-9': signed(es5Page({ attachmentSize: 1 })),
  'ES5-10': signed(es5Page(attached, '')),
  'ES5-12': withSignature(es5Page(), 'shareSignature'),
  'ES5-13': otherSignature(es5Page(), es5Page({ path: '/other' }), 'shareSignature'),
  'ES5-14': signed(es5Page({ textHash: textHash('other') })),
};

const cases = Object.entries({ 'rp.document.1': native, 'rp.message.1': messages, 'es.4': es4, 'es.5': es5 }).flatMap(
  ([format, texts]) => Object.entries(texts).map(([requirement, source]) => ({ format, requirement, source })),
);

describe('Rules', () => {
  test('every requirement with a code is a rule', () => {
    const withCode = register.filter(({ code }) => code !== undefined);
    expect(
      rulesOf(protocol)
        .map(({ requirement, code }) => [requirement, code])
        .sort(),
    ).toEqual(withCode.map(({ id, code }) => [id, code]).sort());
  });

  test('every other MUST is a step with a mutant', () => {
    // How a signer chooses its nonces is for its engine: the judge has a subject of its own for SIG-8.
    const elsewhere = ['SIG-8'];
    const steps = register.filter(
      ({ id, code }) => code === undefined && !id.startsWith('SUB-') && !elsewhere.includes(id),
    );
    expect(mutants.map(({ requirement }) => requirement).sort()).toEqual(steps.map(({ id }) => id).sort());
  });

  test.each(cases)('$requirement alone refuses its case of $format', ({ format, requirement, source }) => {
    const options = { protocol, engine, format, now };
    expect(verify(source, options)).toMatchObject({ ok: false, requirement });
    const left = verify(source, { ...options, protocol: without(protocol, [requirement]) });
    expect('code' in left).toBe(false);
  });

  test.each(cases)(
    '$requirement is the one that explain shows as failed in $format',
    ({ format, requirement, source }) => {
      const { outcome, rules } = explain(source, { protocol, engine, format, now });
      expect(outcome).toBe('rejected');
      const failed = rules.filter((rule) => rule.outcome === 'failed' && rule.of === undefined);
      expect(failed.map((rule) => rule.requirement)).toEqual([requirement]);
    },
  );

  test.each([
    ['TXT-1', Uint8Array.of(0x22, 0xff, 0x22)],
    ['TXT-2', '[1,]'],
    ['TXT-3', '{"a":1,"a":1}'],
    ['TXT-4', '"\\ud800"'],
    ['TXT-5', `"${'a'.repeat(524_287)}"`],
    ['TXT-6', '[[[[[]]]]]'],
    ['TXT-7', '[null]'],
    ['TXT-8', '1.0'],
    ['TXT-9', '9007199254740992'],
  ])('%s alone refuses its text', (requirement, source) => {
    expect(readValue(source, protocol.textRules)).toMatchObject({ ok: false, requirement });
    expect(readValue(source, without(protocol, [requirement]).textRules).ok).toBe(true);
  });

  test('REC-19 holds what another key signed', () => {
    const source = signed(page({ key: fern.id }), fern.seed);
    const options = { protocol, engine, format: 'rp.document.1', now };
    expect(verify(source, options)).toMatchObject({ ok: false, held: 'identity' });
    expect(explain(source, options).outcome).toBe('held');
  });

  test('REC-18 gives many texts the verdicts that it gives each', () => {
    const options = { protocol, engine, format: 'rp.document.1', now };
    const texts = [signed(page()), ...Object.values(native), signed(page({ key: fern.id }), fern.seed)];
    expect(verifyAll(texts, options)).toEqual(texts.map((source) => verify(source, options)));
  });

  test('REC-18 gives the first phase that fails', () => {
    const source = signed(page({ path: 'wiki', contentSize: 0, timestamp: now + 10 ** 12 }));
    expect(verify(source, { protocol, engine, format: 'rp.document.1', now })).toMatchObject({ requirement: 'DOC-3' });
  });

  test.each([...protocol.formats.keys()])('no text of %s throws, whatever rule is left out', (format) => {
    const odd = [
      'null',
      '1',
      '"x"',
      '[]',
      '{}',
      '{"header":[],"signature":{}}',
      '{"toString":1,"path":{"toString":2}}',
    ];
    const members = '{"header":{"format":[],"path":{},"timestamp":"","contentSize":[]},"signature":1,"content":{}}';
    for (const { requirement } of rulesOf(protocol)) {
      for (const source of [...odd, members]) {
        const options = { protocol: without(protocol, [requirement]), engine, format, now };
        expect(() => verify(source, options)).not.toThrow();
        expect(() => explain(source, options)).not.toThrow();
      }
    }
  });
});
