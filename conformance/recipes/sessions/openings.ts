import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { authText, helloOf, spaceDigest, transcriptOf } from '../../src/forge/session-hello.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { NOW } from '../cases/verify.ts';
import { notes } from './notes.ts';
import { inBothRoles, ROLES, type Role } from './roles.ts';
import { EQUAL, type Meeting, meeting, Talk } from './talk.ts';

const { suzy, fern, spaces } = cast;
const subject = { keeps: notes(1, 3) };

/** A message of the partner's that has one thing wrong, in the place of that of the parent. */
type Bad = readonly [
  slug: string,
  title: string,
  type: string,
  code: string,
  rules: readonly string[],
  change: (message: SentMessage, talk: Talk, role: Role) => SentMessage | string,
  meet?: Meeting,
];

const plain: Meeting = { subject };
const known: Meeting = { subject: { ...subject, key: suzy }, partner: { key: fern } };
const opposite = (role: Role): Role => (role === 'caller' ? 'answerer' : 'caller');

const BAD: readonly Bad[] = [
  ['version', 'version 2', 'hello', 'version-unsupported', ['SYN-7'], (sent) => ({ ...sent, version: 2 })],
  ['version-0', 'version 0', 'hello', 'version-unsupported', ['SYN-7'], (sent) => ({ ...sent, version: 0 })],
  [
    'auth-role',
    'a signature for the other role',
    'auth',
    'auth-invalid',
    ['SYN-11'],
    (sent, { partner }, role) => ({ ...sent, signs: authText(partner.transcript, role) }),
    known,
  ],
  [
    'auth-replayed',
    'a signature of another session',
    'auth',
    'auth-invalid',
    ['SYN-11'],
    (sent, _, role) => ({ ...sent, signs: authText(new Uint8Array(32), opposite(role)) }),
    known,
  ],
  [
    'space-other',
    'the digest of another space',
    'open',
    'space-unknown',
    ['SYN-12'],
    (sent, { partner }, role) => ({ ...sent, space: spaceDigest(spaces.kitchen, partner.transcript, opposite(role)) }),
  ],
  [
    'space-role',
    'the digest for the other role',
    'open',
    'space-unknown',
    ['SYN-12'],
    (sent, { partner }, role) => ({ ...sent, space: spaceDigest(spaces.gardening, partner.transcript, role) }),
  ],
  [
    'clock-ahead',
    'a clock that is ten minutes and a microsecond ahead',
    'open',
    'clock-apart',
    ['SYN-13'],
    (sent) => ({ ...sent, now: NOW + 600_000_001 }),
  ],
  [
    'clock-behind',
    'a clock that is ten minutes and a microsecond behind',
    'open',
    'clock-apart',
    ['SYN-13'],
    (sent) => ({ ...sent, now: NOW - 600_000_001 }),
  ],
  [
    'filter-unknown',
    'a filter with a member that none has',
    'open',
    'query-shape',
    ['SYN-27'],
    (sent) => ({ ...sent, filter: { path: '/a' } }),
  ],
  [
    'filter-value',
    'a filter with a value that none has',
    'open',
    'query-shape',
    ['SYN-27'],
    (sent) => ({ ...sent, filter: { from: -1 } }),
  ],
  [
    'filter-late',
    'a bad filter and a clock that is far ahead',
    'open',
    'clock-apart',
    ['SYN-13', 'SYN-28'],
    (sent) => ({ ...sent, now: NOW + 600_000_001, filter: { path: '/a' } }),
  ],
  [
    'filter-space',
    'a bad filter for another space',
    'open',
    'space-unknown',
    ['SYN-12', 'SYN-28'],
    (sent) => ({ ...sent, space: `b${'a'.repeat(52)}`, filter: { path: '/a' } }),
  ],
  [
    'nonce-short',
    'a nonce of 31 bytes',
    'hello',
    'sync-shape',
    ['SYN-2'],
    (sent) => ({ ...sent, nonce: String(sent.nonce).slice(0, -2) }),
  ],
  [
    'nonce-spare',
    'a nonce with spare bits',
    'hello',
    'sync-shape',
    ['SYN-2'],
    (sent) => ({ ...sent, nonce: `${String(sent.nonce).slice(0, -1)}b` }),
  ],
  [
    'version-text',
    'a version that is a string',
    'hello',
    'sync-shape',
    ['SYN-2'],
    (sent) => ({ ...sent, version: '1' }),
  ],
  [
    'hello-bare',
    'a hello without a nonce',
    'hello',
    'sync-shape',
    ['SYN-2'],
    ({ type, version }) => ({ type, version }),
  ],
  ['key-form', 'a key that is no identifier', 'hello', 'sync-shape', ['SYN-2'], (sent) => ({ ...sent, key: 'fern' })],
  [
    'address-empty',
    'an address without characters',
    'hello',
    'sync-shape',
    ['SYN-2'],
    (sent) => ({ ...sent, address: '' }),
  ],
  [
    'address-long',
    'an address of 256 characters',
    'hello',
    'sync-shape',
    ['SYN-2'],
    (sent) => ({ ...sent, address: 'a'.repeat(256) }),
  ],
  ...(
    [
      ['accent', 'an accent', 'ws://pub.example/é'],
      ['line', 'the end of a line', 'ws://pub.example\n'],
      ['delete', 'the character U+007F', 'ws://pub.example/\u007f'],
      ['emoji', 'a flower', '🌸'],
    ] as const
  ).map(
    ([slug, words, address]): Bad => [
      `address-${slug}`,
      `an address with ${words} in it`,
      'hello',
      'sync-shape',
      ['SYN-2'],
      (sent) => ({ ...sent, address }),
    ],
  ),
  ['error-bare', 'an error without a code', 'hello', 'sync-shape', ['SYN-2'], () => ({ type: 'error' })],
  [
    'error-detail',
    'an error whose detail is a number',
    'open',
    'sync-shape',
    ['SYN-2'],
    () => ({ type: 'error', code: 'busy', detail: 7 }),
  ],
  [
    'type-absent',
    'a message without a type',
    'hello',
    'sync-shape',
    ['SYN-2'],
    ({ version, nonce }) => JSON.stringify({ version, nonce }),
  ],
  [
    'type-number',
    'a type that is a number',
    'hello',
    'sync-shape',
    ['SYN-2'],
    (sent) => JSON.stringify({ ...sent, type: 1 }),
  ],
  ['list', 'a list in the place of an object', 'hello', 'sync-shape', ['SYN-2'], (sent) => JSON.stringify([sent])],
  [
    'now-early',
    'a time before the first that a record can have',
    'open',
    'sync-shape',
    ['SYN-2'],
    (sent) => ({ ...sent, now: 9_999_999_999_999 }),
  ],
  ['lift-2', 'lift 2', 'open', 'sync-shape', ['SYN-2'], (sent) => ({ ...sent, lift: 2 })],
  ['sparse-text', 'sparse as a string', 'open', 'sync-shape', ['SYN-2'], (sent) => ({ ...sent, sparse: 'true' })],
  ['filter-list', 'a filter that is a list', 'open', 'sync-shape', ['SYN-2'], (sent) => ({ ...sent, filter: [] })],
  ['text-none', 'a text that is no JSON', 'hello', 'sync-text', ['SYN-1'], (sent) => JSON.stringify(sent).slice(0, -1)],
  [
    'text-null',
    'a member that is null',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify({ ...sent, more: null }),
  ],
  [
    'text-fraction',
    'a number with a fraction',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify({ ...sent, more: 1.5 }),
  ],
  [
    'text-twice',
    'a member that stands there twice',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify(sent).replace('{', '{"type":"hello",'),
  ],
  [
    'text-deep',
    'a text that is nested five deep',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify({ ...sent, more: [[[[]]]] }),
  ],
  [
    'text-range',
    'a number beyond 2^53',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify(sent).replace('{', '{"more":9007199254740992,'),
  ],
  [
    'text-surrogate',
    'half of a surrogate pair',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify(sent).replace('{', '{"more":"\\ud800",'),
  ],
  [
    'text-long',
    'a text of 2,097,153 bytes',
    'hello',
    'sync-text',
    ['SYN-1'],
    (sent) => JSON.stringify(sent).padEnd(2_097_153, ' '),
  ],
];

const bad = (): VectorCase[] =>
  BAD.flatMap(([slug, title, type, code, rules, change, meet = plain]) =>
    ROLES.map((role) =>
      meeting(
        `${slug}-${role}`,
        `${title}, told to the ${role}`,
        [...rules, 'SYN-5'],
        ((talk) => talk.until(type).alter((sent) => [change(sent, talk, role)]))(new Talk({ ...meet, role })),
        { code, sent: 'error' },
        { parent: `sync/${meet === known ? 'known' : 'unknown'}-${role}` },
      ),
    ),
  );

const AT = 'wss://pub.example/gardening';

const atAddress: Meeting = {
  subject: { keeps: notes(1, 3), key: suzy, address: AT },
  partner: { key: fern, address: AT },
};

/** What the partner signs has the address of the third peer, which tells the subject the right one. */
const relayed = (role: Role): Talk => {
  const talk = new Talk({ role, ...atAddress }).until('auth');
  const { partner } = talk;
  const hellos = [helloOf(partner), partner.partnerHello] as Json[];
  const [caller, answerer] = role === 'caller' ? hellos.toReversed() : hellos;
  const meant = transcriptOf({ ...(caller as JsonObject), address: 'wss://evil.example' }, answerer as Json);
  return talk.alter((sent) => [{ ...sent, signs: authText(meant, opposite(role)) }]);
};

const fine = (): VectorCase[] => [
  meeting('open-caller', 'a caller says hello', ['SYN-8', 'SYN-4'], new Talk({ role: 'caller' }), { sent: 'hello' }),
  meeting('open-answerer', 'an answerer waits', ['SYN-3', 'SYN-4'], new Talk({}), { sent: '' }),
  ...inBothRoles(
    'unknown',
    'two peers that do not show who they are',
    ['SYN-1', 'SYN-2', 'SYN-3', 'SYN-4', 'SYN-7', 'SYN-8', 'SYN-9', 'SYN-10', 'SYN-12', 'SYN-13', 'SYN-27'],
    (role) => new Talk({ ...plain, role }).go(),
  ),
  ...inBothRoles(
    'nonces',
    'a second session of one peer, whose nonce is another one than that of the first',
    ['SYN-8', 'SYN-12', 'SYN-4'],
    (role) => new Talk({ ...plain, role }).go().again(role).go(),
  ),
  ...inBothRoles('known', 'two peers that show who they are', ['SYN-11', 'SYN-3', 'SYN-4'], (role) =>
    new Talk({ ...known, role }).go(),
  ),
  ...inBothRoles('known-subject', 'a peer that shows who it is', ['SYN-11', 'SYN-4'], (role) =>
    new Talk({ role, subject: { ...subject, key: suzy } }).go(),
  ),
  ...inBothRoles('known-partner', 'a partner that shows who it is', ['SYN-11', 'SYN-3'], (role) =>
    new Talk({ role, subject, partner: { key: fern } }).go(),
  ),
  ...inBothRoles('clock-edge', 'a partner whose clock is ten minutes ahead', ['SYN-13'], (role) =>
    new Talk({ role, subject, partner: { now: NOW + 600_000_000 } }).go(),
  ),
  ...inBothRoles('clock-edge-behind', 'a partner whose clock is ten minutes behind', ['SYN-13'], (role) =>
    new Talk({ role, partner: { now: NOW - 600_000_000 } }).go(),
  ),
  ...inBothRoles(
    'members',
    'a hello with members of no meaning, which count in the transcript',
    ['SYN-2', 'SYN-12'],
    (role) => {
      const talk = new Talk({ role });
      return talk.until('hello').alter((sent) => [{ ...sent, mood: { calm: ['yes'] } }]);
    },
    {},
  ),
  ...inBothRoles('types', 'messages of unknown types, which are ignored', ['SYN-2', 'SYN-3'], (role) =>
    new Talk({ ...plain, role }).say({ type: 'ping' }).until('open').say({ type: 'pong', version: [] }).go(),
  ),
  ...inBothRoles(
    'error-first',
    'an error in the place of hello',
    ['SYN-3', 'SYN-6'],
    (role) => new Talk({ ...plain, role }).say({ type: 'error', code: 'busy' }),
    { code: 'busy', sent: '' },
  ),
  ...inBothRoles(
    'error-unknown',
    'an error with a code that nobody knows',
    ['SYN-3', 'SYN-6'],
    (role) => new Talk({ ...plain, role }).until('open').say({ type: 'error', code: 'tired', detail: 'go home' }),
    { code: 'tired', sent: '' },
  ),
  ...inBothRoles(
    'error-empty',
    'an error with an empty code',
    ['SYN-2', 'SYN-6'],
    (role) => new Talk({ ...plain, role }).until('open').say({ type: 'error', code: '' }),
    { code: '', sent: '' },
  ),
  ...inBothRoles(
    'error-twice',
    'an error behind an error with an unknown code',
    ['SYN-6'],
    (role) =>
      new Talk({ ...plain, role }).until('open').say({ type: 'error', code: 'tired' }, { type: 'error', code: 'busy' }),
    { sent: '' },
  ),
  ...inBothRoles('text-edge', 'messages of 2,097,152 bytes', ['SYN-1'], (role) =>
    new Talk({ ...plain, role })
      .until('hello')
      .alter((sent) => [JSON.stringify(sent).padEnd(2_097_152, ' ')])
      .until('open')
      .alter((sent) => [
        JSON.stringify({ ...sent, more: '' }).replace('"more":""', `"more":"${'a'.repeat(2_000_000)}"`),
      ])
      .go(),
  ),
  ...inBothRoles('text-four', 'messages that are nested four deep', ['SYN-1'], (role) =>
    new Talk({ ...plain, role })
      .until('open')
      .alter((sent) => [{ ...sent, further: [[[]]], more: { a: { b: {} } } }])
      .go(),
  ),
  ...inBothRoles(
    'address-edge',
    'an address of 255 characters, the first and the last of which are those at the ends',
    ['SYN-2'],
    (role) => new Talk({ ...plain, role, partner: { address: ` ${'a'.repeat(253)}~` } }).go(),
  ),
  ...inBothRoles(
    'quiet-refused',
    'a hello after the session has ended with an error',
    ['SYN-6'],
    (role) => {
      const talk = new Talk({ ...plain, role }).until('hello').say({ type: 'end' });
      return talk.go(1);
    },
    { sent: '' },
  ),
  ...inBothRoles(
    'quiet-closed',
    'a hello after the end of the transport',
    ['SYN-6'],
    (role) => {
      const talk = new Talk({ ...plain, role });
      const hello = talk.next ?? { type: 'hello', version: 1, nonce: `b${'a'.repeat(52)}` };
      return talk.closed().say(hello);
    },
    { sent: '' },
  ),
  ...inBothRoles(
    'quiet-end',
    'a hello after the end of the session',
    ['SYN-6'],
    (role) => new Talk({ ...plain, role }).go().say({ type: 'hello', version: 1, nonce: `b${'a'.repeat(52)}` }),
    { sent: '' },
  ),
  meeting(
    'address-answerer',
    'an address at which the answerer is reached, and which it does not say itself',
    ['SYN-10', 'SYN-9'],
    new Talk({ subject: { address: AT }, partner: { address: AT } }).go(),
    EQUAL,
  ),
  meeting(
    'address-none-answerer',
    'no address, told to an answerer that has one and does not say it either',
    ['SYN-10', 'SYN-9'],
    new Talk({ subject: { address: AT } }).go(),
    EQUAL,
  ),
  meeting(
    'address-unaware-answerer',
    'an address, told to an answerer that knows none',
    ['SYN-10'],
    new Talk({ partner: { address: AT } }).go(),
    EQUAL,
  ),
  meeting(
    'address-caller',
    'a caller that says at which address it reached its partner',
    ['SYN-9', 'SYN-4'],
    new Talk({ role: 'caller', subject: { address: AT } }).go(),
    EQUAL,
  ),
  meeting(
    'address-foreign-answerer',
    'an address at which the answerer is not reached',
    ['SYN-10', 'SYN-5'],
    new Talk({ subject: { address: AT }, partner: { address: `${AT}/evil` } }).go(1),
    { code: 'address-foreign', sent: 'error' },
    { parent: 'sync/address-answerer' },
  ),
  meeting(
    'address-case-answerer',
    'an address in other letters',
    ['SYN-10', 'SYN-5'],
    new Talk({ subject: { address: AT }, partner: { address: AT.toUpperCase() } }).go(1),
    { code: 'address-foreign', sent: 'error' },
    { parent: 'sync/address-answerer' },
  ),
  ...ROLES.map((role) =>
    meeting(
      `auth-relayed-${role}`,
      `a signature that a third peer in the middle relays, which the caller reached at another address, told to the ${role}`,
      ['SYN-11', 'SYN-5', 'SYN-9'],
      relayed(role),
      { code: 'auth-invalid', sent: 'error' },
      { parent: `sync/known-address-${role}` },
    ),
  ),
  ...inBothRoles(
    'known-address',
    'two peers that show who they are, one of them at an address',
    ['SYN-11', 'SYN-9', 'SYN-10'],
    (role) => new Talk({ role, ...atAddress }).go(),
  ),
  meeting(
    'address-relayed-answerer',
    'a hello that a third peer in the middle passes on as it is',
    ['SYN-10', 'SYN-5'],
    new Talk({ subject: { address: AT, key: suzy }, partner: { address: 'wss://evil.example', key: fern } }).go(1),
    { code: 'address-foreign', sent: 'error' },
    { parent: 'sync/known-address-answerer' },
  ),
  ...ROLES.map((role) =>
    meeting(
      `auth-key-${role}`,
      `a signature by another key than that of the hello, told to the ${role}`,
      ['SYN-11', 'SYN-5'],
      new Talk({ ...known, role })
        .until('hello')
        .alter((sent) => [{ ...sent, key: cast.quinn.keyId }])
        .go(1),
      { code: 'auth-invalid', sent: 'error' },
      { parent: `sync/known-${role}` },
    ),
  ),
];

/** Who is there, and which space. */
export const openings = (): VectorCase[] => [...fine(), ...bad()];
