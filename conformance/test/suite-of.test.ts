import type { ProfileName } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { READERS } from '../src/load-suite.ts';
import { PROFILES } from '../src/protocol/operations.ts';
import { lookup, suite, VECTOR_FILES } from '../src/suite.ts';
import { filesOf, suiteOf, type VectorFile } from '../src/suite-of.ts';

const partOf = (files: readonly string[], profiles: readonly ProfileName[]) =>
  suiteOf(
    files.map((path) => VECTOR_FILES[path] as VectorFile),
    profiles,
  ).checks;

const mine = <Each extends { profile: ProfileName }>(checks: readonly Each[], profile: ProfileName): Each[] =>
  checks.filter((each) => each.profile === profile);

describe('The vector files of a profile', () => {
  test.each(PROFILES)('hold all that %s is asked, with the parents, and no file for nothing', (profile) => {
    const files = filesOf([profile]);
    const part = partOf(files, [profile]);
    expect(mine(part, profile)).toEqual(mine(suite.checks, profile));
    const ids = new Set(part.map(({ id }) => id));
    expect(mine(part, profile).flatMap(({ parent }) => (parent && !ids.has(parent) ? [parent] : []))).toEqual([]);
    const used = new Set(mine(part, profile).map(({ id }) => fileOf.get(id.replace(/#.*/, ''))));
    expect(files.filter((file) => !used.has(file))).toEqual([]);
  });

  test('are all of them for all profiles, in the order of the suite', () => {
    expect(filesOf(PROFILES)).toEqual(Object.keys(VECTOR_FILES));
    expect(lookup.check('documents/wiki-page')).toBeDefined();
  });

  test('are read one by one as they are all together', async () => {
    expect(Object.keys(READERS)).toEqual(Object.keys(VECTOR_FILES));
    for (const [path, read] of Object.entries(READERS)) expect((await read()).default).toEqual(VECTOR_FILES[path]);
  });
});

const fileOf = new Map(
  Object.entries(VECTOR_FILES).flatMap(([path, { cases }]) => cases.map((each) => [(each as { id: string }).id, path])),
);
