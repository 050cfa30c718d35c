import { describe, expect, test } from 'vitest';
import {
  addressOf,
  type Coverage,
  chapters,
  checks,
  codes,
  coverageOf,
  coverageText,
  DIRECTIONS,
  laws,
  phases,
  requirements,
  sectionOf,
  sectionsOf,
  vectors,
  vectorsOfChapter,
  vectorsOfRequirement,
  vectorsOfSection,
} from '../src/facts/index.ts';

const none: Coverage = { accept: 0, reject: 0, held: 0, value: 0, checks: 0, laws: 0, watched: false };

describe('Coverage', () => {
  test('the directions of a requirement add up to its checks', () => {
    for (const { id } of requirements) {
      const of = coverageOf(id);
      expect(DIRECTIONS.reduce((sum, each) => sum + of[each], 0)).toBe(of.checks);
    }
  });

  test('every check and every law is counted once for each requirement that it names', () => {
    const all = requirements.map(({ id }) => coverageOf(id));
    const named = (each: readonly { requirements: readonly string[] }[]): number =>
      each.reduce((sum, one) => sum + one.requirements.length, 0);
    expect(all.reduce((sum, of) => sum + of.checks, 0)).toBe(named(checks));
    expect(all.reduce((sum, of) => sum + of.laws, 0)).toBe(named(laws));
  });

  test('every requirement is exercised, and one that has a code in both directions', () => {
    for (const { id, code } of requirements) {
      const of = coverageOf(id);
      expect(of.checks > 0 || of.watched, id).toBe(true);
      if (code !== undefined) expect([id, of.reject > 0, of.accept + of.held + of.value > 0]).toEqual([id, true, true]);
    }
  });

  test('is said in words', () => {
    expect(coverageText({ ...none, checks: 12, accept: 5, reject: 7 })).toBe('12 checks: 5 accept, 7 reject');
    expect(coverageText({ ...none, checks: 1, value: 1, laws: 1 })).toBe('1 check: 1 value; 1 law');
    expect(coverageText({ ...none, watched: true })).toBe('watched in every run');
    expect(coverageText(none)).toBe('no checks');
  });

  test('an unknown id is a mistake', () => {
    expect(() => coverageOf('XYZ-1')).toThrow(RangeError);
    expect(() => addressOf('XYZ-1')).toThrow(RangeError);
  });
});

describe('Chapters', () => {
  test('every requirement stands in a section of its chapter', () => {
    for (const { id, chapter } of requirements) expect(sectionOf(chapter, id), id).toBeDefined();
    expect(sectionOf('05-documents', 'DOC-7')).toMatchObject({ title: 'The path', slug: 'the-path', depth: 2 });
  });

  test('the sections of a text are found outside of code', () => {
    expect(sectionsOf('before\n## A b, *c*\n**X-1** It MUST.\n```\n## no\n```\n### d.e\n**X-2** Too.')).toEqual([
      { title: 'A b, *c*', slug: 'a-b-c', depth: 2, requirements: ['X-1'] },
      { title: 'd.e', slug: 'de', depth: 3, requirements: ['X-2'] },
    ]);
  });

  test('every vector is about one chapter', () => {
    const found = chapters.flatMap(({ name }) => vectorsOfChapter(name));
    expect(found.length).toBe(vectors.length);
    expect(new Set(found).size).toBe(vectors.length);
  });

  test('every vector is about one section of its chapter', () => {
    for (const { name, sections } of chapters) {
      const found = sections.flatMap(({ slug }) => vectorsOfSection(name, slug));
      expect(found.length, name).toBe(vectorsOfChapter(name).length);
    }
  });

  test('a requirement finds its vectors', () => {
    expect(vectorsOfRequirement('DOC-9').length).toBeGreaterThan(10);
    expect(vectorsOfRequirement('DOC-9').every((each) => each.requirements.includes('DOC-9'))).toBe(true);
  });

  test('a chapter shows the vectors that its text names', () => {
    expect(chapters.find(({ name }) => name === '05-documents')?.shown[0]?.id).toBe('documents/own-page');
  });
});

describe('Codes', () => {
  test('every code names the requirements whose breach it answers', () => {
    expect(codes.find(({ code }) => code === 'path-author')?.requirements).toEqual(['DOC-8']);
    for (const { code, requirements: of } of codes) expect(of.length, code).toBeGreaterThan(0);
  });

  test('phases come in the order in which a verifier takes them', () => {
    expect(phases.slice(0, 3)).toEqual(['text', 'shape', 'form']);
  });
});
