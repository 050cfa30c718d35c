import type { Caller } from '../cli/network.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Engine } from '../signature/engine.ts';
import { SharedPace } from '../sync/pace.ts';
import type { HostedReplica } from '../sync/session-host.ts';
import { syncOver } from '../sync/sync-over.ts';
import { countedTransport } from '../transport/counted-transport.ts';
import type { JsonObject } from '../value/json.ts';
import { pubMetrics } from './pub-metrics.ts';
import { endingWord, PubSession } from './pub-session.ts';
import { RateLimit } from './rate-limit.ts';

/** A space that a pub serves, by the name that its operator gave it. */
export interface PubSpace extends HostedReplica {
  readonly name: string;
}

export interface PubOptions {
  readonly protocol: Protocol;
  readonly engine: Engine;
  /** In microseconds since 1970. */
  readonly clock: () => number;
  readonly random: (byteLength: number) => Uint8Array;
  readonly spaces: readonly PubSpace[];
  /** Where it is reached, if that is known [SYN-10]. */
  readonly addresses: readonly string[] | undefined;
  readonly maxSessions: number;
  /** How many sessions one address may begin in a minute; 0: as many as it likes. */
  readonly perMinute: number;
  /** Is fulfilled when all that came meanwhile has been worked off. */
  readonly pause: () => Promise<void>;
  /** How long a session may wait until it can count items by itself, before its caller hears `busy`. */
  readonly patience: () => Promise<void>;
  /** How many items may be counted for single sessions at a time, with a filter or with lift 1; 1,000,000 where absent. */
  readonly maxOwnItems?: number | undefined;
  /** Is told what happens, without anything secret: no id of a space, no record, nothing that a caller made up but a key that it has. */
  readonly log: (event: string, facts: JsonObject) => void;
}

const nonceBytes = 32;
const maxOwnItems = 1_000_000;

/** Answers sessions about some spaces, any number at a time. */
export class Pub {
  readonly #options: PubOptions;
  readonly #metrics = pubMetrics();
  readonly #rate: RateLimit;
  readonly #pace: SharedPace;
  readonly #sessions = new Set<PubSession>();
  #count = 0;
  #isStopping = false;

  constructor(options: PubOptions) {
    this.#options = options;
    this.#pace = new SharedPace({ maxItems: options.maxOwnItems ?? maxOwnItems, ...options });
    this.#rate = new RateLimit(options.perMinute, options.clock);
    // The trees are built before anybody waits for them.
    this.#countItems();
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Whether a caller may begin. */
  admits(from: string): boolean {
    const why = this.#isStopping
      ? 'stopping'
      : this.#sessions.size >= this.#options.maxSessions
        ? 'full'
        : this.#rate.admits(from)
          ? undefined
          : 'rate';
    if (why === undefined) return true;
    this.#metrics.add('rockpool_callers_turned_away_total', 1, { why });
    this.#options.log('turned-away', { from, why });
    return false;
  }

  meet({ transport, by, from }: Caller): void {
    const { protocol, engine, clock, random, spaces, addresses, log } = this.#options;
    const session = new PubSession(++this.#count, this.#metrics);
    const { number } = session;
    this.#sessions.add(session);
    this.#metrics.add('rockpool_sessions_total', 1, { by });
    log('begin', { session: number, by, from });
    const counted = countedTransport(transport, (direction, bytes) =>
      this.#metrics.add(direction === 'sent' ? 'rockpool_bytes_sent_total' : 'rockpool_bytes_received_total', bytes),
    );
    const facts = () => {
      const { space, partner = null, sent = 0, got = 0 } = session.progress ?? {};
      const { name = null } = spaces.find(({ source }) => source.space === space) ?? {};
      return { session: number, space: name, partner, sent, got };
    };
    const carried = syncOver(counted, {
      role: 'answerer',
      protocol,
      engine,
      clock,
      entropy: random(nonceBytes),
      live: true,
      sparesMemory: true,
      pace: this.#pace,
      addresses,
      replicas: spaces,
      onRound(report) {
        session.count();
        session.countRound(report);
        log('round', { ...facts(), equal: report.equal, refused: report.refused, wanted: report.wanted });
      },
    });
    session.carriedBy(carried);
    void carried.ended
      .then(
        ({ session: end }) => endingWord(end),
        (fault: unknown) => {
          log('fault', { session: number, what: fault instanceof Error ? fault.message : 'unknown' });
          return 'fault';
        },
      )
      .then((how) => {
        session.count();
        this.#sessions.delete(session);
        this.#metrics.add('rockpool_session_ends_total', 1, { how });
        log('end', { ...facts(), how });
      });
  }

  /** `/health` and `/metrics`. */
  page(path: string): Response | undefined {
    if (path === '/health') {
      const status = this.#isStopping ? 'stopping' : 'ok';
      return Response.json({ status, spaces: this.#options.spaces.length, sessions: this.size }, { headers: fresh });
    }
    if (path !== '/metrics') return undefined;
    for (const session of this.#sessions) session.count();
    this.#metrics.set('rockpool_sessions', this.size);
    this.#countItems();
    return new Response(this.#metrics.toText(), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', ...fresh },
    });
  }

  /** Takes nobody in any more, and tells all why. */
  async stop(reason: string): Promise<void> {
    this.#isStopping = true;
    this.#pace.close();
    await Promise.all([...this.#sessions].map((session) => session.leave(reason).catch(() => undefined)));
  }

  /** Waits until every session has ended. */
  async ended(): Promise<void> {
    await Promise.all([...this.#sessions].map(({ ended }) => ended));
  }

  #countItems(): void {
    const { spaces, clock } = this.#options;
    for (const { name, source } of spaces)
      this.#metrics.set('rockpool_items', source.snapshot(clock()).size, { space: name });
  }
}

const fresh = { 'cache-control': 'no-store' };
