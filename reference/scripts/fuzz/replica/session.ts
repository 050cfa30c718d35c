import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createProtocol,
  type JsonObject,
  MemoryStore,
  type Outcome,
  openReplica,
  type Protocol,
  type Replica,
  run,
  type Store,
  verify,
  without,
} from '@rockpool/reference';
import { createNodeEngine, nodeSha256, openSqliteStore } from '@rockpool/reference/node';
import { Random } from '../random.ts';
import { type Acknowledged, examine, Impossible, insistSame } from './examine.ts';
import { type Given, given, query, strangeQuery } from './lists.ts';
import { authors, type makePool, namedBy, type Sample, SHARE, SPACE, START } from './pool.ts';
import { examineQuery } from './queries.ts';

/** How many lists of records a replica is given in its life. */
const LISTS = 25;
const LONGEST_LIST = 16;
/** So few that they come again, and find what they are about. */
const SAMPLES = 60;
/** One replica in so many has a file. */
const IN_A_FILE = 16;

const strict = createProtocol(nodeSha256);
/** Signatures are looked at, but need not fit: so more of what is broken is taken in. */
const lenient = without(strict, ['SIG-7']);
const engine = createNodeEngine();

/** How many records had which answer. */
export type Answers = Record<string, number>;

/** What a session is made of. */
export interface SessionOptions {
  readonly seed: number;
  readonly index: number;
  readonly pool: ReturnType<typeof makePool>;
  /** What is shaken in place of the reference. */
  readonly open?: typeof openReplica;
}

/** The life of one replica: what it is given, what it is asked, and whether its answers can be. It follows from seed and index. */
export class Session {
  readonly answers: Answers = {};
  records = 0;
  readonly #random: Random;
  readonly #family: 'native' | 'earthstar';
  readonly #protocol: Protocol;
  readonly #samples: readonly Sample[];
  readonly #filter: JsonObject | undefined;
  readonly #quota: { perKey: number; total: number } | undefined;
  readonly #folder: string | undefined;
  readonly #open: typeof openReplica;
  #now = START;
  #store: Store;
  #replica: Replica;
  #acknowledged: Acknowledged[] = [];

  constructor({ seed, index, pool, open = openReplica }: SessionOptions) {
    const random = new Random(seed, index);
    this.#random = random;
    this.#open = open;
    this.#family = random.oneIn(4) ? 'earthstar' : 'native';
    // Two Earthstar documents with one signature are nothing that anybody can make, and their order hangs on it.
    this.#protocol = this.#family === 'earthstar' || random.oneIn(2) ? strict : lenient;
    const samples = Array.from({ length: SAMPLES }, () => random.pick(pool[this.#family]));
    this.#samples = [...samples, ...samples.flatMap((sample) => namedBy(sample, pool[this.#family]))];
    this.#filter = random.oneIn(4) ? this.#anyFilter() : undefined;
    this.#quota = random.oneIn(3) ? { perKey: random.below(3), total: random.below(5) } : undefined;
    this.#folder = random.oneIn(IN_A_FILE) ? mkdtempSync(join(tmpdir(), 'rockpool-fuzz-')) : undefined;
    this.#store = this.#openStore();
    this.#replica = this.#openReplica();
  }

  /** @throws Impossible, or whatever the replica throws. */
  run(): void {
    try {
      for (let list = 1; list <= LISTS; list++) {
        this.#give();
        this.#wait();
        this.#ask();
        if (list % 5 === 0) this.#reopen();
        if (list % 5 === 0) this.#examine();
      }
    } finally {
      // Both stores close at once.
      void this.#store.close();
      if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true });
    }
  }

  #anyFilter(): JsonObject {
    const random = this.#random;
    return random.pick([
      {},
      { kind: random.pick(['document', 'message']) },
      { author: random.pick(authors) },
      { pathPrefix: random.pick(['', '/a', '/~', '/x/']) },
      { from: START - random.below(12) },
    ]);
  }

  #openStore(): Store {
    if (this.#folder === undefined) return this.#store ?? new MemoryStore();
    return openSqliteStore(join(this.#folder, 'replica.db'), { synchronous: 'normal' });
  }

  #openReplica(): Replica {
    const opened = this.#open({
      protocol: this.#protocol,
      store: this.#store,
      family: this.#family,
      space: this.#family === 'native' ? SPACE : SHARE,
      filter: this.#filter,
      quota: this.#quota,
    });
    if (!opened.ok) throw new Impossible(`not opened: ${opened.code}`);
    return opened.replica;
  }

  #give(): void {
    const random = this.#random;
    const records = Array.from({ length: 1 + random.below(LONGEST_LIST) }, () =>
      given(random.pick(this.#samples), this.#samples, random),
    );
    const outcomes = run(this.#replica.ingest(records, this.#now), engine);
    if (outcomes.length !== records.length)
      throw new Impossible(`${outcomes.length} answers to ${records.length} records`);
    for (const [position, outcome] of outcomes.entries()) this.#note(records[position] as Given, outcome);
  }

  /** Of Earthstar documents nothing follows once some have expired: their clock stands still. */
  #wait(): void {
    if (this.#family === 'native') this.#now += this.#random.below(4);
  }

  #note(record: Given, outcome: Outcome): void {
    const word = wordFor(outcome);
    this.answers[word] = (this.answers[word] ?? 0) + 1;
    this.records++;
    if (outcome.is === 'accepted' || outcome.is === 'held') {
      this.#acknowledged.push({ given: record, id: outcome.id, isHeld: outcome.is === 'held' });
    }
    if (record.content !== undefined || this.#random.below(4) > 0) return;
    const { text, format } = record;
    const verdict = verify(text, { protocol: this.#protocol, engine, format, now: this.#now });
    const code = 'code' in verdict ? `rejected ${verdict.code}` : undefined;
    if (code !== undefined || outcome.is === 'rejected')
      insistSame('the answer to what a verifier rejects', word, code);
    else insistSame('the id', outcome.id, verdict.ok || 'held' in verdict ? verdict.record.id : undefined);
  }

  #ask(): void {
    const random = this.#random;
    const strange = this.#replica.query(strangeQuery(this.#samples, random), this.#now);
    if (!strange.ok && strange.code !== 'query-shape' && strange.code !== 'query-cursor') {
      throw new Impossible(`a query was answered ${strange.code}`);
    }
    examineQuery(this.#replica, query(this.#samples, random), this.#now, 1 + random.below(7));
    this.#replica.get(random.pick(this.#samples).id, this.#now);
  }

  #reopen(): void {
    const before = this.#replica.state(this.#now);
    if (this.#folder !== undefined) {
      void this.#store.close();
      this.#store = this.#openStore();
    }
    this.#replica = this.#openReplica();
    insistSame('the state of a reopened replica', this.#replica.state(this.#now), before);
  }

  #examine(): void {
    examine({
      replica: this.#replica,
      store: this.#store,
      protocol: this.#protocol,
      family: this.#family,
      space: this.#family === 'native' ? SPACE : SHARE,
      acknowledged: this.#acknowledged,
      now: this.#now,
    });
  }
}

const wordFor = (outcome: Outcome): string =>
  outcome.is === 'rejected'
    ? `rejected ${outcome.rejected.code}`
    : outcome.is === 'accepted'
      ? 'accepted'
      : `${outcome.is} ${outcome.reason}`;
