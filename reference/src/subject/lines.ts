import type { Readable, Writable } from 'node:stream';

const lineFeed = 0x0a;

/**
 * Calls back with the whole lines of each chunk that arrives, without their line feeds; a line in pieces is kept until its
 * end arrives. What follows the last line feed is a line too.
 */
export async function readLines(input: Readable, take: (lines: string[]) => void): Promise<void> {
  let pieces: Buffer[] = [];
  const flush = () => {
    if (pieces.length === 0) return;
    const lines = Buffer.concat(pieces).toString('utf8').split('\n');
    pieces = [];
    take(lines.filter((line) => line.trim() !== ''));
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(lineFeed);
    if (end < 0) {
      pieces.push(chunk);
      continue;
    }
    pieces.push(chunk.subarray(0, end));
    flush();
    if (end + 1 < chunk.length) pieces.push(chunk.subarray(end + 1));
  }
  flush();
}

/** Writes lines, those of one turn of the event loop at a time. */
export class LineWriter {
  readonly #output: Writable;
  #waiting: string[] = [];

  constructor(output: Writable) {
    this.#output = output;
  }

  write(line: string): void {
    if (this.#waiting.push(line) > 1) return;
    setImmediate(() => {
      this.#output.write(`${this.#waiting.join('\n')}\n`);
      this.#waiting = [];
    });
  }
}
