import { createProtocol, type JsonObject, type JsonValue, type Protocol, sign, steps } from '@rockpool/reference';
import { createNodeEngine, nodeSha256 } from '@rockpool/reference/node';
import type { PublishedKey } from './corpus.ts';

/** The protocol of somebody who signs everything, valid or not. */
const reckless: Protocol = { ...createProtocol(nodeSha256, { ...steps, refuses: () => false }), seedRule: undefined };

const engine = createNodeEngine();

/** Signs whatever it is given as a record of a format, by the published keys that it names; answers the record. */
export const sealWith = (keys: readonly PublishedKey[]) => {
  const seedOf = (name: JsonValue | undefined): Uint8Array => {
    const known =
      typeof name === 'string' ? keys.find(({ names }) => names.some((each) => name.includes(each))) : undefined;
    return (known ?? (keys[0] as PublishedKey)).seed;
  };
  return (unsigned: JsonObject, format: string, now: number, hmac?: Uint8Array): JsonObject => {
    const header = (unsigned.header ?? unsigned) as JsonObject;
    const seed = seedOf(header.key ?? header.author);
    const shareSeed = seedOf(header.share ?? header.workspace);
    const options = { protocol: reckless, engine, format, now, seed, shareSeed, ...(hmac && { hmac }) };
    const signed = sign(unsigned, options);
    if (!signed.ok) throw new Error(`the signer who refuses nothing refused: ${signed.code} ${signed.requirement}`);
    return signed.value;
  };
};

/** What a record has besides what is signed, in whatever format. */
export const signatureMembers: readonly string[] = ['signature', 'shareSignature'];
