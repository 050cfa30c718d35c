import type { Expectation } from '@rockpool/schemas';
import {
  type Compact,
  canonical,
  castKeys,
  expandText,
  hashEs4,
  hashEs5,
  hex,
  type JsonObject,
  recordId,
  type TestKey,
  unbase32,
  unhex,
} from '../forge/index.ts';
import type { Check } from './check.ts';

type Part = Pick<Check, 'operation' | 'input' | 'expect' | 'requirements' | 'title'> & {
  suffix: 'id' | 'canonical' | 'sign';
} & Partial<Pick<Check, 'profile' | 'needs' | 'judging' | 'textOnly'>>;

const keyOf = (keyHex: string): TestKey | undefined => castKeys.find((key) => key.keyHex === keyHex);
const keyOfId = (id: unknown): TestKey | undefined => castKeys.find((key) => key.keyId === id);
/** By the key behind the last full stop of an address of es.4 or es.5. */
const keyOfAddress = (address: unknown): TestKey | undefined =>
  keyOf(hex(unbase32(String(address).split('.').at(-1) ?? '')));

const ok = (members: Record<string, unknown>): Expectation => ({ ok: members });

const source = ({ text, bytes, format }: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  bytes === undefined ? { text, format } : { bytes, format };

const ofNative = ({ input, title }: Check, record: JsonObject): Part[] => {
  const header = record.header as JsonObject;
  const { signature: _, ...unsigned } = record;
  const parts: Part[] = [
    {
      suffix: 'id',
      title: `the id of: ${title}`,
      operation: 'record.id',
      requirements: ['REC-14'],
      input: source(input),
      expect: ok({ id: recordId(header) }),
    },
    {
      suffix: 'canonical',
      title: `the canonical header of: ${title}`,
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
    title: `sign: ${title}`,
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
      title: `the hash of: ${title}`,
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
    title: `sign: ${title}`,
    operation: 'record.sign',
    requirements: es5 ? ['ES-15', 'ES5-13'] : ['ES-15'],
    input: { format: input.format, now: input.now, ...seeds, unsigned },
    expect: ok({ record: document }),
    judging: 'signed',
    textOnly: false,
  };
  return [...parts, sign];
};

const textOf = ({ text, bytes }: Readonly<Record<string, unknown>>): string =>
  bytes === undefined ? expandText(text as Compact) : new TextDecoder().decode(unhex(expandText(bytes as Compact)));

/**
 * An accepted record is asked about in every direction: its id, its canonical form, and, where the signer's seed is
 * published, making it again. Answers come from the forge, never from the subject.
 */
export const deriveChecks = (check: Check): Check[] => {
  if (check.operation !== 'record.verify' || check.expect.ok === undefined) return [];
  const record = JSON.parse(textOf(check.input)) as JsonObject;
  const parts = check.input.format === 'rp.document.1' ? ofNative(check, record) : ofEarthstar(check, record);
  return parts.map(({ suffix, ...part }) => ({ ...check, judging: 'answer', ...part, id: `${check.id}#${suffix}` }));
};
