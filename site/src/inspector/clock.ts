/** The time by which a record is judged. */
export type Clock = {
  /** Microseconds since 1970. */
  readonly micros: number;
  /** Whose it is: this computer's, an example's or a link's, or one that was typed. */
  readonly by: 'computer' | 'given' | 'hand';
};

export const computerClock = (): Clock => ({ micros: Date.now() * 1000, by: 'computer' });

/** A time that was typed as microseconds; `undefined` where it is none. */
export const readMicros = (typed: string): number | undefined => {
  const digits = typed.trim();
  if (!/^\d{1,16}$/.test(digits)) return undefined;
  const micros = Number(digits);
  return Number.isSafeInteger(micros) ? micros : undefined;
};

/** A time in words, as in `2023-11-14 22:13:21 UTC`; nothing where no calendar reaches that far. */
export const timeText = (micros: number): string => {
  const date = new Date(micros / 1000);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
};
