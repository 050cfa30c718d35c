/** One value of a file, or what stands in the place of one. */
export interface Piece {
  /** In which line it begins, from 1 on. */
  readonly line: number;
  readonly text: string;
  /** Whether it can be a value: it begins with a bracket and ends where that is closed. */
  readonly whole: boolean;
}

/** Longer values are given up: no record has a text of more than half a mebibyte. */
const longestValue = 4 * 1024 * 1024;

const brackets = /["\\{}[\]]/g;

/**
 * Cuts a file into its top-level values, whether they stand in lines, in one array, or over several lines each, and whatever
 * is broken among them: an object that begins a line ends a value that was not complete.
 */
export class ValueSplitter {
  #line = 0;
  #parts: string[] = [];
  #length = 0;
  #begun = 0;
  #depth = 0;
  #inString = false;
  #isFirst = true;
  #inArray = false;

  /** The pieces that a further line completes. */
  *line(line: string): Generator<Piece> {
    this.#line++;
    if (this.#parts.length > 0 && (/^\{/.test(line) || this.#length > longestValue)) yield this.#take(false);
    let at = 0;
    if (this.#isFirst) {
      const start = line.search(/\S/);
      if (start < 0) return;
      this.#isFirst = false;
      this.#inArray = line[start] === '[';
      if (this.#inArray) at = start + 1;
    }
    while (at < line.length) {
      if (this.#parts.length === 0) {
        at = this.#skip(line, at);
        if (at >= line.length) return;
        this.#begun = this.#line;
        if (!/[{[]/.test(line.charAt(at))) {
          yield { line: this.#line, text: line.slice(at), whole: false };
          return;
        }
      }
      const end = this.#endOf(line, at);
      this.#parts.push(line.slice(at, end));
      this.#length += end - at;
      at = end;
      if (this.#depth === 0) yield this.#take(true);
    }
  }

  /** What is left over at the end of the file. */
  *end(): Generator<Piece> {
    if (this.#parts.length > 0) yield this.#take(false);
  }

  /** Where the next value can begin. */
  #skip(line: string, from: number): number {
    const between = this.#inArray ? /[\s,\]]/ : /[\s,]/;
    let at = from;
    while (at < line.length && between.test(line.charAt(at))) at++;
    return at;
  }

  /** Where the value that goes on at `from` ends, or the line. */
  #endOf(line: string, from: number): number {
    brackets.lastIndex = from;
    for (let found = brackets.exec(line); found !== null; found = brackets.exec(line)) {
      const [character] = found;
      if (this.#inString) {
        if (character === '\\') brackets.lastIndex++;
        else if (character === '"') this.#inString = false;
      } else if (character === '"') this.#inString = true;
      else if (character === '{' || character === '[') this.#depth++;
      else if (character !== '\\' && --this.#depth <= 0) return brackets.lastIndex;
    }
    return line.length;
  }

  #take(whole: boolean): Piece {
    const piece = { line: this.#begun, text: this.#parts.join('\n'), whole };
    this.#parts = [];
    this.#length = 0;
    this.#depth = 0;
    this.#inString = false;
    return piece;
  }
}
