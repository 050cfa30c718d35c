import { decodeBase32, encodeBase32 } from '../bytes/base32.ts';
import type { Digest, Sha256 } from '../bytes/sha256.ts';
import type { FeedFormat } from '../feed/feed-format.ts';
import { nativeFollowingRules, proofRules, writerTimeRules } from '../feed/native-rules.ts';
import { nextMessage } from '../feed/next-message.ts';
import { followingRules } from '../feed/rules.ts';
import type { FeedSteps } from '../feed/steps.ts';
import { idByteLength, isRecordId } from '../id/id.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { type JsonValue, numberOr, optionalNumber, optionalString } from '../value/json.ts';
import type { MessageFormat } from './format.ts';
import type { Message } from './message.ts';
import { headerRule, nativeFormat } from './native-format.ts';
import { NativeRecord, type NativeSteps } from './native-record.ts';
import { shape } from './shape.ts';

const formatName = 'rp.message.1';

/** How the values that belong to a native message are computed. */
export type MessageSteps = NativeSteps & { readonly sha256: Sha256; readonly feeds: FeedSteps };

/** A native message as its rules see it. */
export class NativeMessage extends NativeRecord implements Message {
  readonly log: number | undefined;
  readonly sequence: number;
  readonly previous: string | undefined;
  readonly skip: string | undefined;
  readonly #skipTo: FeedSteps['lipmaa'];
  #feed: string | undefined;

  constructor(value: JsonValue, steps: MessageSteps) {
    super(value, steps);
    const { log, sequence, previous, skip } = this.header;
    this.log = optionalNumber(log);
    this.sequence = numberOr(sequence);
    this.previous = optionalString(previous);
    this.skip = optionalString(skip);
    this.#skipTo = steps.feeds.lipmaa;
  }

  /** `space`, `author`, `key` and `log`; an absent member is written as nothing, which none of them can be. */
  get feed(): string {
    this.#feed ??= `${this.space} ${this.author} ${this.key ?? ''} ${this.log ?? ''}`;
    return this.#feed;
  }

  get skipSequence(): number {
    return this.#skipTo(this.sequence);
  }

  get hasContent(): boolean {
    return this.content !== undefined;
  }

  get digest(): Digest {
    return this.headerHash;
  }
}

const headerShape = shape(
  {
    format: 'string',
    space: 'string',
    author: 'string',
    sequence: 'integer',
    timestamp: 'integer',
    contentHash: 'string',
    contentSize: 'integer',
  },
  { contentType: 'string', key: 'string', log: 'integer', previous: 'string', skip: 'string' },
);

/** Whether a number counts something, from 1 on. */
const isCount = (count: number) => count >= 1 && count <= Number.MAX_SAFE_INTEGER;

const messageRules: RulesByPhase<NativeMessage> = {
  shape: [headerRule('MSG-1', formatName, 'the members of a message', headerShape)],
  form: [
    {
      requirement: 'MSG-2',
      code: 'sequence-range',
      title: 'sequence is in range',
      path: '/header/sequence',
      check: ({ sequence }) => isCount(sequence),
    },
    {
      requirement: 'MSG-3',
      code: 'log-range',
      title: 'log is in range',
      path: '/header/log',
      check: ({ log }) => log === undefined || isCount(log),
    },
    {
      requirement: 'MSG-4',
      code: 'id-form',
      title: 'previous is the identifier of a record',
      path: '/header/previous',
      check: ({ previous }) => previous === undefined || isRecordId(previous),
    },
    {
      requirement: 'MSG-5',
      code: 'id-form',
      title: 'skip is the identifier of a record',
      path: '/header/skip',
      check: ({ skip }) => skip === undefined || isRecordId(skip),
    },
  ],
  relations: [
    {
      requirement: 'MSG-6',
      code: 'previous-presence',
      title: 'previous is there from the second message on',
      path: '/header/previous',
      check: ({ previous, sequence }) => (previous !== undefined) === sequence > 1,
    },
    {
      requirement: 'MSG-7',
      code: 'skip-presence',
      title: 'skip is there where it leads further back than previous',
      path: '/header/skip',
      check: ({ skip, skipSequence, sequence }) => (skip !== undefined) === (skipSequence !== sequence - 1),
    },
  ],
  time: [],
  content: [],
};

const feedFormat = (steps: MessageSteps): FeedFormat<NativeMessage> => ({
  rules: [...followingRules('/header'), ...nativeFollowingRules],
  proofRules: proofRules(steps.feeds.lipmaa),
  writerTimeRules,
  inSpaces: true,
  risingTimestamps: true,
  authorKey: ({ author }) => decodeBase32(author, 1, idByteLength),
  next: (draft, continuation) =>
    nextMessage(draft, continuation, { format: formatName, author: `@${encodeBase32(continuation.key)}`, steps }),
});

/** The format of native messages, `rp.message.1`. */
export const createMessageFormat = (steps: MessageSteps): MessageFormat<NativeMessage> => ({
  ...nativeFormat(formatName, messageRules, steps),
  feed: feedFormat(steps),
  read: (value) => new NativeMessage(value, steps),
});
