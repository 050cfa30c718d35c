import { openDB } from 'idb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { type Change, type Store, StoreFull } from '../src/replica/store.ts';
import { type StoreCheck, storeChecks } from '../src/replica/store-acceptance.ts';
import { StoreUnusable } from '../src/replica/store-unusable.ts';
import { askForRoom, openIndexedDbStore } from '../src/web/index.ts';

/** What of Chromium's own protocol is used. */
interface Protocol {
  send(method: 'Storage.overrideQuotaForOrigin', params: { origin: string; quotaSize?: number }): Promise<unknown>;
}

/** How much this origin may store, in bytes; as before if absent. */
const allow = (quotaSize?: number) =>
  (cdp() as unknown as Protocol).send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });

let count = 0;
let name = '';
const open = () => openIndexedDbStore(name, { durability: 'relaxed', patienceMillis: 50 });
const openEmpty = () => {
  name = `test ${++count}`;
  return open();
};

const everything = { from: '', to: '\u007f' };
const rows = (store: Store) => [...store.scan(everything)];
const numbered = (from: number, to: number): Change[] =>
  Array.from({ length: to - from }, (_, index) => [
    `n${String(from + index).padStart(6, '0')}`,
    `value ${from + index}`,
  ]);

/** How many records the log has. */
async function recordsOf(): Promise<number> {
  const database = await openDB(`rockpool:${name}`);
  const records = await database.count('batches');
  database.close();
  return records;
}

const complaint = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => {
      expect(error).toBeInstanceOf(StoreUnusable);
      return (error as Error).message;
    },
  );

const isAboutRoom = ({ needs }: StoreCheck) => needs === 'openSmall';

// First, since Chromium remembers for a while that there was room.
describe('A store in a browser that is full', () => {
  beforeAll(() => allow(4_000_000));
  afterAll(() => allow());

  test.each(storeChecks.filter(isAboutRoom))('REP-11 $title', ({ run }) =>
    run({ open: openEmpty, reopen: open, openSmall: openEmpty }),
  );

  test('a single change that has no room is refused, and a smaller one is taken', async () => {
    const store = await openEmpty();
    const refused = Promise.resolve(store.commit([['a', 'x'.repeat(5_000_000)]]));
    await expect(refused).rejects.toBeInstanceOf(StoreFull);
    await expect(refused).rejects.toThrow(`rockpool:${name}: this browser allows no more`);
    expect(rows(store)).toEqual([]);
    await store.commit([['a', '1']]);
    await store.close();
  });
});

describe('A store in a browser', () => {
  test.each(storeChecks.filter((check) => !isAboutRoom(check)))('REP-11 $title', ({ run }) =>
    run({ open: openEmpty, reopen: open }),
  );

  test('commits that do not wait for each other are all there, in their order', async () => {
    const store = await openEmpty();
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        store.commit([
          ['last', `${index}`],
          [`k${index}`, 'x'],
        ]),
      ),
    );
    expect(store.get('last')).toBe('199');
    await store.close();
    const again = await open();
    expect(again.get('last')).toBe('199');
    expect(rows(again)).toHaveLength(201);
    await again.close();
  });

  test('nothing is read before it is stored', async () => {
    const store = await openEmpty();
    const stored = store.commit([['a', '1']]);
    expect(store.get('a')).toBeUndefined();
    await stored;
    expect(store.get('a')).toBe('1');
    await store.close();
  });

  test('small commits are put together: a thousand leave some dozen records', async () => {
    const store = await openEmpty();
    for (const change of numbered(0, 1_000)) await store.commit([change]);
    await store.close();
    expect(await recordsOf()).toBeLessThan(100);
    const again = await open();
    expect(rows(again)).toEqual(numbered(0, 1_000));
    await again.close();
  });

  test('what was overwritten or removed goes: the log is never much more than twice of what counts', async () => {
    const store = await openEmpty();
    for (let turn = 0; turn < 12; turn++) await store.commit(numbered(0, 2_000));
    await store.commit(numbered(1, 2_000).map(([key]) => [key, undefined]));
    for (let turn = 0; turn < 12; turn++) await store.commit(numbered(3_000, 3_100));
    await store.close();
    expect(await recordsOf()).toBeLessThan(16);
    const again = await open();
    expect(rows(again)).toEqual([...numbered(0, 1), ...numbered(3_000, 3_100)]);
    await again.commit(numbered(0, 5_000));
    await again.close();
    const third = await open();
    expect(rows(third)).toEqual(numbered(0, 5_000));
    await third.close();
  });
});

describe('A store that cannot be opened says why, and what to do', () => {
  test('while another tab has it open', async () => {
    const store = await openEmpty();
    expect(await complaint(open())).toBe(
      `rockpool:${name}: another tab has it open; go on there, or close that tab and reload`,
    );
    await store.close();
    await (await open()).close();
  });

  test('when the other tab closes soon, it is waited for', async () => {
    const store = await openEmpty();
    const waiting = openIndexedDbStore(name, { patienceMillis: 5_000 });
    await store.close();
    await (await waiting).close();
  });

  test('when a newer version of the page wrote it, which stays as it is', async () => {
    await (await openEmpty()).close();
    (await openDB(`rockpool:${name}`, 2)).close();
    expect(await complaint(open())).toBe(
      `rockpool:${name}: it was written by a newer version of this page; reload, or open the page that wrote it`,
    );
    // The lock was given back.
    expect(await complaint(open())).toContain('newer version');
  });

  test('when a newer version of the page asks for it, it gives it back and says so', async () => {
    const store = await openEmpty();
    await store.commit([['a', '1']]);
    const newer = await openDB(`rockpool:${name}`, 2);
    expect(await complaint(Promise.resolve(store.commit([['b', '2']])))).toBe(
      `rockpool:${name}: a newer version of this page wants to change it; reload the page`,
    );
    expect(rows(store)).toEqual([['a', '1']]);
    await store.close();
    newer.close();
  });

  test('after it was closed', async () => {
    const store = await openEmpty();
    await store.close();
    await store.close();
    expect(await complaint(Promise.resolve(store.commit([['a', '1']])))).toBe(
      `rockpool:${name}: it was closed; open it again`,
    );
  });
});

describe('Room', () => {
  test('is asked for, and told in words', async () => {
    const { persisted, usedBytes, allowedBytes, words } = await askForRoom();
    expect(persisted).toBe(await navigator.storage.persisted());
    expect(usedBytes).toBeGreaterThan(0);
    expect(allowedBytes).toBeGreaterThan(1_000_000);
    expect(words).toMatch(/^This browser .+\. [\d.]+ (bytes|[kMGT]B) of [\d.]+ [kMGT]B are used\.$/);
  });

  test('that nobody tells of is not invented', async () => {
    const silent = { persist: async () => true, estimate: async () => ({}) } as unknown as StorageManager;
    expect(await askForRoom(silent)).toEqual({
      persisted: true,
      usedBytes: undefined,
      allowedBytes: undefined,
      words: 'This browser keeps what is stored here until you delete it. It does not say how much room there is.',
    });
  });
});
