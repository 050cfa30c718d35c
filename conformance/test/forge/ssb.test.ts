import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { WORKED_HMAC, WORKED_SSB, type WorkedSsb, workedMessage } from '../../recipes/scuttlebutt/worked.ts';
import { base64, unbase64 } from '../../src/forge/base64.ts';
import { cast, encodeSsb, type JsonObject, judgeText, signSsb, ssbId, utf8 } from '../../src/forge/index.ts';
import { encodesWithin } from '../../src/forge/ssb-encoding.ts';

const NOW = 1_700_000_001_000_000;

/** The DER of a private key of RFC 8410 before its 32 bytes. */
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), cast.suzy.seed]),
  format: 'der',
  type: 'pkcs8',
});

/** What is signed, made of what Node has. */
const nodeBytes = (unsigned: JsonObject, hmac?: Uint8Array): Buffer => {
  const text = JSON.stringify(unsigned, null, 2);
  return hmac === undefined
    ? Buffer.from(text, 'utf8')
    : createHmac('sha512', hmac).update(text, 'utf8').digest().subarray(0, 32);
};

const nodeSignature = ({ unsigned, hmac }: WorkedSsb): string =>
  `${sign(null, nodeBytes(unsigned, hmac), privateKey).toString('base64')}.sig.ed25519`;

const nodeId = (message: JsonObject): string =>
  `%${createHash('sha256')
    .update(Buffer.from(JSON.stringify(message, null, 2), 'latin1'))
    .digest('base64')}.sha256`;

describe('the worked examples of classic messages', () => {
  test('SSB-18 SSB-19 the signatures are those that were deployed', () => {
    const signed = WORKED_SSB.filter(({ signature }) => signature !== undefined);
    expect(signed).toHaveLength(3);
    for (const worked of signed) {
      expect(nodeSignature(worked)).toBe(worked.signature);
      expect(workedMessage(worked).signature).toBe(worked.signature);
    }
  });

  test('SSB-17 the ids are those that were deployed', () => {
    for (const worked of WORKED_SSB) {
      const message = { ...worked.unsigned, signature: nodeSignature(worked) };
      expect(nodeId(message)).toBe(worked.id);
      expect(ssbId(workedMessage(worked))).toBe(worked.id);
    }
  });

  test('SSB-17 the hash of the UTF-8 is another one', () => {
    const [first] = WORKED_SSB.map(workedMessage) as [JsonObject];
    const naive = createHash('sha256')
      .update(JSON.stringify(first, null, 2), 'utf8')
      .digest('base64');
    expect(naive).toBe('VUOzQindek/3zOTjk0fiI586szY5HCvE/up7foRtTsI=');
    expect(ssbId(first)).not.toContain(naive);
  });

  test('SSB-12 the encodings have the lengths that were measured', () => {
    const [first, second] = WORKED_SSB.map(workedMessage) as [JsonObject, JsonObject];
    expect([encodeSsb(first).length, utf8(encodeSsb(first)).length, encodeSsb(second).length]).toEqual([341, 347, 466]);
  });

  test('SSB-19 the hmac key is the one that was deployed', () => {
    expect(base64(WORKED_HMAC)).toBe('AxkgXsuvjMfvMT33lxmtVMmSZxFWh/BFiN4jUsg8QCE=');
  });

  test('SSB-1 to SSB-19 each is accepted with its hmac key alone', () => {
    for (const worked of WORKED_SSB) {
      const text = utf8(JSON.stringify(workedMessage(worked)));
      const broken = (hmac?: Uint8Array): string[] =>
        judgeText('ssb-classic', text, NOW, undefined, hmac).broken.map(({ requirement }) => requirement);
      expect(broken(worked.hmac)).toEqual([]);
      expect(broken(worked.hmac === undefined ? WORKED_HMAC : undefined)).toEqual(['SSB-18']);
    }
  });

  test('SSB-18 Node verifies what the forge signs', () => {
    const message = signSsb({ message: WORKED_SSB[1]?.unsigned as JsonObject, seed: cast.suzy.seed });
    const { signature, ...unsigned } = message;
    const bytes = Buffer.from(String(signature).replace('.sig.ed25519', ''), 'base64');
    expect(verify(null, nodeBytes(unsigned), createPublicKey(privateKey), bytes)).toBe(true);
  });
});

describe('the encoding', () => {
  const values: unknown[] = [
    ...['"\\/\b\t\n\v\f\r\0\u001f\u007f\u2028\u2029\ufeff€🌸', '', null, true, false, [], {}, [[]], { a: {} }],
    ...[0, -0, 1.5, 1e20, 1e21, 1e-6, 1e-7, 5e-324, 0.1 + 0.2, 2 ** 53, 123456789012345680000, -1e300],
    JSON.parse(
      '{"b":1,"10":2,"2":3,"01":4,"":5,"4294967294":6,"4294967295":7,"-1":8,"1.5":9,"__proto__":{"x":[1,{}]}}',
    ),
  ];

  test('SSB-13 SSB-14 SSB-15 SSB-16 is what ECMAScript writes', () => {
    for (const value of values) expect(encodeSsb(value as JsonObject)).toBe(JSON.stringify(value, null, 2));
    expect(encodeSsb(values as unknown as JsonObject)).toBe(JSON.stringify(values, null, 2));
    expect(encodeSsb([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe('[\n  null,\n  null\n]');
  });

  test('SSB-12 no depth of nesting is too deep to be measured', () => {
    const deep = JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000));
    expect(encodesWithin(deep, 8192)).toBe(false);
    expect(encodesWithin([[]], 8)).toBe(true);
    expect(encodesWithin([[]], 7)).toBe(false);
  });
});

describe('canonical base64', () => {
  test('is what Node writes, and nothing else is read', () => {
    for (const length of [0, 1, 2, 3, 32, 64]) {
      const bytes = createHash('sha512').update(`${length}`).digest().subarray(0, length);
      expect(base64(bytes)).toBe(bytes.toString('base64'));
      expect(unbase64(bytes.toString('base64'))).toEqual(new Uint8Array(bytes));
    }
    for (const text of [
      'A',
      'AA',
      'AA=',
      'AB==',
      'AAB=',
      'AAAA=',
      '====',
      '-_-_',
      'AA==\n',
      ' AA==',
      'AAAA\n',
      'AA==AA==',
    ])
      expect(unbase64(text), JSON.stringify(text)).toBeUndefined();
  });
});
