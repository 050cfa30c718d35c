/** Notices that a partner is gone without a word. */
export class Heartbeat {
  readonly #timer: ReturnType<typeof setInterval> | undefined;
  #quietTurns = 0;

  /**
   * `ping` is called twice within `silenceMillis` and makes the partner answer, where that is possible; `silent` once, when
   * nothing was heard for so long.
   */
  constructor(silenceMillis: number, { ping, silent }: { readonly ping?: () => void; readonly silent: () => void }) {
    if (silenceMillis === Number.POSITIVE_INFINITY) return;
    // Turns are counted and not time: a machine that slept is not taken for a partner that was silent.
    this.#timer = setInterval(() => {
      this.#quietTurns++;
      if (this.#quietTurns <= 2) return ping?.();
      this.stop();
      silent();
    }, silenceMillis / 2);
  }

  /** Something came. */
  heard(): void {
    this.#quietTurns = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
