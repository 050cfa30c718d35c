import { type Act, type Effect, vain } from './act.ts';
import { Disk } from './disk.ts';
import { arrivalMicros, type Event, eventMicros, type PeerAt } from './event.ts';
import { filled } from './fill.ts';
import { forged } from './forge.ts';
import { guestActs } from './guest-acts.ts';
import { liarOf } from './liar.ts';
import { messageActs } from './message-acts.ts';
import { authors } from './people.ts';
import { scheduleActs } from './schedule-acts.ts';
import type { World } from './world.ts';
import { type Written, writeDocument, writeMessage, writeWish } from './write.ts';

/** A record that somebody wrote is given to her own replica. */
const keep = (world: World, at: PeerAt, written: Written | undefined): Effect => {
  if (written === undefined) return vain;
  if (written.ok) world.peer(at).give([written.record]);
  return { written };
};

const acts: { readonly [Do in Event['do']]: Act<Do> } = {
  write: (world, { peer, ...draft }) => keep(world, peer, writeDocument(world.peer(peer), draft)),
  delete: (world, { peer, path }) => keep(world, peer, writeDocument(world.peer(peer), { path, content: '' })),
  post: (world, { peer, content }) => keep(world, peer, writeMessage(world.peer(peer), content)),
  forget: (world, { peer, sequence }) => keep(world, peer, writeWish(world.peer(peer), sequence)),
  fill: (world, { count, peers }) => {
    for (const each of peers) {
      world.leave(each);
      world.peer(each).open(filled(count, world.timeline.start));
    }
    for (const { at, isCut } of world.links) if (!isCut) world.call(at);
    return {};
  },
  give: (world, { peer, record }) => {
    world.peer(peer).give([record]);
    return {};
  },
  clock: (world, { peer, ahead }) => {
    world.peer(peer).setAhead(ahead);
    return {};
  },
  wait: (world, { micros }) => {
    world.trace.add({ do: 'wait', micros });
    world.elapsed += micros;
    return {};
  },
  cut: (world, { link }) => {
    const found = world.links[link];
    if (found === undefined || found.isCut) return vain;
    found.isCut = true;
    return { lost: world.cut(link) };
  },
  heal: (world, { link }) => {
    const found = world.links[link];
    // Whether a guest is there, only an event says.
    if (found === undefined || found.guest !== undefined) return vain;
    found.isCut = false;
    return world.call(link) === undefined ? vain : {};
  },
  call: (world, { link, offers }) => (world.call(link, { offers }) === undefined ? vain : {}),
  deliver: (world, { message: number }) => {
    const message = number === undefined ? world.next : world.find(number);
    if (message === undefined) return vain;
    const carrier = world.carrier(message);
    // Who chooses a message lets it overtake.
    if (number !== undefined && carrier?.nextFor(carrier.sideOf(message.to) ?? 'caller') !== message)
      carrier?.hurry(message);
    world.deliver(message);
    return { arrived: 1, message: message.number };
  },
  settle: (world) => ({ arrived: world.settle() }),
  ...guestActs,
  ...messageActs,
  forge: forge,
  rule: (world, { peer, requirement, off }) => {
    world.peer(peer).leaveOut(requirement, off);
    return {};
  },
  full: (world, { peer, full }) => {
    world.peer(peer).disk.isFull = full;
    world.peer(peer).tape.spoil('its disk was full');
    return {};
  },
  wipe: (world, { peer }) => {
    world.leave(peer);
    world.peer(peer).open(new Disk());
    return {};
  },
  save: (world, { peer }) => {
    world.bundles.set(peer, world.peer(peer).bundle);
    return {};
  },
  restore: (world, { peer, from = peer }) => {
    const bundle = world.bundles.get(from);
    if (bundle === undefined) return vain;
    world.peer(peer).give(bundle);
    return {};
  },
  reload: (world, { peer: at }) => {
    const peer = world.peer(at);
    world.leave(at);
    if (peer.setup.isForgetful) peer.open(new Disk());
    else peer.reopen();
    return {};
  },
  ...scheduleActs,
};

/** A forger's message goes to one partner or to all; a forger's program calls anew. */
function forge(world: World, { peer: at, act, to }: Extract<Event, { do: 'forge' }>): Effect {
  const peer = world.peer(at);
  const links = world.links.filter(
    ({ peers, isCut }) => !isCut && peers.includes(at) && (to === undefined || peers.includes(to)),
  );
  if (act === 'counts' || act === 'split') {
    for (const { at: link } of links) world.call(link, { caller: at, liar: (options) => liarOf(options, act) });
    return links.length === 0 ? vain : {};
  }
  const victim = at === 0 ? authors.fern : authors.suzy;
  const records = forged(peer, act, victim);
  const text = JSON.stringify({ type: 'records', records });
  const sent = records.length === 0 ? [] : links.map(({ connections }) => connections.at(-1)?.slip(at, text));
  return sent.some((message) => message !== undefined) ? {} : vain;
}

/** How long an event takes, in microseconds. */
const durationOf = (event: Event): number => (event.do === 'deliver' ? arrivalMicros : eventMicros);

/** What the schedules of the suite do not have. */
const inNoSchedule: { readonly [Do in Event['do']]?: string } = {
  fill: 'a backup',
  clock: 'a clock that is set',
  lose: 'a message that is lost',
  repeat: 'a message that arrives twice',
  alter: 'a byte that changes',
  forge: 'a forger',
  rule: 'a rule that is left out',
  full: 'a full disk',
  wipe: 'a lost disk',
  reload: 'a page that is loaded again',
  join: 'a peer that is not on this page',
};

/** One event happens, and all say what is new. */
export const apply = (world: World, event: Event): Effect => {
  const act = acts[event.do] as Act<Event['do']>;
  world.elapsed += durationOf(event);
  const unheardOf = inNoSchedule[event.do];
  if (unheardOf !== undefined) world.trace.spoil(unheardOf);
  const effect = act(world, event as never) ?? {};
  // Schedules of the suite tell the time themselves.
  if (!['connect', 'pump', 'drop', 'part', 'give'].includes(event.do)) world.pass(0);
  return effect;
};
