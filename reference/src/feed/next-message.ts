import { type BlobSteps, blobId } from '../blob/blob-id.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { utf8Length } from '../bytes/utf8.ts';
import type { Message } from '../format/message.ts';
import type { JsonObject } from '../value/json.ts';
import { checkDraft } from './draft.ts';
import type { Continuation } from './feed-format.ts';
import { UnknownMessageError } from './known-messages.ts';
import type { FeedSteps } from './steps.ts';

/** Who goes on with a feed, in which format. */
interface Writer {
  readonly format: string;
  /** The identifier of the author. */
  readonly author: string;
  readonly steps: BlobSteps & { readonly sha256: Sha256; readonly feeds: FeedSteps };
}

/** The next native message of a feed without its signature. Its links and its time follow from what is known. */
export function nextMessage(
  draft: JsonObject,
  { known, now }: Pick<Continuation, 'known' | 'now'>,
  { format, author, steps }: Writer,
): JsonObject {
  checkDraft(draft, ['space', 'content'], ['contentType', 'log']);
  const { space, content, contentType, log } = draft;
  const { last } = known;
  const sequence = (last?.sequence ?? 0) + 1;
  const skip = skipFrom(sequence, known, steps.feeds.lipmaa);
  // Content of a wrong type is for the verifier to refuse.
  const text = typeof content === 'string' ? content : '';
  const header = {
    format,
    space,
    author,
    sequence,
    timestamp: steps.feeds.timestampAfter(last, now),
    contentHash: blobId(text, steps.sha256, steps),
    contentSize: utf8Length(text),
    ...(log !== undefined && { log }),
    ...(last !== undefined && { previous: last.id }),
    ...(skip !== undefined && { skip: skip.id }),
    ...(contentType !== undefined && { contentType }),
  } as JsonObject;
  return { header, content: content as string };
}

/** The message to which the skip link of a message leads, if it has one. A sequence out of range is refused later. */
function skipFrom(sequence: number, known: Continuation['known'], lipmaa: FeedSteps['lipmaa']): Message | undefined {
  const skipSequence = lipmaa(sequence);
  if (skipSequence === sequence - 1 || !Number.isSafeInteger(sequence)) return undefined;
  const there = known.at(skipSequence);
  if (there === undefined) {
    throw new UnknownMessageError(`message ${sequence} links to message ${skipSequence}, which is not known`);
  }
  return there;
}
