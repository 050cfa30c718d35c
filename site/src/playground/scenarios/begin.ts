import { type Event, type PeerSetup, startMicros, type Timeline } from '../engine/event.ts';

const everybody: readonly PeerSetup[] = [{ person: 'suzy' }, { person: 'fern' }, { person: 'quinn' }];

/** Suzy, Fern and Quinn in a row, after these events have happened and everything has arrived. */
export const inARow = (events: readonly Event[], peers = everybody, seed = 1): Timeline => {
  const all: readonly Event[] = [...events, { do: 'settle' }];
  return {
    seed,
    start: startMicros,
    peers,
    links: [
      [0, 1],
      [1, 2],
    ],
    before: all.length,
    events: all,
  };
};

/** The page that all three have in the beginning. */
export const pond: Event = { do: 'write', peer: 0, path: '/wiki/pond', content: 'Frogs live here' };

export const settle: Event = { do: 'settle' };
