import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { secondPass } from './clashes.ts';
import { notes } from './notes.ts';
import { type Meeting, meeting, type Outcome, Talk } from './talk.ts';

/** A message of each type that has its form. */
export const ANY: Readonly<Record<string, SentMessage>> = {
  hello: { type: 'hello', version: 1, nonce: `b${'a'.repeat(52)}` },
  auth: { type: 'auth', signature: `b${'a'.repeat(103)}` },
  open: { type: 'open', space: `b${'a'.repeat(52)}`, now: 1_700_000_000_000_000 },
  reconcile: { type: 'reconcile', ranges: 'AAIA' },
  records: { type: 'records', records: [{ format: 'rp.message.1', text: '{}' }] },
  done: { type: 'done', fingerprint: `b${'a'.repeat(26)}`, count: 0 },
  want: { type: 'want', contents: [] },
  contents: { type: 'contents', contents: ['moss'] },
  end: { type: 'end' },
  state: { type: 'state', fingerprint: `b${'a'.repeat(26)}`, count: 0 },
};

type Role = 'caller' | 'answerer';

/** A row of the table of what is awaited: how a role gets there, and what it awaits. */
type Row = readonly [
  slug: string,
  words: string,
  awaits: readonly string[],
  talks: Readonly<Partial<Record<Role, () => Talk>>>,
];

const [one, other] = [notes(1, 2), notes(2, 3)];
const same: Meeting = { subject: { keeps: one }, partner: { keeps: one } };
/** One has a record and the other none: an answerer that has it says the first done, and a caller that lacks it the second. */
const given: Meeting = { subject: { keeps: one } };
const lacking: Meeting = { partner: { keeps: one } };
const apart: Meeting = { subject: { keeps: one }, partner: { keeps: other } };
const shown: Meeting = { partner: { key: cast.fern } };
const live: Meeting = { subject: { says: { live: true } }, partner: { says: { live: true } } };

const until =
  (meet: Meeting, role: Role, type: string): (() => Talk) =>
  () =>
    new Talk({ ...meet, role }).until(type);
const both = (meet: Meeting, type: string): Row[3] => ({
  caller: until(meet, 'caller', type),
  answerer: until(meet, 'answerer', type),
});
const more = (message: SentMessage): SentMessage[] => [{ ...message, more: true }];

const ROWS: readonly Row[] = [
  ['hello', 'hello', ['hello'], both({}, 'hello')],
  ['auth', 'auth', ['auth'], both(shown, 'auth')],
  ['open', 'open', ['open'], both({}, 'open')],
  ['pass', 'the first sum of a pass', ['reconcile'], { caller: until(same, 'caller', 'reconcile') }],
  ['second', 'the first sum of a second pass', ['reconcile'], { caller: secondPass }],
  [
    'turn',
    'a turn',
    ['records', 'reconcile', 'done'],
    { caller: until(apart, 'caller', 'records'), answerer: until(apart, 'answerer', 'reconcile') },
  ],
  ['more', 'the rest of a turn', ['reconcile'], { answerer: () => new Talk(apart).until('reconcile').alter(more) }],
  ['done', 'done', ['done'], { caller: until(same, 'caller', 'done'), answerer: until(given, 'answerer', 'done') }],
  ['want', 'want', ['want'], { caller: until(lacking, 'caller', 'want'), answerer: until(same, 'answerer', 'want') }],
  [
    'wanted',
    'want, having said its own',
    ['contents', 'want'],
    { caller: until(same, 'caller', 'want'), answerer: until(given, 'answerer', 'want') },
  ],
  [
    'want-more',
    'the rest of a want',
    ['want'],
    {
      caller: () => new Talk({ ...lacking, role: 'caller' }).until('want').alter(more),
      answerer: () => new Talk(same).until('want').alter(more),
    },
  ],
  [
    'wanted-more',
    'the rest of a want, having said its own',
    ['want'],
    { caller: () => new Talk({ ...same, role: 'caller' }).until('want').alter(more) },
  ],
  [
    'end',
    'the end',
    ['contents', 'end'],
    { caller: until(lacking, 'caller', 'end'), answerer: until(same, 'answerer', 'end') },
  ],
  [
    'live',
    'what is new',
    ['records', 'state', 'reconcile'],
    { caller: () => new Talk({ ...live, role: 'caller' }).go(), answerer: () => new Talk(live).go() },
  ],
  [
    'live-turn',
    'a turn of a live session',
    ['records', 'state', 'reconcile', 'done'],
    {
      caller: () => new Talk({ ...live, role: 'caller' }).go().say(ANY.state as SentMessage),
      answerer: () => new Talk(live).go().say(ANY.state as SentMessage),
    },
  ],
];

/** Of each row: the place itself, every message that is not awaited there, an error, and the end of the transport. */
const rows = (): VectorCase[] =>
  ROWS.flatMap(([slug, words, awaits, talks]) =>
    (['caller', 'answerer'] as const).flatMap((role) => {
      const talk = talks[role];
      if (talk === undefined) return [];
      const place = `the ${role} awaits ${words}`;
      const parent = `sync/turn-${slug}-${role}`;
      const refused = Object.keys(ANY).filter((type) => !awaits.includes(type));
      return [
        meeting(`turn-${slug}-${role}`, place, ['SYN-3', 'SYN-4'], talk().say({ type: 'ping' }), { sent: '' }),
        ...refused.map((type) =>
          meeting(
            `turn-${slug}-${role}-${type}`,
            `${type} where ${place}`,
            ['SYN-3', 'SYN-5'],
            talk().say(ANY[type] as SentMessage),
            { code: 'sync-turn', sent: 'error' },
            { parent },
          ),
        ),
        meeting(
          `turn-${slug}-${role}-error`,
          `an error where ${place}, and a message behind it`,
          ['SYN-3', 'SYN-6'],
          talk().say({ type: 'error', code: 'busy' }, ANY.hello as SentMessage),
          { sent: '' },
        ),
        meeting(
          `turn-${slug}-${role}-closed`,
          `the end of the transport where ${place}`,
          ['SYN-6', 'SYN-22'],
          talk().closed(),
          { sent: '' },
        ),
      ];
    }),
  );

const QUIET: Outcome = { sent: '' };

/** Records and states of a live session, which are awaited in a round too. */
const inRounds = (): VectorCase[] => {
  const willing = (meet: Meeting): Meeting => ({
    subject: { ...meet.subject, says: { live: true } },
    partner: { ...meet.partner, says: { live: true } },
  });
  const places: readonly (readonly [slug: string, words: string, talk: () => Talk])[] = [
    ['turn', 'a turn', until(willing(apart), 'answerer', 'reconcile')],
    ['more', 'the rest of a turn', () => new Talk(willing(apart)).until('reconcile').alter(more)],
    ['done', 'done', until(willing(same), 'caller', 'done')],
    ['want', 'want', until(willing(same), 'answerer', 'want')],
    ['want-more', 'the rest of a want', () => new Talk(willing(same)).until('want').alter(more)],
    ['end', 'the end', until(willing(same), 'answerer', 'end')],
  ];
  return places.flatMap(([slug, words, talk]) =>
    ['records', 'state'].map((type) =>
      meeting(
        `live-${type}-${slug}`,
        `${type} in a round, where a live session awaits ${words}`,
        type === 'state' ? ['SYN-3', 'SYN-37'] : ['SYN-3'],
        talk().say(ANY[type] as SentMessage),
        QUIET,
      ),
    ),
  );
};

/** What is awaited, and what is not. */
export const turns = (): VectorCase[] => [...rows(), ...inRounds()];
