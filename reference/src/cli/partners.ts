import { liftAt, liftDueAt } from '../sync/steps.ts';
import { isObject, type JsonValue } from '../value/json.ts';
import type { Folder } from './folder.ts';

const partnersFile = 'partners.json';

/** More are not remembered. */
const mostRemembered = 1_000;

/** When a partner was last asked to compare by sums that nobody can prepare, by address and space. It can be thrown away. */
function remembered(folder: Folder): ReadonlyMap<string, number> {
  try {
    const value = JSON.parse(folder.read(partnersFile) ?? '{}') as JsonValue;
    return new Map(Object.entries(isObject(value) ? value : {}).map(([key, at]) => [key, Number(at)]));
  } catch {
    // A file that somebody has broken costs one look at everything.
    return new Map();
  }
}

const keyOf = (address: string, space: string): string => `${address} ${space}`;

function lastLift(folder: Folder, address: string, space: string, now: number): number | undefined {
  const last = remembered(folder).get(keyOf(address, space));
  return last === undefined || Number.isNaN(last) || last > now ? undefined : last;
}

/** [SYN-14] */
export const liftFor = (folder: Folder, address: string, space: string, now: number): 0 | 1 =>
  liftAt(now, lastLift(folder, address, space, now));

/** The least time between two sessions with lift 1, in microseconds: a partner that is asked more often may be `busy`. */
const leastBetween = 3_600_000_000;

/** When a session that begins now has lasted so long that one with lift 1 is due in its place. */
export const renewalAt = (folder: Folder, address: string, space: string, now: number): number =>
  Math.max(now + leastBetween, liftDueAt(lastLift(folder, address, space, now)));

export function rememberLift(folder: Folder, address: string, space: string, now: number): void {
  folder.locked(() => {
    const all = new Map(remembered(folder));
    const key = keyOf(address, space);
    all.delete(key);
    all.set(key, now);
    folder.write(partnersFile, `${JSON.stringify(Object.fromEntries([...all].slice(-mostRemembered)), null, 2)}\n`);
  });
}
