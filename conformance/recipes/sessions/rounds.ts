import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { ES4, ES5 } from '../earthstar/document.ts';
import { maker } from '../replicas/earthstar-kit.ts';
import { nameOf } from '../replicas/moves.ts';
import { bare, blobOf, doc, hashOf, wish } from '../replicas/records.ts';
import { ANY } from './answers.ts';
import { notes } from './sets.ts';
import { EQUAL, type Meeting, meeting, type Outcome, Talk } from './talk.ts';

const ROLES = ['answerer', 'caller'] as const;
type Role = (typeof ROLES)[number];
const both = (
  slug: string,
  title: string,
  rules: readonly string[],
  make: (role: Role) => Talk,
  outcome: Outcome = EQUAL,
): VectorCase[] => ROLES.map((role) => meeting(`${slug}-${role}`, `${title}, as ${role}`, rules, make(role), outcome));

const pages = [0, 1, 2].map((age) => doc(`/a/${age}`, age));
const empty = pages.map(bare);

const contents = (): VectorCase[] => [
  ...both('contents-get', 'contents that the peer lacks', ['SYN-19', 'SYN-21', 'SYN-22'], (role) =>
    new Talk({ role, subject: { keeps: empty }, partner: { keeps: pages } }).go(),
  ),
  ...both(
    'contents-kept',
    'what the replica wants when its contents have come',
    ['SYN-21'],
    (role) => new Talk({ role, subject: { keeps: empty }, partner: { keeps: pages } }).go().state(),
    {},
  ),
  ...both('contents-give', 'contents that the partner lacks', ['SYN-20', 'SYN-19'], (role) =>
    new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty } }).go(),
  ),
  ...both(
    'contents-none',
    'contents that neither has',
    ['SYN-19', 'SYN-20', 'SYN-22'],
    (role) => new Talk({ role, subject: { keeps: empty }, partner: { keeps: empty } }).go(),
    { done: { equal: true, wanted: 3 } },
  ),
  ...both(
    'contents-sparse',
    'a peer that wants records without contents',
    ['SYN-19', 'SYN-4'],
    (role) =>
      new Talk({ role, subject: { says: { sparse: true } }, partner: { keeps: pages } }).until('want').go(0).state(),
    {},
  ),
  ...both('contents-sparse-partner', 'a partner that wants records without contents', ['SYN-17', 'SYN-20'], (role) =>
    new Talk({ role, subject: { keeps: pages }, partner: { says: { sparse: true } } }).go(),
  ),
  ...both('contents-forgotten', 'contents that are to be forgotten', ['SYN-19', 'SYN-20'], (role) => {
    const forget = wish([nameOf(pages[0] as NativeRecord)]);
    return new Talk({ role, subject: { keeps: [...empty, forget] }, partner: { keeps: [...pages, forget] } }).go();
  }),
  ...both('contents-unwanted', 'content that nobody wanted', ['SYN-21'], (role) =>
    new Talk({ role, subject: { keeps: empty }, partner: { keeps: pages } })
      .until('contents')
      .alter((sent) => [{ type: 'contents', contents: ['moss', ...(sent.contents as string[])] }])
      .go(),
  ),
  ...both(
    'contents-filter',
    'contents of a record that the filter leaves out',
    ['SYN-19', 'SYN-20'],
    (role) =>
      new Talk({ role, subject: { keeps: pages, says: { filter: { pathPrefix: '/a/1' } } }, partner: { keeps: empty } })
        .until('want')
        .alter((sent) => [{ ...sent, contents: pages.map(hashOf).sort() }])
        .go(),
    EQUAL,
  ),
  ...both('want-more', 'a want in two messages', ['SYN-20'], (role) =>
    new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty } })
      .until('want')
      .alter((sent) => [
        { type: 'want', contents: (sent.contents as string[]).slice(0, 1), more: true },
        { type: 'want', contents: (sent.contents as string[]).slice(1) },
      ])
      .go(),
  ),
  ...both(
    'want-unknown',
    'a want for content that nobody has',
    ['SYN-20'],
    (role) =>
      new Talk({ role, subject: { keeps: pages }, partner: { keeps: pages } })
        .until('want')
        .alter(() => [{ type: 'want', contents: [blobOf('moss')] }])
        .go(),
    EQUAL,
  ),
  ...both('earthstar', 'documents of es.4', ['SYN-15', 'SYN-17', 'SYN-12'], (role) => earthstar(role, 4)).map(
    (one): VectorCase => ({ ...one, needs: ['earthstar-replica', 'earthstar-es4'] }),
  ),
  ...both('earthstar-5', 'documents of es.5', ['SYN-15', 'SYN-17', 'SYN-12'], (role) => earthstar(role, 5)).map(
    (one): VectorCase => ({ ...one, needs: ['earthstar-replica', 'earthstar-es5'] }),
  ),
];

const earthstar = (role: Role, kind: 4 | 5): Talk => {
  const make = maker(kind === 4 ? ES4 : ES5);
  const replica = { family: 'earthstar', space: cast.gardening.earthstarAddress } as const;
  return new Talk({
    role,
    subject: { replica, keeps: [make('/a', 0), make('/b', 1), make('/c', 0)] },
    partner: { keeps: [make('/b', 0), make('/d', 2), make('/c', 0)] },
  }).go();
};

/** What is refused in each state behind the passes. */
const outOfTurn = (): VectorCase[] => {
  const same: Meeting = { subject: { keeps: notes(1, 3) }, partner: { keeps: notes(1, 3) } };
  const states: readonly (readonly [name: string, role: Role, until: string, refused: readonly string[]])[] = [
    ['want', 'answerer', 'want', ['hello', 'open', 'reconcile', 'records', 'done', 'contents', 'end', 'state']],
    ['end', 'answerer', 'end', ['hello', 'reconcile', 'records', 'done', 'want', 'state']],
    ['done', 'caller', 'done', ['hello', 'open', 'reconcile', 'records', 'want', 'contents', 'end', 'state']],
    ['wanted', 'caller', 'want', ['hello', 'reconcile', 'records', 'done', 'end', 'state']],
  ];
  return states.flatMap(([name, role, until, refused]) => {
    const talk = (): Talk => new Talk({ ...same, role }).until(until);
    return [
      ...refused.map((type) =>
        meeting(
          `turn-${name}-${type}`,
          `${type} in the place of ${until}, told to the ${role}`,
          ['SYN-3', 'SYN-5'],
          talk().alter(() => [ANY[type] as SentMessage]),
          { code: 'sync-turn', sent: 'error' },
          { parent: `sync/same-one-${role}` },
        ),
      ),
      meeting(
        `error-${name}`,
        `an error in the place of ${until}, told to the ${role}`,
        ['SYN-3', 'SYN-6'],
        talk().say({ type: 'error', code: 'busy' }),
        { code: 'busy', sent: '' },
      ),
      meeting(
        `closed-${name}`,
        `the end of the transport in the place of ${until}, told to the ${role}`,
        ['SYN-6', 'SYN-22'],
        talk().closed(),
        { sent: '' },
      ),
    ];
  });
};

const live = (role: Role, more: Meeting = {}): Talk =>
  new Talk({
    role,
    subject: { keeps: notes(1, 3), says: { live: true }, ...more.subject },
    partner: { keeps: notes(2, 4), says: { live: true }, ...more.partner },
  }).go();

const lives = (): VectorCase[] => [
  ...both('live', 'a live session, which goes on behind its first round', ['SYN-22', 'SYN-23'], (role) => live(role)),
  ...both('live-nothing', 'the time has come, and nothing is new', ['SYN-23'], (role) => live(role).tick(), {
    sent: '',
  }),
  ...both(
    'live-one',
    'a session that only the peer wants live',
    ['SYN-23', 'SYN-6'],
    (role) =>
      live(role, { partner: { says: {} } })
        .give(notes(5, 6))
        .tick(),
    { sent: '' },
  ),
  ...both(
    'live-push',
    'a record that somebody else gave the replica',
    ['SYN-23', 'SYN-25'],
    (role) => live(role).give(notes(5, 6)).tick(),
    { sent: 'records state' },
  ),
  ...both(
    'live-soon',
    'a second record less than a second later',
    ['SYN-24'],
    (role) => live(role).give(notes(5, 6)).tick().give(notes(6, 7)).tick(999_999),
    { sent: '' },
  ),
  ...both(
    'live-later',
    'a second record a second later',
    ['SYN-24', 'SYN-23'],
    (role) => live(role).give(notes(5, 6)).tick().give(notes(6, 7)).tick(1_000_000),
    { sent: 'records state' },
  ),
  ...both(
    'live-got',
    'records that came from the partner are not sent back',
    ['SYN-23', 'SYN-16'],
    (role) => live(role).givePartner(notes(5, 7)).partnerTick().go().tick(),
    { sent: '' },
  ),
  ...both(
    'live-equal',
    'a state that says what the peer has',
    ['SYN-26'],
    (role) => live(role).givePartner(notes(5, 7)).partnerTick().go(),
    { sent: '' },
  ),
  ...both(
    'live-unequal',
    'a state that says something else',
    ['SYN-26', 'RNG-3'],
    (role) => live(role).say(ANY.state as SentMessage),
    { sent: 'reconcile' },
  ),
  ...both(
    'live-round',
    'a new round, which finds what both have got from elsewhere',
    ['SYN-26', 'SYN-22', 'SYN-15'],
    (role) => live(role).give(notes(5, 7)).givePartner(notes(6, 9)).partnerTick().go(),
  ),
  ...both(
    'live-lost',
    'records that a partner lacks and that were lost with nothing said',
    ['SYN-26', 'SYN-23'],
    (role) => live(role).givePartner(notes(5, 7)).partnerTick().until('state').go(1).give(notes(8, 9)).tick(),
    { sent: 'records state' },
  ),
  ...both(
    'live-ignored',
    'a state in a round, which is ignored',
    ['SYN-26', 'SYN-3'],
    (role) =>
      live(role)
        .say(ANY.state as SentMessage)
        .say(ANY.state as SentMessage),
    { sent: '' },
  ),
  ...both(
    'live-records',
    'records in a round, which the peer does not wish for again',
    ['SYN-3', 'RNG-16', 'SYN-16'],
    (role) => {
      const talk = live(role).givePartner(notes(5, 7)).partnerTick();
      talk.until('records');
      const state = ANY.state as SentMessage;
      return talk.say(state).go();
    },
    EQUAL,
  ),
  ...both('live-crossing', 'two sums that cross each other', ['SYN-26', 'RNG-3'], (role) => {
    const talk = live(role).give(notes(5, 6)).givePartner(notes(7, 8));
    return talk.cross().go();
  }),
  ...both(
    'live-done',
    'done between two rounds',
    ['SYN-3', 'SYN-5'],
    (role) => live(role).say(ANY.done as SentMessage),
    { code: 'sync-turn', sent: 'error' },
  ).map((one, index): VectorCase => ({ ...one, parent: `sync/live-${ROLES[index]}`, defect: one.title })),
  ...both(
    'live-want',
    'want between two rounds',
    ['SYN-3', 'SYN-5'],
    (role) => live(role).say(ANY.want as SentMessage),
    { code: 'sync-turn', sent: 'error' },
  ).map((one, index): VectorCase => ({ ...one, parent: `sync/live-${ROLES[index]}`, defect: one.title })),
  ...both(
    'live-closed',
    'the time has come after the end of the transport',
    ['SYN-6'],
    (role) => live(role).give(notes(5, 6)).closed().tick(),
    { sent: '' },
  ),
];

/** The transport ends before each message of the partner, and the two meet again. */
const cuts = (): VectorCase[] =>
  ROLES.flatMap((role) => {
    const meet: Meeting = {
      role,
      subject: { keeps: [...notes(1, 20), ...empty] },
      partner: { keeps: [...notes(3, 25), ...pages] },
    };
    const count = new Talk(meet)
      .go()
      .moves.filter(({ planned }) => 'operation' in planned && planned.operation === 'session.receive').length;
    return Array.from({ length: count }, (_, after) =>
      meeting(
        `cut-${after}-${role}`,
        `the transport ends after ${after} messages, and the next session goes on from there, as ${role}`,
        ['SYN-22', 'SYN-15', 'SYN-16'],
        new Talk(meet).go(after).again(role).go(),
        EQUAL,
      ),
    );
  });

/** Contents, messages out of turn, live sessions, and sessions that are cut. */
export const rounds = (): VectorCase[] => [...contents(), ...outOfTurn(), ...lives(), ...cuts()];
