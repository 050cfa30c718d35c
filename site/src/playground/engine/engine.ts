import type { SyncEngine } from '@rockpool/reference';
import {
  createJsEngine,
  decodeHex,
  encodeHex,
  portableSha256,
  seedByteLength,
  signatureByteLength,
} from './reference.ts';

/** More than any time line asks that is played by hand. */
const mostRemembered = 20_000;

type Answer = Uint8Array | boolean;

const remembered = new Map<string, Answer>();

/** What the engine answers while somebody writes it down. */
let written: Map<string, Answer> | undefined;

/** An answer is remembered: a time line is played from its beginning whenever somebody goes back in it. */
const remembering =
  <Given extends readonly Uint8Array[], Answered extends Answer>(
    name: string,
    work: (...given: Given) => Answered,
  ): ((...given: Given) => Answered) =>
  (...given) => {
    const question = [name, ...given.map(encodeHex)].join(' ');
    const answer = (remembered.get(question) as Answered | undefined) ?? work(...given);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(question, answer);
    written?.set(question, answer);
    return answer;
  };

const js = createJsEngine();

/** The engine of all peers. It answers at once, and the same to the same. */
export const engine: SyncEngine = {
  name: js.name,
  verify: remembering('verify', (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    js.verify(key, message, signature),
  ),
  sign: remembering('sign', (seed: Uint8Array, message: Uint8Array) => js.sign(seed, message)),
  publicKey: remembering('publicKey', (seed: Uint8Array) => js.publicKey(seed)),
};

/** Questions to the engine with its answers, bytes as hexadecimal: what a page is told by whoever has built it. */
export type Known = readonly (readonly [question: string, answer: string | boolean])[];

/** What the engine is asked, and answers, while something is done. */
export const knownAfter = (work: () => void): Known => {
  const all = new Map<string, Answer>();
  written = all;
  work();
  written = undefined;
  return [...all].map(([question, answer]) => [question, typeof answer === 'boolean' ? answer : encodeHex(answer)]);
};

/** Remembers what the engine has answered elsewhere, so that the first signatures of a page need no time. */
export const learn = (known: Known): void => {
  for (const [question, answer] of known)
    remembered.set(question, typeof answer === 'string' ? decodeHex(answer) : answer);
};

/** Steps that make the tables of the engine, each of which takes a moment. */
export const warm: readonly (() => void)[] = [
  () => void js.sign(new Uint8Array(seedByteLength), new Uint8Array()),
  () =>
    void js.verify(js.publicKey(new Uint8Array(seedByteLength)), new Uint8Array(), new Uint8Array(signatureByteLength)),
];

/** SHA-256 of a text, as hexadecimal. */
export const hashOf = (text: string): string => portableSha256(text);

/** 32 bytes that only these words decide, as the suite's schedules draw their nonces. */
export const entropyOf = (...words: readonly (string | number)[]): string => hashOf(words.join(' '));
