import type { Event } from './event.ts';
import type { World } from './world.ts';
import type { Written } from './write.ts';

/** What came of an event besides what is seen in the world: why nothing was written, or how many messages arrived. */
export type Effect = {
  readonly written?: Written | undefined;
  readonly arrived?: number;
  /** The message that arrived, where it was one. */
  readonly message?: number;
  /** How many messages were lost on their way. */
  readonly lost?: number;
  /** What it named is not there. */
  readonly isVain?: true;
};

/** What an event does. */
export type Act<Do extends Event['do']> = (world: World, event: Extract<Event, { do: Do }>) => Effect | undefined;

export const vain: Effect = { isVain: true };

/** All events of some kinds. */
export type Acts<Do extends Event['do']> = { readonly [Each in Do]: Act<Each> };
