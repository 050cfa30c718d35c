import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { bare, hashOf } from '../replicas/records.ts';
import { notes } from './notes.ts';
import { EQUAL, meeting, Talk } from './talk.ts';

/**
 * Messages with much content, of a letter of two bytes and of one that JSON writes as two letters, or as four in a text
 * within a message: who counts letters, or the bytes before they are escaped, counts too few.
 */
const large = (from: number, to: number): NativeRecord[] =>
  Array.from({ length: to - from }, (_, index) => {
    const log = from + index;
    const content = `${'\\'.repeat(20_000)}${'é'.repeat(22_000)}${log}`;
    return message({ content, header: { log, timestamp: T + log } });
  });

/** More than a peer can send in one message. */
const tooMuch = (): VectorCase[] => [
  meeting(
    'large-records',
    'records that are too long for one message together, and that the partner lacks',
    ['SYN-4', 'SYN-1', 'RNG-10'],
    new Talk({ subject: { keeps: large(1, 27) } }).go(),
    EQUAL,
  ),
  meeting(
    'large-contents',
    'contents that are too long for one message together, and that the partner lacks',
    ['SYN-4', 'SYN-1', 'SYN-20'],
    new Talk({ role: 'caller', subject: { keeps: large(1, 27) }, partner: { keeps: large(1, 27).map(bare) } }).go(),
    EQUAL,
  ),
];

const hundred = notes(1, 102);

/** What is not a list has no greatest number of members. */
const many = (): VectorCase[] => [
  meeting(
    'hundred-given',
    '101 records that the partner lacks, and whose contents it wants although it said sparse',
    ['RNG-10', 'SYN-17', 'SYN-20'],
    new Talk({ role: 'caller', subject: { keeps: hundred }, partner: { says: { sparse: true } } })
      .until('want')
      .alter(() => [{ type: 'want', contents: hundred.map(hashOf) }])
      .go(),
    EQUAL,
  ),
  meeting(
    'hundred-got',
    '101 records in one message, whose contents the partner lacks as well',
    ['SYN-18', 'SYN-19', 'SYN-33'],
    new Talk({ partner: { keeps: hundred.map(bare) } }).until('done').state().go(),
    { done: { equal: true, wanted: 101 } },
  ),
  meeting(
    'hundred-refused',
    '101 records of one text that none can have, one of another family, and a valid one behind them',
    ['SYN-18', 'SYN-32'],
    new Talk({ partner: { keeps: notes(1, 2) } })
      .until('records')
      .alter(({ type, records }) => {
        const [none, other] = ['rp.message.1', 'es.4'].map((format) => ({ format, text: '{}' }));
        return [{ type, records: [...Array(101).fill(none), other, ...(records as unknown[])] } as SentMessage];
      })
      .state()
      .go(),
    { done: { equal: true, refused: 102 } },
  ),
];

/** Sessions in which much is sent. */
export const sizes = (): VectorCase[] => [...tooMuch(), ...many()];
