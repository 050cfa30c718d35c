import type { Replica } from '../replica/replica.ts';
import { everything, pathOfRecord } from './found.ts';
import { didYouMean } from './nearest.ts';

/** More paths are not looked at for one that is almost right. */
const mostPaths = 10_000;

/** What was asked for is not there: says where to look. */
export class NotThere extends Error {
  override readonly name = 'NotThere';
}

/** What to say where nothing stands at a path. */
export function nothingAt(replica: Replica, path: string, spaceName: string, now: number): NotThere {
  const paths: string[] = [];
  for (const { record } of everything(replica, { kind: 'document' }, now)) {
    paths.push(pathOfRecord(record) ?? '');
    if (paths.length === mostPaths) break;
  }
  const below = paths.some((other) => other.startsWith(`${path}/`)) ? `; rockpool ls ${path}/ lists what is below` : '';
  const look = paths.length === 0 ? '; the space is empty' : '; rockpool ls lists what is there';
  return new NotThere(`nothing is at ${path} in ${spaceName}${below || didYouMean(path, paths) || look}`);
}
