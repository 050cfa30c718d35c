/** Programs that keep and count otherwise than the reference. */
import { MemoryStore } from '../../../reference/src/replica/memory-store.ts';
import type { Change } from '../../../reference/src/replica/store.ts';
import { answer } from '../../../reference/src/subject/answer.ts';
import { SeenStore } from '../../../reference/src/subject/broken/seen-store.ts';
import { Replicas } from '../../../reference/src/subject/replicas.ts';
import { around, reference, referenceOf } from './broken-subject.ts';
import type { Starting } from './in-thread.ts';

/** Replicas whose items are those that were there when the first session began. */
class CountedOnce extends Replicas {
  readonly #counted = new WeakSet<object>();

  override synced(...asked: Parameters<Replicas['synced']>): ReturnType<Replicas['synced']> {
    const synced = super.synced(...asked);
    if (!this.#counted.has(synced)) {
      this.#counted.add(synced);
      synced.snapshot(0);
      synced.close();
    }
    return synced;
  }
}

/** Replicas whose items stay when a newer document comes. */
class NeverLess extends Replicas {
  override add(name: string, replica: Parameters<Replicas['add']>[1]): void {
    const onKept = replica.onKept.bind(replica);
    replica.onKept = (listener) => onKept((changes) => listener(changes.filter(({ isKept }) => isKept)));
    super.add(name, replica);
  }
}

export const countingOnce = (): Starting => referenceOf({ answer, Replicas: CountedOnce, MemoryStore });
export const neverCountingLess = (): Starting => referenceOf({ answer, Replicas: NeverLess, MemoryStore });

/** A store that writes nothing of what comes in a session. */
export const forgettingSessions = (): Starting => {
  let isSession = false;
  class Forgetting extends SeenStore {
    protected write(changes: readonly Change[]): void | Promise<void> {
      return isSession ? undefined : this.store.commit(changes);
    }
  }
  const start = reference({ replica: { storeOver: (store) => new Forgetting(store) } });
  return around(
    () => (method) => {
      isSession = method.startsWith('session.');
      return undefined;
    },
    start,
  );
};
