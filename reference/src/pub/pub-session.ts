import type { RoundReport, SessionEnd, SessionProgress } from '../sync/session-types.ts';
import type { CarriedSession } from '../sync/sync-over.ts';
import type { Metrics } from './metrics.ts';

/** What a code of a partner can be in a log: anything could stand there. */
const codeOf = (code: string): string => (/^[a-z-]{1,40}$/.test(code) ? code : 'other');

/** How a session ended, in one word of few. */
export const endingWord = (end: SessionEnd): string => (end.how === 'error' ? codeOf(end.code) : end.how);

/** A session of a pub, and what of it was counted already. */
export class PubSession {
  readonly number: number;
  readonly #metrics: Metrics;
  #carried: CarriedSession | undefined;
  #counted = { sent: 0, got: 0, refused: 0 };

  constructor(number: number, metrics: Metrics) {
    this.number = number;
    this.#metrics = metrics;
  }

  get progress(): SessionProgress | undefined {
    return this.#carried?.session.progress;
  }

  carriedBy(carried: CarriedSession): void {
    this.#carried = carried;
  }

  count(): void {
    const { sent = 0, got = 0 } = this.progress ?? {};
    this.#metrics.add('rockpool_records_sent_total', sent - this.#counted.sent);
    this.#metrics.add('rockpool_records_received_total', got - this.#counted.got);
    this.#counted = { ...this.#counted, sent, got };
  }

  /** A report tells of all that was refused in the session. */
  countRound({ equal, refused }: RoundReport): void {
    this.#metrics.add('rockpool_rounds_total', 1, { equal: String(equal) });
    this.#metrics.add('rockpool_records_refused_total', refused - this.#counted.refused);
    this.#counted = { ...this.#counted, refused };
  }

  leave(detail: string): Promise<void> {
    return this.#carried?.session.leave('busy', detail) ?? Promise.resolve();
  }

  get ended(): Promise<unknown> {
    return this.#carried?.ended.catch(() => undefined) ?? Promise.resolve();
  }
}
