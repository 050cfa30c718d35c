import type { VectorCase } from '@rockpool/schemas';
import documents from '@rockpool/vectors/v1/documents.json' with { type: 'json' };
import feeds from '@rockpool/vectors/v1/feeds.json' with { type: 'json' };
import records from '@rockpool/vectors/v1/records.json' with { type: 'json' };
import ssb from '@rockpool/vectors/v1/ssb.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { expand } from '../../conformance/src/checks/expand.ts';
import { readFragment } from '../src/inspector/permalink.ts';
import { inspectorFragment } from '../src/vectors/inspector-fragment.ts';

type Asked = { text?: string; format: string; now: number; hmac?: string };

describe('The way from a vector to the inspector', () => {
  test('carries the text, the format, the time and the hmac key', () => {
    const verified = [...records.cases, ...documents.cases, ...ssb.cases].filter(
      ({ operation }) => operation === 'record.verify',
    ) as unknown as VectorCase[];
    const led = verified.filter((vector) => {
      const { text, format, now, hmac } = expand(vector.input) as Asked;
      const fragment = inspectorFragment(vector);
      if (text === undefined || fragment === undefined) return false;
      expect(readFragment(fragment), vector.id).toEqual({ source: text, format, now, ...(hmac && { hmac }) });
      return true;
    });
    expect(led.length).toBeGreaterThan(500);
  });

  test('is not offered where a link cannot carry the record, or none is asked about', () => {
    const record = documents.cases.find(({ operation }) => operation === 'record.verify') as unknown as VectorCase;
    expect(inspectorFragment(record)).toBeDefined();
    expect(inspectorFragment({ ...record, input: { ...record.input, text: 'x'.repeat(20_000) } })).toBe(undefined);
    expect(inspectorFragment(feeds.cases[0] as unknown as VectorCase)).toBe(undefined);
  });
});
