import type { Expectation, FormatName } from '@rockpool/schemas';
import {
  canonical,
  castKeys,
  hashEs4,
  hashEs5,
  hex,
  type JsonObject,
  recordId,
  type TestKey,
  unbase32,
} from '../forge/index.ts';
import type { Check } from './check.ts';
import { chainParts } from './derive-chain.ts';
import type { Part } from './part.ts';
import { itemOf, keyOfAuthor, keyOfId, saidBy, source } from './record.ts';

const keyOf = (keyHex: string): TestKey | undefined => castKeys.find((key) => key.keyHex === keyHex);
/** By the key behind the last full stop of an address of es.4 or es.5. */
const keyOfAddress = (address: unknown): TestKey | undefined =>
  keyOf(hex(unbase32(String(address).split('.').at(-1) ?? '')));

const ok = (members: Record<string, unknown>): Expectation => ({ ok: members });

const ofNative = ({ input, title }: Check, record: JsonObject): Part[] => {
  const header = record.header as JsonObject;
  const { signature: _, ...unsigned } = record;
  const parts: Part[] = [
    {
      suffix: 'id',
      title: `the id of ${title}`,
      operation: 'record.id',
      // The id is a hash of the canonical form.
      requirements: ['REC-14', 'CAN-1'],
      input: source(input),
      expect: ok({ id: recordId(header) }),
    },
    {
      suffix: 'canonical',
      title: `the canonical header of ${title}`,
      operation: 'canonical.encode',
      requirements: ['CAN-1'],
      // Members backwards and blanks between: nothing of the canonical form is given away.
      input: { text: JSON.stringify(Object.fromEntries(Object.entries(header).reverse()), null, 2) },
      expect: ok({ canonical: canonical(header) }),
      needs: ['core'],
      textOnly: false,
    },
  ];
  const signer = keyOfId(header.key ?? header.author);
  if (signer === undefined) return parts;
  const sign: Part = {
    suffix: 'sign',
    title: `signing ${title}`,
    operation: 'record.sign',
    requirements: ['REC-15'],
    input: { format: input.format, now: input.now, seed: signer.seedHex, unsigned },
    expect: ok({ record }),
    judging: 'signed',
    textOnly: false,
  };
  return [...parts, sign];
};

const ofEarthstar = ({ input, title }: Check, document: JsonObject): Part[] => {
  const es5 = input.format === 'es.5';
  const parts: Part[] = [
    {
      suffix: 'id',
      title: `the hash of ${title}`,
      operation: 'record.id',
      requirements: [es5 ? 'ES5-11' : 'ES4-5'],
      input: source(input),
      expect: ok({ id: es5 ? hashEs5(document) : hashEs4(document) }),
    },
  ];
  const signer = keyOfAddress(document.author);
  const share = es5 ? keyOfAddress(document.share) : undefined;
  if (signer === undefined || (es5 && share === undefined)) return parts;
  const { signature: _, shareSignature: __, ...unsigned } = document;
  const seeds = share === undefined ? { seed: signer.seedHex } : { seed: signer.seedHex, shareSeed: share.seedHex };
  const sign: Part = {
    suffix: 'sign',
    title: `signing ${title}`,
    operation: 'record.sign',
    requirements: es5 ? ['ES-15', 'ES5-13'] : ['ES-15'],
    input: { format: input.format, now: input.now, ...seeds, unsigned },
    expect: ok({ record: document }),
    judging: 'signed',
    textOnly: false,
  };
  return [...parts, sign];
};

/** The rules of the encoding, on which id and signature of a classic message rest alike. */
const ENCODING = ['SSB-13', 'SSB-14', 'SSB-15', 'SSB-16'];

const ofClassic = (check: Check, record: JsonObject): Part[] => {
  const { input, title } = check;
  // As it travels: infinite numbers are encoded as null, and so they are sent.
  const message = JSON.parse(JSON.stringify(record)) as JsonObject;
  const hmac = input.hmac === undefined ? {} : { hmac: input.hmac };
  const parts: Part[] = [
    {
      suffix: 'id',
      title: `the id of ${title}`,
      operation: 'record.id',
      requirements: ['SSB-17', ...ENCODING],
      input: source(input),
      expect: ok({ id: itemOf(check).id }),
    },
  ];
  const signer = keyOfAuthor('ssb-classic', message.author);
  if (signer === undefined) return parts;
  const { signature: _, ...unsigned } = message;
  const sign: Part = {
    suffix: 'sign',
    title: `signing ${title}`,
    profile: 'ssb-signer',
    operation: 'record.sign',
    requirements: ['SSB-18', ...(input.hmac === undefined ? [] : ['SSB-19']), ...ENCODING],
    input: { format: input.format, now: input.now, seed: signer.seedHex, ...hmac, unsigned },
    expect: ok({ record: message }),
    judging: 'signed',
    textOnly: false,
  };
  return [...parts, sign];
};

const partsOf = (check: Check): Part[] => {
  const { operation, expect, input } = check;
  if (operation === 'feed.verify' && input.mode === 'chain') return chainParts(check);
  if (operation !== 'record.verify' || expect.ok === undefined) return [];
  const record = saidBy(check) as JsonObject;
  switch (input.format as FormatName) {
    case 'rp.document.1':
    case 'rp.message.1':
      return ofNative(check, record);
    case 'es.4':
    case 'es.5':
      return ofEarthstar(check, record);
    case 'ssb-classic':
      return ofClassic(check, record);
  }
};

/**
 * An accepted record is asked about in every direction: its id, its canonical form, and, where the signer's seed is
 * published, making it again. A chain of messages is asked about in every mode. Answers come from the forge, never from
 * the subject.
 */
export const deriveChecks = (check: Check): Check[] =>
  partsOf(check).map(({ suffix, ...part }) => ({
    ...check,
    judging: 'answer',
    ...part,
    id: `${check.id}#${suffix}`,
  }));
