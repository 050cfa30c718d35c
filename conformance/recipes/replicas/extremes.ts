/** Times of fewer digits, the longest paths and relations, and more of everything than fits in one page. */
import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { T } from '../cases/verify.ts';
import { message, unknownId } from '../messages/message.ts';
import { asked, given, nameOf, opened, stated } from './moves.ts';
import { ROOT, SUZY } from './query-sets.ts';
import { doc, fading, hashOf, heldDoc, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const replica = scheduling('replica');
const query = scheduling('replica-query');

/** As a text it comes after all times of today. */
const EARLY = 99_999_999_999_999;
const AGE = EARLY - T;
const saidAt = (timestamp: number, log: number): NativeRecord =>
  said({ type: 'post', text: 'moss' }, log, { header: { timestamp } });
const times = { early: doc('/b', AGE), note: saidAt(EARLY - 1, 1), late: doc('/a'), reply: saidAt(T + 1, 2) };
const { early, note, late, reply } = times;
const TIMES = [reply, early, late, note];

const digits = (): VectorCase[] => [
  replica(
    'obsolete-digits',
    'a document whose time has fewer digits than that of its slot',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([doc('/a'), doc('/a', AGE)], 'accepted obsolete'),
      opened({ replica: 'b' }),
      given([doc('/a', AGE), doc('/a')], 'accepted accepted', { replica: 'b' }),
      stated({ records: [doc('/a')] }, { replica: 'b' }),
    ],
  ),
  replica(
    'expired-digits',
    'a document that expires when the time gets one more digit',
    ['REP-10'],
    [
      opened(),
      given([fading(AGE - 9, EARLY)], 'accepted', { now: EARLY - 5 }),
      stated({ records: [fading(AGE - 9, EARLY)] }, { now: EARLY }),
      stated({ records: [] }, { now: EARLY + 1 }),
    ],
  ),
];

const timesAsked = (): VectorCase[] =>
  (
    [
      ['from-digits', 'from a time on that has more digits than others', ['QRY-7'], { from: T }, [reply, late]],
      ['before-digits', 'before a time that has more digits than others', ['QRY-8'], { before: T }, [note, early]],
      [
        'order-time-digits',
        'times of fewer digits, in the order of time',
        ['QRY-15'],
        { order: 'time' },
        [note, early, late, reply],
      ],
      [
        'order-time-digits-author',
        'times of fewer digits of one author, in the order of time',
        ['QRY-15'],
        { order: 'time', author: SUZY },
        [note, early, late, reply],
      ],
      [
        'order-path-digits',
        'messages whose times have fewer digits, in the order of paths',
        ['QRY-14'],
        {},
        [note, reply, late, early],
      ],
    ] as const
  ).map(([slug, title, requirements, one, wanted]) =>
    query(slug, title, requirements, [opened(), given(TIMES), asked(one, wanted)]),
  );

/** As long as a path can be; its end is in its last character. */
const longPath = (end: string): string => `/${'moss/'.repeat(102)}${end}`;
const [left, right] = [doc(longPath('a')), doc(longPath('b'), 1)];
const relation = (end: string): string => `${'moss'.repeat(40)}${end}`;
const far = said({ type: 'post', [relation('a')]: ROOT });
const away = said({ type: 'post', [relation('b')]: ROOT }, 2);

const lengths = (): VectorCase[] => [
  replica(
    'obsolete-not-end',
    'two documents whose paths are as long as can be and differ in the last character',
    ['REP-5', 'REP-8'],
    [
      opened(),
      given([left, right, doc(longPath('b'), 0)], 'accepted accepted obsolete'),
      stated({ records: [left, right] }),
    ],
  ),
  replica(
    'wish-many-names',
    'a wish about eighty records, of which the last one is there',
    ['NAT-5'],
    [
      opened(),
      given([far, wish([...Array.from({ length: 79 }, (_, index) => unknownId(`${index}`)), nameOf(far)])]),
      asked({ linksTo: ROOT }, []),
      given([far], 'duplicate'),
    ],
  ),
];

const lengthsAsked = (): VectorCase[] => [
  query(
    'path-long',
    'a path that is as long as can be',
    ['QRY-3', 'REP-5'],
    [opened(), given([left, right]), asked({ path: longPath('a') }, [left]), asked({ path: longPath('') }, [])],
  ),
  query(
    'prefix-long',
    'a beginning that only the last character tells from another',
    ['QRY-4', 'REP-5'],
    [
      opened(),
      given([left, right]),
      asked({ pathPrefix: longPath('b') }, [right]),
      asked({ pathPrefix: longPath('') }, [left, right]),
    ],
  ),
  query(
    'links-relation-long',
    'a relation that only the last character tells from another',
    ['QRY-11'],
    [
      opened(),
      given([far, away]),
      asked({ linksTo: ROOT, relation: relation('b') }, [away]),
      asked({ linksTo: ROOT, relation: relation('') }, []),
    ],
  ),
  query(
    'author-long',
    'an author who only the last characters tell from another',
    ['QRY-6'],
    [
      opened(),
      given([left]),
      asked({ author: `${SUZY.slice(0, -4)}aaaa` }, []),
      asked({ author: `${SUZY}a` }, []),
      asked({ author: SUZY }, [left]),
    ],
  ),
];

/** More than a program that thinks in pages has on one. */
const MANY = 110;
/** Each without its content, in a log of its own. */
const messages = (): NativeRecord[] =>
  Array.from({ length: MANY }, (_, index) =>
    message({ content: `moss ${index}`, sparse: true, header: { log: index + 1, timestamp: T + index } }),
  );
const heldDocs = (): NativeRecord[] => Array.from({ length: MANY }, (_, index) => heldDoc(`/${index}`));

const states = (): VectorCase[] => [
  replica(
    'state-many',
    `${MANY} messages without their contents, each of a feed of its own`,
    ['REP-12', 'NAT-4', 'NAT-8'],
    [opened(), given(messages()), stated({ records: messages(), wanted: messages().map(hashOf) })],
  ),
  replica(
    'state-many-held',
    `${MANY} held documents`,
    ['NAT-7'],
    [opened(), given(heldDocs()), stated({ held: heldDocs() })],
  ),
];

const limits = (): VectorCase[] => [
  query(
    'limit-more',
    `${MANY} records and a limit of 1,000`,
    ['QRY-18', 'QRY-19'],
    [opened(), given(messages()), asked({ order: 'time', limit: 1_000 }, messages(), { next: false })],
  ),
];

export const extremes = (): VectorCase[] => [...digits(), ...lengths(), ...states()];
export const queryExtremes = (): VectorCase[] => [...timesAsked(), ...lengthsAsked(), ...limits()];
