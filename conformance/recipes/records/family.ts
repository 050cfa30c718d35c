import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { Format } from '../../src/forge/rule.ts';
import { refuses, takes } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { type PageChange, page } from './page.ts';

/** One of the two formats of native records, for what is true of both. */
export type Family = {
  /** The file of its cases. */
  area: 'records' | 'messages';
  /** What one of its records is called. */
  noun: string;
  format: Format;
  shapeRule: 'DOC-1' | 'MSG-1';
  /** The slugs of accepted cases: a plain one, one without content, one that a device signed. */
  plain: string;
  sparse: string;
  held: string;
  make: (header: Readonly<Record<string, Json | undefined>>, change?: Omit<PageChange, 'header'>) => NativeRecord;
};

export const DOCUMENTS: Family = {
  area: 'records',
  noun: 'page',
  format: 'rp.document.1',
  shapeRule: 'DOC-1',
  plain: 'page',
  sparse: 'without-content',
  held: 'held-phone',
  make: (header, change = {}) => page({ ...change, header }),
};

export const MESSAGES: Family = {
  area: 'messages',
  noun: 'message',
  format: 'rp.message.1',
  shapeRule: 'MSG-1',
  plain: 'hello',
  sparse: 'without-content',
  held: 'held-phone',
  make: (header, change = {}) => message({ ...change, header }),
};

export type Given = { record: unknown } | { text: string | Uint8Array };

export type Row = [slug: string, defect: string, given: Given, parent?: string, now?: number];

/** Records of a family that break the same rules. */
export const refused = (family: Family, breaks: readonly string[], rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, defect, given, parent, now]) =>
    refuses(
      `${family.area}/${slug}`,
      `${family.area}/${parent ?? family.plain}`,
      defect,
      { format: family.format, ...given, ...(now === undefined ? {} : { now }) },
      breaks,
    ),
  );

/** Records of a family that break nothing. */
export const accepted = (
  family: Family,
  requirements: readonly string[],
  rows: readonly [slug: string, title: string, record: NativeRecord, now?: number][],
): VectorCase[] =>
  rows.map(([slug, title, record, now]) =>
    takes(
      `${family.area}/${slug}`,
      title,
      { format: family.format, record, ...(now === undefined ? {} : { now }) },
      requirements,
    ),
  );
