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

const structure = /["\\{}[\]\n]/g;

/**
 * Cuts a file into its top-level values, whether they stand in lines, in one array, or over several lines each, and whatever
 * is broken among them: an object that begins a line ends a value that was not complete.
 */
export class ValueSplitter {
  #line = 1;
  #isLineStart = true;
  /** Whether nothing was seen yet but blanks. */
  #isStart = true;
  #isInArray = false;
  /** `between` values, `within` one, or in `rubbish`, which ends with its line. */
  #state: 'between' | 'within' | 'rubbish' = 'between';
  #parts: string[] = [];
  #length = 0;
  #begun = 0;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** The pieces that a further part of the file completes. */
  *add(text: string): Generator<Piece> {
    let at = 0;
    while (at < text.length) {
      if (this.#isLineStart && this.#state === 'within' && text[at] === '{') yield this.#take(false);
      if (this.#state === 'between' && this.#passes(text.charAt(at))) at++;
      else {
        const end = this.#state === 'within' ? this.#endOf(text, at) : lineEnd(text, at);
        this.#keep(text.slice(at, end));
        at = end;
        if (this.#state === 'within' && this.#depth === 0) yield this.#take(true);
        else if (this.#state === 'rubbish' && text[at - 1] === '\n') yield this.#take(false);
        else if (this.#state === 'within' && this.#length > longestValue) this.#state = 'rubbish';
      }
      this.#isLineStart = text[at - 1] === '\n';
      if (this.#isLineStart) this.#line++;
    }
  }

  /** What is left over at the end of the file. */
  *end(): Generator<Piece> {
    if (this.#state !== 'between') yield this.#take(false);
  }

  /** Whether a character between values is none of a value; otherwise a value or rubbish begins with it. */
  #passes(character: string): boolean {
    if (/[\s,]/.test(character) || (this.#isInArray && character === ']')) return true;
    const beginsArray = this.#isStart && character === '[';
    this.#isStart = false;
    this.#isInArray ||= beginsArray;
    if (beginsArray) return true;
    this.#state = character === '{' || character === '[' ? 'within' : 'rubbish';
    this.#begun = this.#line;
    return false;
  }

  /** Where the value that goes on at `from` ends, or its line, or the text. */
  #endOf(text: string, from: number): number {
    structure.lastIndex = this.#isEscaped ? from + 1 : from;
    this.#isEscaped = false;
    for (let found = structure.exec(text); found !== null; found = structure.exec(text)) {
      const [character] = found;
      if (character === '\n') return structure.lastIndex;
      if (this.#isInString) {
        if (character === '"') this.#isInString = false;
        else if (character === '\\') {
          this.#isEscaped = structure.lastIndex === text.length;
          structure.lastIndex++;
        }
      } else if (character === '"') this.#isInString = true;
      else if (character === '{' || character === '[') this.#depth++;
      else if (character !== '\\' && --this.#depth === 0) return structure.lastIndex;
    }
    return text.length;
  }

  /** Of what is too long, the beginning is enough. */
  #keep(part: string): void {
    if (this.#length <= longestValue) this.#parts.push(part);
    this.#length += part.length;
  }

  #take(whole: boolean): Piece {
    const piece = { line: this.#begun, text: this.#parts.join('').trimEnd(), whole };
    this.#state = 'between';
    this.#parts = [];
    this.#length = 0;
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
    return piece;
  }
}

/** Behind the line feed, or the text. */
const lineEnd = (text: string, from: number): number => text.indexOf('\n', from) + 1 || text.length;
