import { decodeHex } from '../bytes/hex.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Engine } from './engine.ts';

/** Signatures of the ASCII text `rockpool`, by the secret key of 32 times 0x01 or one derived from it. */
const knownAnswers: readonly { key: string; signature: string; valid: boolean }[] = [
  {
    key: '8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c',
    signature:
      '3fb94f10b77bf66051812604a5939b466f6e029a68fe293d4725b206d08ea45e8937ac5dc34ed3133727a257cdc0a40191d7a167a0b80ec8f554e126a59e6103',
    valid: true,
  },
  {
    // Strange: A has a component of order 8, which only the cofactored equation forgives.
    key: '3bcfb78c4ad06f9b8d7e8c50e37e33dd40042a7805f5df945fbf33620745bc68',
    signature:
      '7767a3242dc9b58bbc68488c1265cc6cc5f26c6f3c88a5d55e901b0734dca572021beab3a6b6201cfa40b9261950d897de1fe95782671dc5db8408751890f608',
    valid: false,
  },
  {
    // Strange: the same A, with an R for which [k]A has no such component.
    key: '3bcfb78c4ad06f9b8d7e8c50e37e33dd40042a7805f5df945fbf33620745bc68',
    signature:
      'f47e49f9d07ad2c1606b4d94067c41f9777d4ffda709b71da1d88628fce34d85902da632deeeb43598e50fb67b676a3e8d3be11485b3b5c890fccde8d547e707',
    valid: true,
  },
];

const message = encodeUtf8('rockpool');

/** How many turns each candidate has: the shortest counts, since a busy machine prolongs the others. */
const timedTurns = 6;
/** An engine of tables has built them by then. */
const warmUpRounds = 4;

/**
 * The quickest of the engines that give the known answers. Those that compute another equation, throw, or are missing on
 * this host drop out.
 * @param candidates what to try; one that the host lacks is undefined.
 * @param clock any clock in milliseconds.
 * @param sideBySide how many signatures each is asked about at a time.
 * @throws Error if none is usable.
 */
export async function chooseEngine<Candidate extends Engine>(
  candidates: readonly (Candidate | undefined)[],
  clock: () => number,
  sideBySide = 8,
): Promise<Candidate> {
  let best: { engine: Candidate; time: number } | undefined;
  for (const engine of candidates) {
    if (engine === undefined || !(await isUsable(engine))) continue;
    for (let round = 0; round < warmUpRounds; round++) await ask(engine, 0);
    let time = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < timedTurns; turn++) {
      const start = clock();
      await Promise.all(Array.from({ length: sideBySide }, () => ask(engine, 0)));
      time = Math.min(time, clock() - start);
    }
    if (best === undefined || time < best.time) best = { engine, time };
  }
  if (best === undefined) throw new Error('no engine gives the known answers');
  return best.engine;
}

async function isUsable(engine: Engine): Promise<boolean> {
  try {
    for (const [index, { valid }] of knownAnswers.entries()) if ((await ask(engine, index)) !== valid) return false;
    return true;
  } catch {
    // An engine that throws here, as where a host lacks the algorithm, is not usable: that is the answer.
    return false;
  }
}

function ask(engine: Engine, index: number): boolean | Promise<boolean> {
  const { key, signature } = knownAnswers[index] as (typeof knownAnswers)[number];
  return engine.verify(decodeHex(key), message, decodeHex(signature));
}
