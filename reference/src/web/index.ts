/** What a page in a browser passes in: a place that keeps a replica, and what the browser says of that place. */
export { type IndexedDbStoreOptions, openIndexedDbStore } from './indexed-db-store.ts';
export { askForRoom, type Room } from './room.ts';
