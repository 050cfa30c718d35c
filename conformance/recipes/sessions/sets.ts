import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { doc, forged, heldDoc } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';

/** An id and a title for each pair of sets: what the subject keeps, and what its partner does. */
type Pair = readonly [
  slug: string,
  title: string,
  subject: readonly NativeRecord[],
  partner: readonly NativeRecord[],
  requirements: readonly string[],
];

const END_RULES = ['SYN-22', 'RNG-20'];

const PAIRS: readonly Pair[] = [
  ['empty', 'two empty replicas', [], [], ['RNG-9', 'RNG-18', 'RNG-19']],
  ['same-one', 'one record that both have', notes(1, 2), notes(1, 2), ['RNG-9', 'RNG-18', 'RNG-19']],
  ['same-33', '33 records that both have', notes(1, 34), notes(1, 34), ['RNG-9', 'RNG-18', 'RNG-19', 'RNG-21']],
  [
    'subject-empty',
    'a peer that has nothing and a partner with three records',
    [],
    notes(1, 4),
    ['RNG-10', 'RNG-11', 'RNG-19', 'SYN-18'],
  ],
  [
    'partner-empty',
    'a peer with three records and a partner that has nothing',
    notes(1, 4),
    [],
    ['RNG-10', 'RNG-14', 'SYN-15', 'SYN-17'],
  ],
  [
    'partner-empty-33',
    'a peer with 33 records, more than a list holds, and a partner that has nothing',
    notes(1, 34),
    [],
    ['RNG-10', 'RNG-12', 'RNG-14', 'SYN-15'],
  ],
  ['disjoint', 'three records and four others', notes(1, 4), notes(4, 8), ['RNG-11', 'RNG-14', 'RNG-15', 'RNG-17']],
  [
    'overlap',
    'six records each, of which both have three',
    notes(1, 7),
    notes(4, 10),
    ['RNG-9', 'RNG-14', 'RNG-15', 'RNG-17'],
  ],
  ['thirty-two', '32 records and 32 others', notes(1, 33), notes(33, 65), ['RNG-9', 'RNG-11', 'RNG-6', 'RNG-15']],
  [
    'thirty-three',
    '33 records, of which the partner lacks one',
    notes(1, 34),
    notes(1, 33),
    ['RNG-12', 'RNG-13', 'RNG-11'],
  ],
  ['thirty-three-other', '32 records of the 33 that the partner has', notes(1, 33), notes(1, 34), ['RNG-12', 'RNG-8']],
  ['thirty-four', '34 records, and 34 of which one is another', notes(1, 35), notes(2, 36), ['RNG-12', 'RNG-13']],
  ['one-time', '40 records of one time, and 39 of them', notes(1, 41, 0), notes(2, 41, 0), ['RNG-13', 'RNG-12']],
  [
    'one-time-other',
    '39 records of one time, of the 40 that the partner has',
    notes(2, 41, 0),
    notes(1, 41, 0),
    ['RNG-13', 'RNG-12'],
  ],
  [
    'far-apart',
    'records that are a day apart',
    notes(-100, -60, 86_400_000_000),
    notes(-99, -59, 86_400_000_000),
    ['RNG-12', 'RNG-13'],
  ],
  [
    'three-hundred',
    '300 records, of which the partner lacks three',
    notes(1, 301),
    [...notes(1, 20), ...notes(21, 150), ...notes(151, 300)],
    ['RNG-12', 'RNG-7', 'RNG-8'],
  ],
  [
    'three-hundred-other',
    '297 of the 300 records that the partner has',
    [...notes(1, 20), ...notes(21, 150), ...notes(151, 300)],
    notes(1, 301),
    ['RNG-12', 'RNG-7', 'RNG-8'],
  ],
  [
    'part-thirty-two',
    '32 records in a part of which the partner has four',
    [...notes(1, 34, 1000), ...notes(1001, 1029)],
    notes(1, 34, 1000),
    ['RNG-11', 'RNG-12', 'RNG-6'],
  ],
  [
    'part-thirty-two-other',
    'four records in a part of which the partner has 32',
    notes(1, 34, 1000),
    [...notes(1, 34, 1000), ...notes(1001, 1029)],
    ['RNG-11', 'RNG-12', 'RNG-6'],
  ],
  [
    'part-thirty-three',
    '33 records in a part of which the partner has four',
    [...notes(1, 34, 1000), ...notes(1001, 1030)],
    notes(1, 34, 1000),
    ['RNG-12', 'RNG-7', 'RNG-8'],
  ],
  [
    'part-thirty-three-other',
    'four records in a part of which the partner has 33',
    notes(1, 34, 1000),
    [...notes(1, 34, 1000), ...notes(1001, 1030)],
    ['RNG-11', 'RNG-12', 'RNG-8'],
  ],
  ['thirty-three-each', '33 records and 33 others', notes(1, 34), notes(34, 67), ['RNG-12', 'RNG-7', 'RNG-13']],
  [
    'thousand',
    'a thousand records, of which each lacks one',
    notes(1, 1000),
    notes(2, 1001),
    ['RNG-12', 'RNG-13', 'RNG-8'],
  ],
];

const bothWays = ([slug, title, subject, partner, requirements]: Pair): VectorCase[] =>
  (['answerer', 'caller'] as const)
    .filter((role) => role === 'answerer' || subject.length < 900)
    .map((role) =>
      meeting(
        `${slug}-${role}`,
        `${title}, as ${role}`,
        [...requirements, ...END_RULES],
        new Talk({ role, subject: { keeps: subject }, partner: { keeps: partner } }).go(),
        EQUAL,
      ),
    );

const shared = notes(1, 50);
const some = (name: string, title: string, rules: readonly string[], meet: Meeting, outcome = EQUAL): VectorCase[] =>
  (['answerer', 'caller'] as const).map((role) =>
    meeting(`${name}-${role}`, `${title}, as ${role}`, rules, new Talk({ ...meet, role }).go(), outcome),
  );

const DAY_FILTER = { pathPrefix: '/wiki/' };
const wiki = [doc('/wiki/a', 1), doc('/wiki/b', 2)];
const blog = [doc('/blog/a', 3), doc('/blog/b', 4)];

const agreed = (): VectorCase[] => [
  ...some('lift', 'fingerprints of lift 1, which both ask for', ['SYN-14', 'RNG-9'], {
    subject: { keeps: shared, says: { lift: 1 } },
    partner: { keeps: notes(3, 53), says: { lift: 1 } },
  }),
  ...some('lift-partner', 'fingerprints of lift 1, which the partner asks for', ['RNG-9', 'RNG-12'], {
    subject: { keeps: shared, says: { lift: 0 } },
    partner: { keeps: notes(3, 53), says: { lift: 1 } },
  }),
  ...some('lift-subject', 'fingerprints of lift 1, which the peer asks for', ['RNG-9', 'RNG-12'], {
    subject: { keeps: shared, says: { lift: 1 } },
    partner: { keeps: notes(3, 53) },
  }),
  ...some('filter-own', 'a filter that the peer says', ['SYN-15', 'RNG-20'], {
    subject: { keeps: [...wiki, ...blog], says: { filter: DAY_FILTER } },
    partner: { keeps: [doc('/wiki/c', 5), doc('/blog/c', 6)] },
  }),
  ...some('filter-partner', 'a filter that the partner says', ['SYN-15', 'RNG-20'], {
    subject: { keeps: [...wiki, ...blog] },
    partner: { keeps: [doc('/wiki/c', 5), doc('/blog/c', 6)], says: { filter: DAY_FILTER } },
  }),
  ...some('filter-both', 'two filters, which let through what passes both', ['SYN-15', 'RNG-20'], {
    subject: { keeps: [...wiki, ...blog, ...notes(1, 3)], says: { filter: { kind: 'document' } } },
    partner: { keeps: [doc('/wiki/c', 5)], says: { filter: { pathPrefix: '/blog/', from: 3 } } },
  }),
  ...some('filter-nothing', 'two filters that nothing passes', ['SYN-15', 'RNG-9'], {
    subject: { keeps: [...wiki, ...notes(1, 3)], says: { filter: { kind: 'message' } } },
    partner: { keeps: blog, says: { filter: { kind: 'document' } } },
  }),
  ...some('held', 'held records in both directions', ['SYN-18', 'SYN-15', 'RNG-20'], {
    subject: { keeps: [heldDoc('/a'), doc('/b')] },
    partner: { keeps: [heldDoc('/c'), doc('/d')] },
  }),
  ...some('crossing', 'a newer document of a slot in each peer, so that both drop one', ['SYN-18', 'RNG-20'], {
    subject: { keeps: [doc('/a', 1), doc('/b', 0), doc('/c', 0)] },
    partner: { keeps: [doc('/a', 0), doc('/b', 1), doc('/c', 0)] },
  }),
];

/** A partner's replica cannot keep what is not valid, so it is said beside. */
const refusedSecond = (): VectorCase[] => {
  const talk = (role: 'caller' | 'answerer'): Talk =>
    new Talk({
      role,
      subject: { keeps: notes(1, 3), replica: { quota: { perKey: 1, total: 1 } } },
      partner: { replica: { quota: { perKey: 9, total: 9 } }, keeps: [heldDoc('/a'), heldDoc('/b'), ...notes(1, 3)] },
    });
  return (['answerer', 'caller'] as const).map((role) =>
    meeting(
      `quota-${role}`,
      `a record for which there is no room, so that a second pass finds the same, and no third begins, as ${role}`,
      ['RNG-21', 'RNG-5', 'RNG-16', 'SYN-22', 'SYN-32'],
      talk(role).go(),
      { done: { equal: false, refused: 1 } },
    ),
  );
};

const rejected = (): VectorCase[] => {
  const set = notes(1, 4);
  return [
    meeting(
      'rejected-between',
      'a forged record between two valid ones',
      ['SYN-18', 'RNG-16', 'RNG-21', 'SYN-22', 'SYN-32'],
      new Talk({ partner: { keeps: set } })
        .until('records')
        .alter(() => [records([set[0], forged(set[1] as NativeRecord), set[2]] as NativeRecord[])])
        .go(),
      { done: { equal: false, refused: 1 } },
    ),
    meeting(
      'rejected-state',
      'what the replica keeps after a forged record between two valid ones',
      ['SYN-18'],
      new Talk({ partner: { keeps: set } })
        .until('records')
        .alter(() => [records([set[0], forged(set[1] as NativeRecord), set[2]] as NativeRecord[])])
        .state(),
      {},
    ),
    meeting(
      'other-format',
      'a record of a format that does not belong to the family',
      ['SYN-18', 'SYN-22', 'SYN-32'],
      new Talk({ partner: { keeps: set } })
        .until('records')
        .alter((sent) => [{ type: 'records', records: [{ format: 'es.4', text: '{}' }] }, sent])
        .go(),
      { done: { equal: true, refused: 1 } },
    ),
    meeting(
      'foreign',
      'a record of another space',
      ['SYN-18', 'SYN-22', 'SYN-32'],
      new Talk({ partner: { keeps: set } })
        .until('records')
        .alter((sent) => [
          records([
            doc('/a', 0, { header: { space: '+kitchen.xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } }),
          ]),
          sent,
        ])
        .go(),
      { done: { equal: true, refused: 1 } },
    ),
    meeting(
      'unasked',
      'records that nobody asked for, one of which the peer has',
      ['SYN-18', 'SYN-16', 'RNG-20'],
      new Talk({ role: 'answerer', subject: { keeps: notes(1, 4) }, partner: { keeps: notes(3, 5) } })
        .until('reconcile')
        .alter((sent) => [records(notes(2, 6)), sent])
        .go(),
      { done: { equal: false } },
    ),
  ];
};

/** Static transcripts for known sets. */
export const sets = (): VectorCase[] => [...PAIRS.flatMap(bothWays), ...agreed(), ...refusedSecond(), ...rejected()];
