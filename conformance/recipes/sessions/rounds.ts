import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { ES4, ES5 } from '../earthstar/document.ts';
import { maker } from '../replicas/earthstar-kit.ts';
import { nameOf } from '../replicas/moves.ts';
import { bare, blobOf, doc, hashOf, lie, wish } from '../replicas/records.ts';
import { crossing } from './living.ts';
import { notes, records } from './notes.ts';
import { inBothRoles, ROLES, type Role } from './roles.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const pages = [0, 1, 2].map((age) => doc(`/a/${age}`, age));
const empty = pages.map(bare);
const honest = doc('/moss', 0, { content: 'moss' });
const lying = lie('/liar');

const contents = (): VectorCase[] => [
  ...inBothRoles('contents-get', 'contents that the peer lacks', ['SYN-19', 'SYN-21', 'SYN-22'], (role) =>
    new Talk({ role, subject: { keeps: empty }, partner: { keeps: pages } }).go(),
  ),
  ...inBothRoles(
    'contents-kept',
    'what the replica wants when its contents have come',
    ['SYN-21'],
    (role) => new Talk({ role, subject: { keeps: empty }, partner: { keeps: pages } }).go().state(),
    {},
  ),
  ...inBothRoles('contents-give', 'contents that the partner lacks', ['SYN-20', 'SYN-19'], (role) =>
    new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty } }).go(),
  ),
  ...inBothRoles(
    'contents-none',
    'contents that neither has',
    ['SYN-19', 'SYN-20', 'SYN-22', 'SYN-33'],
    (role) => new Talk({ role, subject: { keeps: empty }, partner: { keeps: empty } }).go(),
    { done: { equal: true, wanted: 3 } },
  ),
  ...inBothRoles(
    'contents-none-twice',
    'one content of two records, which neither peer has, and which counts once',
    ['SYN-33', 'SYN-19'],
    (role) => {
      const twins = ['/a', '/b'].map((path) => bare(doc(path, 0, { content: 'moss' })));
      return new Talk({ role, subject: { keeps: twins }, partner: { keeps: twins } }).go();
    },
    { done: { equal: true, wanted: 1 } },
  ),
  ...inBothRoles(
    'contents-sparse',
    'a peer that wants records without contents, and reports those that are wanted',
    ['SYN-19', 'SYN-22', 'NAT-4', 'SYN-33'],
    (role) => new Talk({ role, subject: { says: { sparse: true } }, partner: { keeps: pages } }).go(),
    { done: { equal: true, wanted: 3 } },
  ),
  ...inBothRoles(
    'contents-sparse-unasked',
    'contents that a sparse peer did not ask for and wants',
    ['SYN-21', 'SYN-22', 'SYN-33'],
    (role) => sparseGets(role),
    { done: { equal: true, wanted: 1 } },
  ),
  ...inBothRoles(
    'contents-sparse-kept',
    'what the replica of a sparse peer wants when contents have come unasked',
    ['SYN-21'],
    (role) => sparseGets(role).state(),
    {},
  ),
  ...inBothRoles(
    'contents-sparse-partner',
    'a partner that wants records without contents',
    ['SYN-17', 'SYN-20'],
    (role) => new Talk({ role, subject: { keeps: pages }, partner: { says: { sparse: true } } }).go(),
  ),
  ...inBothRoles('contents-forgotten', 'contents that are to be forgotten', ['SYN-19', 'SYN-20'], (role) => {
    const forget = wish([nameOf(pages[0] as NativeRecord)]);
    return new Talk({ role, subject: { keeps: [...empty, forget] }, partner: { keeps: [...pages, forget] } }).go();
  }),
  ...[0, 1].flatMap((which) =>
    inBothRoles(
      `contents-forgotten-${which === 0 ? 'one' : 'other'}`,
      `content that ${which === 0 ? 'one' : 'the other'} of two pages wants, and that its twin is to forget`,
      ['SYN-21', 'NAT-3', 'NAT-5'],
      (role) => {
        const twins = [doc('/a', 0, { content: 'moss' }), doc('/b', 1, { content: 'moss' })];
        const forget = wish([nameOf(twins[which] as NativeRecord)]);
        const subject = { keeps: [...twins.map((each) => bare(each)), forget] };
        return new Talk({ role, subject, partner: { keeps: [...twins, forget] } }).go().state();
      },
      {},
    ),
  ),
  ...inBothRoles('contents-unwanted', 'content that nobody wanted', ['SYN-21'], (role) =>
    new Talk({ role, subject: { keeps: empty }, partner: { keeps: pages } })
      .until('contents')
      .alter((sent) => [{ type: 'contents', contents: ['moss', ...(sent.contents as string[])] }])
      .go(),
  ),
  ...inBothRoles(
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
  ...inBothRoles('want-more', 'a want in two messages', ['SYN-20'], (role) =>
    new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty } })
      .until('want')
      .alter((sent) => [
        { type: 'want', contents: (sent.contents as string[]).slice(0, 1), more: true },
        { type: 'want', contents: (sent.contents as string[]).slice(1) },
      ])
      .go(),
  ),
  ...inBothRoles('want-twice', 'a want that names one content twice', ['SYN-20'], (role) =>
    new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty } })
      .until('want')
      .alter((sent) => [{ type: 'want', contents: [...(sent.contents as string[]), ...(sent.contents as string[])] }])
      .go(),
  ),
  ...inBothRoles(
    'want-more-twice',
    'a want in three messages that names one content in each',
    ['SYN-20', 'SYN-3'],
    (role) =>
      new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty } })
        .until('want')
        .alter((sent) => [{ ...sent, more: true }, { ...sent, more: true }, sent])
        .go(),
  ),
  ...inBothRoles(
    'contents-liar',
    'a record that lies about the size of content that another one has',
    ['SYN-19', 'SYN-22', 'NAT-3', 'NAT-4'],
    (role) => new Talk({ role, subject: { keeps: [lying] }, partner: { keeps: [honest, lying] } }).go(),
  ),
  ...inBothRoles(
    'contents-liar-wanted',
    'content that an honest record and a lying one want',
    ['SYN-19', 'SYN-21', 'NAT-3', 'NAT-4'],
    (role) => new Talk({ role, subject: { keeps: [lying, bare(honest)] }, partner: { keeps: [honest, lying] } }).go(),
  ),
  ...inBothRoles(
    'contents-liar-give',
    'content that the peer has for one record, while another one lies about its size',
    ['SYN-17', 'SYN-20', 'NAT-3'],
    (role) => new Talk({ role, subject: { keeps: [lying, honest] }, partner: { keeps: [bare(honest)] } }).go(),
  ),
  ...inBothRoles(
    'contents-liar-alone',
    'content that only a lying record wants, and which is not kept',
    ['SYN-21', 'NAT-3', 'NAT-4', 'SYN-33'],
    (role) =>
      new Talk({ role, subject: { keeps: [lying] }, partner: { keeps: [lying] } })
        .until(role === 'caller' ? 'want' : 'end')
        .say({ type: 'contents', contents: ['moss'] })
        .go(),
    { done: { equal: true, wanted: 1 } },
  ),
  ...inBothRoles(
    'contents-filter-partner',
    'contents of a record that the filter of the partner leaves out',
    ['SYN-19', 'SYN-20'],
    (role) =>
      new Talk({ role, subject: { keeps: pages }, partner: { keeps: empty, says: { filter: { pathPrefix: '/a/1' } } } })
        .until('want')
        .alter((sent) => [{ ...sent, contents: pages.map(hashOf).sort() }])
        .go(),
  ),
  ...inBothRoles(
    'contents-filter-kept',
    'content that the peer wants for a record that the filter leaves out',
    ['SYN-21', 'SYN-19'],
    (role) =>
      new Talk({ role, subject: { keeps: empty, says: { filter: { pathPrefix: '/a/1' } } }, partner: { keeps: pages } })
        .until(role === 'caller' ? 'want' : 'end')
        .say({ type: 'contents', contents: pages.map(({ content }) => String(content)) })
        .state(),
    {},
  ),
  ...inBothRoles(
    'contents-wanted-late',
    'a record without its content that the peer is given when it has said what it wants',
    ['SYN-33'],
    (role) =>
      new Talk({ role, subject: { keeps: empty }, partner: { keeps: empty } })
        .until(role === 'caller' ? 'want' : 'end')
        .give([bare(doc('/late'))])
        .go(),
    { done: { equal: true, wanted: empty.length + 1 } },
  ),
  ...inBothRoles(
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
  ...inBothRoles('earthstar', 'documents of es.4', ['SYN-15', 'SYN-17', 'SYN-12'], (role) => earthstar(role, 4)).map(
    (one): VectorCase => ({ ...one, needs: ['earthstar-replica', 'earthstar-es4'] }),
  ),
  ...inBothRoles('earthstar-5', 'documents of es.5', ['SYN-15', 'SYN-17', 'SYN-12'], (role) => earthstar(role, 5)).map(
    (one): VectorCase => ({ ...one, needs: ['earthstar-replica', 'earthstar-es5'] }),
  ),
];

/** Two contents of three come where `contents` is awaited: with `want` or with `end`. */
const sparseGets = (role: Role): Talk => {
  const talk = new Talk({ role, subject: { keeps: empty, says: { sparse: true } }, partner: { keeps: pages } });
  const unasked = { type: 'contents', contents: pages.slice(0, 2).map(({ content }) => String(content)) };
  return talk
    .until(role === 'caller' ? 'want' : 'end')
    .say(unasked)
    .go();
};

const earthstar = (role: Role, kind: 4 | 5): Talk => {
  const make = maker(kind === 4 ? ES4 : ES5);
  const replica = { family: 'earthstar', space: cast.gardening.earthstarAddress } as const;
  return new Talk({
    role,
    subject: { replica, keeps: [make('/a', 0), make('/b', 1), make('/c', 0)] },
    partner: { keeps: [make('/b', 0), make('/d', 2), make('/c', 0)] },
  }).go();
};

const live = (role: Role, more: Meeting = {}): Talk =>
  new Talk({
    role,
    subject: { keeps: notes(1, 3), says: { live: true }, ...more.subject },
    partner: { keeps: notes(2, 4), says: { live: true }, ...more.partner },
  }).go();

const lives = (): VectorCase[] => [
  ...inBothRoles('live', 'a live session, which goes on behind its first round', ['SYN-22', 'SYN-23'], (role) =>
    live(role),
  ),
  ...inBothRoles('live-nothing', 'the time has come, and nothing is new', ['SYN-23'], (role) => live(role).tick(), {
    sent: '',
  }),
  ...inBothRoles(
    'live-one',
    'a session that only the peer wants live',
    ['SYN-23', 'SYN-6'],
    (role) =>
      live(role, { partner: { says: {} } })
        .give(notes(5, 6))
        .tick(),
    { sent: '' },
  ),
  ...inBothRoles(
    'live-partner',
    'a session that only the partner wants live',
    ['SYN-23', 'SYN-6'],
    (role) =>
      live(role, { subject: { says: {} } })
        .give(notes(5, 6))
        .tick(),
    { sent: '' },
  ),
  ...inBothRoles(
    'live-push',
    'a record that somebody else gave the replica',
    ['SYN-23', 'SYN-25'],
    (role) => live(role).give(notes(5, 6)).tick(),
    { sent: 'records state' },
  ),
  ...inBothRoles(
    'live-soon',
    'a second record less than a second later',
    ['SYN-24'],
    (role) => live(role).give(notes(5, 6)).tick().give(notes(6, 7)).tick(999_999),
    { sent: '' },
  ),
  ...inBothRoles(
    'live-later',
    'a second record a second later',
    ['SYN-24', 'SYN-23', 'SYN-25'],
    (role) => live(role).give(notes(5, 6)).tick().give(notes(6, 7)).tick(1_000_000),
    { sent: 'records state' },
  ),
  ...inBothRoles(
    'live-got',
    'records that came from the partner are not sent back',
    ['SYN-23', 'SYN-16'],
    (role) => live(role).givePartner(notes(5, 7)).partnerTick().go().tick(),
    { sent: '' },
  ),
  ...inBothRoles(
    'live-equal',
    'a state that says what the peer has',
    ['SYN-26'],
    (role) => live(role).givePartner(notes(5, 7)).partnerTick().go(),
    { sent: '' },
  ),
  ...inBothRoles(
    'live-unequal',
    'a state that says something else',
    ['SYN-26', 'RNG-3'],
    (role) => live(role).say(ANY.state as SentMessage),
    { sent: 'reconcile' },
  ),
  ...inBothRoles(
    'live-round',
    'a new round, which finds what both have got from elsewhere',
    ['SYN-26', 'SYN-22', 'SYN-15'],
    (role) => live(role).give(notes(5, 7)).givePartner(notes(6, 9)).partnerTick().go(),
  ),
  ...inBothRoles(
    'live-lost',
    'records that a partner lacks and that were lost with nothing said',
    ['SYN-26', 'SYN-23'],
    (role) => live(role).givePartner(notes(5, 7)).partnerTick().until('state').go(1).give(notes(8, 9)).tick(),
    { sent: 'records state' },
  ),
  ...inBothRoles(
    'live-ignored',
    'a state in a round, which is ignored',
    ['SYN-37', 'SYN-3'],
    (role) =>
      live(role)
        .say(ANY.state as SentMessage)
        .say(ANY.state as SentMessage),
    { sent: '' },
  ),
  ...inBothRoles(
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
  ...inBothRoles('live-empty', 'a new round of a partner that has nothing', ['RNG-10', 'RNG-18', 'SYN-15'], (role) =>
    live(role, { subject: { keeps: [] }, partner: { keeps: [] } })
      .give(notes(5, 8))
      .partnerBegins()
      .go(),
  ),
  ...inBothRoles(
    'live-sent-back',
    'records of which the partner sends all but one, and then begins a round in which it says that it has nothing',
    ['SYN-16', 'RNG-10'],
    (role) =>
      live(role, { subject: { keeps: [] }, partner: { keeps: [] } })
        .give(notes(5, 8))
        .say(records(notes(5, 7)))
        .partnerBegins()
        .go(1),
    { sent: 'records done' },
  ),
  ...inBothRoles(
    'live-done',
    'a round of the peer to which the partner says done at once, a record that came before that, and the sum of a second pass, which crosses nothing',
    ['RNG-21', 'SYN-26', 'RNG-5'],
    (role) =>
      live(role, { subject: { keeps: notes(1, 3) }, partner: { keeps: notes(1, 3) } })
        .say(ANY.state as SentMessage)
        .give(notes(5, 6))
        .go(),
  ),
  ...inBothRoles('live-crossing', 'two sums that cross each other', crossing, (role) => {
    const talk = live(role).give(notes(5, 6)).givePartner(notes(7, 8));
    return talk.cross().go();
  }),
  ...inBothRoles(
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
      subject: { keeps: [...notes(1, 40), ...empty] },
      partner: { keeps: [...notes(3, 45), ...pages] },
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

/** Contents, live sessions, and sessions that are cut. */
export const rounds = (): VectorCase[] => [...contents(), ...lives(), ...cuts()];
