import type { Protocol } from '../protocol/protocol.ts';
import type { ReplicaHost } from '../replica/host.ts';
import type { Outcome } from '../replica/outcome.ts';
import type { Engine } from '../signature/engine.ts';
import { runAsync } from '../signature/task.ts';
import type { Take } from './exchange.ts';
import { maxMessageBytes } from './message.ts';
import { Session } from './session.ts';
import type { RoundReport, SessionEnd, SessionProgress, SessionSettings } from './session-types.ts';
import type { SyncReplica } from './sync-replica.ts';

/** A replica that is synced, and who takes records in for it. */
export interface HostedReplica {
  readonly source: SyncReplica;
  readonly host: ReplicaHost;
}

/** What a session needs of its host. */
export interface SessionHostOptions extends Omit<SessionSettings, 'sha256'> {
  readonly protocol: Protocol;
  readonly engine: Engine;
  /** In microseconds since 1970. */
  readonly clock: () => number;
  /** The replicas that the session may be about; of a caller one. */
  readonly replicas: readonly HostedReplica[];
  /** Takes one message to the partner. The next one waits for that. */
  readonly send: (text: string) => void | Promise<void>;
  readonly onRound?: ((report: RoundReport) => void) | undefined;
  /** Is called once. The transport is to be closed then: nothing more is sent. */
  readonly onEnd?: ((end: SessionEnd) => void) | undefined;
}

/** A session that runs. What comes while it works waits for its turn. */
export interface SessionHost {
  readonly progress: SessionProgress;
  /** How it ended; undefined as long as it goes on. */
  readonly end: SessionEnd | undefined;
  /** Begins; a caller sends its `hello`. */
  start(): Promise<void>;
  /** A message of the partner. Is fulfilled when it has been worked off: who can, brings the next one only then. */
  receive(text: string): Promise<void>;
  /** The time has come to look whether something has to be sent, or has not come: about once a second. */
  tick(): Promise<void>;
  /** The transport has ended. */
  closed(): Promise<void>;
  /** Ends the session for a reason of the peer's own. */
  leave(code: 'busy' | 'timeout' | 'unwelcome', detail?: string): Promise<void>;
}

/** How long something that is awaited may take, in microseconds. */
const patience = 60_000_000;

/** For so many records in a turn, the partner has a minute more. */
const recordsPerMinute = 10_000;

/** A partner that sends more than this before it has been worked off does not wait for its turn. In UTF-16 code units. */
const maxWaiting = 8 * maxMessageBytes;

/** Opens a session. It runs by the clock alone: whoever has it calls `tick`. */
export function createSession(options: SessionHostOptions): SessionHost {
  return new RunningSession(options);
}

class RunningSession implements SessionHost {
  readonly #options: SessionHostOptions;
  readonly #session: Session;
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #lastHeard: number;
  /** How many records had been sent then. */
  #sentBefore = 0;
  #isTold = false;

  constructor(options: SessionHostOptions) {
    this.#options = options;
    this.#lastHeard = options.clock();
    const { protocol, replicas } = options;
    this.#session = new Session({
      ...options,
      sha256: protocol.sha256,
      replicas: replicas.map(({ source }) => source),
      take: (source) => takeBy((replicas.find((each) => each.source === source) as HostedReplica).host),
    });
  }

  get progress(): SessionProgress {
    return this.#session.progress;
  }

  get end(): SessionEnd | undefined {
    return this.#session.end;
  }

  start(): Promise<void> {
    return this.#inTurn(() => runAsync(this.#session.start(), this.#options.engine));
  }

  receive(text: string): Promise<void> {
    this.#waiting += text.length;
    if (this.#waiting > maxWaiting) void this.leave('busy', 'too much was sent before it was answered');
    return this.#inTurn(async () => {
      this.#waiting -= text.length;
      const { heard } = this.#session;
      const report = await runAsync(this.#session.receive(text, this.#options.clock()), this.#options.engine);
      // What is ignored does not count as having come.
      if (this.#session.heard > heard) this.#hear();
      if (report !== undefined) this.#options.onRound?.(report);
    });
  }

  tick(): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.#options.clock();
      if (this.#session.isWaiting && now - this.#lastHeard > this.#patience) {
        this.#session.leave('timeout', 'nothing came for a minute');
      }
      this.#session.tick(now);
    });
  }

  closed(): Promise<void> {
    return this.#inTurn(async () => this.#session.closed());
  }

  /** What waits is not looked at any more. */
  leave(code: 'busy' | 'timeout' | 'unwelcome', detail?: string): Promise<void> {
    return this.#inTurn(async () => this.#session.leave(code, detail));
  }

  /** The partner has as much longer as it has more to look at. */
  get #patience(): number {
    const sent = this.#session.progress.sent - this.#sentBefore;
    return patience * (1 + Math.floor(sent / recordsPerMinute));
  }

  /** It was heard when it was worked off, whatever time that took. */
  #hear(): void {
    this.#lastHeard = this.#options.clock();
    this.#sentBefore = this.#session.progress.sent;
  }

  /** One thing after another; what is to be sent for it is sent before the next. */
  #inTurn(act: () => Promise<unknown>): Promise<void> {
    const done = this.#work.then(async () => {
      try {
        await act();
        for (const text of this.#session.outgoing()) await this.#options.send(text);
      } catch (error) {
        // A store or a transport that fails ends the session: nobody knows what the partner has got.
        this.#session.closed();
        throw error;
      } finally {
        this.#tell();
      }
    });
    this.#work = done.catch(() => undefined);
    return done;
  }

  #tell(): void {
    const { end } = this.#session;
    if (end === undefined || this.#isTold) return;
    this.#isTold = true;
    this.#options.onEnd?.(end);
  }
}

/** Records of many sessions are taken in together. */
const takeBy = (host: ReplicaHost): Take =>
  function* (records) {
    let outcomes: readonly Outcome[] = [];
    yield () =>
      host.ingest(records).then((answer) => {
        outcomes = answer;
        return true;
      });
    return outcomes;
  };
