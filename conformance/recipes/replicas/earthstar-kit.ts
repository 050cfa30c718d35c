import type { VectorCase } from '@rockpool/schemas';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { T } from '../cases/verify.ts';
import type { EsChange, EsKind } from '../earthstar/document.ts';
import { type Move, type OpenOptions, opened } from './moves.ts';
import type { Schedule } from './schedule.ts';

const { suzy, gardening } = cast;

/** A replica of the gardening share. */
export const open = (options: OpenOptions = {}): Move =>
  opened({ family: 'earthstar', space: gardening.earthstarAddress, ...options });

export type Maker = (path: string, age?: number, author?: TestKey, change?: EsChange) => JsonObject;
export type Tell = (
  slug: string,
  title: string,
  requirements: readonly string[],
  moves: readonly Move[],
  options?: Partial<Schedule>,
) => VectorCase;

/** Documents at a path, written `age` microseconds after T. */
export const maker =
  ({ make }: EsKind): Maker =>
  (path, age = 0, author = suzy, change = {}) =>
    make({ content: `${path} ${age}`, author, ...change, members: { path, timestamp: T + age, ...change.members } });
