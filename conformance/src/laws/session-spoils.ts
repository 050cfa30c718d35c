import fc from 'fast-check';
import { hex, type JsonObject, utf8 } from '../forge/index.ts';
import { HELLO_LIES, LIST_OF_LIES, type Lie, OPEN_LIES, RECORD_LIES, SHAPE_LIES, UNAWAITED } from './session-lies.ts';
import type { Spoil } from './session-plans.ts';
import {
  ANSWER_LIES,
  BEGIN_LIES,
  FORM_LIES,
  LENGTH_LIES,
  LIST_LIES,
  ORDER_LIES,
  PART_LIES,
  TOTAL_LIES,
} from './session-range-lies.ts';

type Role = 'caller' | 'answerer';
/** A session with one lie in it: who the subject is in it, and what becomes of what the partner sends. */
export type Spoilt = { role: Role; spoil: () => Spoil };

/** What becomes of a text; nothing where this is not the one. */
type Change = (text: string, at: number) => readonly JsonObject[] | undefined;

const roles = fc.constantFrom<Role>('caller', 'answerer');

/** One of some changes, to one of the first messages that it can be made to. */
const spoilts = (changes: readonly Change[], most: number, role = roles): fc.Arbitrary<Spoilt> =>
  fc
    .record({ role, nth: fc.integer({ min: 1, max: most }), at: fc.nat(255), change: fc.constantFrom(...changes) })
    .map(({ role, nth, at, change }) => ({
      role,
      spoil: () => {
        let left = nth;
        return (text) => {
          const changed = left > 0 ? change(text, at) : undefined;
          if (changed === undefined) return [{ text }];
          left -= 1;
          return left === 0 ? changed : [{ text }];
        };
      },
    }));

const lying = (lies: readonly Lie[], most = 1, role = roles): fc.Arbitrary<Spoilt> =>
  spoilts(
    lies.map((lie) => (text, at) => {
      const changed = lie(JSON.parse(text) as JsonObject, at);
      return changed && [{ text: JSON.stringify(changed) }];
    }),
    most,
    role,
  );

/** A partner sends so many messages in a short session. */
const FEW = 9;

/** Texts that are no messages, or only just. */
const TEXTS: readonly Change[] = [
  (text) => [{ text: `${text} ` }],
  (text) => [{ text: `${text}}` }],
  (text, at) => [{ text: text.slice(0, at % text.length) }],
  (text) => [{ text: text.replace('{', '{"x":null,') }],
  (text) => [{ text: text.replace('{', '{"type":"end",') }],
  (text) => [{ text: text.replace('{', '{"x":[[[[]]]],') }],
  (text) => [{ text: text.replace('{', '{"x":1.5,') }],
  (text) => [{ bytes: `${hex(utf8(text)).slice(0, -2)}ff` }],
];

/** What comes when nobody awaits it, or does not come when somebody does. */
const TURNS: readonly Change[] = [
  () => [],
  (text) => [{ text }, { text }],
  (text) => [{ text: '{"type":"ping"}' }, { text }],
  (text) => [{ text: '{"type":"error","code":"busy"}' }, { text }],
  ...UNAWAITED.map(
    (message): Change =>
      (text) => [{ text: JSON.stringify(message) }, { text }],
  ),
  ...UNAWAITED.map(
    (message): Change =>
      () => [{ text: JSON.stringify(message) }],
  ),
];

/** Two messages change places: the one of this number and the next. */
const swapped = fc.record({ role: roles, nth: fc.integer({ min: 1, max: FEW }) }).map(({ role, nth }): Spoilt => {
  const spoil = (): Spoil => {
    let late: string | undefined;
    return (text, count) => {
      if (count === nth) {
        late = text;
        return [];
      }
      if (late === undefined) return [{ text }];
      const both = [{ text }, { text: late }];
      late = undefined;
      return both;
    };
  };
  return { role, spoil };
});

/** A session for each kind of lie that any two sets can be told. */
export const liesToAnybody: fc.Arbitrary<readonly Spoilt[]> = fc.tuple(
  lying(HELLO_LIES, 1, fc.constant('answerer')),
  lying(OPEN_LIES),
  spoilts(TEXTS, FEW),
  lying(SHAPE_LIES, FEW),
  spoilts(TURNS, FEW),
  spoilts(TURNS, FEW),
  swapped,
  lying(RECORD_LIES),
  lying(LIST_OF_LIES),
  lying(FORM_LIES, 2),
  lying(ORDER_LIES),
  lying(BEGIN_LIES, 2, fc.constant('caller')),
  lying(LENGTH_LIES, 2),
  lying(LIST_LIES),
  lying(PART_LIES),
);

/** A session for each kind of lie for which there have to be many items. */
export const liesToMany: fc.Arbitrary<readonly Spoilt[]> = fc.tuple(
  lying(TOTAL_LIES),
  lying(TOTAL_LIES, 2),
  lying(ANSWER_LIES, 2),
  lying(ORDER_LIES, 2),
);
