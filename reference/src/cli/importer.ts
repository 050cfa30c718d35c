import { ssbFormatName } from '../format/ssb-message.ts';
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
import { ImportTally } from './import-tally.ts';
import { type Recognised, recognise } from './import-value.ts';
import type { NamedSpace } from './names.ts';
import type { Piece } from './split-values.ts';
import { describeRejection } from './verify.ts';

/** So many records are taken in at once, or so much text: between them, other programs can use the space. */
const batchRecords = 500;
const batchCharacters = 8_000_000;

interface Waiting {
  readonly line: number;
  readonly text: string;
  readonly format: string;
}

/** Takes the values of a file into one space: that which was asked for, or that of the bundle or of the first record. */
export class Importer {
  readonly tally = new ImportTally();
  readonly #world: World;
  readonly #folder: Folder;
  #space: NamedSpace | undefined;
  #waiting: Waiting[] = [];
  #characters = 0;

  constructor(world: World, folder: Folder, space: NamedSpace | undefined) {
    this.#world = world;
    this.#folder = folder;
    this.#space = space;
  }

  /** Where the records have gone; undefined if there were none. */
  get space(): NamedSpace | undefined {
    return this.#space;
  }

  async take({ line, text, whole }: Piece): Promise<void> {
    const value = whole ? parsed(text) : undefined;
    if (value === undefined) return this.tally.fault(line, whole ? 'is no JSON' : 'is not complete, or no JSON');
    if (isBundleHeader(value)) return this.#begin(value);
    const end = this.tally.isBundle ? readLastLine(value) : undefined;
    if (end !== undefined) {
      this.tally.end = end;
      return;
    }
    const found = recognise(this.#world.protocol, value, text);
    if (found === undefined) return this.tally.fault(line, 'is no record of a form that is known here');
    if (found.is === 'classic') return this.#checkClassic(found, line);
    if (!this.#isOfSpace(found, line)) return;
    this.#waiting.push({ line, text, format: found.format });
    this.#characters += text.length;
    if (this.#waiting.length === batchRecords || this.#characters > batchCharacters) await this.flush();
  }

  /** Takes in what waits. */
  async flush(): Promise<void> {
    const space = this.#space;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#characters = 0;
    if (batch.length === 0 || space === undefined) return;
    const { engine } = this.#world;
    const outcomes = await withReplica(this.#world, this.#folder, space, (replica) =>
      run(replica.ingest(batch, this.#world.now()), engine),
    );
    for (const [position, outcome] of outcomes.entries()) {
      const { line, text } = batch[position] as Waiting;
      if (outcome.is === 'rejected') this.tally.fault(line, describeRejection(this.#world, outcome.rejected));
      else if (outcome.is === 'ignored') this.#ignore(outcome.reason, text);
      else this.tally[outcome.is]++;
    }
  }

  /** Takes in what waits, and looks what is here then. */
  async finish(): Promise<void> {
    await this.flush();
    const space = this.#space;
    if (this.tally.end === undefined || space === undefined) return;
    await withReplica(this.#world, this.#folder, space, (replica) => {
      this.tally.here = summaryOf(replica, this.#world);
    });
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
      const verdict = verify(text, { ...this.#circumstances, format });
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

  #checkClassic({ text, id }: Extract<Recognised, { is: 'classic' }>, line: number): void {
    const verdict = verify(text, { ...this.#circumstances, format: ssbFormatName });
    if (isRejected(verdict)) this.tally.fault(line, describeRejection(this.#world, verdict));
    else if (id !== undefined && verdict.record.id !== id)
      this.tally.fault(line, `its key says ${id}, and its id is ${verdict.record.id}`);
    else this.tally.classic++;
  }

  get #circumstances() {
    const { protocol, engine } = this.#world;
    return { protocol, engine, now: this.#world.now() };
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
