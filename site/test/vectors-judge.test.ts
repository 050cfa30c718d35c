import { readFileSync } from 'node:fs';
import type { VectorCase } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { openJudge } from '../src/vectors/judge-vector.ts';
import { vectorsIn } from '../src/vectors/vector-file.ts';

const vectors = new Map(
  ['documents', 'earthstar-es5', 'signatures', 'feeds'].flatMap((file) =>
    vectorsIn(readFileSync(new URL(`../../vectors/v1/${file}.json`, import.meta.url), 'utf8')).map(
      ({ vector }): [string, VectorCase] => [vector.id, vector],
    ),
  ),
);
const vector = (id: string): VectorCase => {
  const found = vectors.get(id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

describe('One vector', () => {
  const judge = openJudge();

  test('DOC-1 an accepted document passes, with its id, its canonical form, its signing, a merge and a replica', () => {
    expect(judge(vector('documents/wiki-page')).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['documents/wiki-page', 'passed'],
      ['documents/wiki-page#id', 'passed'],
      ['documents/wiki-page#canonical', 'passed'],
      ['documents/wiki-page#sign', 'passed'],
      ['documents/wiki-page#merge', 'passed'],
      ['documents/wiki-page#ingest', 'passed'],
    ]);
  });

  test('DOC-7 a reference that forgot the rule accepts what it must refuse', () => {
    const negative = [...vectors.values()].find(
      ({ requirements, expect }) => requirements.join() === 'DOC-7' && expect.reject !== undefined,
    ) as VectorCase;
    const [own, ...elsewhere] = judge(negative);
    expect(own).toMatchObject({ outcome: 'passed', got: { reject: { code: 'path-form' } } });
    expect(elsewhere.map(({ id, outcome }) => [id.replace(/.*#/, ''), outcome])).toEqual([
      ['merge', 'passed'],
      ['ingest', 'passed'],
      ['sign', 'passed'],
    ]);
    const [forgotten, ...forgottenElsewhere] = openJudge('DOC-7')(negative);
    expect(forgotten).toMatchObject({ outcome: 'failed', words: 'accepted what must be refused', got: { ok: {} } });
    expect(forgottenElsewhere.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });
});

test.each(['documents', 'earthstar-es5'])('The reference passes a sample of %s', (file) => {
  const judge = openJudge();
  const sample = [...vectors.values()].filter(({ id }, at) => id.startsWith(`${file}/`) && at % 10 === 0);
  expect(sample.length).toBeGreaterThan(10);
  expect(sample.flatMap(judge).filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});
