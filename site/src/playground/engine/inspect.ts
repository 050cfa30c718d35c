import type { Asked } from './ear.ts';
import { type MessageView, messageView } from './link-view.ts';
import { type BytePart, type Piece, piecesOf, rangeParts } from './parts.ts';
import { recordWords } from './words.ts';
import type { World } from './world.ts';

/** A message with all that can be said of it. */
export type MessageDetail = MessageView & {
  readonly text: string;
  /** The text in pieces, by its members. */
  readonly pieces: readonly Piece[];
  /** Of a `reconcile`: the bytes of its ranges, each part with what it is. */
  readonly ranges: readonly BytePart[];
  /** Of `records`: what the inspector can open. */
  readonly records: readonly { readonly words: string; readonly format: string; readonly text: string }[];
  /** The rules that it and its records were asked when it arrived, in that order; absent where nobody asked. */
  readonly asked: readonly Asked[] | undefined;
  /** The clock of the peer that it is for, in microseconds. */
  readonly now: number;
};

/** Nothing where there is no such message. */
export const inspectMessage = (world: World, number: number): MessageDetail | undefined => {
  const message = world.messages[number - 1];
  if (message === undefined) return undefined;
  const { text, to } = message;
  return {
    ...messageView(world, message),
    text,
    pieces: piecesOf(text),
    ranges: rangeParts(text),
    records: recordsIn(text),
    asked: message.asked,
    now: world.peers[to]?.now ?? world.now,
  };
};

const recordsIn = (text: string): MessageDetail['records'] => {
  try {
    const { records } = JSON.parse(text) as { records?: unknown };
    return (Array.isArray(records) ? records : []).map((record: { format?: unknown; text?: unknown }) => ({
      words: recordWords(String(record.text)),
      format: String(record.format),
      text: String(record.text),
    }));
  } catch {
    // A changed byte may have made something else of it.
    return [];
  }
};
