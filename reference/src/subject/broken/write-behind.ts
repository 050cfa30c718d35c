import type { Change } from '../../replica/store.ts';
import { SeenStore } from './seen-store.ts';

/** So many commits are gathered before anything is written. */
const commitsInOne = 16;

/** A store that says it has written what it has only noted. What is noted is lost with the process. */
export class WriteBehind extends SeenStore {
  #noted: (readonly Change[])[] = [];

  protected write(changes: readonly Change[]): void | Promise<void> {
    this.#noted.push(changes);
    if (this.#noted.length < commitsInOne) return;
    const all = this.#noted.flat();
    this.#noted = [];
    return this.store.commit(all);
  }
}
