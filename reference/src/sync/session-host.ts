import type { Protocol } from '../protocol/protocol.ts';
import type { ReplicaHost } from '../replica/host.ts';
import type { Outcome } from '../replica/outcome.ts';
import type { Engine } from '../signature/engine.ts';
import { runAsync } from '../signature/task.ts';
import type { Take } from './exchange.ts';
import { maxMessageBytes } from './message.ts';
import type { Pace } from './pace.ts';
import { Session } from './session.ts';
import type { RoundReport, SessionEnd, SessionProgress, SessionSettings } from './session-types.ts';
import type { SyncReplica } from './sync-replica.ts';

/** A replica that is synced, and who takes records in for it. */
export interface HostedReplica {
  readonly source: SyncReplica;
  readonly host: Pick<ReplicaHost, 'ingest'>;
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
  /** How it shares time and memory with other sessions. */
  readonly pace?: Pace | undefined;
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

/** How long something that is awaited may take, in microseconds, and how many records sent in a turn allow as much again. */
const patience = 60_000_000;
const recordsOfPatience = 10_000;

/** A partner that sends more than this before it has been worked off does not wait for its turn. In UTF-16 code units. */
const maxWaiting = 8 * maxMessageBytes;

/** While more lists of messages wait to be sent, nothing is received: an honest partner causes half as many. */
const maxWaitingLists = 8;

/** Opens a session. It runs by the clock alone: whoever has it calls `tick`. */
export function createSession(options: SessionHostOptions): SessionHost {
  return new RunningSession(options);
}

/** Receives also while it sends: two live peers that both send much would otherwise wait for each other. */
class RunningSession implements SessionHost {
  readonly #options: SessionHostOptions;
  readonly #session: Session;
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #acting = 0;
  #sending: Promise<void> = Promise.resolve();
  #isSending = false;
  /** When something came, or was taken from us, and how many records had been sent when something came. */
  #lastMoved: number;
  #sentBefore = 0;
  #isTold = false;

  constructor(options: SessionHostOptions) {
    this.#options = options;
    this.#lastMoved = options.clock();
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

  async start(): Promise<void> {
    await this.#inTurn(() => runAsync(this.#session.start(), this.#options.engine));
    await this.#sending;
  }

  async receive(text: string): Promise<void> {
    this.#waiting += text.length;
    if (this.#waiting > maxWaiting) void this.leave('busy', 'too much was sent before it was answered');
    await this.#inTurn(async () => {
      this.#waiting -= text.length;
      const { heard } = this.#session;
      const report = await runAsync(this.#session.receive(text, this.#options.clock()), this.#options.engine);
      // It was heard when it was worked off, whatever time that took. What is ignored does not count as having come.
      if (this.#session.heard > heard) {
        this.#lastMoved = this.#options.clock();
        this.#sentBefore = this.#session.progress.sent;
      }
      if (report !== undefined) this.#options.onRound?.(report);
    });
    if (this.#session.waitingLists > maxWaitingLists) await this.#sending;
  }

  tick(): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.#options.clock();
      const turns = 1 + Math.floor((this.#session.progress.sent - this.#sentBefore) / recordsOfPatience);
      if ((this.#session.isWaiting || this.#isSending) && now - this.#lastMoved > patience * turns) {
        this.#session.leave('timeout', 'nothing came for a minute');
      }
      if (!this.#isSending) this.#session.tick(now);
    });
  }

  async closed(): Promise<void> {
    await this.#inTurn(async () => this.#session.closed());
    await this.#sending;
  }

  /** What waits is not looked at any more. */
  leave(code: 'busy' | 'timeout' | 'unwelcome', detail?: string): Promise<void> {
    return this.#inTurn(async () => this.#session.leave(code, detail));
  }

  /** One thing after another; what is to be sent for it is on its way then, and need not have gone. */
  #inTurn(act: () => Promise<unknown>): Promise<void> {
    this.#acting++;
    const done = this.#work.then(async () => {
      try {
        await act();
      } catch (error) {
        // A store that fails ends the session: nobody knows what the partner has got.
        this.#session.closed();
        throw error;
      } finally {
        this.#acting--;
        this.#flush();
      }
    });
    this.#work = done.catch(() => undefined);
    return done;
  }

  /** Whether what was to be sent is not to be sent any more. */
  get #isCut(): boolean {
    const { end } = this.#session;
    return end !== undefined && end.how !== 'done';
  }

  #flush(): void {
    if (!this.#isSending) {
      this.#isSending = true;
      this.#sending = this.#sendAll();
      // Whoever waits for it hears of a failure.
      this.#sending.catch(() => undefined);
    } else if (this.#isCut) {
      // The last word does not wait until the partner has taken those before it.
      for (const text of this.#session.outgoing()) void Promise.resolve(this.#options.send(text)).catch(ignored);
      this.#tell();
    }
  }

  async #sendAll(): Promise<void> {
    try {
      for (const text of this.#session.outgoing()) {
        await this.#options.send(text);
        this.#lastMoved = this.#options.clock();
        if (this.#isCut) break;
      }
    } catch (error) {
      // So does a transport that fails.
      this.#session.closed();
      throw error;
    } finally {
      this.#isSending = false;
      if (this.#acting === 0 || this.#isCut) this.#tell();
    }
  }

  #tell(): void {
    const { end } = this.#session;
    if (end === undefined || this.#isTold) return;
    this.#isTold = true;
    this.#options.onEnd?.(end);
  }
}

/** Whether the last word arrives is nobody's concern. */
const ignored = () => undefined;

/** Records of many sessions are taken in together. */
const takeBy = (host: HostedReplica['host']): Take =>
  function* (records) {
    let outcomes: readonly Outcome[] = [];
    yield () =>
      host.ingest(records).then((answer) => {
        outcomes = answer;
        return true;
      });
    return outcomes;
  };
