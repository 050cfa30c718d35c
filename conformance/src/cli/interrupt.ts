/**
 * Runs `work` with a signal that the first Ctrl-C or SIGTERM gives, or the end of the time that it may take; the second
 * Ctrl-C ends the program at once.
 */
export const untilInterrupted = async <T>(maxMillis: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(3);
    controller.abort();
  };
  const timer = setTimeout(() => controller.abort(), maxMillis);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
};
