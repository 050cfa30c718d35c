import { readFileSync } from 'node:fs';
import type { VectorCase } from '@rockpool/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../src/vectors/align.ts';
import { compareInputs } from '../src/vectors/compare-inputs.ts';
import { differenceOf, type Mark } from '../src/vectors/diff.ts';
import { linesOf, type Piece } from '../src/vectors/lines.ts';
import { tokensOf } from '../src/vectors/tokens.ts';
import { vectorsIn } from '../src/vectors/vector-file.ts';

const cut = (text: string, marks: readonly Mark[]): string[] => marks.map(({ start, end }) => text.slice(start, end));

/** Texts that look like JSON, some of them broken, so that all kinds of parts come together. */
const text = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"signature":',
      '"b\\"c"',
      ':',
      ',',
      ' ',
      '\n',
      '12',
      '"',
      '😀',
      '\ud83d',
      'é',
    ),
  )
  .map((parts) => parts.join(''));

describe('A difference', () => {
  test('is the changed characters of a changed member', () => {
    const [left, right] = ['{"path":"/wiki/flowers","n":1}', '{"path":"/wiki/fl wers","n":1}'];
    const { left: from, right: to } = differenceOf(left, right);
    expect(cut(left, from)).toEqual(['o']);
    expect(cut(right, to)).toEqual([' ']);
  });

  test('tells a signature that was made anew from the defect', () => {
    const [left, right] = ['{"a":1,"signature":"bxxy"}', '{"a":2,"signature":"bxzy"}'];
    expect(differenceOf(left, right).right).toEqual([
      { start: 5, end: 6, kind: 'defect' },
      { start: 19, end: 25, kind: 'signature' },
    ]);
  });

  test('is in the signature where nothing else differs', () => {
    const [left, right] = ['{"a":1,"signature":"bxxy"}', '{"a":1,"signature":"bxzy"}'];
    expect(differenceOf(left, right).right).toEqual([{ start: 22, end: 23, kind: 'defect' }]);
  });

  test('has a place on the side where something is missing', () => {
    const [left, right] = ['{"a":1,"b":2}', '{"a":1}'];
    const { left: from, right: to } = differenceOf(left, right);
    expect(cut(left, from)).toEqual([',"b":2']);
    expect(to).toEqual([{ start: 6, end: 6, kind: 'defect' }]);
  });

  test('does not cut a pair of surrogates', () => {
    const [left, right] = ['"😀"', '"😁"'];
    expect(cut(right, differenceOf(left, right).right)).toEqual(['😁']);
  });

  test('is all there is: without the marked parts both texts are the same', () => {
    const without = (whole: string, marks: readonly Mark[]): string =>
      marks.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), whole);
    fc.assert(
      fc.property(text, text, (left, right) => {
        const { left: from, right: to } = differenceOf(left, right);
        expect(without(left, from)).toBe(without(right, to));
        expect(from.length).toBe(to.length);
        if (left === right) expect(from).toEqual([]);
      }),
    );
  });
});

test('An alignment covers both sequences, in order', () => {
  const items = fc.array(fc.nat({ max: 3 }));
  fc.assert(
    fc.property(items, items, (left, right) => {
      const stretches = align(left, right);
      expect(stretches.flatMap((each) => left.slice(...each.left))).toEqual(left);
      expect(stretches.flatMap((each) => right.slice(...each.right))).toEqual(right);
      for (const { same, left: from, right: to } of stretches)
        if (same) expect(left.slice(...from)).toEqual(right.slice(...to));
    }),
  );
});

test('The parts of a text are the whole text', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(
        tokensOf(whole)
          .map(({ start, end }) => whole.slice(start, end))
          .join(''),
      ).toBe(whole);
    }),
  );
});

describe('Lines', () => {
  const said = (pieces: readonly Piece[]): string =>
    pieces.map((piece) => ('text' in piece ? piece.text : 'named' in piece ? `<${piece.named}>` : '')).join('');

  test('break between members and add nothing', () => {
    const lines = linesOf('{"a":{"b":[1,2]},"c":{}}', []);
    expect(lines.map(({ depth, pieces }) => `${depth}${said(pieces)}`)).toEqual([
      '0{',
      '1"a":{',
      '2"b":[',
      '31,',
      '32',
      '2]',
      '1},',
      '1"c":{}',
      '0}',
    ]);
  });

  test('stay whole where lists are nested deeply', () => {
    expect(linesOf('['.repeat(100), []).length).toBe(7);
  });

  test('name what cannot be seen', () => {
    expect(linesOf('a\u0000b\u200fc\ud800\u00a0', []).map(({ pieces }) => said(pieces))).toEqual([
      'a<U+0000>b<U+200F>c<U+D800><U+00A0>',
    ]);
    expect(
      linesOf('{"\xf0\x9f"}', [], true)
        .map(({ pieces }) => said(pieces))
        .join(''),
    ).toBe('{"<F0 9F>"}');
  });

  test('cut what is long, and never a mark', () => {
    const long = 'x'.repeat(5_000);
    const [line] = linesOf(`${long}!${long}`, [{ start: 5_000, end: 5_001, kind: 'defect' }]);
    expect(line?.pieces).toEqual([
      { text: 'x'.repeat(400) },
      { skipped: 4_480 },
      { text: 'x'.repeat(120) },
      { text: '!', mark: 'defect' },
      { text: 'x'.repeat(400) },
      { skipped: 4_480 },
      { text: 'x'.repeat(120) },
    ]);
  });

  test('show every mark', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const { right: marks } = differenceOf(left, right);
        const pieces = linesOf(right, marks).flatMap((line) => line.pieces);
        const gaps = marks.filter(({ start, end }) => start === end).length;
        expect(pieces.filter((piece) => 'gap' in piece).length).toBe(gaps);
        expect(pieces.some((piece) => 'mark' in piece)).toBe(marks.length > gaps);
      }),
    );
  });
});

describe('A negative vector and its parent', () => {
  const vectors = new Map<string, VectorCase>();
  for (const file of ['documents', 'encoding', 'feeds', 'signatures', 'signatures-zip215', 'ssb'])
    for (const { vector } of vectorsIn(readFileSync(new URL(`../../vectors/v1/${file}.json`, import.meta.url), 'utf8')))
      vectors.set(vector.id, vector);
  const compared = (id: string) => {
    const vector = vectors.get(id) as VectorCase;
    return compareInputs(vectors.get(vector.parent ?? '') as VectorCase, vector);
  };

  test('differ in the path and in the signature over it', () => {
    const { changed, same, signedAnew } = compared('documents/path-with-blank');
    expect(changed.map(({ name }) => name)).toEqual(['text']);
    expect(same).toContain('now');
    expect(signedAnew).toBe(true);
    const [pair] = changed;
    const marked = pair?.difference.right.filter(({ kind }) => kind === 'defect') ?? [];
    expect(cut(pair?.vector?.text ?? '', marked).join('')).toContain(' ');
  });

  test('are compared by bytes where one of them is no text', () => {
    const { changed } = compared('encoding/utf8-overlong-slash');
    expect(changed.map(({ name, vector }) => [name, vector?.kind])).toEqual([['text', 'bytes']]);
  });

  test('are compared message by message', () => {
    const { changed, same } = compared('feeds/chain-two-previous-shape');
    expect(changed.every(({ name }) => name.startsWith('messages '))).toBe(true);
    expect(same.join()).toMatch(/of messages|format/);
  });

  test('always differ somewhere that is marked', () => {
    for (const { id, parent } of vectors.values()) {
      if (parent === undefined || !vectors.has(parent)) continue;
      const { changed } = compared(id);
      const marks = changed.filter((pair) => !pair.parent || !pair.vector || pair.difference.right.length > 0);
      expect(marks.length, id).toBeGreaterThan(0);
    }
  });
});
