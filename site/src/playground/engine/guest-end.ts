import type { End } from './end.ts';
import type { Guest } from './guest.ts';

/** The side of a guest: whatever arrives there goes out of this world, and nothing comes of it but by an event. */
export class GuestEnd implements End<Guest> {
  readonly peer: Guest;
  readonly side = 'answerer';
  readonly report = undefined;
  readonly agreed = undefined;
  readonly told = undefined;
  readonly ended = undefined;
  readonly heard = 0;
  readonly isHonest = true;

  constructor(peer: Guest) {
    this.peer = peer;
  }

  start = nothing;
  receive = nothing;
  tick = nothing;
  rest(): void {}
  close(): void {}
}

const nothing = (): readonly string[] => [];
