const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a signal that the first Ctrl-C, SIGTERM or SIGHUP gives, or the end of the time that it may take; the
 * second one ends the program at once.
 */
export const untilInterrupted = async <T>(maxMillis: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(3);
    controller.abort();
  };
  const timer = setTimeout(() => controller.abort(), maxMillis);
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
};
