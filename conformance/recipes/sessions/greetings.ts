import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { spaceDigest } from '../../src/forge/session-hello.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW, T } from '../cases/verify.ts';
import { doc, heldDoc } from '../replicas/records.ts';
import { notes } from './notes.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';

const { suzy, fern, spaces } = cast;
const AT = 'wss://pub.example/gardening';
const APART = 600_000_000;
const plain: Meeting = { subject: { keeps: notes(1, 3) } };

/** A text with more members in front of its own. */
const before = (message: SentMessage, members: string): string => JSON.stringify(message).replace('{', `{${members},`);

/** Texts of messages that are taken. */
const taken = (): VectorCase[] => [
  meeting(
    'greeting-names',
    'a hello with members of strange names, which count in the transcript in the order of their UTF-16 units',
    ['SYN-2', 'SYN-12'],
    new Talk({ role: 'caller' })
      .until('hello')
      .alter((sent) => [
        before(sent, '"__proto__":{"calm":1},"constructor":2,"toString":3,"a":4,"B":5,"_":6,"\ue000":7,"🌸":8'),
      ]),
    { sent: 'open' },
  ),
  meeting(
    'greeting-address',
    'an address in the hello of the answerer, which has no meaning and counts in the transcript',
    ['SYN-2', 'SYN-12'],
    new Talk({ role: 'caller' }).until('hello').alter((sent) => [{ ...sent, address: AT }]),
    { sent: 'open' },
  ),
  meeting(
    'greeting-types',
    'messages whose types are names that every object has, which are ignored',
    ['SYN-2', 'SYN-3'],
    new Talk(plain)
      .say({ type: 'toString' }, { type: 'constructor' }, { type: '__proto__' }, { type: 'hasOwnProperty' })
      .go(),
    EQUAL,
  ),
  meeting(
    'greeting-space',
    'messages with white space in front, behind and between',
    ['SYN-1'],
    new Talk(plain)
      .alter((sent) => [`\n${JSON.stringify(sent, undefined, '\t')}\r\n`])
      .alter((sent) => [` ${JSON.stringify(sent)} `])
      .go(),
    EQUAL,
  ),
  meeting(
    'greeting-record-members',
    'records with members of no meaning beside their texts',
    ['SYN-2'],
    new Talk({ partner: { keeps: notes(1, 3) } })
      .until('records')
      .alter((sent) => [{ ...sent, records: (sent.records as object[]).map((one) => ({ ...one, mood: ['calm'] })) }])
      .go(),
    EQUAL,
  ),
  meeting(
    'greeting-same-key',
    'two peers that show the same key',
    ['SYN-11'],
    new Talk({ subject: { keeps: notes(1, 3), key: suzy }, partner: { key: suzy } }).go(),
    EQUAL,
  ),
];

/** A live session that has not ended when one of its name is opened. */
const renewed = (): VectorCase =>
  meeting(
    'greeting-anew',
    'a session of the name of a live one, which begins anew',
    ['SYN-8', 'SYN-12', 'SYN-3'],
    new Talk({ subject: { keeps: notes(1, 3), says: { live: true } }, partner: { says: { live: true } } })
      .go()
      .anew()
      .go(),
    EQUAL,
  );

type Change = (message: SentMessage) => SentMessage | string;

/** Texts in place of a message of the partner's that are refused, told to the answerer. */
const TEXTS: readonly (readonly [slug: string, title: string, change: Change])[] = [
  ['null', 'null within a member of no meaning', (sent) => before(sent, '"mood":{"calm":null}')],
  ['twice', 'two members of one name within a member of no meaning', (sent) => before(sent, '"mood":{"a":1,"a":2}')],
  ['mark', 'a byte order mark', (sent) => `\ufeff${JSON.stringify(sent)}`],
  [
    'letters',
    'a text that has fewer than 2,097,152 letters and more bytes',
    (sent) => before(sent, `"mood":"${'é'.repeat(1_048_600)}"`),
  ],
];

/** The neutral point as key and as R, and S of zero: an equation that holds for every text, and that SIG-5 refuses. */
const NEUTRAL = Uint8Array.of(1, ...new Uint8Array(31));
const forgedByAll: SentMessage = { type: 'auth', signature: base32(Uint8Array.of(...NEUTRAL, ...new Uint8Array(32))) };

const refused = (): VectorCase[] => {
  const parent = 'sync/unknown-answerer';
  const one = (slug: string, title: string, rules: string[], code: string, talk: Talk, of = parent): VectorCase =>
    meeting(`greeting-${slug}`, title, [...rules, 'SYN-5'], talk, { code, sent: 'error' }, { parent: of });
  return [
    ...TEXTS.map(([slug, title, change]) =>
      one(
        slug,
        title,
        ['SYN-1'],
        'sync-text',
        new Talk(plain).alter((sent) => [change(sent)]),
      ),
    ),
    one(
      'order-version',
      'version 2 and a foreign address',
      ['SYN-7', 'SYN-28'],
      'version-unsupported',
      new Talk({ subject: { address: AT } }).alter((sent) => [{ ...sent, version: 2, address: 'wss://evil.example' }]),
    ),
    one(
      'order-space',
      'the digest of another space and a clock that is far ahead',
      ['SYN-12', 'SYN-28'],
      'space-unknown',
      new Talk(plain).until('open').alter((sent) => [{ ...sent, space: `b${'a'.repeat(52)}`, now: NOW + APART + 1 }]),
    ),
    one(
      'address-slash',
      'an address with a slash behind it',
      ['SYN-10'],
      'address-foreign',
      new Talk({ subject: { address: AT }, partner: { address: `${AT}/` } }).go(1),
      'sync/address-answerer',
    ),
    one(
      'key-small',
      'a key of small order and a signature that holds for every text, told to a peer that shows no key',
      ['SYN-11'],
      'auth-invalid',
      new Talk({ ...plain, partner: { key: fern } })
        .until('hello')
        .alter((sent) => [{ ...sent, key: `@${base32(NEUTRAL)}` }])
        .say(forgedByAll),
      'sync/known-partner-answerer',
    ),
    one(
      'space-beside',
      'the digest of another space of which the peer has a replica',
      ['SYN-12'],
      'space-unknown',
      ((talk) =>
        talk
          .until('open')
          .alter((sent) => [{ ...sent, space: spaceDigest(spaces.kitchen, talk.partner.transcript, 'answerer') }]))(
        new Talk({
          ...plain,
          role: 'caller',
          beside: {
            ...{ replica: 'z', space: spaces.kitchen },
            keeps: [doc('/a', 0, { header: { space: spaces.kitchen } })],
          },
        }),
      ),
      'sync/unknown-caller',
    ),
    one(
      'clock-late',
      'an open that comes more than ten minutes after the peer has sent its own, which shows the same time',
      ['SYN-13'],
      'clock-apart',
      new Talk({ ...plain, role: 'caller' })
        .until('open')
        .wait(APART + 1)
        .go(1),
      'sync/unknown-caller',
    ),
  ];
};

/** The peer waits before it says and before it hears `open`. */
const clocks = (): VectorCase[] => [
  meeting(
    'clock-waits',
    'a peer that waits for more than ten minutes before the partner says hello, whose clock is right',
    ['SYN-13', 'SYN-12'],
    new Talk({ ...plain, role: 'caller' }).wait(APART + 1).go(),
    EQUAL,
  ),
  meeting(
    'clock-between',
    'a record that is new for the time in the open of the peer, and not for that at which it hears its partner',
    ['SYN-15', 'RNG-20'],
    new Talk({ ...plain, role: 'caller', partner: { now: NOW + 9 } })
      .until('open')
      .wait(9, 0)
      .give([doc('/a', NOW - T + APART), doc('/b', NOW - T + APART + 5)])
      .go(),
    EQUAL,
  ),
];

const kept = [
  ...[doc('/wiki/a'), doc('/wiki/ab', 1), doc('/blog', 2), heldDoc('/wiki/a/held', 3)],
  ...[doc('/wiki/a/fern', 4, { author: fern }), ...notes(5, 7)],
];

/** What each member of a filter lets through, as for the filter of a replica. */
const FILTERS: readonly (readonly [
  slug: string,
  title: string,
  filter: Readonly<Record<string, Json>>,
  rules: string[],
])[] = [
  [
    'prefix',
    'a filter with the beginning of a segment, from the first time that there is, and an author',
    { pathPrefix: '/wiki/a', from: 0, author: suzy.keyId },
    ['QRY-4', 'QRY-6', 'QRY-7'],
  ],
  [
    'empty',
    'a filter with an empty beginning of a path, which lets documents through, from the time of one of them',
    { pathPrefix: '', from: T + 1 },
    ['QRY-4', 'QRY-7'],
  ],
  ['nobody', 'a filter with an author that nobody is', { author: '' }, ['QRY-6']],
  ['all', 'a filter without members', {}, ['SYN-27']],
];

const filters = (): VectorCase[] =>
  FILTERS.map(([slug, title, filter, rules]) =>
    meeting(
      `greeting-filter-${slug}`,
      title,
      ['SYN-27', 'SYN-15', ...rules],
      new Talk({ role: 'caller', subject: { keeps: kept }, partner: { says: { filter } } }).go(),
      EQUAL,
    ),
  );

/** How a session begins: texts, keys, clocks and filters. */
export const greetings = (): VectorCase[] => [...taken(), renewed(), ...refused(), ...clocks(), ...filters()];
