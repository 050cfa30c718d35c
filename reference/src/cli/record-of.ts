import { isBlobId, isKeyId, isRecordId } from '../id/id.ts';
import type { Replica } from '../replica/replica.ts';
import { UsageError, type World } from './command.ts';
import { type Data, personIn } from './data.ts';
import { NotThere, nothingAt } from './missing.ts';
import { typedPath } from './paths.ts';
import { shortener } from './shorten.ts';

/** What somebody means who names a thing: an id, the beginning of one, a path, or a person. */
export function targetOf(world: World, data: Data, replica: Replica, typed: string, spaceName: string): string {
  const now = world.now();
  if (isRecordId(typed) || isBlobId(typed) || isKeyId(typed)) return typed;
  if (typed.startsWith('%')) return recordOf(replica, typed, now);
  if (typed.startsWith('&')) throw new UsageError(`${typed} is no whole id of a blob, which is & and 53 characters`);
  if (!typed.includes('/')) return personIn(data, typed, replica, now);
  const path = typedPath(typed, (name) => personIn(data, name, replica, now), world.home);
  const winner = replica.winnerAt(path, now);
  if (winner === undefined) throw nothingAt(replica, path, spaceName, now);
  return winner.record.id;
}

/** The one record whose id begins so. */
export function recordOf(replica: Replica, beginning: string, now: number): string {
  if (isRecordId(beginning)) return beginning;
  const found: string[] = [];
  for (const { record } of replica.all(now)) if (record.id.startsWith(beginning)) found.push(record.id);
  const [only, ...others] = found;
  if (only === undefined) throw new NotThere(`no record here begins with ${beginning}`);
  if (others.length === 0) return only;
  throw new UsageError(`${beginning} can be ${found.slice(0, 10).map(shortener(found)).join(' or ')}; type more of it`);
}
