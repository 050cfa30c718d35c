import type { VectorCase } from '@rockpool/schemas';
import { answerSchedule } from '../../src/forge/replica-schedule.ts';
import { NOW, T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { asked, given, type Move, nameOf, opened } from './moves.ts';
import { ARRIVAL, ROOT } from './query-sets.ts';
import { deletion, doc, fading, heldDoc, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const query = scheduling('replica-query');
type Query = Readonly<Record<string, unknown>>;

/** Asks page after page until nothing is left over; `between` happens after each. */
const pages = (
  begun: readonly Move[],
  one: Query,
  between: (page: number) => readonly Move[] = () => [],
  now = NOW,
): Move[] => {
  const moves = [...begun, asked(one, undefined, { now })];
  for (let page = 1; page < 40; page += 1) {
    const from = moves.length - 1;
    const expect = answerSchedule(moves.map(({ planned }) => planned)).at(-1)?.expect.ok as {
      records: string[];
      next: boolean;
    };
    if (!expect.next || expect.records.length === 0) return moves;
    const more = between(page);
    const last = more.map(({ planned }) => ('end' in planned ? 0 : Number(planned.input.now ?? 0)));
    moves.push(...more, asked(one, undefined, { from, now: Math.max(now, ...last) }));
  }
  throw new Error('the pages do not end');
};

const walks = (): VectorCase[] =>
  ['path', 'time', 'arrival'].flatMap((order) =>
    [false, true].flatMap((reverse) =>
      [1, 2].map((limit) =>
        query(
          `pages-${order}${reverse ? '-reverse' : ''}-${limit}`,
          `page after page of ${limit}, ${reverse ? 'turned round, ' : ''}in the order ${order}`,
          ['QRY-18', 'QRY-19', 'QRY-20', 'QRY-21', ...(order === 'arrival' && !reverse ? ['QRY-22'] : [])],
          pages([opened(), given(ARRIVAL)], { order, reverse, limit, history: 'all' }),
        ),
      ),
    ),
  );

const three = [doc('/b', 0), doc('/d', 1), doc('/f', 2)];
const begun = [opened(), given(three)];
const during = (slug: string, title: string, one: Query, ...happens: readonly (readonly Move[])[]): VectorCase =>
  query(
    `during-${slug}`,
    title,
    ['QRY-20', 'QRY-21'],
    pages(begun, { limit: 1, ...one }, (page) => happens[page - 1] ?? []),
  );

const changes = (): VectorCase[] => [
  during('before', 'a record arrives before the place of the cursor', {}, [given([doc('/a', 5)], 'accepted')]),
  during(
    'before-twice',
    'a record arrives before the place of each cursor',
    {},
    [given([doc('/a', 5)])],
    [given([doc('/c', 5)])],
  ),
  during('before-reverse', 'a record arrives before the place of the cursor, turned round', { reverse: true }, [
    given([doc('/g', 5)]),
  ]),
  during(
    'before-time',
    'an older record arrives',
    { order: 'time' },
    [given([doc('/z', -5)])],
    [given([message({ header: { timestamp: T - 9 } })])],
  ),
  during('before-time-reverse', 'a newer record arrives, turned round', { order: 'time', reverse: true }, [
    given([doc('/z', 5)]),
  ]),
  during(
    'arrival-reverse',
    'records arrive, in the opposite order of arrival',
    { order: 'arrival', reverse: true },
    [given([doc('/z', 5)])],
    [given([doc('/a', 5)])],
  ),
  during('replaced-given', 'a document that was given is replaced', {}, [given([doc('/b', 9)])]),
  during(
    'replaced-given-time',
    'a document that was given is replaced, turned round in the order of time',
    { order: 'time', reverse: true },
    [given([doc('/f', 9)])],
  ),
  during(
    'replaced-given-arrival-reverse',
    'the document at which the cursor stands is replaced, in the opposite order of arrival',
    { order: 'arrival', reverse: true },
    [given([doc('/f', 9)])],
  ),
  during('deleted-given', 'a document that was given is deleted', {}, [given([deletion('/b', 9)])]),
  during(
    'deleted-given-time',
    'the document at which the cursor stands is deleted, in the order of time',
    { order: 'time', kind: 'document', from: 0, before: T + 5 },
    [given([deletion('/b', 9)])],
  ),
  during('deleted-next', 'the next document is deleted', {}, [given([deletion('/d', 9)])]),
  during(
    'deleted-next-arrival',
    'the next document is deleted, in the opposite order of arrival',
    { order: 'arrival', reverse: true },
    [given([deletion('/d', 9)])],
  ),
  during('deleted-last', 'the last document is deleted', {}, [], [given([deletion('/f', 9)])]),
  during('deleted-all', 'all that is left is deleted', { order: 'time' }, [
    given([deletion('/d', 9), deletion('/f', 9)]),
  ]),
  during('refused', 'what is refused changes no page', {}, [
    given([doc('/d', 1), doc('/f', 0), heldDoc('/e')], 'duplicate obsolete held'),
  ]),
  query(
    'during-expired',
    'the next document expires',
    ['QRY-20', 'QRY-21', 'REP-10'],
    [
      opened(),
      given([doc('/b'), fading(0, NOW + 5), doc('/a')]),
      asked({ limit: 1 }, [doc('/a')], { next: true }),
      asked({ limit: 1 }, [doc('/b')], { from: 2, next: true }),
      asked({ limit: 1 }, [], { from: 3, next: false, now: NOW + 6 }),
    ],
  ),
  query(
    'during-expired-place',
    'the document at which the cursor stands expires',
    ['QRY-20', 'QRY-21', 'REP-10'],
    [
      opened(),
      given([doc('/d'), fading(0, NOW + 5), doc('/a'), doc('/e')]),
      asked({ limit: 2 }, [doc('/a'), fading(0, NOW + 5)], { next: true }),
      asked({ limit: 2 }, [doc('/d'), doc('/e')], { from: 2, next: false, now: NOW + 6 }),
    ],
  ),
  query(
    'during-forgotten',
    'the next message that links is forgotten',
    ['QRY-20', 'QRY-10', 'NAT-5'],
    [
      opened(),
      given(
        [1, 2, 3].map((log) =>
          said({ type: 'post', root: ROOT, text: `${log}` }, log, { header: { timestamp: T + log } }),
        ),
      ),
      asked({ linksTo: ROOT, order: 'time', limit: 1 }, undefined, { next: true }),
      given([wish([nameOf(said({ type: 'post', root: ROOT, text: '2' }, 2, { header: { timestamp: T + 2 } }))], 9)]),
      asked(
        { linksTo: ROOT, order: 'time', limit: 1 },
        [said({ type: 'post', root: ROOT, text: '3' }, 3, { header: { timestamp: T + 3 } })],
        { from: 2, next: false },
      ),
    ],
  ),
  query(
    'during-many',
    'thirty records arrive before the place of the cursor',
    ['QRY-20', 'QRY-21'],
    [
      opened(),
      given([doc('/y'), doc('/z')]),
      asked({ limit: 1 }, [doc('/y')], { next: true }),
      given(Array.from({ length: 30 }, (_, index) => doc(`/a/${index}`))),
      asked({ limit: 1 }, [doc('/z')], { from: 2, next: false }),
    ],
  ),
];

/** Page after page, also while records come and go. */
export const queryPages = (): VectorCase[] => [...walks(), ...changes()];
