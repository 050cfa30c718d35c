import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { vectorOf, vectors } from '../src/facts/checks.ts';
import { inspect } from '../src/inspector/inspect.ts';
import type { Piece } from '../src/inspector/listings.ts';
import { formatNames } from '../src/inspector/protocol.ts';

const bytesOf = (pieces: readonly Piece[]): Buffer =>
  Buffer.concat(pieces.map(({ text, bytes }) => bytes ?? Buffer.from(text, 'utf8')));

/** The marked bytes of the last listing that has any: the one before it shows where they come from. */
const marked = (id: string, mark: 'hashed' | 'signed') => {
  const { input } = vectorOf(id) ?? { input: {} };
  const { text, format, now, hmac = '' } = input as { text: string; format: string; now: number; hmac?: string };
  const { exhibit, outcome } = inspect({ source: text, format, now, hmac });
  if (exhibit === undefined) throw new Error(`${id} has no bytes`);
  const value = (name: string): string => exhibit.values.find((each) => each.name === name)?.value ?? '';
  const pieces = exhibit.listings.map((listing) => listing.pieces.filter((piece) => piece[mark]));
  return { outcome, value, bytes: bytesOf(pieces.findLast(({ length }) => length > 0) ?? []) };
};

/** Node's own Ed25519, on a raw key. */
const isSignature = (key: string, message: Buffer, signature: string): boolean => {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'hex')]);
  return verify(
    null,
    message,
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    Buffer.from(signature, 'hex'),
  );
};

const samples = [
  ...formatNames.map((format) => {
    const found = vectors.find(
      ({ operation, input, expect: { ok } }) => operation === 'record.verify' && ok && input.format === format,
    );
    return found?.id ?? format;
  }),
  'earthstar-es5/worked-attachment',
  'ssb/worked-second',
  'ssb/worked-hmac',
];

describe.each(samples)('What is marked in %s', (id) => {
  test('as hashed has the hash that is shown', () => {
    const { outcome, value, bytes } = marked(id, 'hashed');
    expect(outcome).toBe('accepted');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(value('SHA-256'));
  });

  test('as signed is what the signature is of', () => {
    const { value, bytes } = marked(id, 'signed');
    expect(isSignature(value('key of the author'), bytes, value('signature'))).toBe(true);
  });
});
