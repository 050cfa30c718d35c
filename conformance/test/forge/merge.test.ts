import { describe, expect, test } from 'vitest';
import { NOW, T } from '../../recipes/cases/verify.ts';
import { type PageChange, page } from '../../recipes/records/page.ts';
import { cast, compareIds, type Json, mergeDocuments, recordId } from '../../src/forge/index.ts';

const at = (age: number, change: PageChange = {}) => ({
  format: 'rp.document.1' as const,
  value: page({ content: `${age}`, ...change, header: { timestamp: T + age, ...change.header } }) as unknown as Json,
});
const merge = (records: ReturnType<typeof at>[], now = NOW) =>
  mergeDocuments({ space: cast.spaces.gardening, now, records });

describe('which documents are kept', () => {
  test('DOC-19 a newer document drops the older one of its slot', () => {
    expect(merge([at(0), at(1), at(0, { author: cast.fern })])).toEqual({
      kept: [1, 2],
      winners: { '/wiki/flowers': 1 },
      held: [],
      deleted: [],
    });
  });

  test('DOC-19 a short-lived document covers an older one, which comes back', () => {
    const path = '/chat/!hello';
    const records = [at(0, { header: { path, expires: NOW + 2 } }), at(1, { header: { path, expires: NOW + 1 } })];
    expect(merge(records)).toEqual({ kept: [0, 1], winners: { [path]: 1 }, held: [], deleted: [] });
    expect(merge(records, NOW + 2)).toEqual({ kept: [0], winners: { [path]: 0 }, held: [], deleted: [] });
    expect(merge(records, NOW + 3)).toEqual({ kept: [], winners: {}, held: [], deleted: [] });
  });

  test('DOC-16 the bytes of the ids decide between equal timestamps', () => {
    const [one, other] = [at(0, { content: 'a' }), at(0, { content: 'b' })];
    const id = ({ value }: typeof one): string => recordId((value as { header: { [name: string]: Json } }).header);
    const winner = compareIds(id(one), id(other)) > 0 ? 0 : 1;
    expect(merge([one, other]).kept).toEqual([winner]);
    expect(merge([other, one]).kept).toEqual([1 - winner]);
  });

  test('DOC-21 an empty winner is deleted, and DOC-18 a record counts once', () => {
    expect(merge([at(0, { author: cast.fern }), at(1, { content: '' }), at(1, { content: '' })])).toEqual({
      kept: [0, 1],
      winners: { '/wiki/flowers': 1 },
      held: [],
      deleted: ['/wiki/flowers'],
    });
  });

  test('DOC-22 what a device signed has a slot of its own, drops its like, and wins nothing', () => {
    const phoned = (age: number) => at(age, { header: { key: cast.phone.keyId }, signer: cast.phone });
    expect(merge([phoned(2), at(0), phoned(3), at(1)])).toEqual({
      kept: [3],
      winners: { '/wiki/flowers': 3 },
      held: [2],
      deleted: [],
    });
  });
});
