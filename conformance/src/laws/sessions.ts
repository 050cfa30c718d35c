import fc from 'fast-check';
import { casesOf, type Law } from './law.ts';
import { handfuls, questionOf } from './replica-plans.ts';
import { ES4_POOL, ES5_POOL, NATIVE_POOL, type Pool } from './replica-pool.ts';
import { CROWD_POOL } from './session-crowd.ts';
import { anyLarge, LARGE_POOL } from './session-large.ts';
import { beginTalk, type Handful, offers, type Talk } from './session-plans.ts';
import { liesToAnybody, liesToMany, type Spoilt } from './session-spoils.ts';

type Tried = Pick<Law, 'title' | 'requirements' | 'cases' | 'most'>;

const only = (talk: Talk) => ({ questions: [questionOf(talk.steps())] });

const HELLO = ['SYN-5', 'SYN-6', 'SYN-8', 'SYN-9', 'SYN-11', 'SYN-12', 'SYN-13'];
const PASSES = [
  'RNG-9',
  'RNG-10',
  'RNG-11',
  'RNG-14',
  'RNG-15',
  'RNG-16',
  'RNG-17',
  'RNG-18',
  'RNG-19',
  'RNG-20',
  'RNG-21',
];
const GIVEN = [
  ...['SYN-15', 'SYN-16', 'SYN-17', 'SYN-18', 'SYN-19', 'SYN-20', 'SYN-21', 'SYN-22'],
  ...['SYN-30', 'SYN-32', 'SYN-33'],
];
const LIVE = ['SYN-23', 'SYN-24', 'SYN-25', 'SYN-26', 'SYN-31', 'SYN-36', 'SYN-37'];

/** Who calls, what both say, and how far the clock of the partner is ahead. */
const terms = (pool: Pool) =>
  fc.record({
    role: fc.constantFrom('caller' as const, 'answerer' as const),
    entropy: fc.nat(12),
    subject: offers(pool, 'subject'),
    partner: offers(pool, 'partner'),
    ahead: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom<number>(1, -1, 600_000_000, -600_000_000, 600_000_001, -600_000_001) },
    ),
  });

/** Some of the pool, and none as well. */
const some = (pool: Pool, most: number): fc.Arbitrary<Handful> =>
  fc.oneof({ weight: 5, arbitrary: handfuls(pool, most) }, { weight: 1, arbitrary: fc.constant([]) });

type Terms = ReturnType<typeof terms> extends fc.Arbitrary<infer T> ? T : never;

const begun = (
  pool: Pool,
  now: number,
  { role, entropy, subject, partner, ahead }: Terms,
  sets: readonly Handful[],
) => {
  const [common = [], mine = [], theirs = []] = sets;
  const talk = beginTalk(pool, now, ahead);
  for (const side of ['subject', 'partner'] as const) talk.give(side, common);
  talk.give('subject', mine);
  talk.give('partner', theirs);
  const says = { subject: subject(now), partner: partner(now) };
  const open = (): void => talk.open(role, entropy, says);
  open();
  return { talk, open };
};

const sets = (pool: Pool, most: number) => fc.tuple(some(pool, most), some(pool, most), some(pool, most));

const anySets = (pool: Pool, most: number): Tried => ({
  title: 'two sets, whatever both lack, hold, want and leave out, are compared message by message as the rules say',
  requirements: [...HELLO, ...PASSES, ...GIVEN],
  cases: casesOf(fc.tuple(terms(pool), sets(pool, most)), ([said, given], now) => {
    const { talk } = begun(pool, now, said, given);
    talk.carry();
    return only(talk);
  }),
});

const anyCrowd = (): Tried => ({
  title: 'sets that have to be divided are divided as the rules say',
  requirements: [...PASSES, 'RNG-12', 'RNG-13', 'SYN-15', 'SYN-16', 'SYN-22'],
  cases: casesOf(
    fc.tuple(terms(CROWD_POOL), fc.integer({ min: 33, max: 79 }), some(CROWD_POOL, 6), fc.nat(79), fc.boolean()),
    ([said, size, more, gap, turned], now) => {
      const all = Array.from({ length: size }, (_, at) => ({ at, place: 'in' as const }));
      const fewer = all.filter(({ at }) => at % 20 !== gap % 20 && at !== gap);
      const both = turned ? [[], all, fewer] : [[], fewer, all];
      const plain = { ...said, ahead: 0 };
      const { talk } = begun(CROWD_POOL, now, plain, both);
      talk.give('subject', more);
      talk.carry();
      return only(talk);
    },
  ),
});

const anyCut = (pool: Pool): Tried => ({
  title: 'a session that is cut at any message keeps what it got, and the next goes on from there',
  requirements: ['SYN-6', 'SYN-15', 'SYN-16', 'SYN-18', 'SYN-22', ...PASSES],
  cases: casesOf(fc.tuple(terms(pool), sets(pool, 6), fc.nat(8)), ([said, given, most], now) => {
    const { talk, open } = begun(pool, now, said, given);
    talk.carry(most);
    talk.cut();
    talk.wait(1);
    open();
    talk.carry();
    return only(talk);
  }),
});

const anyLive = (pool: Pool): Tried => ({
  title: 'in a live session each tells the other what is new, and they begin again where they differ',
  requirements: [...LIVE, 'SYN-15', 'SYN-16', 'SYN-22'],
  cases: casesOf(
    fc.tuple(
      terms(pool),
      sets(pool, 4),
      fc.array(
        fc.record({
          mine: some(pool, 2),
          theirs: some(pool, 2),
          micros: fc.constantFrom(1, 999_999, 1_000_000, 2_000_000, 1_200_000_000),
          carried: fc.constantFrom(0, 1, 2, 400),
        }),
        { minLength: 2, maxLength: 5, size: 'max' },
      ),
    ),
    ([said, given, rounds], now) => {
      const live = (side: Terms['subject']) => (time: number) => ({ ...side(time), live: true });
      const willing = { ...said, ahead: 0, subject: live(said.subject), partner: live(said.partner) };
      const { talk } = begun(pool, now, willing, given);
      talk.carry();
      for (const { mine, theirs, micros, carried } of rounds) {
        talk.wait(micros);
        talk.give('subject', mine);
        talk.give('partner', theirs);
        talk.tick();
        talk.carry(carried);
      }
      talk.carry();
      return only(talk);
    },
  ),
});

/** So few more than a list may have that ranges are divided once, and a few that one has alone. */
const crowds: fc.Arbitrary<readonly Handful[]> = fc
  .tuple(fc.integer({ min: 34, max: 38 }), fc.nat(33), fc.boolean(), handfuls(CROWD_POOL, 3))
  .map(([size, gap, turned, more]) => {
    const one = [{ at: gap, place: 'in' as const }];
    const common = Array.from({ length: size }, (_, at) => ({ at, place: 'in' as const })).filter(
      ({ at }) => at !== gap,
    );
    return turned ? [common, more, one] : [common, one, more];
  });

type Hostile = {
  title: string;
  requirements: readonly string[];
  pool: Pool;
  given: fc.Arbitrary<readonly Handful[]>;
  lies: fc.Arbitrary<readonly Spoilt[]>;
};

/** One session after another, and a lie of another kind in each. */
const anyHostile = ({ title, requirements, pool, given, lies }: Hostile): Tried => ({
  title,
  requirements,
  cases: casesOf(fc.tuple(terms(pool), given, lies), ([said, [common = [], mine = [], theirs = []], spoilt], now) => {
    const talk = beginTalk(pool, now);
    // A foreign address would end most sessions before anything else can.
    const address = { address: 'ws://pub.example' };
    const says = { subject: { ...said.subject(now), ...address }, partner: { ...said.partner(now), ...address } };
    for (const [at, { role, spoil }] of spoilt.entries()) {
      if (at > 0) talk.reopen();
      talk.give('subject', [...common, ...mine]);
      talk.give('partner', [...common, ...theirs]);
      talk.open(role, at % 5, says);
      talk.carry(undefined, spoil());
      talk.tick();
      talk.cut();
      talk.wait(1);
    }
    return only(talk);
  }),
});

const hostile = anyHostile({
  title: 'a partner that alters, drops, repeats or confuses one message is answered as the rules say',
  requirements: [
    ...['SYN-1', 'SYN-2', 'SYN-3', 'SYN-5', 'SYN-6', 'SYN-7', 'SYN-10', 'SYN-11', 'SYN-12', 'SYN-13', 'SYN-18'],
    ...[
      'SYN-21',
      'SYN-22',
      'SYN-27',
      'SYN-28',
      'RNG-1',
      'RNG-2',
      'RNG-3',
      'RNG-4',
      'RNG-5',
      'RNG-6',
      'RNG-7',
      'RNG-16',
    ],
  ],
  pool: NATIVE_POOL,
  given: sets(NATIVE_POOL, 5),
  lies: liesToAnybody,
});

const hostileCrowd = anyHostile({
  title: 'a partner that lies about parts of a range is answered as the rules say',
  requirements: ['RNG-2', 'RNG-4', 'RNG-7', 'RNG-8'],
  pool: CROWD_POOL,
  given: crowds,
  lies: liesToMany,
});

const lawOf = (name: string, { needs, profile, family }: Pool, tried: Tried): Law => ({
  id: `law/${name}`,
  profile: 'sync',
  ...(family === 'native' ? {} : { needs: [profile, ...needs] }),
  operations: ['replica.open', 'replica.ingest', 'replica.state', 'session.open', 'session.receive'],
  ...tried,
});

/** The laws about sessions: the subject in both roles, with the model as its partner. */
export const sessionLaws: readonly Law[] = [
  lawOf('sync-sets', NATIVE_POOL, anySets(NATIVE_POOL, 8)),
  lawOf('sync-sets-es4', ES4_POOL, anySets(ES4_POOL, 6)),
  lawOf('sync-sets-es5', ES5_POOL, anySets(ES5_POOL, 6)),
  lawOf('sync-crowd', CROWD_POOL, anyCrowd()),
  lawOf('sync-large', LARGE_POOL, anyLarge),
  lawOf('sync-cut', NATIVE_POOL, anyCut(NATIVE_POOL)),
  lawOf('sync-live', NATIVE_POOL, anyLive(NATIVE_POOL)),
  lawOf('sync-live-crowd', CROWD_POOL, anyLive(CROWD_POOL)),
  lawOf('sync-hostile', NATIVE_POOL, hostile),
  lawOf('sync-hostile-crowd', CROWD_POOL, hostileCrowd),
];
