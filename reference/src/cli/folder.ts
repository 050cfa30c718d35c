import type { Store } from '../replica/store.ts';

/** The folder in which a person's keys, address book and spaces lie. Names in it are relative, with `/`. */
export interface Folder {
  /** Where it is, for people. */
  readonly path: string;
  /** Where a file of it is, for people. */
  pathOf(name: string): string;
  /** The text of a file; undefined where there is none. */
  read(name: string): string | undefined;
  /** Writes a file whole or not at all, for its owner's eyes only; makes the folder where it is not there. */
  write(name: string, text: string): void;
  /** Whether others than its owner can read a file. */
  isOpenToOthers(name: string): boolean;
  /** How many bytes the files take whose names begin so. */
  bytes(beginning: string): number;
  /** Whether there is a file. */
  has(name: string): boolean;
  /** Does something while no other process does such a thing in this folder. */
  locked<T>(work: () => T): T;
  /** Opens the store in a file, which is made where it is not there. No other process has it open meanwhile. */
  openStore(name: string, limits?: StoreLimits): Store;
  /** Watches the store in a file without opening it. */
  watchStore(name: string): StoreWatch;
}

export interface StoreLimits {
  /** How large its file may grow; as far as the disk allows where absent. */
  readonly maxBytes?: number | undefined;
}

export interface StoreWatch {
  /** A number that is another one after a process has written to the store. */
  version(): number;
  close(): void;
}
