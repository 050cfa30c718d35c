/** What a run loads, while the site is built; never part of what a page loads. */
import { gzipSync } from 'node:zlib';
import { filesOf, PROFILES } from '@rockpool/conformance';
import type { ProfileName } from '@rockpool/schemas';
import { published } from '../vectors/source.ts';

/** The compressed vectors of some profiles, in megabytes with one decimal, such as `1.1`. */
export const megabytesOf = async (profiles: readonly ProfileName[] = PROFILES): Promise<string> => {
  const sizes = filesOf(profiles).map(async (path) => {
    const text = await published.get(`vectors/${path}`)?.();
    if (text === undefined) throw new RangeError(`${path} is not published`);
    return gzipSync(text).length;
  });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return (bytes / 1_000_000).toFixed(1);
};
