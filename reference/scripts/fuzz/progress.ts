/** How often a line is written where nobody watches, in milliseconds. */
const CALM_MILLIS = 10_000;

/** Tells on standard error how far the run is: one live line on a terminal, a line now and then elsewhere. */
export function showProgress(total: number, things = 'texts'): { tell(done: number): void; clear(): void } {
  const live = process.stderr.isTTY === true;
  const start = performance.now();
  let last = start;
  return {
    tell(done) {
      const now = performance.now();
      const exact = (done / (now - start)) * 1_000;
      const rate = exact < 10 ? Number(exact.toFixed(1)) : Math.round(exact);
      const words = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${things}, ${rate.toLocaleString('en')} a second`;
      if (live) process.stderr.write(`\r\x1b[K${words}`);
      else if (now - last > CALM_MILLIS) {
        process.stderr.write(`${words}\n`);
        last = now;
      }
    },
    clear() {
      if (live) process.stderr.write('\r\x1b[K');
    },
  };
}
