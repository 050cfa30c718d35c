import type { JsonObject } from '@rockpool/reference';
import { anyBytes, changeBytes, insertOdd, splice } from './change-bytes.ts';
import { changeMembers, lengthen, nest, respellNumber, swapType, tweak } from './change-value.ts';
import { type Corpus, readCorpora, readKeys, type Sample } from './corpus.ts';
import { Random } from './random.ts';
import { sealWith, signatureMembers } from './seal.ts';
import { compact, isMembers, loose, type Tree, toTree, write } from './tree.ts';
import { anyTree } from './values.ts';

/** One text to ask about. It follows from seed, index, format and the vectors. */
export interface Made {
  readonly index: number;
  readonly format: string;
  /** What was done to make it. */
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  readonly now: number;
  readonly hmac?: Uint8Array | undefined;
}

/** The kinds of texts, and how many of a thousand are of each. */
export const kinds = {
  valid: 40,
  tweaked: 325,
  'signed anew': 80,
  members: 120,
  types: 60,
  numbers: 70,
  lengths: 15,
  nesting: 10,
  bytes: 120,
  'odd bytes': 60,
  spliced: 40,
  'any value': 40,
  noise: 20,
} as const;

export type Kind = keyof typeof kinds;

const lots: readonly Kind[] = Object.entries(kinds).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind));

const changes: Partial<Record<Kind, typeof tweak>> = {
  tweaked: tweak,
  members: changeMembers,
  types: swapType,
  numbers: respellNumber,
  lengths: lengthen,
  nesting: nest,
};

/** Makes the texts of a seed, for the formats given, in turns. */
export class Texts {
  readonly #seed: number;
  readonly #formats: readonly string[];
  readonly #corpora: Map<string, Corpus>;
  readonly #seal = sealWith(readKeys());

  /** @throws RangeError if the vectors have nothing to begin with for a format. */
  constructor(seed: number, formats: readonly string[]) {
    this.#seed = seed;
    this.#formats = formats;
    this.#corpora = readCorpora();
    for (const format of formats) {
      if (!this.#corpora.get(format)?.valid.length) throw new RangeError(`the vectors have no valid text of ${format}`);
    }
  }

  make(index: number): Made {
    const random = new Random(this.#seed, index);
    const format = this.#formats[index % this.#formats.length] as string;
    const sample = this.#sample(format, random);
    const kind = random.pick(lots);
    const now = random.oneIn(20) ? random.pick([0, 2 ** 53, sample.now - 10 ** 9, sample.now + 10 ** 12]) : sample.now;
    return { index, format, kind, bytes: this.#bytes(kind, format, sample, random), now, hmac: sample.hmac };
  }

  #sample(format: string, random: Random): Sample {
    const { valid, faulty, long } = this.#corpora.get(format) as Corpus;
    if (long.length > 0 && random.oneIn(5_000)) return random.pick(long);
    return random.pick(faulty.length > 0 && random.oneIn(5) ? faulty : valid);
  }

  #bytes(kind: Kind, format: string, sample: Sample, random: Random): Uint8Array {
    const bytes = (): Uint8Array => Buffer.from(sample.text);
    switch (kind) {
      case 'bytes':
        return changeBytes(bytes(), random);
      case 'odd bytes':
        return insertOdd(bytes(), random);
      case 'spliced':
        return splice(bytes(), Buffer.from(this.#sample(random.pick(this.#formats), random).text), random);
      case 'noise':
        return anyBytes(random);
      case 'any value':
        return Buffer.from(write(anyTree(random, 6), random.oneIn(2) ? compact : loose(random)));
      default:
        return Buffer.from(this.#changed(kind, format, sample, random));
    }
  }

  #changed(kind: Kind, format: string, sample: Sample, random: Random): string {
    let value: unknown;
    try {
      value = JSON.parse(sample.text);
    } catch {
      // A faulty sample that is no JSON is a text as good as any.
      return sample.text;
    }
    const root = { value: toTree(value) };
    const change = changes[kind];
    if (kind === 'signed anew') root.value = this.#anew(root, format, sample, random);
    else if (change !== undefined)
      do change(root, random);
      while (random.oneIn(4));
    return write(root.value, random.oneIn(4) ? loose(random) : compact);
  }

  /** Changed, and then signed by whom it names: what rules about signed things have to find. */
  #anew(root: { value: Tree }, format: string, { now, hmac }: Sample, random: Random): Tree {
    do random.pick([tweak, tweak, changeMembers, swapType, respellNumber, lengthen])(root, random);
    while (random.oneIn(4));
    const { value } = root;
    if (!isMembers(value)) return value;
    const unsigned = { members: value.members.filter(([name]) => !signatureMembers.includes(name)) };
    let parsed: JsonObject;
    try {
      parsed = JSON.parse(write(unsigned));
    } catch {
      // A spelling that is no number: nobody could sign it.
      return value;
    }
    return toTree(this.#seal(parsed, format, now, hmac));
  }
}
