import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW, T } from '../cases/verify.ts';
import { nameOf } from '../replicas/moves.ts';
import { bare, doc, fading, forged, hashOf, heldDoc, resigned, wish } from '../replicas/records.ts';
import { notes, records } from './notes.ts';
import { EQUAL, meeting, type Peer, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const MOST_AHEAD = 600_000_000;
const ROOM_FOR_ONE = { perKey: 1, total: 1 };
const page = doc('/moss', 0, { content: 'moss' });
const foreign = doc('/a', 0, { header: { space: cast.spaces.kitchen } });

/** The partner says other records than it has, in its first turn. */
const getting = (subject: Peer, ...items: readonly NativeRecord[]): Talk =>
  new Talk({ subject, partner: { keeps: notes(1, 3) } }).until('records').say(records(items));

/** The text of a record in which a member stands twice, the last time with its right value. */
const twice = (record: NativeRecord): SentMessage => ({
  type: 'records',
  records: [{ format: 'rp.document.1', text: JSON.stringify(record).replace('{', '{"signature":"b",') }],
});

/** Each record is given to the replica, as it came and when it came. */
const given = (): VectorCase[] => [
  meeting(
    'given-each',
    'records in one message that are refused for three reasons, and a valid one behind them',
    ['SYN-18', 'SYN-32'],
    getting(
      { replica: { quota: ROOM_FOR_ONE } },
      heldDoc('/a'),
      heldDoc('/b', 1),
      foreign,
      forged(page),
      ...notes(5, 6),
    )
      .state()
      .go(),
    { done: { equal: false, refused: 3 } },
  ),
  meeting(
    'given-later',
    'a record that would have been too early when the session began, and one that was not gone then',
    ['SYN-18', 'REP-2'],
    new Talk({ partner: { keeps: notes(1, 3) } })
      .until('records')
      .wait(9)
      .say(records([doc('/early', NOW - T + MOST_AHEAD + 5), fading(0, NOW + 5)]))
      .go()
      .state(),
    {},
  ),
  meeting(
    'given-text',
    'the text of a record in which a member stands twice',
    ['SYN-18', 'SYN-32'],
    getting({}).say(twice(page)).state().go(),
    { done: { equal: true, refused: 1 } },
  ),
  meeting(
    'given-filtered',
    'a record that the filter of the session leaves out, and that the replica takes',
    ['SYN-18', 'SYN-22'],
    getting({ says: { filter: { kind: 'message' } } }, page)
      .go()
      .state(),
    {},
  ),
  meeting(
    'given-content',
    'a record that the peer keeps without its content, which now comes with it',
    ['SYN-18'],
    getting({ keeps: [bare(page)] }, page).state(),
    {},
  ),
  meeting(
    'given-resigned',
    'a record that came with another signature, and that the next session sends with the first one',
    ['SYN-17', 'REP-4'],
    new Talk({ subject: { keeps: [page] }, partner: { keeps: notes(1, 3) } })
      .until('reconcile')
      .say(records([resigned(page)]))
      .again()
      .go(),
    EQUAL,
  ),
  meeting(
    'given-sparse',
    'a record with content that a sparse peer sends to a partner that is not sparse',
    ['SYN-17'],
    new Talk({ subject: { keeps: [page], says: { sparse: true } } }).go(),
    EQUAL,
  ),
  meeting(
    'given-kept',
    'records in a turn that is refused, which are kept',
    ['SYN-5', 'SYN-18'],
    getting({}, ...notes(5, 7))
      .say({ type: 'end' })
      .state(),
    {},
  ),
];

const heldWish = wish([nameOf(page)], 90, { signer: cast.phone, header: { key: cast.phone.keyId } });
const wishing = wish([nameOf(page)]);
const twins = ['/fern', '/grass'].map((path) => doc(path, 1, { content: 'moss' }));
const film = doc('/film', 0, { blob: new Uint8Array(65_537).fill(0x61) });

/** What is wanted, and what becomes of it. */
const contents = (): VectorCase[] => [
  meeting(
    'wants-each',
    'contents of a held record and of one that is too long for a record, and a held record whose content the partner wants',
    ['SYN-19', 'SYN-20', 'SYN-22', 'NAT-4', 'SYN-33'],
    new Talk({
      subject: { keeps: [bare(heldDoc('/a')), film, heldDoc('/b', 1)] },
      partner: { keeps: [heldDoc('/a'), film, bare(heldDoc('/b', 1))] },
    }).go(),
    { done: { equal: true, wanted: 1 } },
  ),
  meeting(
    'contents-over',
    'content of 65,537 bytes that a record names, and that no record can have',
    ['SYN-21', 'SYN-33'],
    new Talk({ subject: { keeps: [film] }, partner: { keeps: [film] } })
      .until('end')
      .say({ type: 'contents', contents: ['a'.repeat(65_537)] })
      .state()
      .go(),
    { done: { equal: true, wanted: 1 } },
  ),
  meeting(
    'contents-wish',
    'the content of a wish, which names a record whose content is wanted',
    ['SYN-21', 'NAT-5'],
    new Talk({
      subject: { keeps: [bare(page), bare(wishing)] },
      partner: { keeps: [bare(page), wishing] },
    })
      .until('end')
      .state()
      .go(),
    EQUAL,
  ),
  meeting(
    'contents-wish-held',
    'a held wish, which does not take the content of the record that it names',
    ['SYN-17', 'NAT-5'],
    new Talk({ subject: { keeps: [page, heldWish] } }).go(),
    EQUAL,
  ),
  meeting(
    'contents-twins',
    'content that three records name, of which one is to be without it',
    ['SYN-21', 'NAT-3'],
    new Talk({
      subject: { keeps: [wishing, bare(page), ...twins.map(bare)] },
      partner: { keeps: [wishing, bare(page), ...twins] },
    })
      .until('end')
      .state()
      .go(),
    EQUAL,
  ),
  meeting(
    'contents-new',
    'content of a record that somebody else gave the peer while the session went on',
    ['SYN-20'],
    new Talk({ subject: { keeps: notes(1, 3) }, partner: { keeps: notes(1, 3) } })
      .until('want')
      .give([page])
      .alter(() => [{ type: 'want', contents: [hashOf(page)] }])
      .go(),
    EQUAL,
  ),
  meeting(
    'contents-rounds',
    'a second round, in which the partner wants one of two contents again and the peer wants again what did not come',
    ['SYN-19', 'SYN-20', 'SYN-21', 'SYN-22', 'SYN-33'],
    new Talk({
      subject: { keeps: [...notes(1, 3), bare(page)], says: { live: true } },
      partner: { keeps: [...notes(1, 3).map(bare), bare(page)], says: { live: true } },
    })
      .until('want')
      .go()
      .say(ANY.state as SentMessage)
      .until('want')
      .alter(() => [{ type: 'want', contents: notes(1, 2).map(hashOf) }])
      .until('end')
      .say({ type: 'contents', contents: ['fern'] })
      .go(),
    { done: { equal: true, wanted: 1 } },
  ),
];

const both = (keeps: readonly NativeRecord[], replica: Peer['replica'] = {}) => ({
  subject: { keeps, says: { live: true } },
  partner: { keeps, replica, says: { live: true } },
});

/** What is pushed counts as what is sent in a turn does. */
const pushed = (): VectorCase[] => [
  meeting(
    'pushed-forged',
    'a forged record that the partner pushed, and that its list in the next round names',
    ['RNG-16', 'SYN-18', 'SYN-22', 'SYN-32'],
    new Talk(both(notes(1, 3)))
      .go()
      .givePartner(notes(100, 101))
      .partnerTick()
      .until('records')
      .alter(() => [records(notes(100, 101).map(forged))])
      .go(),
    { done: { equal: false, refused: 1 } },
  ),
  meeting(
    'pushed-again',
    'a record that the peer pushed and for which the partner has no room, so that its list in the next round lacks it',
    ['SYN-15', 'RNG-14'],
    new Talk(both([...notes(1, 34), heldDoc('/a')], { quota: ROOM_FOR_ONE }))
      .go()
      .give([heldDoc('/b', 1)])
      .tick()
      .go(),
    { done: { equal: false } },
  ),
  meeting(
    'pushed-nine',
    'nine records that the partner pushed',
    ['SYN-18'],
    new Talk(both(notes(1, 3))).go().givePartner(notes(11, 20)).partnerTick().until('state').state().go(),
    { sent: '' },
  ),
];

/** What a session does with the records and contents that it gets. */
export const transfer = (): VectorCase[] => [...given(), ...contents(), ...pushed()];
