import type { Known } from './engine/engine.ts';
import type { Event, Timeline } from './engine/event.ts';
import type { Snapshot } from './engine/snapshot.ts';
import type { RemotePlayer } from './remote-player.ts';

export type PumpOptions = {
  readonly player: Pick<RemotePlayer, 'ask'>;
  /** What is there in the beginning. It is opened when the first thing happens, or before. */
  readonly timeline: Timeline;
  /** What is known of the signatures of that and of what comes first. */
  readonly known?: Known;
  /** Waits for as long as a message is to be seen on its way. */
  readonly wait: () => Promise<void>;
  readonly onSeen: (snapshot: Snapshot) => void;
  readonly onFault: (words: string) => void;
};

/** Lets one message after another arrive by itself, and does between two of them what somebody wants. */
export class Pump {
  readonly #options: PumpOptions;
  readonly #wanted: Event[] = [];
  #snapshot: Snapshot | undefined;
  #opened: Promise<void> | undefined;
  #timeline: Timeline;
  #isRunning = false;

  constructor(options: PumpOptions) {
    this.#options = options;
    this.#timeline = options.timeline;
  }

  /** All that has happened. */
  get timeline(): Timeline {
    return this.#timeline;
  }

  /** Is fulfilled when nothing is on its way any more, if it was idle before. */
  async do(event: Event): Promise<void> {
    this.#wanted.push(event);
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      await this.#run();
    } catch (error) {
      this.#wanted.length = 0;
      this.#options.onFault(error instanceof Error ? error.message : String(error));
    } finally {
      this.#isRunning = false;
    }
  }

  /** Opens the time line before anything happens in it. */
  wake(): void {
    // Whoever does something is told what went wrong.
    this.#open().catch(() => {});
  }

  #open(): Promise<void> {
    const { player, timeline, known = [] } = this.#options;
    this.#opened ??= player
      .ask({ ask: 'open', timeline, position: timeline.events.length, known })
      .then(({ snapshot }) => {
        this.#snapshot = snapshot;
      });
    return this.#opened;
  }

  async #run(): Promise<void> {
    const { wait } = this.#options;
    await this.#open();
    for (;;) {
      const wanted = this.#wanted.shift();
      if (wanted !== undefined) await this.#add(wanted);
      else if (this.#snapshot?.next === undefined) return;
      else {
        await wait();
        if (this.#wanted.length === 0) await this.#add({ do: 'deliver' });
      }
    }
  }

  async #add(event: Event): Promise<void> {
    const { snapshot, timeline } = await this.#options.player.ask({ ask: 'add', events: [event] });
    this.#snapshot = snapshot;
    this.#timeline = timeline;
    this.#options.onSeen(snapshot);
  }
}
