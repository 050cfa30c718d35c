import type { VectorCase } from '@rockpool/schemas';
import type { SentMessage } from '../../src/forge/session-model.ts';
import type { RangeEntry } from '../../src/forge/sync-ranges.ts';
import { clashingWith, secondPass } from './clashes.ts';
import { notes } from './notes.ts';
import { idsOfNobody, say, whole } from './said.ts';
import { meeting, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const talk = (): Talk => new Talk({ subject: { keeps: notes(1, 3) }, partner: { keeps: notes(2, 4) } });
const list = (count: number, long: boolean): RangeEntry => ({
  ...{ kind: 'list', long, ids: idsOfNobody(count, long) },
  ...whole,
});

type Order = readonly [
  slug: string,
  title: string,
  rule: string,
  code: string,
  make: () => Talk,
  /** The accepted case. */
  parent: string,
];

/** Two rules that one message breaks, of which the first gives the code. */
const ORDERS: readonly Order[] = [
  [
    'text-shape',
    'a type that is a number, and a member that is null',
    'SYN-1',
    'sync-text',
    () => talk().say('{"type":1,"mood":null}'),
    'open-answerer',
  ],
  [
    'shape-turn',
    'a message that lacks its members where it is not awaited',
    'SYN-2',
    'sync-shape',
    () => talk().say({ type: 'want' }),
    'open-answerer',
  ],
  [
    'turn-version',
    'a second hello, with version 2',
    'SYN-3',
    'sync-turn',
    () =>
      talk()
        .go(1)
        .say({ ...ANY.hello, version: 2 } as SentMessage),
    'unknown-answerer',
  ],
  [
    'turn-form',
    'ranges of no form where the peer waits for done',
    'SYN-3',
    'sync-turn',
    () =>
      new Talk({ role: 'caller', subject: { keeps: notes(1, 2) }, partner: { keeps: notes(1, 2) } })
        .until('done')
        .say({ type: 'reconcile', ranges: '!' }),
    'turn-done-caller',
  ],
  [
    'order-answer',
    'a list of a range that nobody asked about, and behind it one that ends where it begins',
    'RNG-2',
    'range-order',
    () => talk().until('reconcile').say({ type: 'reconcile', ranges: 'BQACAAEAAgA' }),
    'listed',
  ],
  [
    'kind-large',
    'a list of 33 short ids in the second pass',
    'RNG-5',
    'range-answer',
    () =>
      clashingWith([])
        .until('done')
        .go(1)
        .until('reconcile')
        .say(say(list(33, false))),
    'clash-answerer',
  ],
  [
    'first-large',
    'a list of 33 items in place of the first sum of the second pass',
    'RNG-3',
    'range-answer',
    () => secondPass().say(say(list(33, true))),
    'clash-caller',
  ],
];

/** Of several rules that are broken, the one that stands first gives the code. */
export const orders = (): VectorCase[] =>
  ORDERS.map(([slug, title, rule, code, make, parent]) =>
    meeting(
      `order-of-${slug}`,
      title,
      ['SYN-28', rule, 'SYN-5'],
      make(),
      { code, sent: 'error' },
      { parent: `sync/${parent}` },
    ),
  );
