import type { JsonObject } from '@rockpool/reference';
import { type End, type EndOptions, HonestEnd, otherSide, type Side } from './end.ts';
import type { PeerAt } from './event.ts';
import { Guest } from './guest.ts';
import { GuestEnd } from './guest-end.ts';
import { byteLength, type Message, typeOf } from './message.ts';
import { type Odds, oddsOf } from './odds.ts';
import type { Peer } from './peer.ts';
import type { Trace } from './trace.ts';
import { saidIn, type Turn } from './turns.ts';

/** Who writes down each text that is sent, and gives it its number. */
export type Post = (
  text: string,
  of: Pick<Message, 'from' | 'to' | 'link' | 'connection' | 'isForged' | 'repeats'>,
) => Message;

export type ConnectionOptions = {
  readonly name: string;
  readonly link: number;
  readonly chance: string;
  readonly caller: Peer;
  readonly answerer: Peer | Guest;
  readonly says: readonly [JsonObject, JsonObject];
  readonly post: Post;
  readonly trace: Trace;
  /** Counts sendings and arrivals. */
  readonly moment: () => number;
  /** How many records had been refused before, by anybody. */
  readonly refusedBefore: number;
  /** Who speaks in place of an honest caller. */
  readonly liar?: ((options: EndOptions) => End<Peer>) | undefined;
};

const sides: readonly Side[] = ['caller', 'answerer'];

/** Two sessions and the messages between them: a transport in memory whose messages wait until somebody lets them arrive. */
export class Connection {
  readonly name: string;
  readonly link: number;
  readonly ends: { readonly caller: End<Peer>; readonly answerer: End };
  /** What this first comparison has to find, whatever the protocol; of a guest nobody knows. */
  readonly odds: Odds | undefined;
  readonly turns: Turn[] = [];
  /** What was sent so far, in bytes; of that, in messages that carry records or contents. */
  bytes = 0;
  recordBytes = 0;
  isOver = false;
  readonly refusedBefore: number;
  readonly #post: Post;
  readonly #moment: () => number;
  readonly #trace: Trace;
  readonly #queue: Message[] = [];

  constructor({
    name,
    link,
    chance,
    caller,
    answerer,
    says,
    post,
    trace,
    moment,
    refusedBefore,
    liar,
  }: ConnectionOptions) {
    this.name = name;
    this.link = link;
    this.#post = post;
    this.#moment = moment;
    this.#trace = trace;
    trace.add({ do: 'connect', connection: name, peers: [caller.at, answerer.at], offers: says });
    if (liar !== undefined) trace.spoil('a program that lies');
    this.refusedBefore = refusedBefore;
    this.odds = answerer instanceof Guest ? undefined : oddsOf(caller, answerer);
    const ends = { name, chance };
    const calling: EndOptions = { ...ends, peer: caller, partner: answerer.at, side: 'caller', says: says[0] };
    this.ends = {
      caller: liar?.(calling) ?? new HonestEnd(calling),
      answerer:
        answerer instanceof Guest
          ? new GuestEnd(answerer)
          : new HonestEnd({ ...ends, peer: answerer, partner: caller.at, side: 'answerer', says: says[1] }),
    };
    for (const side of sides) this.#send(side, this.ends[side].start());
  }

  /** What is on its way or held back, in the order in which it was sent. */
  get queue(): readonly Message[] {
    return this.#queue;
  }

  sideOf(peer: PeerAt): Side | undefined {
    return sides.find((side) => this.ends[side].peer.at === peer);
  }

  /** The first message to each side that nothing holds back, the one that was sent first in front. */
  get next(): Message | undefined {
    return sides.flatMap((side) => this.nextFor(side) ?? []).sort((a, b) => a.number - b.number)[0];
  }

  /** What arrives next at a side, unless it is held back. */
  nextFor(side: Side): Message | undefined {
    const first = this.#queue.find(({ to }) => to === this.ends[side].peer.at);
    return first?.where === 'on its way' ? first : undefined;
  }

  deliver(message: Message): void {
    this.#take(message);
    this.#finish(message, 'arrived');
    const side = this.sideOf(message.to);
    const arrives = { caller: 0, answerer: 0, ...(side !== undefined && { [side]: 1 }) };
    this.#trace.add({ do: 'deliver', connection: this.name, ...arrives });
    if (side !== undefined && !this.isOver) {
      const end = this.ends[side];
      const answer = end.receive(message.text);
      message.asked = end.asked;
      this.#send(side, answer);
    }
    this.#endWhenBothHave();
  }

  lose(message: Message): void {
    this.#take(message);
    this.#finish(message, 'lost');
  }

  /** The same text once more, behind the first. */
  repeat(message: Message): void {
    const { from, to, link, connection, isForged } = message;
    const again = this.#post(message.text, { from, to, link, connection, isForged, repeats: message.number });
    this.#queue.splice(this.#queue.indexOf(message) + 1, 0, again);
  }

  /** Overtakes those before it. */
  hurry(message: Message): void {
    this.#trace.spoil('a message that overtakes another');
    this.#take(message);
    const first = this.#queue.findIndex(({ to }) => to === message.to);
    this.#queue.splice(first < 0 ? this.#queue.length : first, 0, message);
  }

  /** Puts a text among those of one side that it did not send. */
  slip(from: PeerAt, text: string): Message | undefined {
    const side = this.sideOf(from);
    return side === undefined || this.isOver ? undefined : this.#send(side, [text], true)[0];
  }

  /** A guest has said something. */
  hear(text: string): void {
    this.#send('answerer', [text]);
  }

  /** The clock goes on without anybody having been waited for. */
  rest(micros: number): void {
    for (const side of sides) this.ends[side].rest(micros);
  }

  /** The time has come for both to say what is new. Answers whether anything was sent. */
  tick(): boolean {
    if (this.isOver) return false;
    const sent = sides.map((side) => this.#send(side, this.ends[side].tick()));
    this.#endWhenBothHave();
    return sent.some(({ length }) => length > 0);
  }

  /** What was on its way is lost, and who is still there is told. */
  cut(gone: readonly PeerAt[] = []): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#trace.add({ do: 'drop', connection: this.name });
    for (const message of this.#queue.splice(0)) this.#finish(message, 'lost');
    for (const side of sides) if (!gone.includes(this.ends[side].peer.at)) this.ends[side].close();
  }

  #finish(message: Message, where: 'arrived' | 'lost'): void {
    message.where = where;
    message.endedAt = this.#moment();
  }

  #take(message: Message): void {
    const at = this.#queue.indexOf(message);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  #send(side: Side, texts: readonly string[], isForged = false): readonly Message[] {
    const [from, to] = [this.ends[side].peer, this.ends[otherSide(side)].peer];
    return texts.map((text) => {
      const { link, name: connection } = this;
      const message = this.#post(text, { from: from.at, to: to.at, link, connection, isForged, repeats: undefined });
      this.#queue.push(message);
      const bytes = byteLength(text);
      this.bytes += bytes;
      if (['records', 'contents'].includes(typeOf(text))) this.recordBytes += bytes;
      // What a guest has, nobody knows: what it says is looked up among what its host has.
      const among = from instanceof Guest ? to : from;
      const turn = among instanceof Guest ? undefined : saidIn(message, among);
      if (turn !== undefined) this.turns.push(turn);
      return message;
    });
  }

  /** With the last word delivered, the transport ends too. */
  #endWhenBothHave(): void {
    if (this.#queue.length === 0 && sides.every((side) => this.ends[side].ended !== undefined)) this.isOver = true;
  }
}
