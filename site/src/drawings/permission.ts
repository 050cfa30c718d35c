import { nameOf, shortOf } from '../facts/cast.ts';
import { recordOf, vectorNamed } from './records-of.ts';

/** A path cut at the one key that it names behind a `~`, beside the author of the document, and what the vector says; and the same in words. */
export const permissionOf = (vector: string) => {
  const check = vectorNamed(vector);
  const { header } = recordOf(check);
  const [, before = '', named = '', after = ''] = /^([^~]*)~(@b[a-z2-7]{52})(.*)$/.exec(header.path ?? '') ?? [];
  const { expect } = check;
  const drawn = {
    before,
    named: { name: nameOf(named), short: shortOf(named) },
    after,
    author: { name: nameOf(header.author), short: shortOf(header.author) },
    isSame: named === header.author,
    code: 'reject' in expect ? expect.reject.codes[0] : undefined,
  };
  const verdict = drawn.code === undefined ? 'accepted' : `rejected, ${drawn.code}`;
  const says = `The path ${before}~ ${drawn.named.name}'s key ${after}, written by ${drawn.author.name}: ${verdict}.`;
  return { ...drawn, says };
};
