import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { type MergeDraft, mergeCase } from '../cases/merge.ts';
import { T } from '../cases/verify.ts';
import { type PageChange, page } from '../records/page.ts';

type Options = Partial<Pick<MergeDraft, 'now' | 'space' | 'wanted'>>;

/** Native documents in the gardening space. */
export const merge = (
  slug: string,
  title: string,
  requirements: string[],
  records: readonly (NativeRecord | string)[],
  options: Options = {},
): VectorCase =>
  mergeCase({
    id: `document-merge/${slug}`,
    title,
    profile: 'documents',
    requirements,
    space: cast.spaces.gardening,
    records: records.map((record) =>
      typeof record === 'string' ? { format: 'rp.document.1', text: record } : { format: 'rp.document.1', record },
    ),
    ...options,
  });

/** A document of `age` microseconds after T; of one path and one author unless said otherwise. */
export const at = (age: number, change: PageChange = {}): NativeRecord =>
  page({ content: `${age}`, ...change, header: { timestamp: T + age, ...change.header } });

/** A document of `age` microseconds after T that expires. */
export const dying = (age: number, expires: number, change: PageChange = {}): NativeRecord =>
  at(age, { ...change, header: { path: '/chat/!hello', expires, ...change.header } });
