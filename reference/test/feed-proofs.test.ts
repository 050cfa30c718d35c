import { describe, expect, test } from 'vitest';
import { createWebCryptoEngine, proofPath, verifyProof, verifyProofAsync, without } from '../src/index.ts';
import { fern, hello, kitchen, signed, written } from './cast.ts';
import { chainOf, following, options, type Written } from './feed-cast.ts';

const chain = chainOf(45);
const at = (sequence: number) => chain[sequence - 1] as Written;
/** Which are not what is asked here, and take their time. */
const withoutSignatures = { ...options, protocol: without(options.protocol, ['REC-15']) };

const texts = (sequences: readonly number[]) => sequences.map((sequence) => at(sequence).text);

/** The proof of message 2 that begins with message 4, with other messages in some places. */
const changed = (places: Readonly<Record<number, Written>>) =>
  proofPath(4, 2).map((sequence) => (places[sequence] ?? at(sequence)).text);

/** Message 3 written as if it came after another second message, which has changes. */
function detour(changes: Parameters<typeof following>[1]) {
  const second = following(chain.slice(0, 1), changes);
  const third = following([at(1), second], { timestamp: written + 1000 });
  return { 2: second, 3: third, 4: following([at(1), second, third], { timestamp: written + 1001 }) };
}

describe('Subset proofs', () => {
  test('FEED-9 to FEED-12 hold for every pair of messages', () => {
    for (let newest = 1; newest <= chain.length; newest++) {
      for (let target = 1; target <= newest; target++) {
        const verdict = verifyProof(texts(proofPath(newest, target)), target, withoutSignatures);
        expect(verdict.ok, `${target} from ${newest}`).toBe(true);
      }
    }
  });

  test.each([
    ['nothing', [], 1],
    ['a way that is too long', [4, 3, 2, 1], 1],
    ['the way to another message', proofPath(45, 7), 8],
    ['a way that ends too early', [4], 4],
    ['a message twice', [4, 4, 1], 4],
    ['the lowest sequence first', [1, 4], 4],
    ['a target behind the first message', [4, 1], 5],
    ['a target that is no sequence', [4, 1], 0.5],
  ])('FEED-9 refuses %s', (_, sequences, target) => {
    expect(verifyProof(texts(sequences), target, options)).toMatchObject({ code: 'proof-path', requirement: 'FEED-9' });
  });

  test.each([
    ['FEED-10', '/1/header', changed(detour({ space: kitchen }))],
    ['FEED-11', '/1/header', changed({ 2: following(chain.slice(0, 1), {}, 'another') })],
    ['FEED-11', '/0/header', texts([4]).concat(following([], {}, 'another').text)],
    ['FEED-12', '/2/header/timestamp', changed(detour({ timestamp: written + 1 }))],
  ])('%s alone refuses its proof, at %s', (requirement, path, proof) => {
    const target = proof.length === 2 ? 4 : 2;
    expect(verifyProof(proof, target, options)).toMatchObject({ requirement, path });
    const left = { ...options, protocol: without(options.protocol, [requirement]) };
    expect(verifyProof(proof, target, left).ok).toBe(true);
  });

  test('FEED-24 lets the messages themselves answer first, each in its place', () => {
    expect(verifyProof([at(3).text, '{}', '['], 1, options)).toMatchObject({ code: 'record-shape', position: 1 });
    const held = signed(hello({ key: fern.id }), fern.seed);
    expect(verifyProof([at(3).text, held, '{}'], 1, options)).toMatchObject({ held: 'identity', position: 1 });
    expect(verifyProof([at(3).text, held], 3, options)).toMatchObject({ held: 'identity', position: 1 });
  });

  test('FEED-9 is the same with an engine that answers later', async () => {
    const proof = texts(proofPath(40, 20));
    const later = { ...options, engine: createWebCryptoEngine(crypto.subtle) };
    expect(await verifyProofAsync(proof, 20, later)).toEqual(verifyProof(proof, 20, options));
  });

  test('classic messages have none', () => {
    expect(() => verifyProof([], 1, { ...options, format: 'ssb-classic' })).toThrow('has no subset proofs');
  });
});
