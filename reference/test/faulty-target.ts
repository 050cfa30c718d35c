/** The reference with a fault, which the query of this module's address names, so that the fuzzer has something to find. */
import { type Asked, target as sound, type Target } from '../scripts/fuzz/target.ts';

type Text = string | Uint8Array;

/** The texts of which something goes wrong: a class of which there is always one among some hundreds. */
export const isUnlucky = (text: Text): boolean => Buffer.from(text as string).includes('!');

const hoard: number[][] = [];
let asked = 0;

const onUnlucky =
  (answer: (text: Text, asked: Asked) => unknown): Target['verify'] =>
  (text, about) =>
    isUnlucky(text) ? answer(text, about) : sound.verify(text, about);

const faults: Readonly<Record<string, Partial<Target>>> = {
  throws: {
    verify: onUnlucky(() => {
      throw new TypeError('planted');
    }),
  },
  hangs: {
    verify: onUnlucky(() => {
      // As long as it is let, and keeps no core busy meanwhile.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      throw new Error('woken');
    }),
  },
  ends: {
    verify: onUnlucky(() => process.exit(7)),
  },
  shrugs: { verify: onUnlucky(() => ({ ok: false, code: 'no-such-code', requirement: 'TXT-1', path: '' })) },
  wavers: {
    verify: (text, about) => (asked++ % 2 === 0 ? sound.verify(text, about) : sound.verify('', about)),
  },
  differs: { verifyOtherwise: (_, about) => sound.verify('', about) },
  misexplains: { explain: (_, about) => sound.explain('', about) },
  hoards: {
    verify: (text, about) => {
      hoard.push(Array<number>(2_000).fill(asked++));
      return sound.verify(text, about);
    },
  },
};

export const target: Target = { ...sound, ...faults[new URL(import.meta.url).search.slice(1) || 'throws'] };
