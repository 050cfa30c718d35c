/** All of the profile `core`: the first adapter with three operations more. */
import { createHash } from 'node:crypto';
import { canonical } from './canonical.ts';
import { type Operations, operations, Refused, serve } from './first-adapter.ts';
import { isValid } from './signature.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const toBase32 = (bytes: Buffer): string => {
  const bits = BigInt(`0x${bytes.toString('hex')}`) << 4n;
  return `b${Array.from({ length: 52 }, (_, at) => ALPHABET[Number((bits >> BigInt(255 - 5 * at)) & 31n)]).join('')}`;
};

const CHUNK = 65_536;
const treeHash = (bytes: Buffer): Buffer => {
  if (bytes.length === 0) return sha256();
  if (bytes.length <= CHUNK) return sha256(Buffer.of(0), bytes);
  const left = CHUNK * 2 ** (Math.ceil(Math.log2(bytes.length / CHUNK)) - 1);
  return sha256(Buffer.of(1), treeHash(bytes.subarray(0, left)), treeHash(bytes.subarray(left)));
};

const blobId = (bytes: Buffer): string => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(bytes.length));
  return `&${toBase32(sha256(Buffer.of(2), size, treeHash(bytes)))}`;
};

export const core: Operations = {
  ...operations,
  'blob.id': ({ bytes }) => ({ id: blobId(hex(bytes)) }),
  'canonical.encode': ({ text, bytes }) => ({
    canonical: canonical(text === undefined ? hex(bytes) : Buffer.from(text)),
  }),
  'signature.verify': ({ key, message, signature }) => {
    if (!isValid(hex(key), hex(message), hex(signature))) throw new Refused('signature-invalid');
    return {};
  },
};

if (import.meta.main) await serve(core);
