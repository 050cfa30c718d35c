import type { VectorCase } from '@rockpool/schemas';
import type { JsonObject } from '../../src/forge/native.ts';
import { type Draft, toCase } from '../cases/file.ts';
import { type Input, refuses, takes } from '../cases/verify.ts';

/** A message to be verified, or the text or bytes that travelled. */
export type SsbGiven = JsonObject | string | Uint8Array;

export type SsbOptions = {
  /** The slug of the valid case from which a refused one differs, where it is not that of the others. */
  parent?: string;
  hmac?: Uint8Array;
  /** Rules that are not broken and that the case is about. */
  also?: readonly string[];
  /** The point is lost when the text is parsed, although the answer stays. */
  textOnly?: boolean;
  source?: string;
};

export type SsbRow = readonly [slug: string, words: string, given: SsbGiven, options?: SsbOptions];

const inputOf = (given: SsbGiven, { hmac }: SsbOptions): Input =>
  typeof given === 'string' || given instanceof Uint8Array
    ? { format: 'ssb-classic', hmac, text: given }
    : { format: 'ssb-classic', hmac, record: given };

const inText = (one: VectorCase, { textOnly }: SsbOptions): VectorCase =>
  textOnly === true ? toCase({ ...(one as unknown as Draft), textOnly }) : one;

/** Messages that are accepted. */
export const takeSsb = (requirements: readonly string[], rows: readonly SsbRow[]): VectorCase[] =>
  rows.map(([slug, title, given, options = {}]) => {
    const { also = [], source } = options;
    const about = source === undefined ? {} : { source };
    return inText(takes(`ssb/${slug}`, title, inputOf(given, options), [...requirements, ...also], about), options);
  });

/** Messages that are rejected because they break `breaks`, and nothing else of the first phase in which they do. */
export const refuseSsb = (breaks: readonly string[], parent: string, rows: readonly SsbRow[]): VectorCase[] =>
  rows.map(([slug, defect, given, options = {}]) =>
    inText(
      refuses(`ssb/${slug}`, `ssb/${options.parent ?? parent}`, defect, inputOf(given, options), breaks, options.also),
      options,
    ),
  );
