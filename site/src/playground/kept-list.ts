/** The version of the database. A later page has a higher one, and then this page does not open it: nothing of it is lost. */
const version = 1;

const [store, key] = ['lists', 'latest'];

/** What a browser keeps of the last visit: a fragment, nothing, or something that only a newer page can read. */
export type KeptList = { readonly fragment: string } | 'nothing' | 'newer';

const open = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Does one thing in the database and closes it, so that no other tab has to wait for this one. */
const within = async <Result>(
  name: string,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> => {
  const database = await open(name);
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

/** One list of events, as a fragment holds it, in the browser's own database of that name. */
export class ListKeeper {
  readonly #name: string;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(name: string) {
    this.#name = name;
  }

  async read(): Promise<KeptList> {
    try {
      const fragment: unknown = await within(this.#name, 'readonly', (lists) => lists.get(key));
      return typeof fragment === 'string' ? { fragment } : 'nothing';
    } catch (error) {
      // Otherwise it is a browser that keeps nothing.
      return (error as DOMException | null)?.name === 'VersionError' ? 'newer' : 'nothing';
    }
  }

  /** Keeps a fragment in place of the one before. Answers whether there is room for it, as far as this browser says. */
  keep(fragment: string): Promise<boolean> {
    this.#last = this.#last.then(async () => {
      try {
        await within(this.#name, 'readwrite', (lists) => lists.put(fragment, key));
        return true;
      } catch (error) {
        // What was kept before is there still; that a newer page has kept something was said when it was read.
        return (error as DOMException | null)?.name !== 'QuotaExceededError';
      }
    });
    return this.#last;
  }
}
