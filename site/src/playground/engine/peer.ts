import type {
  GivenRecord,
  JsonObject,
  Outcome,
  Protocol,
  Quota,
  Replica,
  ReplicaState,
  Task,
} from '@rockpool/reference';
import { createVariant } from '../../../../reference/src/subject/variant.ts';
import { type Summary, summarise } from '../../../../reference/src/sync/fingerprint.ts';
import { Disk } from './disk.ts';
import { Ear } from './ear.ts';
import { engine } from './engine.ts';
import type { PeerAt, PeerSetup } from './event.ts';
import { overheard } from './overheard.ts';
import { type Author, authors } from './people.ts';
import { openReplica, portableSha256, run, SyncReplica, usualQuota } from './reference.ts';
import { Tape } from './tape.ts';

/** What became of a record that a peer was given, and from whom it came; from nobody if it was written there. */
export type Judged = {
  readonly peer: PeerAt;
  readonly from: PeerAt | undefined;
  readonly record: GivenRecord;
  readonly outcome: Outcome;
  readonly now: number;
};

export type PeerOptions = {
  readonly at: PeerAt;
  readonly setup: PeerSetup;
  readonly space: string;
  /** The true time, in microseconds since 1970. */
  readonly time: () => number;
  readonly onJudged: (judged: Judged) => void;
};

/** One peer: a replica of the reference over a disk, a clock, and whoever writes there. */
export class Peer {
  readonly at: PeerAt;
  readonly setup: PeerSetup;
  readonly author: Author;
  readonly space: string;
  readonly tape = new Tape();
  /** Hears which rules its program asks. */
  readonly ear = new Ear();
  readonly engine = this.ear.hearing(engine);
  readonly #time: () => number;
  readonly #onJudged: (judged: Judged) => void;
  readonly #off = new Set<string>();
  #ahead: number;
  #latest = 0;
  #opened = 0;
  #protocol: Protocol;
  #disk = new Disk();
  #quota: Quota;
  #replica!: Replica;
  #state: { readonly key: string; readonly state: ReplicaState } | undefined;
  #source!: SyncReplica;

  constructor({ at, setup, space, time, onJudged }: PeerOptions) {
    this.at = at;
    this.setup = setup;
    this.space = space;
    this.author = authors[setup.person];
    this.#time = time;
    this.#onJudged = onJudged;
    this.#ahead = setup.ahead ?? 0;
    this.#quota = setup.quota ?? usualQuota;
    this.#protocol = this.#without([]);
    this.open(this.#disk);
  }

  /** What its clock shows. */
  get clock(): number {
    return this.#time() + this.#ahead;
  }

  /** The clock of its replica, which never goes back: when the other is set back, this one stands still until its time has come again. */
  get now(): number {
    this.#latest = Math.max(this.#latest, this.clock);
    return this.#latest;
  }

  get ahead(): number {
    return this.#ahead;
  }

  get isStanding(): boolean {
    return this.now > this.clock;
  }

  setAhead(micros: number): void {
    this.#ahead = micros;
  }

  get replica(): Replica {
    return this.#replica.under(this.#protocol);
  }

  get source(): SyncReplica {
    return this.#source;
  }

  get protocol(): Protocol {
    return this.#protocol;
  }

  get disk(): Disk {
    return this.#disk;
  }

  /** What this replica is called on the tape; a wiped peer begins another one. */
  get name(): string {
    return `r${this.#opened}`;
  }

  /** The requirements that are left out. */
  get off(): readonly string[] {
    return [...this.#off];
  }

  leaveOut(requirement: string, isOff: boolean): void {
    if (isOff) this.#off.add(requirement);
    else this.#off.delete(requirement);
    this.#protocol = this.#without([...this.#off]);
  }

  #without(requirements: readonly string[]): Protocol {
    return overheard(createVariant(portableSha256, requirements), this.ear.note);
  }

  /** Begins anew over a disk. */
  open(disk: Disk): void {
    const { filter, quota } = this.setup;
    const { space } = this;
    this.#opened++;
    this.#openOver(disk);
    this.tape.ask('replica.open', {
      replica: this.name,
      family: 'native',
      space,
      ...(filter !== undefined && { filter }),
      ...(quota !== undefined && { quota }),
    });
    if (disk.size > 0) this.tape.spoil('it began with a full disk');
  }

  /** Begins anew over the disk that it has. */
  reopen(): void {
    this.#openOver(this.#disk);
  }

  #openOver(disk: Disk): void {
    const { filter } = this.setup;
    const { space } = this;
    this.#disk = disk;
    const opened = openReplica({
      protocol: this.#protocol,
      store: disk,
      family: 'native',
      space,
      filter,
      quota: this.#quota,
    });
    if (!opened.ok) throw new RangeError(`the replica of peer ${this.at} cannot be opened: ${opened.code}`);
    this.#replica = opened.replica;
    this.#source = new SyncReplica(opened.replica, portableSha256);
  }

  /** Takes in what a partner sent, as a session asks for it. */
  *taking(records: readonly GivenRecord[], from: PeerAt): Task<Outcome[]> {
    const outcomes = yield* this.replica.ingest(records, this.now);
    this.#note(records, outcomes, from);
    return outcomes;
  }

  /** Is given records by hand. */
  give(records: readonly GivenRecord[]): readonly Outcome[] {
    const { now } = this;
    this.tape.ask('replica.ingest', { replica: this.name, now, records });
    const outcomes = run(this.replica.ingest(records, now), engine);
    this.#note(records, outcomes, undefined);
    return outcomes;
  }

  /** What stands for all that it keeps: the fingerprint that it would send now, without a filter, and how many records there are. */
  get summary(): Summary {
    return summarise(this.#source.snapshot(this.now), portableSha256);
  }

  /** What its replica says that it holds. It is asked anew only where something has changed: that reads every record. */
  get state(): ReplicaState {
    const key = [this.#opened, this.#disk.version, this.summary.fingerprint, ...this.#off].join(' ');
    if (this.#state?.key !== key) this.#state = { key, state: this.replica.state(this.now) };
    return this.#state.state;
  }

  /** All that it keeps, as it would travel. */
  get bundle(): readonly GivenRecord[] {
    return [...this.replica.all(this.now)].map((found) => ({
      format: found.record.format,
      text: this.#protocol.steps.sync.textOf(found, false),
    }));
  }

  /** The part of the space that it keeps. */
  get filter(): JsonObject | undefined {
    return this.setup.filter;
  }

  #note(records: readonly GivenRecord[], outcomes: readonly Outcome[], from: PeerAt | undefined): void {
    const { now } = this;
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.is === 'rejected') this.ear.blame(outcome.rejected.requirement);
      this.#onJudged({ peer: this.at, from, record: records[index] as GivenRecord, outcome, now });
    }
  }
}
