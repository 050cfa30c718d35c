import { type Change, type KeyRange, type Store, StoreFull } from './store.ts';

/** Where stores of a driver are, empty at first. */
export interface StorePlace {
  /** Opens what is there; called again only when the last one is closed. */
  open(): Store | Promise<Store>;
  /** Whether what was committed is there when it is opened again. */
  readonly durable: boolean;
  /** As `open`, where there is room for some hundred thousand characters and not for millions. */
  openSmall?(): Store | Promise<Store>;
}

export interface StoreCheck {
  readonly title: string;
  /** @throws Error that says what differs. */
  run(place: StorePlace): Promise<void>;
}

const everything: KeyRange = { from: '', to: '\u007f' };

function expectSame(what: string, actual: unknown, expected: unknown): void {
  const [seen, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (seen !== wanted) throw new Error(`${what} is ${seen?.slice(0, 300)} and not ${wanted?.slice(0, 300)}`);
}

const rows = (store: Store, range: KeyRange = everything) => [...store.scan(range)];
const keys = (store: Store, range: KeyRange) => rows(store, range).map(([key]) => key);
const numbered = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => [`n/${String(index).padStart(6, '0')}`, `value ${index}`]);

/** Opens, does and closes. */
async function using(place: StorePlace, act: (store: Store) => void | Promise<void>): Promise<void> {
  const store = await place.open();
  try {
    await act(store);
  } finally {
    await store.close();
  }
}

/** Made anew in each run, and always the same. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const check = (title: string, run: (store: Store) => void | Promise<void>): StoreCheck => ({
  title,
  run: (place) => using(place, run),
});

/** Keys that a wrong order would put elsewhere: signs, both cases, digits of other lengths, and beginnings of one another. */
const awkward = [
  'a',
  'a/',
  'a/b',
  'a!',
  'a~',
  'aa',
  'A',
  'Z',
  '~',
  '!',
  '0',
  '10',
  '9',
  'b',
  'a/b/',
  '-',
  '_',
  '%b',
  '@b',
];

/** What every store does, whatever its place. */
export const storeChecks: readonly StoreCheck[] = [
  check('nothing is in a new store', (store) => {
    expectSame('get', store.get('a'), undefined);
    expectSame('scan', rows(store), []);
  }),
  check('what was committed is read', async (store) => {
    await store.commit([
      ['b', '2'],
      ['a', '1'],
    ]);
    expectSame('get', [store.get('a'), store.get('b'), store.get('c')], ['1', '2', undefined]);
    expectSame('scan', rows(store), [
      ['a', '1'],
      ['b', '2'],
    ]);
  }),
  check('a later value replaces, and undefined removes', async (store) => {
    await store.commit([
      ['a', '1'],
      ['b', '2'],
    ]);
    await store.commit([
      ['a', '3'],
      ['b', undefined],
      ['never there', undefined],
    ]);
    expectSame('scan', rows(store), [['a', '3']]);
    expectSame('get', store.get('b'), undefined);
  }),
  check('of a key that is named twice in a commit the later value counts', async (store) => {
    await store.commit([
      ['a', '1'],
      ['b', '1'],
      ['a', undefined],
      ['b', '2'],
      ['c', undefined],
      ['c', '3'],
    ]);
    expectSame('scan', rows(store), [
      ['b', '2'],
      ['c', '3'],
    ]);
  }),
  check('a commit of nothing changes nothing', async (store) => {
    await store.commit([['a', '1']]);
    await store.commit([]);
    expectSame('scan', rows(store), [['a', '1']]);
  }),
  check('values are any texts', async (store) => {
    const values = [
      '',
      ' ',
      'NUL \u0000 inside',
      '\u0000',
      'Grüße 🐚 \ufeff\u2028',
      '{"a":"\\u0000"}',
      'x'.repeat(600_000),
    ];
    await store.commit(values.map((value, index) => [`v${index}`, value]));
    values.forEach((value, index) => {
      if (store.get(`v${index}`) !== value) throw new Error(`value ${index} came back as another`);
    });
    if (rows(store).some(([, value], index) => value !== values[index])) throw new Error('scan gives other values');
  }),
  check('keys are in the order of their bytes, from the first that is meant to before the last', async (store) => {
    await store.commit(awkward.map((key) => [key, key]));
    const sorted = [...awkward].sort();
    for (const from of ['', ...awkward]) {
      for (const to of [...awkward, '\u007f']) {
        const expected = sorted.filter((key) => key >= from && key < to);
        expectSame(`${from} to ${to}`, keys(store, { from, to }), expected);
        expectSame(`${from} to ${to}, falling`, keys(store, { from, to, reverse: true }), expected.reverse());
      }
    }
  }),
  check('long ranges are whole', async (store) => {
    const all = numbered(1_100);
    await store.commit(all);
    for (const count of [0, 1, 15, 16, 17, 255, 256, 257, 271, 272, 273, 528, 1_099, 1_100]) {
      const to = `n/${String(count).padStart(6, '0')}`;
      const expected = all.slice(0, count);
      expectSame(`first ${count}`, rows(store, { from: 'n/', to }), expected);
      expectSame(`first ${count}, falling`, rows(store, { from: 'n/', to, reverse: true }), expected.reverse());
    }
  }),
  check('a scan is left at any row, and several are read side by side', async (store) => {
    const all = numbered(40);
    await store.commit(all);
    const left = store.scan(everything)[Symbol.iterator]();
    expectSame('first row', left.next().value, all[0]);
    for (const row of store.scan({ ...everything, reverse: true })) {
      expectSame('last row', row, all.at(-1));
      break;
    }
    const outer: string[] = [];
    for (const [key] of store.scan(everything)) {
      outer.push(key);
      expectSame('inner scan', keys(store, { from: key, to: everything.to }).length, 41 - outer.length);
    }
    expectSame('second row', left.next().value, all[1]);
    left.return?.();
    await store.commit([['n/000000', undefined]]);
    expectSame('after it', rows(store).length, 39);
  }),
  check('a value that was read stays what it was', async (store) => {
    await store.commit([['a', '1']]);
    const before = rows(store);
    await store.commit([['a', '2']]);
    expectSame('what was read', before, [['a', '1']]);
  }),
  {
    title: 'it holds what a plain map holds, after each of many commits and after opening again',
    async run(place) {
      const chance = chances(7);
      const below = (limit: number) => Math.floor(chance.next().value * limit);
      const model = new Map<string, string>();
      const expected = () => [...model].sort(([a], [b]) => (a < b ? -1 : 1));
      for (let opening = 0; opening < 4; opening++) {
        await using(place, async (store) => {
          if (!place.durable) model.clear();
          expectSame('after opening', rows(store), expected());
          for (let turn = 0; turn < 60; turn++) {
            const changes = Array.from({ length: below(9) }, (_, index): Change => {
              const key = `k${below(50)}`;
              return [key, below(3) === 0 ? undefined : `${opening}/${turn}/${index}`];
            });
            await store.commit(changes);
            for (const [key, value] of changes) value === undefined ? model.delete(key) : model.set(key, value);
            expectSame(`after commit ${turn}`, rows(store), expected());
            const key = `k${below(50)}`;
            expectSame(key, store.get(key), model.get(key));
          }
        });
      }
    },
  },
  {
    title: 'many rows outlive closing',
    async run(place) {
      if (!place.durable) return;
      const all = numbered(5_000);
      await using(place, (store) => store.commit(all));
      await using(place, (store) => {
        expectSame('after opening again', rows(store), all);
        return store.commit(all.slice(1).map(([key]) => [key, undefined]));
      });
      await using(place, (store) => expectSame('after removing', rows(store), all.slice(0, 1)));
    },
  },
  {
    title: 'a full place refuses the whole commit, and keeps what it had',
    async run(place) {
      if (place.openSmall === undefined) return;
      const store = await place.openSmall();
      const before: Change[] = [['a', '1'], ...numbered(100)];
      await store.commit(before);
      const big = Array.from({ length: 100 }, (_, index): Change => [`x${index}`, `${index}`.repeat(100_000)]);
      const failure = await refusalOf(store, [['a', undefined], ['b', '2'], ...big]);
      if (!(failure instanceof StoreFull)) throw new Error(`it does not refuse by StoreFull, but by ${failure}`);
      expectSame('after the refusal', rows(store), before);
      await store.commit([['c', 'small']]);
      const after = [before[0], ['c', 'small'], ...before.slice(1)];
      expectSame('after a small commit', rows(store), after);
      await store.close();
      if (place.durable) await using(place, (again) => expectSame('after opening again', rows(again), after));
    },
  },
];

async function refusalOf(store: Store, changes: readonly Change[]): Promise<unknown> {
  try {
    await store.commit(changes);
  } catch (error) {
    return error;
  }
  return undefined;
}
