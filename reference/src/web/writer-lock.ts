import { StoreUnusable } from '../replica/store-unusable.ts';

/**
 * Waits for a lock that one page of this origin has at a time, and that the browser takes back when that page is gone, however
 * it went.
 *
 * @returns what gives it back.
 * @throws StoreUnusable if another tab has it still after `patienceMillis`, or this browser has no such locks.
 */
export function takeLock(place: string, patienceMillis: number): Promise<() => void> {
  // Absent where the page did not come by https or from this device.
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) {
    return Promise.reject(
      new StoreUnusable(`${place}: this browser has no locks here; open the page by https, or use a newer browser`),
    );
  }
  const waiting = new AbortController();
  // A busy browser takes its time to give a lock that nobody has.
  const look = async (): Promise<void> => {
    const { held = [] } = await locks.query();
    if (held.some(({ name }) => name === place)) waiting.abort();
    else timer = setTimeout(look, patienceMillis);
  };
  let timer = setTimeout(look, patienceMillis);
  return new Promise((taken, fail) => {
    locks
      .request(place, { signal: waiting.signal }, () => {
        clearTimeout(timer);
        return new Promise<void>(taken);
      })
      .catch((cause: unknown) => {
        clearTimeout(timer);
        fail(
          new StoreUnusable(`${place}: another tab has it open; go on there, or close that tab and reload`, { cause }),
        );
      });
  });
}
