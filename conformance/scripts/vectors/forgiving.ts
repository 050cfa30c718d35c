import type { Json } from '../../src/forge/index.ts';

/** How a forgiving reader takes what the rules for texts refuse: which of two members counts, and what null means. */
export type Manner = { first: boolean; dropsNull: boolean };

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
const BETWEEN = /(?:[\s\p{White_Space}\p{Cc}\u180e\u200b\u2060\ufeff;]|\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*)*/uy;
const NUMERAL = /[-+\u2212]?(?:0[xX][0-9a-fA-F]+|[\p{Nd}_.]+(?:[eE][-+]?[0-9]+)?)/uy;
const WORD = /[\p{L}$_][\p{L}\p{N}$_]*/uy;

class Forgiving {
  private at = 0;
  private readonly text: string;
  private readonly manner: Manner;

  constructor(text: string, manner: Manner) {
    this.text = text;
    this.manner = manner;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private next(): string {
    this.match(BETWEEN);
    return this.text.charAt(this.at);
  }

  value(): Json {
    const letter = this.next();
    if (letter === '{') return this.object();
    if (letter === '[') return this.array();
    if (letter === '"' || letter === "'") return this.string(letter);
    const numeral = this.match(NUMERAL);
    if (numeral !== '') return Number(numeral.replaceAll('_', '')) || Number.parseFloat(numeral) || 0;
    const word = this.match(WORD).toLowerCase();
    if (word === 'null') return null;
    if (word === '') this.at += 1;
    return word === 'true' || (word === 'false' ? false : word);
  }

  private string(quote: string): string {
    let inside = '';
    for (this.at += 1; this.at < this.text.length && this.text.charAt(this.at) !== quote; ) {
      const escaped = this.match(/\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/y);
      const code = this.match(/\\[xXuU](?:0[xX])?\{?[0-9a-fA-F]{0,8}\}?/y);
      if (escaped !== '') inside += JSON.parse(`"${escaped}"`) as string;
      else if (code !== '')
        inside += String.fromCodePoint(Number.parseInt(/[0-9a-fA-F]+\}?$/.exec(code)?.[0] ?? '0', 16));
      else if (this.text.charAt(this.at) === '\\') this.at += 1;
      else inside += this.text.charAt(this.at++);
    }
    this.at += 1;
    return inside;
  }

  private array(): Json {
    const found: Json[] = [];
    for (this.at += 1; ; ) {
      const letter = this.next();
      if (letter === ',') this.at += 1;
      else if (letter === '' || ']}'.includes(letter)) break;
      else found.push(this.value());
    }
    this.at += 1;
    return found;
  }

  private object(): Json {
    const found = new Map<string, Json>();
    for (this.at += 1; ; ) {
      const letter = this.next();
      if (letter === ',') this.at += 1;
      else if (letter === '' || ']}'.includes(letter)) break;
      else {
        const name = String(this.value());
        if (':='.includes(this.next())) this.at += 1;
        const value = this.value();
        if (this.manner.dropsNull && value === null) continue;
        if (!this.manner.first || !found.has(name)) found.set(name, value);
      }
    }
    this.at += 1;
    return Object.fromEntries(found);
  }
}

/** What a forgiving reader makes of any bytes. A mark in front, ill-formed bytes and what stands behind do not stop it. */
export const readForgivingly = (bytes: Uint8Array, manner: Manner): Json =>
  new Forgiving(decode(bytes), manner).value();
