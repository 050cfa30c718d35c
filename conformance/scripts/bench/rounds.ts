/** One of several that are measured side by side. */
export interface Contender {
  readonly name: string;
  /** Is done before each work, and not measured. */
  prepare?(): void | Promise<void>;
  /** Does the same thing some times and returns how many. */
  work(): number | Promise<number>;
}

export interface Measured {
  readonly name: string;
  /** Operations per second of CPU time of this process, the median over the rounds. */
  readonly perCpuSecond: number;
}

const MICROS = 1_000_000;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
};

/** One turn, repeated until it has taken long enough to be measured; operations per CPU second. */
const turn = async (contender: Contender, millis: number): Promise<number> => {
  let done = 0;
  let used = 0;
  while (used < millis * 1_000) {
    await contender.prepare?.();
    const start = process.cpuUsage();
    done += await contender.work();
    const { user, system } = process.cpuUsage(start);
    used += user + system;
  }
  return (done * MICROS) / used;
};

export interface Rounds {
  readonly rounds: number;
  /** How long a turn takes at least, in milliseconds of CPU time. */
  readonly millis: number;
  /** Whether a first round, which is not measured, lets the code be compiled; true where absent. */
  readonly warmUp?: boolean;
  onRound?(round: number): void;
}

/** Measures all contenders in turns, so that what else the machine does meets each of them alike. */
export const measure = async (
  contenders: readonly Contender[],
  { rounds, millis, warmUp = true, onRound }: Rounds,
): Promise<Measured[]> => {
  const rates = contenders.map((): number[] => []);
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    onRound?.(round);
    for (const [index, contender] of contenders.entries()) {
      const rate = await turn(contender, millis);
      if (round > 0) rates[index]?.push(rate);
    }
  }
  return contenders.map(({ name }, index) => ({ name, perCpuSecond: median(rates[index] as number[]) }));
};
