import { type Acts, vain } from './act.ts';
import type { PeerAt } from './event.ts';
import type { Link } from './link.ts';
import type { World } from './world.ts';

/** The link of a guest that is there. */
const joined = (world: World, at: PeerAt): Link | undefined => {
  const link = world.linkOfGuest(at);
  return link?.connections.at(-1)?.isOver === false ? link : undefined;
};

/** What happens with peers that are not in this world. */
export const guestActs: Acts<'join' | 'hear' | 'leave'> = {
  join: (world, { guest, is, host, chance, now }) => {
    const isKnown = world.linkOfGuest(guest) !== undefined;
    if (world.peers[host] === undefined || (!isKnown && guest !== world.peers.length + world.guests.length))
      return vain;
    world.catchUp(now);
    world.join({ at: guest, is, host, chance });
    return {};
  },
  hear: (world, { guest, text, now }) => {
    const link = joined(world, guest);
    if (link === undefined) return vain;
    world.catchUp(now);
    link.connections.at(-1)?.hear(text);
    return {};
  },
  leave: (world, { guest, why }) => {
    const link = joined(world, guest);
    if (link?.guest === undefined) return vain;
    link.guest.left = why;
    link.isCut = true;
    world.cut(link.at);
    return {};
  },
};
