import { base32 } from './base32.ts';
import { utf8 } from './bytes.ts';
import type { Json } from './canonical.ts';
import type { SentMessage, Session } from './session-model.ts';
import type { Report } from './session-rounds.ts';
import { receiveInSession, type SessionAnswer } from './session-world.ts';
import { sign } from './signature.ts';
import { messageText } from './sync-message.ts';

/** What one message of records or contents is filled up to, in bytes; each record fits into one by itself. */
const FILLED = 1_000_000;

/** A list in parts, none of which is over the limit if none of its elements is. */
const split = (elements: readonly Json[]): Json[][] => {
  const parts: Json[][] = [];
  let room = 0;
  for (const element of elements) {
    const length = utf8(JSON.stringify(element)).length + 1;
    if (length > room) {
      parts.push([]);
      room = FILLED;
    }
    parts.at(-1)?.push(element);
    room -= length;
  }
  return parts;
};

/** The texts of a message that the model sends; `seed` is the secret key of a peer that shows who it is. */
export const wireTexts = (message: SentMessage, seed?: Uint8Array): string[] => {
  if (message.type === 'auth') {
    if (seed === undefined) throw new RangeError('nobody signs without a seed');
    return [messageText({ type: 'auth', signature: base32(sign(seed, utf8(String(message.signs)))) })];
  }
  const name = message.type;
  if (name === 'records' || name === 'contents')
    return split(message[name] as Json[]).map((part) => messageText({ type: name, [name]: part }));
  return [messageText(message as unknown as Json)];
};

/** One side of a conversation; its clock stands still. */
export type Side = { session: Session; now: number; seed?: Uint8Array };

/** What was said, and what each side reported last. */
export type Conversation = {
  said: { by: 'caller' | 'answerer'; text: string }[];
  reports: { caller?: Report; answerer?: Report };
  errors: { caller?: string; answerer?: string };
};

/** Two sessions talk until nobody has anything to say; `first` is what the caller has said. */
export const converse = (caller: Side, answerer: Side, first: readonly SentMessage[]): Conversation => {
  const sides = { caller, answerer };
  const conversation: Conversation = { said: [], reports: {}, errors: {} };
  const { said, reports, errors } = conversation;
  const say = (by: 'caller' | 'answerer', send: readonly SentMessage[]): void => {
    for (const message of send) for (const text of wireTexts(message, sides[by].seed)) said.push({ by, text });
  };
  say('caller', first);
  for (let at = 0; at < said.length; at += 1) {
    const { by, text } = said[at] as Conversation['said'][number];
    const to = by === 'caller' ? 'answerer' : 'caller';
    const { session, now } = sides[to];
    const answer: SessionAnswer = receiveInSession(session, { now, text });
    if (answer.done !== undefined) reports[to] = answer.done;
    if (answer.error !== undefined) errors[to] = answer.error.code;
    say(to, answer.send);
  }
  return conversation;
};
