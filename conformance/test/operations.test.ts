import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import protocol from '@rockpool/schemas/v1/subject-protocol.schema.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { isCompatibility, OPERATIONS, OPERATIONS_OF, PROFILES } from '../src/protocol/operations.ts';

const CHAPTER = join(import.meta.dirname, '../../spec/06-subject-protocol.md');

const namesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The table of profiles in the chapter: each profile with its operations, those of another one written out. */
const tableOfProfiles = (): Map<string, string[]> => {
  const rows = readFileSync(CHAPTER, 'utf8').matchAll(/^\| ((?:`[a-z0-9-]+`(?:, )?)+) \| (.*`[a-z]+\.[a-z]+`.*) \|$/gm);
  const table = new Map<string, string[]>();
  for (const [, profiles = '', operations = ''] of rows) {
    const written = [...new Set(namesIn(operations).flatMap((name) => table.get(name) ?? [name]))];
    for (const profile of namesIn(profiles)) table.set(profile, written);
  }
  return table;
};

describe('Profiles and operations', () => {
  test('SUB-7 are those of the chapter', () => {
    expect([...tableOfProfiles()]).toEqual(Object.entries(OPERATIONS_OF));
  });

  test('are those of the schema', () => {
    expect(PROFILES).toEqual(protocol.$defs.profile.enum);
    expect(OPERATIONS).toEqual(protocol.$defs.operation.enum);
  });

  test('the profiles of other families are told apart', () => {
    expect(PROFILES.filter((profile) => !isCompatibility(profile))).toEqual([
      'core',
      'documents',
      'feeds',
      'replica',
      'sync',
    ]);
  });
});
