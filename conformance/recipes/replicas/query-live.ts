import type { VectorCase } from '@rockpool/schemas';
import { NOW, T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { asked, given, opened } from './moves.ts';
import { ordering, ROOT, SUZY } from './query-sets.ts';
import { bare, deletion, doc, fading, heldDoc, said } from './records.ts';
import { scheduling } from './schedule.ts';

const query = scheduling('replica-query');

const live = { order: 'arrival' };
/** Queries that are asked again, to be told what has arrived. */
export const queryLives = (): VectorCase[] => [
  query('live-empty', 'a live query of an empty replica', ['QRY-22'], [opened(), asked(live, [], { next: true })]),
  query(
    'live-all',
    'a live query when all has been told',
    ['QRY-19', 'QRY-20', 'QRY-22'],
    [
      opened(),
      given([doc('/a')]),
      asked(live, [doc('/a')], { next: true }),
      asked(live, [], { from: 2, next: true }),
      asked(live, [], { from: 3, next: true }),
    ],
  ),
  query(
    'live',
    'what arrives is told once',
    ['QRY-16', 'QRY-20', 'QRY-22'],
    [
      opened(),
      asked(live, [], { next: true }),
      given([doc('/b')]),
      asked(live, [doc('/b')], { from: 1, next: true }),
      given([doc('/a'), message(), doc('/b')], 'accepted accepted duplicate'),
      asked(live, [doc('/a'), message()], { from: 3, next: true }),
      asked(live, [], { from: 5, next: true }),
    ],
  ),
  query(
    'live-older',
    'what arrives late is told, though it is older',
    ['QRY-20', 'QRY-22'],
    [
      opened(),
      given([doc('/b', 5)]),
      asked(live, [doc('/b', 5)], { next: true }),
      given([doc('/a', -5), message({ header: { timestamp: T - 9 } })]),
      asked(live, [doc('/a', -5), message({ header: { timestamp: T - 9 } })], { from: 2, next: true }),
    ],
  ),
  query(
    'live-replaced',
    'a newer document at a path that was told',
    ['QRY-20', 'QRY-22', 'REP-8'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked(live, [doc('/a', 0)], { next: true }),
      given([doc('/a', 1)]),
      asked(live, [doc('/a', 1)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-after-replaced',
    'a live query behind records of which one has been replaced',
    ['QRY-20', 'QRY-22', 'REP-8'],
    [
      opened(),
      given([doc('/a', 0), doc('/b')]),
      given([doc('/a', 1)]),
      asked(live, [doc('/b'), doc('/a', 1)], { next: true }),
      asked(live, [], { from: 3, next: true }),
      given([doc('/c')]),
      asked(live, [doc('/c')], { from: 4, next: true }),
      asked(live, [], { from: 6, next: true }),
    ],
  ),
  query(
    'live-after-expired',
    'a live query behind the newest arrival, which goes away before the next one comes',
    ['QRY-16', 'QRY-20', 'QRY-22', 'REP-10'],
    [
      opened(),
      given([doc('/a'), fading(0, NOW + 5)]),
      asked(live, [doc('/a'), fading(0, NOW + 5)], { next: true }),
      given([doc('/b')], 'accepted', { now: NOW + 6 }),
      asked(live, [doc('/b')], { from: 2, next: true, now: NOW + 6 }),
      asked(live, [], { from: 4, next: true, now: NOW + 6 }),
      asked(live, [doc('/a'), doc('/b')], { next: true, now: NOW + 6 }),
    ],
  ),
  query(
    'live-replaced-twice',
    'two newer documents at a path, of which the first is dropped',
    ['QRY-20', 'QRY-22', 'REP-8'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked(live, [doc('/a', 0)], { next: true }),
      given([doc('/a', 1), doc('/a', 2)]),
      asked(live, [doc('/a', 2)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-deleted',
    'a deletion, for those who want deleted ones',
    ['QRY-13', 'QRY-22'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked({ ...live, deleted: true }, [doc('/a', 0)], { next: true }),
      given([deletion('/a', 1)]),
      asked({ ...live, deleted: true }, [deletion('/a', 1)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-hidden',
    'a deletion, for those who do not',
    ['QRY-13', 'QRY-22'],
    [
      opened(),
      given([doc('/a', 0)]),
      asked(live, [doc('/a', 0)], { next: true }),
      given([deletion('/a', 1)]),
      asked(live, [], { from: 2, next: true }),
    ],
  ),
  query(
    'live-member',
    'a live query for one author',
    ['QRY-6', 'QRY-22'],
    [
      opened(),
      asked({ ...live, author: SUZY }, [], { next: true }),
      given([doc('/a', 0, {}), ordering.ferns]),
      asked({ ...live, author: SUZY }, [], { from: 1, next: true }),
      given([doc('/b')]),
      asked({ ...live, author: SUZY }, [doc('/b')], { from: 3, next: true }),
    ],
  ),
  query(
    'live-links',
    'a live query for messages that link',
    ['QRY-10', 'QRY-22'],
    [
      opened(),
      given([said({ type: 'post', root: ROOT }, 1)]),
      asked({ ...live, linksTo: ROOT }, [said({ type: 'post', root: ROOT }, 1)], { next: true }),
      given([said({ type: 'post' }, 2), said({ type: 'post', root: ROOT }, 3)]),
      asked({ ...live, linksTo: ROOT }, [said({ type: 'post', root: ROOT }, 3)], { from: 2, next: true }),
    ],
  ),
  query(
    'live-limit',
    'a live query of one record a page',
    ['QRY-18', 'QRY-20', 'QRY-22'],
    [
      opened(),
      given([doc('/c'), doc('/b')]),
      asked({ ...live, limit: 1 }, [doc('/c')], { next: true }),
      given([doc('/a')]),
      asked({ ...live, limit: 1 }, [doc('/b')], { from: 2, next: true }),
      asked({ ...live, limit: 1 }, [doc('/a')], { from: 4, next: true }),
      asked({ ...live, limit: 1 }, [], { from: 5, next: true }),
    ],
  ),
  query(
    'live-content',
    'content that arrives late is no new record',
    ['QRY-16', 'QRY-22', 'NAT-3'],
    [
      opened(),
      given([bare(doc('/a'))]),
      asked(live, [doc('/a')], { next: true }),
      given([doc('/a')], 'accepted'),
      asked(live, [], { from: 2, next: true }),
    ],
  ),
  query(
    'live-held',
    'a held record is not told',
    ['QRY-2', 'QRY-22'],
    [
      opened(),
      asked(live, [], { next: true }),
      given([heldDoc('/a'), doc('/a')], 'held accepted'),
      asked(live, [doc('/a')], { from: 1, next: true }),
    ],
  ),
  query(
    'live-not',
    'the opposite order of arrival is no live query',
    ['QRY-17', 'QRY-19', 'QRY-22'],
    [
      opened(),
      given([doc('/a'), doc('/b')]),
      asked({ ...live, reverse: true }, [doc('/b'), doc('/a')], { next: false }),
    ],
  ),
  query(
    'live-not-time',
    'the order of time is no live query',
    ['QRY-19', 'QRY-22'],
    [opened(), given([doc('/a'), doc('/b', 1)]), asked({ order: 'time' }, [doc('/a'), doc('/b', 1)], { next: false })],
  ),
];
