import { StoreFull } from '../replica/store.ts';
import { StoreUnusable } from '../replica/store-unusable.ts';

/** By the name of the exception: what is wrong, and what to do. */
const FAULTS = new Map([
  ['VersionError', 'it was written by a newer version of this page; reload, or open the page that wrote it'],
  ['SecurityError', 'this browser lets this page store nothing; allow it, or leave the private window'],
  ['InvalidStateError', 'the browser has closed it; reload the page'],
]);

/** In the words of the port. What does not come from the browser stays as it is. */
export function storageFailure(place: string, error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') {
    return new StoreFull(`${place}: this browser allows no more; delete something, or make room on the disk`, {
      cause: error,
    });
  }
  const fault = FAULTS.get(error.name) ?? `${error.message || error.name}; reload the page`;
  return new StoreUnusable(`${place}: ${fault}`, { cause: error });
}
