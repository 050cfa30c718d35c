import type { JsonObject, RoundReport, SessionEnd } from '@rockpool/reference';
import type { Summary } from '../../../../reference/src/sync/fingerprint.ts';
import type { Asked } from './ear.ts';
import { engine, entropyOf } from './engine.ts';
import type { Guest } from './guest.ts';
import { typeOf } from './message.ts';
import type { Peer } from './peer.ts';
import { decodeHex, portableSha256, run, Session } from './reference.ts';

/** Which side of a session. */
export type Side = 'caller' | 'answerer';
export const otherSide = (side: Side): Side => (side === 'caller' ? 'answerer' : 'caller');

/** One side of a session, as whoever carries its messages sees it. */
export type End<Party extends Peer | Guest = Peer | Guest> = {
  readonly peer: Party;
  readonly side: Side;
  /** What the last round ended with. */
  readonly report: RoundReport | undefined;
  /** What this peer kept when its partner last had the same, and when that was by its own clock. */
  readonly agreed: (Summary & { readonly at: number }) | undefined;
  /** What this peer kept when it last told its partner of all that. */
  readonly told: Summary | undefined;
  readonly ended: SessionEnd | undefined;
  /** How many of the partner's messages it has heeded. */
  readonly heard: number;
  /** What it asked of the message that it was given last; absent where nobody hears that. */
  readonly asked?: readonly Asked[] | undefined;
  /** Whether it does what the reference does. */
  readonly isHonest: boolean;
  start(): readonly string[];
  receive(text: string): readonly string[];
  tick(): readonly string[];
  /** The clock goes on so far without anybody having been waited for, in microseconds. */
  rest(micros: number): void;
  /** The transport has ended. */
  close(): void;
};

export type EndOptions = {
  readonly peer: Peer;
  readonly partner: number;
  readonly side: Side;
  /** The connection, by which the tape knows the session. */
  readonly name: string;
  /** What decides the nonce. */
  readonly chance: string;
  readonly says: JsonObject;
};

/** How long something that is awaited may take, in microseconds. */
const patience = 60_000_000;

/** The session of the reference at one side, and what it knows. */
export class HonestEnd implements End<Peer> {
  readonly peer: Peer;
  readonly side: Side;
  readonly isHonest = true;
  readonly #session: Session;
  readonly #name: string;
  readonly #options: EndOptions;
  #report: RoundReport | undefined;
  #agreed: End['agreed'];
  #told: Summary | undefined;
  #lastHeard: number;
  #asked: readonly Asked[] = [];

  constructor(options: EndOptions) {
    const { peer, partner, side, name, chance, says } = options;
    this.#options = options;
    this.peer = peer;
    this.side = side;
    this.#name = `${name}-${side}`;
    this.#lastHeard = peer.clock;
    this.#session = new Session({
      ...says,
      protocol: peer.protocol,
      role: side,
      entropy: decodeHex(entropyOf(chance, side)),
      sha256: portableSha256,
      replicas: [peer.source],
      take: () => (records) => peer.taking(records, partner),
    });
  }

  get report(): RoundReport | undefined {
    return this.#report;
  }

  get agreed(): End['agreed'] {
    return this.#agreed;
  }

  get told(): Summary | undefined {
    return this.#told;
  }

  get ended(): SessionEnd | undefined {
    return this.#session.end;
  }

  get asked(): readonly Asked[] {
    return this.#asked;
  }

  get heard(): number {
    return this.#session.heard;
  }

  start(): readonly string[] {
    const { says, side, chance } = this.#options;
    const { peer } = this;
    const entropy = entropyOf(chance, side);
    peer.tape.ask('session.open', {
      session: this.#name,
      replica: peer.name,
      now: peer.clock,
      role: side,
      entropy,
      ...says,
    });
    run(this.#session.start(), engine);
    return this.#sent();
  }

  receive(text: string): readonly string[] {
    const { answer, asked } = this.peer.ear.listen(() => this.#receive(text));
    this.#asked = asked;
    return answer;
  }

  #receive(text: string): readonly string[] {
    const now = this.peer.clock;
    this.#ask({ text });
    this.#session.goBy(this.peer.protocol);
    const { heard } = this.#session;
    const report = run(this.#session.receive(text, now), this.peer.engine);
    if (this.#session.heard > heard) this.#lastHeard = now;
    if (report !== undefined) this.#report = report;
    const sent = this.#sent();
    if (report !== undefined || typeOf(text) === 'state') this.#notice(now, report?.equal ?? sent.length === 0);
    return sent;
  }

  tick(): readonly string[] {
    if (this.ended !== undefined) return [];
    const now = this.peer.clock;
    this.#session.goBy(this.peer.protocol);
    if (this.#session.isWaiting && now - this.#lastHeard > patience) {
      this.#session.leave('timeout', 'nothing came for a minute');
      return this.#sent();
    }
    this.#session.tick(now);
    const sent = this.#sent();
    // A question that nothing comes of is left out of the tape: there are a great many.
    if (sent.length > 0) this.#ask({});
    return sent;
  }

  rest(micros: number): void {
    this.#lastHeard += micros;
  }

  close(): void {
    if (this.ended !== undefined) return;
    this.#ask({ closed: true });
    this.#session.closed();
  }

  #ask(more: JsonObject): void {
    const { clock: now, tape } = this.peer;
    tape.ask('session.receive', { session: this.#name, now, ...more });
  }

  #sent(): readonly string[] {
    const sent = [...this.#session.outgoing()];
    if (sent.some((text) => typeOf(text) === 'state')) this.#told = this.peer.summary;
    return sent;
  }

  /** The partner has said what it has. Remembers what was agreed on, and forgets it when it has something else. */
  #notice(now: number, isSame: boolean): void {
    if (!isSame) {
      this.#agreed = undefined;
      this.#told = undefined;
    } else if (this.#session.progress.agreedAt === now) this.#agreed = { ...this.peer.summary, at: now };
  }
}
