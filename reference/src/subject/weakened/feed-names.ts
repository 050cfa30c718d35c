import { native } from './feed-change.ts';
import { withFormat } from './lens.ts';
import type { Weakening } from './weakened.ts';

interface Named {
  readonly space: string | undefined;
  readonly author: string;
  readonly key?: string | undefined;
  readonly log: number | undefined;
}

/** Wrong names of feeds. */
const feedNames: readonly (readonly [name: string, title: string, of: (message: Named) => string])[] = [
  ['author-alone', 'tells feeds apart by the author alone', ({ author }) => author],
  [
    'without-space',
    'does not tell feeds apart by space',
    ({ author, key, log }) => `${author} ${key ?? ''} ${log ?? ''}`,
  ],
  [
    'space-bytes',
    'tells feeds apart by the bytes of the space and not its name',
    ({ space, author, key, log }) => `${space?.slice(space.indexOf('.'))} ${author} ${key ?? ''} ${log ?? ''}`,
  ],
  [
    'space-name',
    'tells feeds apart by the name of the space and not its bytes',
    ({ space, author, key, log }) => `${space?.split('.')[0]} ${author} ${key ?? ''} ${log ?? ''}`,
  ],
  [
    'space-kind',
    'does not tell open spaces from others',
    ({ space, author, key, log }) => `${space?.replace('.x', '.b')} ${author} ${key ?? ''} ${log ?? ''}`,
  ],
  ['without-key', 'does not tell feeds apart by key', ({ space, author, log }) => `${space} ${author} ${log ?? ''}`],
  [
    'key-or-author',
    'tells feeds apart by who signed',
    ({ space, author, key, log }) => `${space} ${key ?? author} ${log ?? ''}`,
  ],
  ['without-log', 'does not tell feeds apart by log', ({ space, author, key }) => `${space} ${author} ${key ?? ''}`],
  [
    'log-1',
    'takes a missing log for the log 1',
    ({ space, author, key, log }) => `${space} ${author} ${key ?? ''} ${log ?? 1}`,
  ],
  [
    'log-in-32-bits',
    'looks at 32 bits of log',
    ({ space, author, key, log }) => `${space} ${author} ${key ?? ''} ${log === undefined ? '' : log | 0}`,
  ],
  [
    'author-first-8',
    'compares the first 8 characters of authors',
    ({ space, author, key, log }) => `${space} ${author.slice(0, 8)} ${key ?? ''} ${log ?? ''}`,
  ],
];
const forClassic = new Set(['author-first-8']);

/** The feed of a message by another name, in all that follows from it. */
export const renamedFeeds: readonly Weakening[] = [
  ...feedNames.map(([name, title, of]) => ({ format: native, name, title, of })),
  ...feedNames
    .filter(([name]) => forClassic.has(name))
    .map(([name, title, of]) => ({ format: 'ssb-classic', name, title, of })),
  {
    format: 'ssb-classic',
    name: 'without-case',
    title: 'compares authors without case',
    of: ({ author }: Named) => author.toLowerCase(),
  },
].flatMap(({ format, name, title, of }) => {
  const weaken: Weakening['weaken'] = (protocol) =>
    withFormat(protocol, format, (found) => ({
      ...found,
      read(value, encoding) {
        const message = found.read(value, encoding);
        return Object.defineProperty(message, 'feed', { value: of(message as unknown as Named) });
      },
    }));
  const at = (requirement: string, operations: readonly string[]): Weakening => ({
    requirement,
    name,
    title,
    format,
    operations,
    weaken,
  });
  return [at('FEED-1', ['feed.verify', 'feed.append']), at('FEED-15', ['feed.state'])];
});
