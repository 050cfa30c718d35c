import { describe, expect, test } from 'vitest';
import { type AsyncEngine, type Change, MemoryStore, ReplicaHost } from '../src/index.ts';
import { createThreadsEngine } from '../src/node/threads-engine.ts';
import { engine, now, written } from './cast.ts';
import { asked, document, message, opened, say } from './replica-cast.ts';

const pages = Array.from({ length: 6 }, (_, index) => document({ path: `/page-${index}`, timestamp: written + index }));
const ids = (from: number, to: number): string[] => pages.slice(from, to).map(({ id }) => id);

/** A store whose first commit ends when it is told to. */
class PatientStore extends MemoryStore {
  readonly #first = Promise.withResolvers<void>();
  #commits = 0;

  end(error?: Error): void {
    if (error) this.#first.reject(error);
    else this.#first.resolve();
  }

  override commit(changes: readonly Change[]): void | Promise<void> {
    if (this.#commits++ > 0) return super.commit(changes);
    return this.#first.promise.then(() => super.commit(changes));
  }
}

describe('A host', () => {
  test('answers each of many callers what became of hers, in the order in which they came', async () => {
    const host = new ReplicaHost({ replica: opened(), engine: createThreadsEngine(), clock: () => now, maxBatch: 2 });
    const broken = { ...message(), text: '{}' };
    const given = [...pages.slice(0, 3).map((page) => [page]), [], [broken, pages[0] as never], [pages[3] as never]];
    const outcomes = await Promise.all(given.map((records) => host.ingest(records)));
    expect(outcomes.map((each) => each.map(say))).toEqual([
      ['accepted'],
      ['accepted'],
      ['accepted'],
      [],
      ['rejected record-shape', 'ignored duplicate'],
      ['accepted'],
    ]);
    expect(asked(host.replica, { order: 'arrival' })).toEqual(ids(0, 4));
  });

  test('has the next batch verified while one is being stored', async () => {
    const store = new PatientStore();
    let questions = 0;
    const counting: AsyncEngine = {
      ...createThreadsEngine(),
      verify: async (...question) => {
        questions++;
        return engine.verify(...question);
      },
    };
    const host = new ReplicaHost({ replica: opened({ store }), engine: counting, clock: () => now, maxBatch: 1 });
    const answers = pages.slice(0, 3).map((page) => host.ingest([page]));
    while (questions < 2) await new Promise(setImmediate);
    expect(asked(host.replica)).toEqual([]);
    store.end();
    await Promise.all(answers);
    expect(asked(host.replica, { order: 'arrival' })).toEqual(ids(0, 3));
  });

  test('goes on with the next batch where one could not be stored', async () => {
    const store = new PatientStore();
    const host = new ReplicaHost({ replica: opened({ store }), engine, clock: () => now, maxBatch: 1 });
    const [lost, kept] = [host.ingest([pages[0] as never]), host.ingest([pages[1] as never])];
    store.end(new Error('the disk is gone'));
    await expect(lost).rejects.toThrow('the disk is gone');
    expect((await kept).map(say)).toEqual(['accepted']);
    expect(asked(host.replica)).toEqual(ids(1, 2));
  });

  test('has a clock that does not go back, and tells who listens when something is stored', async () => {
    const clock = [now, now - 5, now + 1].values();
    const host = new ReplicaHost({ replica: opened(), engine, clock: () => clock.next().value as number });
    let told = 0;
    const end = host.onStored(() => told++);
    await host.ingest([pages[0] as never]);
    await host.ingest([pages[1] as never]);
    end();
    expect([told, host.now]).toEqual([2, now + 1]);
    await host.ingest([]);
    expect(told).toBe(2);
  });
});
