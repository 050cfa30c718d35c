import { describe, expect, test } from 'vitest';
import { showProblem } from '../problem.ts';
import { parseChapter } from '../spec/chapter.ts';
import { extractRequirements, type RejectionCode } from '../spec/requirement.ts';

const FRONT =
  '---\ntitle: Documents\ndescription: Paths.\nareas:\n  DOC: [documents]\n  ES: [earthstar-es4, earthstar-es5]\n---\n';
const PATH_FORM: RejectionCode = { code: 'path-form', phase: 'form', meaning: 'The path is ill-formed.' };

const read = (prose: string, registry: readonly RejectionCode[] = []) => {
  const chapter = parseChapter('spec/05-documents.md', FRONT + prose);
  const { requirements, problems } = extractRequirements([chapter], registry, 'codes.json');
  return { requirements, problems: [...chapter.problems, ...problems].map(showProblem) };
};

const EMPTY_BUT = (line: number, what: string) => [expect.stringContaining(`spec/05-documents.md:${line}: ${what}`)];

describe('A requirement', () => {
  test('is the paragraph that its id begins, with lines folded, its code taken off', () => {
    const prose = 'Before.\n\n**DOC-1** A `path`\nMUST begin\nwith `/`. (`path-form`)\n\nAfter.\n';
    const { requirements, problems } = read(prose, [PATH_FORM]);
    expect(problems).toEqual([]);
    expect(requirements).toEqual([
      {
        id: 'DOC-1',
        level: 'MUST',
        profile: ['documents'],
        chapter: '05-documents',
        code: 'path-form',
        text: 'A `path` MUST begin with `/`.',
      },
    ]);
  });

  test.each([
    ['A peer MUST NOT\nsend it.', 'MUST NOT'],
    ['A peer SHOULD send it.', 'SHOULD'],
    ['A peer SHOULD NOT send it.', 'SHOULD NOT'],
    ['A peer MAY send it.', 'MAY'],
  ])('has the level of its one word: %j', (sentence, level) => {
    expect(read(`**DOC-1** ${sentence}`)).toMatchObject({ requirements: [{ level }], problems: [] });
  });

  test('belongs to every profile of its area', () => {
    expect(read('**ES-1** It MUST.').requirements[0]?.profile).toEqual(['earthstar-es4', 'earthstar-es5']);
  });

  test('keeps its full stop on either side of the code', () => {
    const { requirements } = read('**DOC-1** It MUST (`path-form`).\n\n**DOC-2** It MUST. (`path-form`).', [PATH_FORM]);
    expect(requirements.map(({ text }) => text)).toEqual(['It MUST.', 'It MUST.']);
  });

  test('takes the list below it, up to the blank line', () => {
    expect(read('**DOC-1** It MUST:\n1. begin,\n2. end.\n\nMore.').requirements[0]?.text).toBe(
      'It MUST: 1. begin, 2. end.',
    );
  });

  test('as an item of a list ends where the next item begins', () => {
    const { requirements, problems } = read('- **DOC-1** One MUST.\n- **DOC-2** Two\n  MUST.\n- Three.');
    expect(problems).toEqual([]);
    expect(requirements.map(({ id, text }) => `${id} ${text}`)).toEqual(['DOC-1 One MUST.', 'DOC-2 Two MUST.']);
  });

  test('is not made of fenced code or a generated table', () => {
    const prose = '```\n**DOC-1** It MUST.\n```\n\n<!-- rejections -->\n\n| **DOC-2** MUST |\n\n<!-- /rejections -->\n';
    expect(read(prose)).toEqual({ requirements: [], problems: [] });
  });
});

describe('A chapter is refused', () => {
  test.each([
    [
      'a duplicate id',
      '**DOC-1** It MUST.\n\n**DOC-1** It MUST.',
      10,
      'duplicate id DOC-1, first at spec/05-documents.md:8',
    ],
    ['an area without a declaration', '**XY-1** It MUST.', 8, 'XY-1: area XY is not declared'],
    ['no normative word', '**DOC-1** It must.', 8, 'DOC-1 has no normative word'],
    ['a normative word that is only code', '**DOC-1** It says `MUST`.', 8, 'DOC-1 has no normative word'],
    ['two normative words', '**DOC-1** It MUST and SHOULD.', 8, 'DOC-1 has 2 normative words (MUST, SHOULD)'],
    ['another word of RFC 2119', '**DOC-1** It SHALL.', 8, 'DOC-1 says SHALL'],
    ['a normative word without an id', 'Text.\n\nIt\nMUST.', 10, 'MUST outside a requirement'],
    ['an id in the wrong form', '**doc-1** It MUST.', 8, 'id not understood'],
    ['an unknown code', '**DOC-1** It MUST. (`no-such`)', 8, 'DOC-1: code no-such is not in codes.json'],
    ['two codes', '**DOC-1** It MUST. (`path-form`, `b`)', 8, 'DOC-1 ends with 2 codes'],
    ['a fence that stays open', '```\n**DOC-1**', 8, 'code fence never closed'],
  ])('for %s', (_, prose, line, what) => {
    expect(read(prose).problems.slice(0, 1)).toEqual(EMPTY_BUT(line, what));
  });

  test('for a code that no requirement names', () => {
    expect(read('**DOC-1** It MUST.', [PATH_FORM]).problems).toEqual([
      expect.stringContaining('code path-form is named by no requirement'),
    ]);
  });

  test('for a front matter that is missing', () => {
    expect(parseChapter('spec/01-a.md', '# A\n').problems.map(showProblem)).toEqual([
      expect.stringContaining('spec/01-a.md:1: no front matter'),
    ]);
  });

  test('for an area that is not a list', () => {
    const { problems } = parseChapter('spec/01-a.md', '---\ntitle: A\ndescription: B\nareas:\n  DOC: documents\n---\n');
    expect(problems.map(showProblem)).toEqual([
      expect.stringContaining('spec/01-a.md:5: front matter line not understood'),
    ]);
  });
});

test('A paragraph about RFC 2119 may name the words', () => {
  expect(read('MUST and MAY as in RFC 2119.').problems).toEqual([]);
});
