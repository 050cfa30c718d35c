import { canonical } from '../value/canonical.ts';
import { isObject, type JsonValue } from '../value/json.ts';
import type { Description } from './description.ts';
import { descriptionKey } from './keys.ts';
import type { Change, Store } from './store.ts';

/** The version of how a replica is kept in its store. */
export const storeVersion = 4;

/** The store was written by a newer or older program, or is no replica's. */
export class StoreVersionError extends Error {
  override readonly name = 'StoreVersionError';
}

/** The store has another replica in it. */
export class StoreMismatchError extends Error {
  override readonly name = 'StoreMismatchError';
}

/** What a store says about itself: which space it is for, and under which filter. */
const described = ({ space, family, filter }: Description): string =>
  canonical({ version: storeVersion, space, family: family.name, filter: { ...filter } });

/** @throws StoreVersionError, StoreMismatchError */
export function checkDescription(store: Store, description: Description): void {
  const text = store.get(descriptionKey);
  if (text === undefined || text === described(description)) return;
  const found = parsed(text);
  const version = isObject(found) ? found.version : undefined;
  if (version !== storeVersion) {
    throw new StoreVersionError(
      `this store has the version ${JSON.stringify(version)}, and this program reads version ${storeVersion}; open it with the program that wrote it, or a newer one`,
    );
  }
  throw new StoreMismatchError(
    `this store keeps ${text}, and was to be opened as ${described(description)}; choose another place for it`,
  );
}

/** What has to be written with the first records. */
export const describe = (store: Store, description: Description): readonly Change[] =>
  store.get(descriptionKey) === undefined ? [[descriptionKey, described(description)]] : [];

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // What is no JSON has no version.
    return undefined;
  }
}
