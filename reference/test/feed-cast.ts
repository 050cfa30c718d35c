import { type JsonObject, KnownMessages, lipmaa, type Message, verify } from '../src/index.ts';
import { engine, fern, hello, now, protocol, quinn, signed, suzy, written } from './cast.ts';

/** What everything here is verified with. */
export const options = { protocol, engine, format: 'rp.message.1', now };

const people = [suzy, fern, quinn];

/** A text with the message that it says, which has to be valid by itself. */
export interface Written {
  readonly text: string;
  readonly message: Message;
}

/** Signs the header of a message with changes; undefined removes a member. The author signs. */
export function write(
  changes: Readonly<Record<string, JsonObject[string] | undefined>>,
  content?: string | null,
): Written {
  const present = Object.entries(changes).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const unsigned = hello(Object.fromEntries(present), content);
  const { author } = unsigned.header as JsonObject;
  const text = signed(unsigned, people.find(({ id }) => id === author)?.seed);
  const verdict = verify(text, options);
  if ('code' in verdict) throw new Error(`${verdict.requirement} at ${verdict.path}: ${text}`);
  return { text, message: verdict.record as Message };
}

/** The message that comes after those of a chain, with changes to its header. */
export function following(
  chain: readonly Written[],
  changes: Readonly<Record<string, JsonObject[string] | undefined>> = {},
  content?: string | null,
): Written {
  const sequence = typeof changes.sequence === 'number' ? changes.sequence : chain.length + 1;
  const at = (other: number) => chain.find(({ message }) => message.sequence === other)?.message;
  return write(
    {
      sequence,
      timestamp: written + sequence,
      previous: chain.at(-1)?.message.id,
      skip: lipmaa(sequence) === sequence - 1 ? undefined : at(lipmaa(sequence))?.id,
      ...changes,
    },
    content,
  );
}

/** So many messages of one feed, one after another. */
export function chainOf(length: number, changes: JsonObject = {}): Written[] {
  const chain: Written[] = [];
  while (chain.length < length) chain.push(following(chain, changes));
  return chain;
}

export const textsOf = (written: readonly Written[]): string[] => written.map(({ text }) => text);

export const known = (written: readonly Written[]): KnownMessages =>
  new KnownMessages(written.map(({ message }) => message));
