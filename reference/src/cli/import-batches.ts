import type { Statement } from '../format/statement.ts';
import { formatOf } from '../protocol/protocol.ts';
import type { Verdict } from '../rule/verdict.ts';
import type { Engine } from '../signature/engine.ts';
import { runAsync, sideBySide } from '../signature/task.ts';
import { verification } from '../verify.ts';
import type { World } from './command.ts';

/** So many values of a file are judged and taken in at once, or so much text: between them, other programs can use the space. */
const batchValues = 1_000;
const batchCharacters = 8_000_000;

/** How many batches are judged while one is read: enough that an engine with threads always has work. */
const maxAhead = 2;

/** A record of a file. */
export interface Found {
  readonly line: number;
  readonly text: string;
  readonly format: string;
  /** The id that a log gives it. */
  readonly id?: string | undefined;
}

export interface JudgedRecord extends Found {
  readonly verdict: Verdict<Statement>;
}

/** Judges the records of a file in batches, in their order; an engine with threads works while more is read. */
export class ImportBatches {
  readonly #world: World;
  /** The one for many signatures as soon as there are many: to find it takes as long as some hundred. */
  #engine: Engine;
  #values = 0;
  #records: Found[] = [];
  #characters = 0;
  readonly #ahead: Promise<readonly JudgedRecord[]>[] = [];

  constructor(world: World) {
    this.#world = world;
    this.#engine = world.engine;
  }

  /** Adds what a value of the file is, if it is a record. Answers the batch that has to be taken in before more is added. */
  async add(record: Found | undefined): Promise<readonly JudgedRecord[] | undefined> {
    if (record !== undefined) {
      this.#records.push(record);
      this.#characters += record.text.length;
    }
    if (++this.#values < batchValues && this.#characters <= batchCharacters) return undefined;
    if (this.#engine === this.#world.engine) this.#engine = await this.#world.batchEngine();
    this.#judge();
    return this.#ahead.length > maxAhead ? this.#ahead.shift() : undefined;
  }

  /** The batches that are left when the file is at its end. */
  async *rest(): AsyncIterable<readonly JudgedRecord[]> {
    this.#judge();
    for (const judged of this.#ahead.splice(0)) yield await judged;
  }

  #judge(): void {
    const records = this.#records;
    this.#values = 0;
    this.#records = [];
    this.#characters = 0;
    const { protocol } = this.#world;
    const circumstances = { protocol, now: this.#world.now() };
    const task = sideBySide(records, ({ text, format }) =>
      verification(text, formatOf(protocol, format), circumstances),
    );
    const judged = runAsync(task, this.#engine).then((verdicts) =>
      records.map((record, index) => ({ ...record, verdict: verdicts[index] as Verdict<Statement> })),
    );
    // It is waited for later, when the batches before it are taken in.
    judged.catch(() => undefined);
    this.#ahead.push(judged);
  }
}
