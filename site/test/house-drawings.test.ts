import { describe, expect, test } from 'vitest';
import { cutText } from '../src/components/cut-text.ts';
import { forkOf } from '../src/drawings/fork.ts';
import { permissionOf } from '../src/drawings/permission.ts';
import { signedOf } from '../src/drawings/signed.ts';
import { slotsOf } from '../src/drawings/slots.ts';
import { wayOf } from '../src/drawings/way.ts';

const WHY = '<div class="sl-heading-wrapper level-h2"><h2 id="why">';

describe('A chapter', () => {
  test('is cut at the marks of its drawings and before its reasons', () => {
    expect(cutText(`<p>a</p><!-- drawing way --><p>b</p>${WHY}c`)).toEqual({
      rules: [{ html: '<p>a</p>' }, { drawing: 'way' }, { html: '<p>b</p>' }],
      why: `${WHY}c`,
    });
  });

  test('without marks and reasons is one piece', () => {
    expect(cutText('<p>a</p><!-- vector x -->')).toEqual({ rules: [{ html: '<p>a</p><!-- vector x -->' }], why: '' });
  });
});

describe('Drawings are made of vectors', () => {
  test('REC-14 REC-15 what is hashed and what is signed', () => {
    const drawn = signedOf('documents/wiki-page');
    expect(drawn.members.map(({ name }) => name)).toEqual([
      'format',
      'space',
      'author',
      'path',
      'timestamp',
      'contentHash',
      'contentSize',
    ]);
    expect(drawn.signedText).toBe(`rockpool:record:1:${drawn.id.slice(0, 4)}…`);
    expect(drawn.contentBytes).toBe(23);
    expect(drawn.headerBytes).toBe(307);
  });

  test('DOC-14 the key in a path beside the author', () => {
    expect(permissionOf('documents/own-page')).toMatchObject({ before: '/about/', isSame: true, code: undefined });
    expect(permissionOf('documents/not-permitted')).toMatchObject({
      named: { name: 'Fern' },
      author: { name: 'Suzy' },
      isSame: false,
      code: 'path-permission',
    });
  });

  test('DOC-19 DOC-20 slots by time, with what is kept and what wins', () => {
    const { documents, slots } = slotsOf('document-merge/two-authors-four');
    expect(slots).toEqual(['Fern', 'Suzy']);
    expect(documents.map(({ content, isKept, isShown }) => [content, isKept, isShown])).toEqual([
      ['0', false, false],
      ['1', false, false],
      ['2', true, false],
      ['3', true, true],
    ]);
  });

  test('FEED-9 the way of a subset proof among all links', () => {
    const { way, skips, steps } = wayOf('feeds/proof-13-5');
    expect(way).toEqual([13, 12, 8, 7, 6, 5, 4, 1]);
    expect(skips).toEqual([
      { from: 4, to: 1 },
      { from: 8, to: 4 },
      { from: 12, to: 8 },
      { from: 13, to: 4 },
    ]);
    expect(steps[1]).toEqual({ from: 12, to: 8 });
  });

  test('FEED-9 no proof is drawn that is none', () => {
    expect(() => wayOf('feeds/proof-target-above-first')).toThrow(RangeError);
  });

  test('FEED-18 FEED-19 the branches of a fork', () => {
    const { messages, length, sequence } = forkOf('feed-state/fork-branches');
    expect([length, sequence]).toEqual([2, 3]);
    expect(messages.map(({ sequence: at, branch, isSettled, isProof }) => [at, branch, isSettled, isProof])).toEqual([
      [1, undefined, true, false],
      [2, undefined, true, false],
      [3, 0, false, true],
      [3, 1, false, true],
      [4, 0, false, false],
      [4, 1, false, false],
    ]);
  });

  test('each says in words what it shows', () => {
    expect(forkOf('feed-state/fork-branches').says).toContain('Two different messages 3');
    expect(permissionOf('documents/not-permitted').says).toContain("Fern's key /name, written by Suzy: rejected");
    expect(slotsOf('document-merge/two-authors-four').says).toContain("Fern's “3”, kept and shown");
  });
});
