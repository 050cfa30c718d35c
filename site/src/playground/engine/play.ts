import { apply } from './apply.ts';
import type { Event, Timeline } from './event.ts';
import { guestViews } from './guest-view.ts';
import type { Happened } from './happened.ts';
import { sentenceOf } from './sentence.ts';
import { World } from './world.ts';

/** Plays a time line, as far as it is wanted: forward event by event, and back by playing it again. */
export class Play {
  #timeline: Timeline;
  #world: World;
  #happened: Happened[] = [];

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
    this.#world = new World(timeline);
  }

  get timeline(): Timeline {
    return this.#timeline;
  }

  get world(): World {
    return this.#world;
  }

  /** How many events have happened. */
  get position(): number {
    return this.#happened.length;
  }

  get happened(): readonly Happened[] {
    return this.#happened;
  }

  /** So many events have happened, and no more. */
  go(position: number): this {
    if (position < this.position) {
      this.#world = new World(this.#timeline);
      this.#happened = [];
    }
    for (const event of this.#timeline.events.slice(this.position, position)) this.#step(event);
    return this;
  }

  /** Something happens now; what would have come is forgotten. */
  add(event: Event): this {
    this.#timeline = { ...this.#timeline, events: [...this.#timeline.events.slice(0, this.position), event] };
    this.#step(event);
    return this;
  }

  #step(event: Event): void {
    const world = this.#world;
    const from = world.messages.length + 1;
    const effect = apply(world, event);
    const judged = world.takeJudged();
    const sent = [from, world.messages.length + 1] as const;
    const said = guestViews(world).flatMap((guest) => guest.said?.fingerprint ?? []);
    world.look(this.position < this.#timeline.before, said);
    const happened = { event, effect, judged, sent, until: world.moments };
    this.#happened.push({ ...happened, sentence: sentenceOf(world, happened) });
  }
}
