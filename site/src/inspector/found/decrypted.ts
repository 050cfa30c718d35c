import type { JsonValue } from '@rockpool/reference';
import { removeMember, replaceValue } from '../edit-text.ts';
import { spansOf } from '../json-spans.ts';

/** A classic message that a tool has decrypted: `original` is the message as it was signed, where its ciphertext is still there. */
export type Decrypted = { readonly original?: string };

const ADDED: readonly string[] = ['meta', 'private', 'cyphertext', 'unbox'];

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;

const isCiphertext = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.includes('.box');

/** Where the databases of Scuttlebutt keep the ciphertext: in the message, or with it in what is around both. */
const ciphertextIn = (message: JsonValue, around: JsonValue | undefined): string | undefined =>
  [
    member(message, 'cyphertext'),
    member(member(member(message, 'meta'), 'original'), 'content'),
    member(member(message, 'meta'), 'originalContent'),
    member(member(around, 'meta'), 'originalContent'),
  ].find(isCiphertext);

/**
 * Whether a classic message was decrypted.
 * @param around the object that it stands in as `value`, if it does.
 */
export const decryptedMessage = (text: string, message: JsonValue, around?: JsonValue): Decrypted | undefined => {
  const isMarked = [message, around].some(
    (each) =>
      member(each, 'private') === true ||
      isCiphertext(member(each, 'cyphertext')) ||
      [true, 'true'].includes(member(member(each, 'meta'), 'private') as never) ||
      isCiphertext(member(member(each, 'meta'), 'originalContent')),
  );
  if (!isMarked || typeof member(message, 'content') === 'string') return undefined;
  const ciphertext = ciphertextIn(message, around);
  if (ciphertext === undefined) return {};
  let original = text;
  for (;;) {
    const node = spansOf(original);
    if (node?.kind !== 'object') return {};
    const added = node.members.findIndex(({ name }) => ADDED.includes(name));
    if (added >= 0) {
      original = removeMember(original, node, added);
      continue;
    }
    const content = node.members.find(({ name }) => name === 'content');
    return content === undefined ? {} : { original: replaceValue(original, content.value, JSON.stringify(ciphertext)) };
  }
};
