import { align, commonEnds } from './align.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * A marked range of a text, its end not included; an empty one is a place where the other text has something more.
 * `signature`: a signature that had to be made anew because what it signs has changed.
 */
export type Mark = { start: number; end: number; kind: 'defect' | 'signature' };

export type Difference = { left: Mark[]; right: Mark[] };

const SIGNATURES = new Set(['signature', 'shareSignature']);

/** Whether a cut there would go through a pair of surrogates. */
const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

type Part = { text: string; start: number; end: number };

/** The smallest range on each side, so that what is before and after it is the same. */
const narrow = (left: Part, right: Part, kind: Mark['kind']): { left: Mark; right: Mark } => {
  const [a, b] = [left.text.slice(left.start, left.end), right.text.slice(right.start, right.end)];
  let { head, tail } = commonEnds<string>(a, b);
  while (head > 0 && (splitsPair(a, head) || splitsPair(b, head))) head -= 1;
  while (tail > 0 && (splitsPair(a, a.length - tail) || splitsPair(b, b.length - tail))) tail -= 1;
  return {
    left: { start: left.start + head, end: left.end - tail, kind },
    right: { start: right.start + head, end: right.end - tail, kind },
  };
};

const isSignature = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean =>
  to - from === 1 && SIGNATURES.has(tokens[from]?.member ?? '');

const edge = (tokens: readonly Token[], at: number, length: number): number => tokens[at]?.start ?? length;

/**
 * Where two texts differ, by the parts of JSON and then by characters. Signatures that differ are told apart from the
 * rest, unless nothing else does: then one of them is the difference.
 */
export const differenceOf = (left: string, right: string): Difference => {
  const [a, b] = [tokensOf(left), tokensOf(right)];
  const texts = (text: string, tokens: readonly Token[]): string[] =>
    tokens.map(({ start, end }) => text.slice(start, end));
  const marks = align(texts(left, a), texts(right, b))
    .filter(({ same }) => !same)
    .map(({ left: [i, k], right: [j, l] }) => {
      const kind = isSignature(a, [i, k]) && isSignature(b, [j, l]) ? 'signature' : 'defect';
      const from = { text: left, start: edge(a, i, left.length), end: edge(a, k, left.length) };
      const to = { text: right, start: edge(b, j, right.length), end: edge(b, l, right.length) };
      // A signature made anew has nothing in common with the old one but by chance.
      if (kind === 'signature')
        return {
          left: { start: from.start, end: from.end, kind },
          right: { start: to.start, end: to.end, kind },
        } as const;
      return narrow(from, to, kind);
    });
  if (marks.length > 0 && marks.every(({ right: { kind } }) => kind === 'signature')) {
    const whole = marks.map(({ left: from, right: to }) =>
      narrow({ text: left, ...from }, { text: right, ...to }, 'defect'),
    );
    return { left: whole.map((mark) => mark.left), right: whole.map((mark) => mark.right) };
  }
  return { left: marks.map((mark) => mark.left), right: marks.map((mark) => mark.right) };
};
