import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW } from '../cases/verify.ts';
import { bare, doc, fading, forged } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { EQUAL, meeting, type Outcome, type Peer, Talk } from './talk.ts';
import { ANY } from './turns.ts';

type Pub = { one: Talk; two: Talk };

/** A peer with two sessions at one replica: it has answered one partner, and calls the other. */
const pub = (subject: Peer, one: Peer, two: Peer): Pub => {
  const first = new Talk({ subject, partner: one });
  const { keeps: _, ...says } = subject;
  return { one: first, two: new Talk({ role: 'caller', subject: says, partner: two, at: first }) };
};

/** Both partners speak by turns, a message at a time. */
const together = ({ one, two }: Pub): Talk => {
  let last = one;
  while (one.next !== undefined || two.next !== undefined)
    for (const talk of [two, one])
      if (talk.next !== undefined) {
        talk.go(1);
        last = talk;
      }
  return last;
};

const both = (slug: string, title: string, rules: readonly string[], pair: Pub): VectorCase =>
  meeting(`pub-${slug}`, title, rules, together(pair), EQUAL);

const pages = [0, 1, 2].map((age) => doc(`/a/${age}`, age));
const goes = fading(0, NOW + 100_000_000);
const kept = [...notes(1, 45), ...pages, goes];

const lift = { lift: 1 } as const;

/** Sessions that have agreed on different things, in the middle of each other. */
const apart = (): VectorCase[] => [
  both(
    'filters',
    'two sessions at once, in one of which the partner keeps messages only',
    ['SYN-30', 'SYN-15', 'RNG-11', 'RNG-20', 'SYN-22'],
    pub(
      { keeps: kept },
      { keeps: notes(3, 47), says: { filter: { kind: 'message' } } },
      { keeps: [...notes(5, 48), doc('/b')] },
    ),
  ),
  both(
    'lift',
    'two sessions at once, in one of which the partner asks for lift 1',
    ['RNG-9', 'RNG-12', 'RNG-20', 'SYN-22'],
    pub({ keeps: kept }, { keeps: notes(3, 47), says: lift }, { keeps: notes(5, 48) }),
  ),
  both(
    'lift-both',
    'two sessions at once with lift 1, each of which lifts the same items in its own way',
    ['RNG-9', 'RNG-12', 'RNG-20', 'SYN-22'],
    pub({ keeps: notes(1, 35) }, { keeps: notes(1, 36), says: lift }, { keeps: notes(1, 36), says: lift }),
  ),
  both(
    'times',
    'two sessions at once, in one of which the clock of the partner is ahead, so that a document has expired for it',
    ['SYN-30', 'SYN-15', 'RNG-20', 'SYN-22'],
    pub({ keeps: kept }, { keeps: notes(3, 47), now: NOW + 300_000_000 }, { keeps: notes(5, 48) }),
  ),
  both(
    'sparse',
    'two sessions at once, in one of which the partner wants records without content',
    ['SYN-17', 'SYN-22'],
    pub({ keeps: kept }, { keeps: notes(3, 45), says: { sparse: true } }, { keeps: notes(5, 45) }),
  ),
];

/** The partner of one session sends a forged record, which that of the other has as it is. */
const forgery = (): VectorCase => {
  const written = notes(30, 31);
  const pair = pub(
    { keeps: notes(1, 19) },
    { keeps: [...notes(1, 5), ...written] },
    { keeps: [...notes(3, 7), ...written] },
  );
  pair.one
    .until('records')
    .alter(() => [records(written.map(forged))])
    .go();
  return meeting(
    'pub-forged',
    'a record of which one partner sent a forged copy, and that the list of another names',
    ['RNG-16', 'RNG-15', 'SYN-22'],
    pair.two.go(),
    EQUAL,
  );
};

/** The partner of one session gives a content that that of the other lacks, with its record. */
const given = (): VectorCase => {
  const pair = pub(
    { keeps: [...notes(1, 3), ...pages.map(bare)] },
    { keeps: [...notes(1, 3), ...pages] },
    { keeps: notes(1, 3) },
  );
  pair.one.go();
  return meeting(
    'pub-content',
    'records whose contents came from one partner, and which another is sent with them',
    ['SYN-17', 'SYN-21', 'SYN-22'],
    pair.two.go(),
    EQUAL,
  );
};

const live = { live: true } as const;
const settled = (): Pub => {
  const peer = { keeps: notes(1, 3), says: live };
  const pair = pub(peer, peer, peer);
  together(pair);
  return pair;
};

/** The partner of one session pushes ten records. */
const pushed = ({ one }: Pub): Talk => one.givePartner(notes(5, 15)).partnerTick().go();

const PUSH: Outcome = { sent: 'records state' };

/** What comes in one live session goes out in the other. */
const relays = (): VectorCase[] => {
  const [relay, again, news] = [settled(), settled(), settled()];
  pushed(relay);
  pushed(again)
    .say(ANY.state as SentMessage)
    .go();
  news.one.give(notes(5, 6)).tick();
  return [
    meeting(
      'pub-relay',
      'records that the partner of one live session sent, and that the partner of another is told of',
      ['SYN-23', 'SYN-25'],
      relay.two.tick(),
      PUSH,
    ),
    meeting(
      'pub-relay-round',
      'the same after another round with the partner that sent them',
      ['SYN-23', 'SYN-25'],
      again.two.tick(),
      PUSH,
    ),
    meeting(
      'pub-news',
      'a record from somebody else, which both partners are told of at one moment',
      ['SYN-23', 'SYN-24', 'SYN-25'],
      news.two.tick(),
      PUSH,
    ),
  ];
};

/** Several sessions of one replica, none of which changes another. */
export const pubs = (): VectorCase[] => [...apart(), forgery(), given(), ...relays()];
