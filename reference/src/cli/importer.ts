import { ssbFormatName } from '../format/ssb-message.ts';
import { judgedAs } from '../replica/plan.ts';
import { isRejected } from '../rule/verdict.ts';
import { run } from '../signature/task.ts';
import type { JsonValue } from '../value/json.ts';
import { verify } from '../verify.ts';
import { type BookSpace, changeBook } from './book.ts';
import {
  type BundleHeader,
  bundleFormat,
  isBundleHeader,
  isSpaceText,
  readHeader,
  readLastLine,
  summaryOf,
} from './bundle.ts';
import { UsageError, type World, WorldError } from './command.ts';
import { rememberSpace, withReplica } from './data.ts';
import type { Folder } from './folder.ts';
import { type Found, ImportBatches, type JudgedRecord } from './import-batches.ts';
import { ImportTally } from './import-tally.ts';
import { type Recognised, recognise } from './import-value.ts';
import type { NamedSpace } from './names.ts';
import type { Piece } from './split-values.ts';
import { counted } from './table.ts';
import { describeRejection } from './verify.ts';

/** Takes the values of a file into one space: that which was asked for, or that of the bundle or of the first record. */
export class Importer {
  readonly tally = new ImportTally();
  readonly #world: World;
  readonly #folder: Folder;
  readonly #batches: ImportBatches;
  #space: NamedSpace | undefined;

  constructor(world: World, folder: Folder, space: NamedSpace | undefined) {
    this.#world = world;
    this.#batches = new ImportBatches(world);
    this.#folder = folder;
    this.#space = space;
  }

  /** Where the records have gone; undefined if there were none. */
  get space(): NamedSpace | undefined {
    return this.#space;
  }

  async take(piece: Piece): Promise<void> {
    const batch = await this.#batches.add(this.#look(piece));
    if (batch !== undefined) await this.#takeIn(batch);
  }

  /** Takes in what waits, and looks what is here then. */
  async finish(): Promise<void> {
    for await (const batch of this.#batches.rest()) await this.#takeIn(batch);
    const space = this.#space;
    if (this.tally.end === undefined || space === undefined) return;
    await withReplica(this.#world, this.#folder, space, (replica) => {
      this.tally.here = summaryOf(replica, this.#world);
    });
  }

  /** The record that a value is; what is none is dealt with here. */
  #look({ line, text, whole }: Piece): Found | undefined {
    const value = whole ? parsed(text) : undefined;
    const end = this.tally.isBundle ? readLastLine(value) : undefined;
    if (value === undefined) this.tally.fault(line, whole ? 'is no JSON' : 'is not complete, or no JSON');
    else if (isBundleHeader(value)) this.#begin(value);
    else if (end !== undefined) this.tally.end = end;
    else return this.#recognise(value, text, line);
    return undefined;
  }

  #recognise(value: JsonValue, text: string, line: number): Found | undefined {
    const found = recognise(this.#world.protocol, value, text);
    if (found === undefined) this.tally.fault(line, 'is no record of a form that is known here');
    else if (found.is === 'classic') return { line, text: found.text, format: ssbFormatName, id: found.id };
    else if (this.#isOfSpace(found, line)) return { line, text, format: found.format };
    return undefined;
  }

  async #takeIn(batch: readonly JudgedRecord[]): Promise<void> {
    const kept: JudgedRecord[] = [];
    for (const record of batch) {
      if (record.format === ssbFormatName) this.#countClassic(record);
      else kept.push(record);
    }
    if (kept.length > 0) await this.#keep(kept);
    this.#world.progress(`${counted(this.tally.read, 'record')} read: ${this.tally.describe()}`);
  }

  async #keep(records: readonly JudgedRecord[]): Promise<void> {
    const judged = records.map(({ verdict }) => judgedAs(verdict));
    const outcomes = await withReplica(this.#world, this.#folder, this.#space as NamedSpace, (replica) =>
      run(replica.settle(judged, this.#world.now()), this.#world.engine),
    );
    for (const [position, outcome] of outcomes.entries()) {
      const { line, text } = records[position] as JudgedRecord;
      if (outcome.is === 'rejected') this.tally.fault(line, describeRejection(this.#world, outcome.rejected));
      else if (outcome.is === 'ignored') this.#ignore(outcome.reason, text);
      else this.tally[outcome.is]++;
    }
  }

  #ignore(reason: keyof ImportTally['ignored'], text: string): void {
    // Only held records have limited room: another one has found the disk full.
    if (reason === 'quota' && !isSignedByDevice(text)) {
      throw new WorldError(
        'the disk is full: what was read before is kept; make room and run this again, it goes on from there',
      );
    }
    this.tally.ignored[reason]++;
  }

  #begin(value: JsonValue): void {
    const header = readHeader(value);
    if (header === undefined) {
      throw new UsageError(
        `the bundle is not of the form ${bundleFormat}, which this program reads; use a newer program`,
      );
    }
    this.tally.isBundle = true;
    this.#settle(header);
  }

  #settle({ space, family }: BundleHeader): void {
    if (this.#space === undefined) this.#space = this.#remember({ id: space, family });
    else if (this.#space.id !== space || this.#space.family !== family) {
      throw new UsageError(
        `the bundle is of the space ${space}, not of ${this.#space.name}; leave --space out, or name that one`,
      );
    }
  }

  /** A space that has a key is refused before it is written down. */
  #remember(space: BookSpace): NamedSpace {
    if (space.family === 'native' && !/\.x/.test(space.id)) {
      throw new UsageError(`${space.id} is a space that has a key; this version keeps open spaces alone, +name.x…`);
    }
    return changeBook(this.#folder, (book) => rememberSpace(book, space));
  }

  #isOfSpace({ space, family, format, text }: Extract<Recognised, { is: 'record' }>, line: number): boolean {
    if (this.#space === undefined) {
      const { protocol, engine } = this.#world;
      const verdict = verify(text, { protocol, engine, now: this.#world.now(), format });
      if (isRejected(verdict) || !isSpaceText(space)) {
        this.tally.fault(line, isRejected(verdict) ? describeRejection(this.#world, verdict) : 'names no space');
        return false;
      }
      this.#space = this.#remember({ id: space, family });
    }
    if (this.#space.family === family) return true;
    this.tally.ignored.foreign++;
    return false;
  }

  #countClassic({ line, id, verdict }: JudgedRecord): void {
    if (isRejected(verdict)) this.tally.fault(line, describeRejection(this.#world, verdict));
    else if (id !== undefined && verdict.record.id !== id)
      this.tally.fault(line, `its key says ${id}, and its id is ${verdict.record.id}`);
    else this.tally.classic++;
  }
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // What is no JSON is counted as a fault.
    return undefined;
  }
}

const isSignedByDevice = (text: string): boolean => {
  const value = JSON.parse(text) as { header?: { key?: unknown } };
  return value.header?.key !== undefined;
};
