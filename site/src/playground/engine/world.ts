import type { GivenRecord, JsonObject } from '@rockpool/reference';
import { type Looks, looksOf } from '../looks.ts';
import { Connection } from './connection.ts';
import { arrivalMicros, eventMicros, type GivenText, type PeerAt, type Timeline } from './event.ts';
import { Guest } from './guest.ts';
import type { Call, Link } from './link.ts';
import type { Message } from './message.ts';
import { type Judged, Peer } from './peer.ts';
import { space as gardening } from './people.ts';
import { portableSha256 } from './reference.ts';
import { Trace } from './trace.ts';

/** More messages than all that are on their way can cause. */
const endless = 5_000;

/** Both stay for what is new. */
const bothLive: readonly [JsonObject, JsonObject] = [{ live: true }, { live: true }];

/** Who joins, and what nobody could foresee. */
type Joining = Pick<Guest, 'at' | 'is' | 'host'> & { readonly chance: string };

/** Peers, the links between them and the time, as far as they have come. Everything in it follows from the time line. */
export class World {
  readonly timeline: Timeline;
  readonly peers: readonly Peer[];
  /** Peers that are not in it. Their places are behind those that are. */
  readonly guests: Guest[] = [];
  readonly links: Link[];
  readonly messages: Message[] = [];
  /** What became of records since it was last looked at. */
  readonly judged: Judged[] = [];
  readonly refusals: Judged[] = [];
  readonly bundles = new Map<PeerAt, readonly GivenRecord[]>();
  /** Peers that a schedule has cut off from all others. */
  parted: readonly PeerAt[] = [];
  readonly trace = new Trace();
  elapsed = 0;
  #looks: Looks = {};
  #unshown = 0;
  #connected = 0;
  #moments = 0;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
    const time = () => timeline.start + this.elapsed;
    const { space = gardening } = timeline;
    this.peers = timeline.peers.map(
      (setup, at) => new Peer({ at, setup, space, time, onJudged: (judged) => this.#note(judged) }),
    );
    this.links = timeline.links.map((peers, at) => ({ at, peers, isCut: false, connections: [] }));
    if (timeline.isQuiet !== true) for (const { at } of this.links) this.call(at);
    this.look();
  }

  /** The true time, in microseconds since 1970. */
  get now(): number {
    return this.timeline.start + this.elapsed;
  }

  peer(at: PeerAt): Peer {
    const peer = this.peers[at];
    if (peer === undefined) throw new RangeError(`there is no peer ${at}`);
    return peer;
  }

  /** A peer, or a guest. */
  party(at: PeerAt): Peer | Guest {
    return this.guests[at - this.peers.length] ?? this.peer(at);
  }

  linkOfGuest(at: PeerAt): Link | undefined {
    return this.links.find(({ guest }) => guest?.at === at);
  }

  /** How many sendings and arrivals there were. */
  get moments(): number {
    return this.#moments;
  }

  /** What is on its way or held back. */
  get underway(): readonly Message[] {
    return this.#open.flatMap(({ queue }) => queue).sort((a, b) => a.number - b.number);
  }

  /** What arrives next, if nobody chooses. */
  get next(): Message | undefined {
    return this.#open.flatMap(({ next }) => next ?? []).sort((a, b) => a.number - b.number)[0];
  }

  /** The connection that a message goes over, if it is still on its way. */
  carrier(message: Message): Connection | undefined {
    return this.#open.find(({ queue }) => queue.includes(message));
  }

  find(number: number): Message | undefined {
    const message = this.messages[number - 1];
    return message !== undefined && this.carrier(message) !== undefined ? message : undefined;
  }

  connection(name: string): Connection | undefined {
    return this.links.flatMap(({ connections }) => connections).find((each) => each.name === name);
  }

  /** The link between two peers, if there is one. */
  linkBetween(one: PeerAt, other: PeerAt): Link | undefined {
    return this.links.find(({ peers }) => peers.includes(one) && peers.includes(other));
  }

  /** Begins a session over a link, in place of the one there. A guest is called by whoever knows that it is there: with a chance. */
  call(link: number, { offers = bothLive, caller, liar, name, chance }: Call = {}): Connection | undefined {
    const found = this.links[link];
    if (found === undefined || found.isCut || (found.guest !== undefined && chance === undefined)) return undefined;
    // A schedule can have several sessions of the same two peers at once.
    if (name === undefined) found.connections.at(-1)?.cut();
    this.#connected++;
    const called = name ?? `c${this.#connected}`;
    const [first, second] = found.peers;
    const from = caller ?? first;
    const to = from === first ? second : first;
    const made = new Connection({
      name: called,
      link,
      chance: `${chance ?? this.timeline.seed} ${called}`,
      caller: this.peer(from),
      answerer: this.party(to),
      // A schedule says itself what is said; otherwise who keeps a part of the space says so [SYN-27].
      says: name === undefined ? [this.#offer(from, offers[0]), this.#offer(to, offers[1])] : offers,
      liar,
      trace: this.trace,
      moment: () => this.#moments++,
      refusedBefore: this.refusals.length,
      post: (text, of) => {
        const message: Message = {
          ...of,
          number: this.messages.length + 1,
          text,
          where: 'on its way',
          isAltered: false,
          sentAt: this.#moments++,
          endedAt: undefined,
        };
        this.messages.push(message);
        return message;
      },
    });
    found.connections.push(made);
    return made;
  }

  /** A guest joins a peer, or one that was there is called again. */
  join({ at, is, host, chance }: Joining): void {
    let link = this.linkOfGuest(at);
    if (link?.guest === undefined) {
      const guest = new Guest(at, is, host);
      link = { at: this.links.length, peers: [host, at], isCut: false, connections: [], guest };
      this.guests.push(guest);
      this.links.push(link);
    }
    link.isCut = false;
    if (link.guest !== undefined) link.guest.left = undefined;
    this.call(link.at, { chance });
  }

  /** The clock goes on to that of whoever is out there, without anybody having been waited for. It never goes back. */
  catchUp(now: number): void {
    const behind = Math.max(0, now - this.now);
    this.elapsed += behind;
    for (const connection of this.#open) connection.rest(behind);
  }

  /** Answers how many messages are lost with it. */
  cut(link: number): number {
    const open = (this.links[link]?.connections ?? []).filter(({ isOver }) => !isOver);
    const lost = open.reduce((sum, { queue }) => sum + queue.length, 0);
    for (const connection of open) connection.cut();
    return lost;
  }

  /** The sessions of a peer end, because it is there no longer. */
  leave(peer: PeerAt): void {
    for (const connection of this.#open) if (connection.sideOf(peer) !== undefined) connection.cut([peer]);
  }

  /** A message arrives. */
  deliver(message: Message): void {
    this.carrier(message)?.deliver(message);
    this.look();
  }

  /** The number of a message for people: those that were sent before what is shown are not counted. */
  shownAs(message: number): number {
    return message - this.#unshown;
  }

  /** What stands for each state that was seen so far, by its fingerprint. A state that is new is given its look by `look`. */
  get looks(): Looks {
    return this.#looks;
  }

  /** To be called whenever a state may be new, and where what is seen begins: then `isFirst`, and what was before takes no colours and no numbers. `said` is what guests have, as far as they have said it. */
  look(isFirst = false, said: readonly string[] = []): void {
    const seen = [...this.peers.map(({ summary }) => summary.fingerprint), ...said];
    if (isFirst) this.#unshown = this.messages.length;
    this.#looks = looksOf(seen, isFirst ? {} : this.#looks);
  }

  /** Time goes by, and all say what is new. Answers whether anybody had anything to say. */
  pass(micros: number): boolean {
    this.elapsed += micros;
    return this.#open.map((connection) => connection.tick()).some((said) => said);
  }

  /** Everything arrives, until nothing is on its way but what is held back. Answers how much that was. */
  settle(): number {
    let arrived = 0;
    for (let isMore = true; isMore; isMore = this.pass(eventMicros)) {
      for (let message = this.next; message !== undefined; message = this.next) {
        if (++arrived > endless) throw new RangeError(`more than ${endless} messages arrive one after another`);
        this.deliver(message);
        this.pass(arrivalMicros);
      }
    }
    return arrived;
  }

  /** Forgets what became of records so far, and answers it. */
  takeJudged(): readonly Judged[] {
    return this.judged.splice(0);
  }

  /** 64 digits that stand for all that peers keep and for all that is on its way, in the order in which it goes. */
  get hash(): string {
    const peers = this.peers.map(({ state: { native }, summary, clock, off }) => [native, summary, clock, off]);
    const links = this.links.map(({ isCut, connections }) => [isCut, connections.map(({ isOver }) => isOver)]);
    const queues = this.#open.flatMap(({ queue }) => queue);
    return portableSha256(JSON.stringify([peers, links, queues]));
  }

  get #open(): readonly Connection[] {
    return this.links.flatMap(({ connections }) => connections.filter(({ isOver }) => !isOver));
  }

  #offer(at: PeerAt, offer: JsonObject): JsonObject {
    const filter = this.peers[at]?.filter;
    return filter === undefined ? offer : { filter, ...offer };
  }

  #note(judged: Judged): void {
    this.judged.push(judged);
    const { outcome, peer, from, record } = judged;
    if (from === undefined)
      this.trace.add({ do: 'write', peer, record: { ...record, text: String(record.text) } as GivenText });
    const isRefused =
      outcome.is === 'rejected' || (outcome.is === 'ignored' && ['foreign', 'quota'].includes(outcome.reason));
    if (isRefused) this.refusals.push(judged);
  }
}
