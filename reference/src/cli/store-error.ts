import { StoreFull } from '../replica/store.ts';
import { StoreUnusable } from '../replica/store-unusable.ts';
import { StoreMismatchError, StoreVersionError } from '../replica/version.ts';

/** Whether the place of a replica cannot be used; the message says why and what to do. */
export const isStoreError = (error: unknown): error is Error =>
  [StoreFull, StoreUnusable, StoreMismatchError, StoreVersionError].some((kind) => error instanceof kind);
