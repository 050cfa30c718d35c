import { describe, expect, test } from 'vitest';
import { found } from '../src/inspector/found/found.ts';
import { inspect } from '../src/inspector/inspect.ts';
import { type Source, sourceOf } from '../src/inspector/source.ts';
import table from './fixtures/found/inputs.json' with { type: 'json' };

/** An input as the table has it: a text, or bytes. */
type Input = { readonly text?: string; readonly base64?: string };

const inputOf = ({ text, base64 }: Input): Source => text ?? sourceOf(Buffer.from(base64 ?? '', 'base64'));

const outcomeOf = (source: string, format: string): string =>
  inspect({ source, format, now: table.now, hmac: '' }).outcome;

describe('What people paste', () => {
  test.each(table.inputs.map((input) => ({ ...input, name: `${input.id}: ${input.title}` })))('$name', (input) => {
    const { records, fault, key, mended, ...rest } = found(inputOf(input));
    const answer = {
      kind: rest.kind,
      sentence: rest.sentence,
      ...(rest.isSecret && { isSecret: true }),
      records: records.map(({ text, format, place, name, isBroken }) => ({
        place,
        ...(format !== undefined && { format }),
        name,
        ...(format !== undefined && { outcome: outcomeOf(text, format) }),
        ...(isBroken && { isBroken }),
      })),
      ...(key !== undefined && { key }),
      ...(mended !== undefined && { mended: outcomeOf(mended, records[0]?.format ?? '') }),
      ...(fault !== undefined && { fault: [fault.line, fault.column] }),
    };
    expect(answer).toEqual(input.expect);
  });
});

describe('Secrets', () => {
  const seed = '00'.repeat(32);
  const keypair = '{"address":"@suzy.b","secret":"baaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dypq"}';

  test.each([
    ['nested', `{"settings":{"author":${keypair}}}`],
    ['in an array', `[${keypair}]`],
    ['cut in the middle', `${keypair.slice(0, -1)},"name":"Su`],
    ['in a string', JSON.stringify(keypair)],
    ['in base64', Buffer.from(keypair).toString('base64')],
    ['percent-encoded', encodeURIComponent(keypair)],
    ['a seed in quotation marks', `"${seed}"`],
    ['of Nostr', `nsec1${'q'.repeat(58)}`],
    ['of age', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`],
    ['in PEM', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQ\n'],
    ['as a JWK', '{"kty":"OKP","crv":"Ed25519","d":"AAEC","x":"A6EH"}'],
    ['an invite', `pub.example:8008:@${'A'.repeat(43)}=.ed25519~${'A'.repeat(43)}=`],
    ['by its name alone', '{"curve":"ed25519","public":"cut","private":"cut off here.ed2"}'],
    ['by another name', '{"name":"suzy","secretKey":"AAEC"}'],
    ['of Scuttlebutt without JSON', `${'A'.repeat(86)}==.ed25519`],
  ])('are seen: %s', (_, text) => {
    expect(found(text)).toMatchObject({ isSecret: true, records: [] });
    expect(found(text).sentence).toContain('goes into no link');
  });

  test('leave a record one that stands in its content', () => {
    const text = JSON.stringify({ format: 'es.5', path: '/a', text: `my key: nsec1${'q'.repeat(58)}` });
    expect(found(text)).toMatchObject({ kind: 'record', isSecret: true, records: [{ format: 'es.5' }] });
  });

  test.each([
    ['a public key of SSH', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA suzy@pond'],
    ['a public key of PGP', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZ'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB'],
    ['a public JWK', '{"kty":"OKP","crv":"Ed25519","x":"A6EH"}'],
    ['npub', `npub1${'q'.repeat(58)}`],
  ])('are not: %s', (_, text) => {
    expect(found(text)).toMatchObject({ kind: 'network', isSecret: false });
  });
});

describe('Other networks', () => {
  test.each([
    ['["EVENT",{"id":"x"}]', 'a message of Nostr'],
    ['{"$type":"app.bsky.feed.post","text":"hi"}', 'a record of the AT Protocol'],
    ['{"uri":"at://did:plc:x/app.bsky.feed.post/1","cid":"b","value":{"text":"hi"}}', 'a record of the AT Protocol'],
    ['at://did:plc:x/app.bsky.feed.post/1', 'an address in the AT Protocol'],
    ['{"@context":["https://www.w3.org/ns/did/v1"],"id":"did:key:z6","verificationMethod":[]}', 'a DID document'],
    ['{"type":"m.room.message","sender":"@suzy:pond","content":{"body":"hi"}}', 'an event of Matrix'],
    ['hyper://8j3k', 'a key of Hypercore'],
    ['QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWKPbdG', 'an identifier of IPFS'],
    [`ipfs://bafy${'a'.repeat(55)}`, 'an identifier of IPFS'],
    [`tree ${'0'.repeat(40)}\nauthor Suzy`, 'an object of Git'],
    ['age-encryption.org/v1\n-> X25519 a', 'a file that age has encrypted'],
    ['<?xml version="1.0"?><a/>', 'XML'],
    ['https://example.org/a', 'the address of a page'],
    ['{"author":"ssb:feed/gabbygrove-v1/x","sequence":1}', 'another feed format of Scuttlebutt'],
  ])('%s is %s', (text, name) => {
    expect(found(text).kind).toBe('network');
    expect(found(text).sentence).toContain(name);
  });

  test.each([
    ['ffd8ffe0', 'a JPEG picture'],
    ['504b0304', 'a ZIP file'],
    ['1f8b08', 'a gzip file'],
    ['255044462d312e37ff', 'a PDF file'],
    ['255044462d312e37', 'a PDF file'],
    ['524946460000000057454250', 'a WebP picture'],
    ['ff00ff', 'no kind of file that is known here'],
  ])('bytes %s are %s', (hex, name) => {
    const { kind, sentence } = found(sourceOf(Buffer.from(hex, 'hex')));
    expect(sentence).toContain(name);
    expect(kind).toBe('file');
  });
});

describe('Identifiers', () => {
  const b = `b${'a'.repeat(52)}`;
  const base64 = `${'A'.repeat(43)}=`;

  test.each([
    [`@${b}`, 'a key'],
    [`%${b}`, 'a record'],
    [`&${b}`, 'a blob'],
    [`+gardening.x${b.slice(1)}`, 'an open space'],
    [`+gardening.${b}`, 'a space with a key'],
    [`@suzy.${b}`, 'an author of Earthstar'],
    ['+gardening.friends', 'a workspace'],
    [` @${base64}.ed25519\n`, 'a feed of Scuttlebutt'],
    [`&${base64}.sha256`, 'a blob of Scuttlebutt'],
    [`ssb:message/classic/${'A'.repeat(43)}=`, 'a message of Scuttlebutt'],
    ['ssb:address/multiserver?x=1', 'no classic feed'],
    [`net:pub.example:8008~shs:${base64}`, 'a peer of Scuttlebutt'],
    [`@${b}a`, 'misspelled'],
    [`%${base64}.sha25`, 'misspelled'],
  ])('%s: %s', (text, name) => {
    expect(found(text)).toMatchObject({ kind: 'identifier', isSecret: false });
    expect(found(text).sentence).toContain(name);
  });
});

describe('Members of others', () => {
  test('that were signed are not to be taken away', () => {
    const text = '{"header":{"format":"rp.document.1","title":"x"},"signature":"b"}';
    expect(found(text)).toMatchObject({ kind: 'record', sentence: 'rp.document.1 has no member `title`.' });
    expect(found(text).mended).toBeUndefined();
  });

  test('are named up to four', () => {
    const text = JSON.stringify({ format: 'es.5', a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 });
    expect(found(text).sentence).toBe('es.5 has no members `a`, `b`, `c`, `d` and 2 more. Take them away.');
    expect(found(text).mended).toBe('{"format":"es.5"}');
  });
});

test('A decrypted message is put back as it was, wherever the marks stand', () => {
  const [before, content] = ['"previous":null,"sequence":1', '"content":{"type":"post"}'];
  const text = `{"private":true,${before},"author":"@a", "cyphertext":"YQ==.box",${content},"unbox":"k"}`;
  expect(found(text).mended).toBe(`{${before},"author":"@a", "content":"YQ==.box"}`);
});

describe('Records are still found', () => {
  const [one, two] = ['{"format":"es.5","path":"/1"}', '{"format":"es.5","path":"/2"}'];

  test.each([
    ['in a list that is not closed', `[\n${one},\n${two},\n`, ['line 2', 'line 3']],
    ['in a list with a comma too many', `[\n${one},\n${two},\n]`, ['line 2', 'line 3']],
    ['with nothing between', one + two, ['line 1', 'line 1']],
    ['with Windows line breaks', `${one}\r\n${two}\r\n`, ['line 1', 'line 2']],
    ['with a comma behind', `${one},`, ['line 1']],
    ['in base64 with a flower at its beginning', Buffer.from(`["🌸🌸🌸",${one}]`).toString('base64'), ['/1']],
  ])('%s', (_, text, places) => {
    expect(found(text).records.map(({ place }) => place)).toEqual(places);
    expect(found(text).records.every(({ format, isBroken }) => format === 'es.5' && !isBroken)).toBe(true);
  });
});

test('A header alone has the id that its record has', () => {
  const header = table.inputs.find(({ id }) => id === 'header') as Input;
  expect(found(inputOf(header)).id).toMatch(/^%b[a-z2-7]{51}[aq]$/);
});

test('What is wrapped again and again ends', () => {
  let text = '{"format":"es.5"}';
  for (let times = 0; times < 10; times += 1) text = JSON.stringify(text);
  expect(found(text)).toMatchObject({ kind: 'encoded', records: [] });
});

test('What is nested too deeply is still what it says', () => {
  const deep = `{"format":"es.5","a":${'['.repeat(200)}${']'.repeat(200)}}`;
  expect(found(deep)).toMatchObject({ kind: 'record', records: [{ format: 'es.5' }] });
  expect(found('['.repeat(300_000)).kind).toBe('broken');
});

test('Four times as many small objects take four times as long, and not sixteen', () => {
  const spent = (count: number): number => {
    const text = `{${Array.from({ length: count }, (_, index) => `"k${index}":{"a":1}`).join(',')}}`;
    const times = Array.from({ length: 8 }, () => {
      const before = process.cpuUsage();
      expect(found(text).kind).toBe('json');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.min(...times);
  };
  expect(spent(24_000) / spent(6_000)).toBeLessThan(10);
});
