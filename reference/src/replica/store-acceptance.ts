import { type Change, type KeyRange, type Store, StoreFull } from './store.ts';

/** What a driver gives to be tried. */
export interface StoreUnderTest {
  /** An empty store. */
  open(): Store | Promise<Store>;
  /** The same place opened again after `close`; absent where nothing outlives that. */
  reopen?(): Store | Promise<Store>;
  /** An empty store with room for a hundred thousand characters, and not for ten million; absent where nothing bounds it. */
  openSmall?(): Store | Promise<Store>;
}

/** One thing that every store does. `run` throws where this one does not. */
export interface StoreCheck {
  readonly title: string;
  /** What of the driver it needs besides `open`. */
  readonly needs?: 'reopen' | 'openSmall';
  run(under: StoreUnderTest): Promise<void>;
}

/** What every driver passes; the framework in which it is run is up to who runs it. */
export const storeChecks: readonly StoreCheck[] = [
  {
    title: 'answers undefined for what was never written',
    run: withStore((store) => same(store.get('a'), undefined)),
  },
  {
    title: 'answers what was written last',
    run: withStore(async (store) => {
      await store.commit([['a', '1']]);
      await store.commit([['a', '2']]);
      same(store.get('a'), '2');
    }),
  },
  {
    title: 'goes by the last of two changes of one key in one commit',
    run: withStore(async (store) => {
      await store.commit([
        ['a', '1'],
        ['a', undefined],
        ['a', '2'],
        ['b', '1'],
        ['b', undefined],
      ]);
      same([...store.scan(everything)], [['a', '2']]);
    }),
  },
  {
    title: 'forgets what is removed, also what was never there',
    run: withStore(async (store) => {
      await store.commit([['a', '1']]);
      await store.commit([
        ['a', undefined],
        ['b', undefined],
      ]);
      same(store.get('a'), undefined);
      same([...store.scan(everything)], []);
    }),
  },
  {
    title: 'takes a commit without changes',
    run: withStore(async (store) => {
      await store.commit([]);
      same([...store.scan(everything)], []);
    }),
  },
  {
    title: 'tells an empty value from none',
    run: withStore(async (store) => {
      await store.commit([['a', '']]);
      same(store.get('a'), '');
      same([...store.scan(everything)], [['a', '']]);
    }),
  },
  {
    title: 'scans in the order of bytes: from included, to left out, rising and falling',
    run: withStore(async (store) => {
      const keys = ['A', 'Z', 'a', 'a ', 'a/', 'a/b', 'a0', 'b', '~'];
      await store.commit(keys.toReversed().map((key): Change => [key, `=${key}`]));
      const expected = ['a', 'a ', 'a/', 'a/b', 'a0'];
      same(keysOf(store, { from: 'a', to: 'b' }), expected);
      same(keysOf(store, { from: 'a', to: 'b', reverse: true }), expected.toReversed());
      same(keysOf(store, everything), keys);
      same([...store.scan({ from: 'a0', to: 'b' })], [['a0', '=a0']]);
      same(keysOf(store, { from: 'b', to: 'a' }), []);
      same(keysOf(store, { from: 'a', to: 'a' }), []);
    }),
  },
  {
    title: 'lets a scan be left early, and begun anew',
    run: withStore(async (store) => {
      await store.commit(['a', 'b', 'c'].map((key): Change => [key, key]));
      for (const [key] of store.scan(everything)) if (key === 'b') break;
      const [first] = store.scan({ ...everything, reverse: true });
      same(first, ['c', 'c']);
      await store.commit([['b', undefined]]);
      same(keysOf(store, everything), ['a', 'c']);
    }),
  },
  {
    title: 'reads other keys while it scans',
    run: withStore(async (store) => {
      await store.commit(['a', 'b', 'c'].map((key): Change => [key, key]));
      const seen: unknown[] = [];
      for (const [key] of store.scan(everything)) {
        seen.push(key, store.get('c'), keysOf(store, { from: 'b', to: 'd' }).length);
      }
      same(seen, ['a', 'c', 2, 'b', 'c', 2, 'c', 'c', 2]);
    }),
  },
  {
    title: 'keeps any character in values, and values of a megabyte',
    run: withStore(async (store) => {
      const values = ['🌸 \u0000 \n "\\', 'x'.repeat(1_000_000)];
      await store.commit(values.map((value, index): Change => [`${index}`, value]));
      same([store.get('0'), store.get('1')], values);
    }),
  },
  {
    title: 'keeps keys of three thousand characters',
    run: withStore(async (store) => {
      const long = 'k'.repeat(3_000);
      await store.commit([
        [`${long}a`, '1'],
        [`${long}b`, '2'],
      ]);
      same([...store.scan({ from: `${long}b`, to: 'l' })], [[`${long}b`, '2']]);
    }),
  },
  {
    title: 'stays in order under many changes',
    run: withStore(async (store) => {
      const model = new Map<string, string>();
      for (let round = 0, state = 1; round < 40; round++) {
        const changes: Change[] = [];
        for (let index = 0; index < 100; index++) {
          // A generator of Park and Miller: the same numbers each time.
          state = (state * 48_271) % 2_147_483_647;
          const key = `${'pqr'.charAt(state % 3)}${state % 1_009}`;
          changes.push([key, state % 4 === 0 ? undefined : `${round} ${index}`]);
        }
        await store.commit(changes);
        for (const [key, value] of changes) {
          if (value === undefined) model.delete(key);
          else model.set(key, value);
        }
        const expected = [...model].filter(([key]) => key >= 'q' && key < 'r5').sort(([a], [b]) => (a < b ? -1 : 1));
        same([...store.scan({ from: 'q', to: 'r5' })], expected);
        same([...store.scan({ from: 'q', to: 'r5', reverse: true })], expected.toReversed());
      }
      for (const [key, value] of model) same(store.get(key), value);
    }),
  },
  {
    title: 'scans long ranges whole, rising and falling',
    run: withStore(async (store) => {
      const rows = numbered(1_100);
      await store.commit(rows);
      for (const count of [1, 15, 16, 17, 255, 256, 257, 271, 272, 273, 528, 1_100]) {
        const range = { from: 'n', to: keyOf(count) };
        const expected = rows.slice(0, count);
        same([...store.scan(range)], expected);
        same([...store.scan({ ...range, reverse: true })], expected.toReversed());
      }
    }),
  },
  {
    title: 'has after closing and opening what was committed',
    needs: 'reopen',
    async run({ open, reopen }) {
      const store = await open();
      await store.commit([
        ['a', '1'],
        ['b', '2'],
      ]);
      await store.commit([['a', undefined]]);
      await store.close();
      const again = await (reopen as NonNullable<typeof reopen>)();
      same([...again.scan(everything)], [['b', '2']]);
      await again.close();
    },
  },
  {
    title: 'goes on after each closing and opening where it was',
    needs: 'reopen',
    async run({ open, reopen }) {
      const model = new Map<string, string>();
      let store = await open();
      for (let turn = 0; turn < 600; turn++) {
        const [key, gone, value] = [keyOf(turn % 37), keyOf((turn * 7) % 41), `${turn}`];
        await store.commit([
          [gone, undefined],
          [key, value],
        ]);
        model.delete(gone);
        model.set(key, value);
        if (turn % 100 !== 99) continue;
        await store.close();
        store = await (reopen as NonNullable<typeof reopen>)();
        same(
          [...store.scan(everything)],
          [...model].sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      }
      await store.close();
    },
  },
  {
    title: 'refuses a commit without room as a whole, keeps what it had, and takes one that has room',
    needs: 'openSmall',
    async run({ openSmall, reopen }) {
      const store = await (openSmall as NonNullable<typeof openSmall>)();
      const rows = numbered(100);
      await store.commit(rows);
      const big = Array.from({ length: 100 }, (_, index): Change => [`x${index}`, `${index % 10}`.repeat(100_000)]);
      const refusal = await refusalOf(store, [[keyOf(0), undefined], [keyOf(1), 'other'], ...big]);
      same(refusal instanceof StoreFull ? 'StoreFull' : String(refusal), 'StoreFull');
      same([...store.scan(everything)], rows);
      await store.commit([['o', 'small']]);
      const expected = [...rows, ['o', 'small']];
      same([...store.scan(everything)], expected);
      await store.close();
      if (reopen === undefined) return;
      const again = await reopen();
      same([...again.scan(everything)], expected);
      await again.close();
    },
  },
];

const keyOf = (number: number): string => `n${String(number).padStart(5, '0')}`;

/** That many rows, in order. */
const numbered = (count: number): (readonly [key: string, value: string])[] =>
  Array.from({ length: count }, (_, index) => [keyOf(index), `value ${index}`]);

async function refusalOf(store: Store, changes: readonly Change[]): Promise<unknown> {
  try {
    await store.commit(changes);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** All keys that begin with a character of ASCII but the last. */
const everything: KeyRange = { from: '', to: '\u007f' };

const keysOf = (store: Store, range: KeyRange) => [...store.scan(range)].map(([key]) => key);

function withStore(check: (store: Store) => void | Promise<void>): StoreCheck['run'] {
  return async ({ open }) => {
    const store = await open();
    try {
      await check(store);
    } finally {
      await store.close();
    }
  };
}

/** Both are plain values. */
function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [shown(actual), shown(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted.slice(0, 300)}, and found ${found.slice(0, 300)}`);
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
