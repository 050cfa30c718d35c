import fc from 'fast-check';
import {
  base32,
  blobId,
  hasSkip,
  hex,
  type Json,
  type JsonObject,
  openSpaceId,
  recordId,
  signNative,
  utf8,
} from '../forge/index.ts';
import { type Signer, seeds, signers } from './arbitraries.ts';
import { contents } from './drafts.ts';
import type { Family } from './family.ts';
import { ANYWHERE, otherCharacter, setting } from './mutations.ts';

/** One message by itself: what it links to need not exist. */
export type MessageDraft = {
  author: Signer;
  space: Uint8Array;
  log: number | undefined;
  sequence: number;
  previous: Uint8Array;
  skip: Uint8Array;
  content: string;
  contentType: string | undefined;
  /** Microseconds before now, at least 0. */
  age: number;
};

const recordIdOf = (bytes: Uint8Array): string => `%${base32(bytes)}`;

const LIMIT = Number.MAX_SAFE_INTEGER;

const drafts: fc.Arbitrary<MessageDraft> = fc.record({
  author: signers,
  space: seeds,
  log: fc.option(fc.constantFrom(1, 2, LIMIT), { nil: undefined }),
  sequence: fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constantFrom(9_841, LIMIT - 1, LIMIT)),
  previous: seeds,
  skip: seeds,
  content: contents,
  contentType: fc.option(fc.constantFrom('text/plain', 'application/json'), { nil: undefined }),
  age: fc.oneof(fc.nat(5), fc.nat(1_000_000_000)),
});

/** Messages of the format `rp.message.1`. */
export const MESSAGES: Family<MessageDraft> = {
  name: 'message',
  format: 'rp.message.1',
  verifier: 'feeds',
  signer: 'feeds',
  requirements: {
    accepted: ['REC-15', 'MSG-6', 'MSG-7', 'MSG-8'],
    tampered: ['REC-15', 'REC-18', 'MSG-6', 'MSG-7'],
    made: ['REC-15', 'REC-21'],
  },
  drafts,
  unsigned: ({ author, space, log, sequence, previous, skip, content, contentType, age }, now) => {
    const bytes = utf8(content);
    const header: JsonObject = {
      format: 'rp.message.1',
      space: openSpaceId('pool', space),
      author: author.id,
      sequence,
      timestamp: now - age,
      contentHash: blobId(bytes),
      contentSize: bytes.length,
      ...(log === undefined ? {} : { log }),
      ...(sequence === 1 ? {} : { previous: recordIdOf(previous) }),
      ...(hasSkip(sequence) ? { skip: recordIdOf(skip) } : {}),
      ...(contentType === undefined ? {} : { contentType }),
    };
    return { header, content };
  },
  seeds: ({ author }) => ({ seed: hex(author.seed) }),
  sign: ({ author }, { header, content }) =>
    signNative({ header: header as JsonObject, content: content as string | undefined, seed: author.seed }),
  id: { of: ({ header }) => recordId(header as JsonObject), requirements: ['REC-14', 'CAN-1'] },
  ordered: false,
  mutations: [
    ...ANYWHERE,
    (record, at) => ({ ...record, signature: otherCharacter(String(record.signature), at) }),
    ({ header, signature }) => ({ header, signature }) as JsonObject,
    (record) => ({ ...record, content: `${record.content}.` }),
    (record) => ({ ...record, content: '' }),
    setting(({ author }) => ({ author: otherCharacter(String(author), 7) })),
    setting(({ sequence }) => ({ sequence: Number(sequence) - 1 })),
    setting(({ sequence }) => ({ sequence: Number(sequence) + 1 })),
    setting(({ previous }) => ({ previous: otherCharacter(String(previous ?? `%b${'a'.repeat(52)}`), 9) })),
    setting(({ skip }) => ({ skip: skip ?? recordIdOf(new Uint8Array(32)) })),
    setting(() => ({ log: 3 })),
    setting(() => ({ log: 0 })),
    setting(({ timestamp }) => ({ timestamp: Number(timestamp) - 1 })),
    setting((_, now) => ({ timestamp: now + 600_000_001 })),
    setting(({ author }) => ({ key: author as Json })),
    setting(() => ({ format: 'rp.document.1' })),
  ],
};
