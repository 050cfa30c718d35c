import { isObject, type JsonObject, type JsonValue, pointer, setMember } from '../value/json.ts';
import type { TextFault } from './facts.ts';
import { readingDepth } from './parse.ts';

/** What the scanner waits for. `first-…` and `comma` are the places where a container may close. */
type Expected = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'comma' | 'nothing';

/** An open container and the name or position of the member at hand. */
interface Open {
  readonly container: JsonValue[] | JsonObject;
  at: string | number;
}

const numberGrammar = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const integerSpelling = /^(?!-0$)-?(?:0|[1-9][0-9]*)$/;
/** The capitals stand for 6 less than their places say. */
const hexDigits = '0123456789abcdefABCDEF';
const literals: readonly [string, JsonValue][] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads any text as JSON and notes what is wrong with it.
 *
 * Never fails: what the grammar forbids is noted, skipped, and the reading goes on, so that each rule about texts can
 * be left out and the others still have something to judge. Works without recursion, so nesting costs no stack, and stops
 * where the nesting is deeper than `readingDepth`.
 */
export class Scanner {
  readonly faults: Partial<Record<TextFault, string>> = {};
  value: JsonValue = null;
  depth = 0;
  readonly #text: string;
  readonly #stack: Open[] = [];
  #position = 0;
  #expected: Expected = 'value';

  constructor(text: string) {
    this.#text = text;
    while (this.#position < text.length) this.#step();
    if (this.#expected !== 'nothing') this.#note('json', '');
  }

  #step(): void {
    const character = this.#text[this.#position] as string;
    switch (character) {
      case ' ':
      case '\t':
      case '\n':
      case '\r':
        this.#position++;
        break;
      case '{':
      case '[':
        this.#position++;
        if (this.#wantsValue()) this.#open(character === '{' ? {} : []);
        else this.#malformed();
        break;
      case '}':
      case ']':
        this.#position++;
        this.#close(character === '}');
        break;
      case ',':
        this.#position++;
        if (this.#expected === 'comma') this.#next();
        else this.#malformed();
        break;
      case ':':
        this.#position++;
        if (this.#expected === 'colon') this.#expected = 'value';
        else this.#malformed();
        break;
      case '"':
        this.#string();
        break;
      default:
        this.#numberOrLiteral();
    }
  }

  #wantsValue = () => this.#expected === 'value' || this.#expected === 'first-value';

  #open(container: JsonValue[] | JsonObject): void {
    this.#put(container);
    this.#stack.push({ container, at: Array.isArray(container) ? 0 : '' });
    this.#expected = Array.isArray(container) ? 'first-value' : 'first-name';
    this.depth = Math.max(this.depth, this.#stack.length);
    if (this.depth > readingDepth) this.#cut();
  }

  /** Ends the reading here: that the text is nested too deep is known, and all that counts. */
  #cut(): void {
    this.#position = this.#text.length;
    this.#expected = 'nothing';
  }

  #close(object: boolean): void {
    const top = this.#stack.at(-1);
    if (top === undefined || object !== isObject(top.container)) return this.#malformed();
    const closable = ['comma', 'first-name', 'first-value'].includes(this.#expected);
    if (!closable) this.#malformed();
    this.#stack.pop();
    this.#expected = this.#stack.length > 0 ? 'comma' : 'nothing';
  }

  /** After a comma. */
  #next(): void {
    const top = this.#stack.at(-1) as Open;
    if (typeof top.at === 'number') {
      top.at++;
      this.#expected = 'value';
    } else {
      this.#expected = 'name';
    }
  }

  /** Puts a value where one is expected; elsewhere it is malformed and dropped. */
  #put(value: JsonValue): void {
    if (!this.#wantsValue()) return this.#malformed();
    const top = this.#stack.at(-1);
    if (top === undefined) this.value = value;
    else if (Array.isArray(top.container)) top.container.push(value);
    else setMember(top.container, top.at as string, value);
    this.#expected = top === undefined ? 'nothing' : 'comma';
  }

  #string(): void {
    const text = this.#readString();
    const isName = this.#expected === 'name' || this.#expected === 'first-name';
    const top = this.#stack.at(-1);
    if (isName && top && !Array.isArray(top.container)) {
      top.at = text;
      if (Object.hasOwn(top.container, text)) this.#note('duplicate');
      this.#expected = 'colon';
    }
    if (!text.isWellFormed()) this.#note('surrogate');
    if (!isName) this.#put(text);
  }

  #readString(): string {
    const text = this.#text;
    let resolved = '';
    let plain = ++this.#position;
    for (; ; this.#position++) {
      const code = text.charCodeAt(this.#position);
      if (code >= 0x20 && code !== 0x22 && code !== 0x5c) continue;
      resolved += text.slice(plain, this.#position);
      if (code === 0x22) break;
      if (Number.isNaN(code)) {
        this.#malformed();
        return resolved;
      }
      if (code === 0x5c) resolved += this.#readEscape();
      else {
        this.#malformed();
        resolved += text[this.#position];
      }
      plain = this.#position + 1;
    }
    this.#position++;
    return resolved;
  }

  /** Reads an escape and stops at its last character. A wrong one stands for the character after the backslash. */
  #readEscape(): string {
    const character = this.#text[++this.#position] ?? '';
    if (character === 'u') {
      const unit = this.#readUnit();
      if (unit !== undefined) return unit;
    } else if (Object.hasOwn(escapes, character)) {
      return escapes[character] as string;
    }
    this.#malformed();
    return character;
  }

  /** Reads the four digits of an escape, if there are four. */
  #readUnit(): string | undefined {
    let code = 0;
    for (let i = 1; i <= 4; i++) {
      const digit = hexDigits.indexOf(this.#text[this.#position + i] ?? ' ');
      if (digit < 0) return undefined;
      code = code * 16 + (digit < 16 ? digit : digit - 6);
    }
    this.#position += 4;
    return String.fromCharCode(code);
  }

  #numberOrLiteral(): void {
    numberGrammar.lastIndex = this.#position;
    const spelling = numberGrammar.exec(this.#text)?.[0];
    if (spelling !== undefined) {
      this.#position += spelling.length;
      const value = Number(spelling);
      if (!integerSpelling.test(spelling)) this.#note('spelling');
      else if (!Number.isSafeInteger(value)) this.#note('range');
      return this.#put(value);
    }
    for (const [word, value] of literals) {
      if (!this.#text.startsWith(word, this.#position)) continue;
      this.#position += word.length;
      if (value === null) this.#note('null');
      return this.#put(value);
    }
    this.#position++;
    this.#malformed();
  }

  #malformed(): void {
    this.#note('json', '');
  }

  #note(fault: TextFault, path?: string): void {
    this.faults[fault] ??= path ?? pointer(this.#stack.map(({ at }) => at));
  }
}
