import { liftAt } from '../sync/steps.ts';
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

/** [SYN-14] */
export function liftFor(folder: Folder, address: string, space: string, now: number): 0 | 1 {
  const last = remembered(folder).get(keyOf(address, space));
  return liftAt(now, last === undefined || Number.isNaN(last) || last > now ? undefined : last);
}

export function rememberLift(folder: Folder, address: string, space: string, now: number): void {
  folder.locked(() => {
    const all = new Map(remembered(folder));
    const key = keyOf(address, space);
    all.delete(key);
    all.set(key, now);
    folder.write(partnersFile, `${JSON.stringify(Object.fromEntries([...all].slice(-mostRemembered)), null, 2)}\n`);
  });
}
