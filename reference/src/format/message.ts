import type { Digest } from '../bytes/sha256.ts';
import type { Statement } from './statement.ts';

/** What all messages have in common, whatever their format. */
export interface Message extends Statement {
  /** The space of a native message; classic messages have none. */
  readonly space: string | undefined;
  /** Messages with the same text here are of one feed [FEED-1]. */
  readonly feed: string;
  /** Which of the author's feeds, where it is not the first. */
  readonly log: number | undefined;
  /** The place in the feed, from 1 on. */
  readonly sequence: number;
  /** The link to the sequence before its own. */
  readonly previous: string | undefined;
  /** The link to `skipSequence`; classic messages have none. */
  readonly skip: string | undefined;
  /** lipmaa of its own sequence [MSG-8]; 0 in formats without skip links. */
  readonly skipSequence: number;
  /** Whether the content came along. */
  readonly hasContent: boolean;
  /** The 32 bytes of the id in hexadecimal, whose order is that of identifiers [ID-6]. */
  readonly digest: Digest;
}
