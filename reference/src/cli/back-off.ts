/** The pause before a pub is called again: the first, in milliseconds, and the longest. Each is twice the one before. */
const firstPauseMillis = 1_000;
const longestPauseMillis = 60_000;

/** Between the half and the whole of a pause, so that a pub that comes back is not called by all at once. */
export const backOffMillis = (failures: number, random: number): number =>
  Math.min(longestPauseMillis, firstPauseMillis * 2 ** failures) * (0.5 + random / 2);

/** A number from 0 to 1. */
export const share = (random: (byteLength: number) => Uint8Array): number => (random(1)[0] ?? 0) / 255;

/** How long somebody who does not stay pauses in all, in milliseconds. */
const allPausesMillis = 300_000;

export interface Patience<T> {
  /** @param isSparing whether the pub has just had no time: then nothing that costs it much is asked for. */
  readonly call: (isSparing: boolean) => Promise<T>;
  readonly hasNoTime: (answer: T) => boolean;
  /** @param answer the one because of which it is called again. */
  readonly pause: (millis: number, answer: T) => Promise<void>;
  /** Random bytes. */
  readonly random: (byteLength: number) => Uint8Array;
}

/** Calls a pub, and again as long as it has no time, for some minutes. Answers the last answer. */
export async function untilServed<T>({ call, hasNoTime, pause, random }: Patience<T>): Promise<T> {
  let answer = await call(false);
  let paused = 0;
  for (let failures = 0; hasNoTime(answer) && paused < allPausesMillis; failures++) {
    const millis = backOffMillis(failures, share(random));
    paused += millis;
    await pause(millis, answer);
    answer = await call(true);
  }
  return answer;
}
