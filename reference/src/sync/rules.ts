import type { RejectionCodeName } from '@rockpool/schemas';
import { exceedsUtf8 } from '../bytes/utf8.ts';
import { maxAheadMicros } from '../format/time.ts';
import { filterShapeRule } from '../replica/query-members.ts';
import { type InForce, inForce, type Rule, type RuleHead } from '../rule/rule.ts';
import type { TextFacts } from '../text/facts.ts';
import { textRules } from '../text/rules.ts';
import type { JsonValue } from '../value/json.ts';
import type { RangeFacts } from './answers.ts';
import { maxMessageBytes, maxMessageDepth, misfitOf } from './message.ts';

/** A message and the types of message that a peer awaits. */
export interface Turn {
  readonly type: string;
  readonly awaited: readonly string[];
}

/** A `hello` and what its receiver knows about itself. */
export interface Greeting {
  readonly version: JsonValue | undefined;
  readonly address: JsonValue | undefined;
  readonly addresses: readonly string[] | undefined;
}

/** An `open` and whether the receiver has a replica of its space. */
export interface Opened {
  readonly hasReplica: boolean;
  /** The clock of the sender. */
  readonly now: number;
  /** Of no filter, an object without members. */
  readonly filter: JsonValue;
}

/** The rules of a session, by what they are about, in the order of the chapter. */
export interface SyncRules {
  readonly text: readonly Rule<TextFacts>[];
  readonly shape: readonly Rule<JsonValue>[];
  readonly turn: readonly Rule<Turn>[];
  readonly hello: readonly Rule<Greeting>[];
  /** [SYN-11], unless it is left out. */
  readonly auth: RuleHead | undefined;
  readonly open: readonly Rule<Opened>[];
  readonly ranges: readonly Rule<RangeFacts>[];
}

/** The rules for native texts that hold for messages as well. */
const messageTextRules = textRules.filter(({ requirement }) => !['TXT-5', 'TXT-6'].includes(requirement));

const timeless = { now: 0 };

const isMessageText = (facts: TextFacts): boolean => {
  const { source, depth } = facts;
  const fits = typeof source === 'string' ? !exceedsUtf8(source, maxMessageBytes) : source.length <= maxMessageBytes;
  return fits && depth <= maxMessageDepth && messageTextRules.every((rule) => rule.check(facts, timeless));
};

const ofRanges = (
  requirement: string,
  code: RejectionCodeName,
  title: string,
  isBroken: (facts: RangeFacts) => boolean,
): Rule<RangeFacts> => ({ requirement, code, title, path: '/ranges', check: (facts) => !isBroken(facts) });

export const syncRules: SyncRules = {
  text: [
    {
      requirement: 'SYN-1',
      code: 'sync-text',
      title: 'a text of at most 2,097,152 bytes, nested at most 4 deep',
      path: '',
      check: isMessageText,
    },
  ],
  shape: [
    {
      requirement: 'SYN-2',
      code: 'sync-shape',
      title: 'the members of a message',
      path: '',
      check: (message) => misfitOf(message) === undefined,
      locate: (message) => `/${misfitOf(message)}`,
    },
  ],
  turn: [
    {
      requirement: 'SYN-3',
      code: 'sync-turn',
      title: 'a message that is awaited',
      path: '/type',
      check: ({ type, awaited }) => awaited.includes(type),
    },
  ],
  hello: [
    {
      requirement: 'SYN-7',
      code: 'version-unsupported',
      title: 'version 1',
      path: '/version',
      check: ({ version }) => version === 1,
    },
    {
      requirement: 'SYN-10',
      code: 'address-foreign',
      title: 'an address of the answerer',
      path: '/address',
      check: ({ address, addresses }) =>
        typeof address !== 'string' || addresses === undefined || addresses.includes(address),
    },
  ],
  auth: { requirement: 'SYN-11', code: 'auth-invalid', title: 'the key of the partner signed the transcript' },
  open: [
    {
      requirement: 'SYN-12',
      code: 'space-unknown',
      title: 'the digest of a space of which there is a replica',
      path: '/space',
      check: ({ hasReplica }) => hasReplica,
    },
    {
      requirement: 'SYN-13',
      code: 'clock-apart',
      title: 'clocks at most ten minutes apart',
      path: '/now',
      check: (opened, { now }) => Math.abs(opened.now - now) <= maxAheadMicros,
    },
    {
      requirement: 'SYN-27',
      code: 'query-shape',
      title: 'a filter with which a replica could be opened',
      path: '/filter',
      check: ({ filter }, context) => filterShapeRule.check(filter, context),
    },
  ],
  ranges: [
    ofRanges('RNG-1', 'range-form', 'the one form of entries', ({ isMalformed }) => isMalformed),
    ofRanges('RNG-2', 'range-order', 'each bound behind the one before it', ({ isDisordered }) => isDisordered),
    ofRanges('RNG-3', 'range-answer', 'a pass begins with one sum of all', ({ beginsWrongly }) => beginsWrongly),
    ofRanges('RNG-4', 'range-answer', 'an answer to what was said', ({ answersNothing }) => answersNothing),
    ofRanges('RNG-5', 'range-answer', 'lists in the first pass, long ones then', ({ hasOtherLists }) => hasOtherLists),
    ofRanges('RNG-6', 'range-count', 'at most 32 items in a list', ({ hasLongLists }) => hasLongLists),
    ofRanges('RNG-7', 'range-count', 'even parts of more than 32', ({ hasUnevenParts }) => hasUnevenParts),
    ofRanges('RNG-8', 'range-count', 'numbers that add up', ({ addsUpWrongly }) => addsUpWrongly),
  ],
};

/** Those that are in force. */
export const syncRulesInForce = (rules: SyncRules, keep: InForce): SyncRules => ({
  text: inForce(rules.text, keep),
  shape: inForce(rules.shape, keep),
  turn: inForce(rules.turn, keep),
  hello: inForce(rules.hello, keep),
  auth: rules.auth !== undefined && keep(rules.auth.requirement) ? rules.auth : undefined,
  open: inForce(rules.open, keep),
  ranges: inForce(rules.ranges, keep),
});

export const syncRuleHeads = ({ text, shape, turn, hello, auth, open, ranges }: SyncRules): readonly RuleHead[] => [
  ...text,
  ...shape,
  ...turn,
  ...hello,
  ...(auth === undefined ? [] : [auth]),
  ...open,
  ...ranges,
];
