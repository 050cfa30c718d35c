import { canonical } from '@rockpool/reference';
import { nameOf, shortOf } from '../facts/cast.ts';
import { recordOf, vectorNamed } from './records-of.ts';

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** What stands before the id in the text that is signed [REC-15]. */
const PREFIX = 'rockpool:record:1:';

/** A record taken apart: what is hashed, what is signed, and what is only named; and the same in words. */
export const signedOf = (vector: string) => {
  const { header, signature, content, id } = recordOf(vectorNamed(vector));
  const drawn = {
    members: Object.entries(header).map(([name, value]) => ({ name, value: shortOf(String(value), 22) })),
    author: nameOf(header.author),
    headerBytes: bytesIn(canonical(header)),
    id: shortOf(id),
    signedText: PREFIX + shortOf(id, 4),
    signature: shortOf(signature, 9),
    content,
    contentBytes: bytesIn(content),
  };
  const { author, headerBytes, signedText } = drawn;
  const says =
    `The header of ${author}'s document, ${headerBytes} bytes in its canonical form, is hashed into its id ${drawn.id}. ` +
    `The text ${signedText} is signed with ${author}'s key, which gives the signature. ` +
    'The content is not signed: contentHash and contentSize in the header name it.';
  return { ...drawn, says };
};
