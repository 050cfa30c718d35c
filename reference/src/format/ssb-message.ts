import { decodeBase64, encodeBase64, encodeBase64FromHex } from '../bytes/base64.ts';
import type { HmacSha512 } from '../bytes/hmac-sha512.ts';
import type { Digest, Sha256 } from '../bytes/sha256.ts';
import { encodeUtf8, utf8Length } from '../bytes/utf8.ts';
import { keyByteLength, signatureByteLength } from '../signature/engine.ts';
import type { SignatureQuestion } from '../signature/question.ts';
import { ecmaEncoding, maxEncodingUnits } from '../value/ecma-encoding.ts';
import { type JsonObject, type JsonValue, membersOf, numberOr, optionalString, stringOr } from '../value/json.ts';
import type { Message } from './message.ts';

export const ssbFormatName = 'ssb-classic';

/** [SSB-3] The name of the author with this public key, 32 bytes. */
export const ssbAuthor = (key: Uint8Array): string => `@${encodeBase64(key)}.ed25519`;

/** How the values that belong to a classic message are computed, step by step. */
export interface SsbSteps {
  /**
   * [SSB-13] to [SSB-16] The encoding of a value; undefined where it would be too long to be made.
   * @param known that encoding, where the text was seen to be it already.
   */
  ssbEncoding(value: JsonValue, known: string | undefined): string | undefined;
  /** [SSB-17] What the id is a hash of, given the encoding as a string and in UTF-8. */
  ssbHashedBytes(encoding: string, utf8: Uint8Array): Uint8Array;
  /** [SSB-19] What is signed, where peers have agreed on an hmac key. */
  ssbAuthenticated(message: Uint8Array, hmac: Uint8Array, hmacSha512: HmacSha512): Uint8Array;
}

/** The length of an hmac key, in bytes. */
export const hmacByteLength = 32;

/** How much of the HMAC is signed, in bytes. */
const authenticatorBytes = 32;

export const ssbSteps: SsbSteps = {
  ssbEncoding: (value, known) => known ?? ecmaEncoding(value),
  ssbHashedBytes: lowBytes,
  ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(hmac, message).subarray(0, authenticatorBytes),
};

/** The low byte of each UTF-16 code unit: UTF-8 itself where no character is beyond U+007F. */
function lowBytes(text: string, utf8: Uint8Array): Uint8Array {
  if (utf8.length === text.length) return utf8;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** What ends the encoding of an object. */
const closing = '\n}';

/** The hashes that a host passes in. */
export interface SsbHashes {
  readonly sha256: Sha256;
  readonly hmacSha512: HmacSha512;
}

/** A classic Scuttlebutt message as its rules see it: what is missing or of a wrong type is empty. */
export class SsbMessage implements Message {
  readonly format = ssbFormatName;
  /** The message as it was parsed. */
  readonly value: JsonValue;
  /** The message before it; undefined where it is null. */
  readonly previous: string | undefined;
  readonly sequence: number;
  readonly author: string;
  /** Milliseconds since 1970 by convention; any number. */
  readonly timestamp: number;
  readonly hash: string;
  /** An object, or a ciphertext. */
  readonly content: JsonValue | undefined;
  readonly signature: string;
  readonly space = undefined;
  readonly log = undefined;
  readonly skip = undefined;
  readonly skipSequence = 0;
  readonly hasContent = true;
  readonly #members: JsonObject;
  readonly #steps: SsbSteps & SsbHashes;
  readonly #known: string | undefined;
  #encoding: string | undefined;
  #isEncoded = false;
  #utf8: Uint8Array | undefined;
  #digest: Digest | undefined;
  #id: string | undefined;

  /** @param known the encoding of the message, where the text was seen to be it already. */
  constructor(value: JsonValue, steps: SsbSteps & SsbHashes, known: string | undefined) {
    const members = membersOf(value);
    this.value = value;
    this.#members = members;
    this.#steps = steps;
    this.#known = known;
    this.previous = optionalString(members.previous);
    this.sequence = numberOr(members.sequence);
    this.author = stringOr(members.author);
    this.timestamp = numberOr(members.timestamp);
    this.hash = stringOr(members.hash);
    this.content = members.content;
    this.signature = stringOr(members.signature);
  }

  /** The names of the members, as they came in the text. */
  get names(): readonly string[] {
    return Object.keys(this.#members);
  }

  /** Length of the encoding in UTF-16 code units; infinite where it is too long to be made. */
  get encodedUnits(): number {
    return this.#encode()?.length ?? Number.POSITIVE_INFINITY;
  }

  /** A feed is all messages of one author. */
  get feed(): string {
    return this.author;
  }

  /** [SSB-17] */
  get id(): string {
    this.#id ??= `%${encodeBase64FromHex(this.digest)}.sha256`;
    return this.#id;
  }

  /**
   * Computed when it is first asked for.
   * @throws RangeError if the encoding is longer than 1,048,576 code units, which [SSB-12] does not let through.
   */
  get digest(): Digest {
    this.#digest ??= this.#hash();
    return this.#digest;
  }

  #hash(): Digest {
    const encoding = this.#encode();
    if (encoding === undefined) {
      throw new RangeError(`the encoding of the message has more than ${maxEncodingUnits} code units`);
    }
    const { ssbHashedBytes, sha256 } = this.#steps;
    const digest = sha256(ssbHashedBytes(encoding, this.#encodeUtf8(encoding)));
    // Who keeps many messages need not keep these: the signature was asked about before.
    this.#utf8 = undefined;
    return digest;
  }

  /** [SSB-18] What an engine is asked. A message that is too long to be encoded has no signature that could be valid. */
  signatureQuestion(hmac: Uint8Array | undefined): SignatureQuestion {
    const unsigned = this.#encodeUnsigned();
    const message = unsigned ?? new Uint8Array();
    const { ssbAuthenticated, hmacSha512 } = this.#steps;
    return {
      key: decodeBase64(this.author, 1, keyByteLength),
      message: hmac === undefined ? message : ssbAuthenticated(message, hmac, hmacSha512),
      signature: decodeBase64(this.signature, 0, unsigned === undefined ? 0 : signatureByteLength),
    };
  }

  #encode(): string | undefined {
    if (!this.#isEncoded) this.#encoding = this.#steps.ssbEncoding(this.value, this.#known);
    this.#isEncoded = true;
    return this.#encoding;
  }

  /** The encoding in UTF-8, made once for id and signature. */
  #encodeUtf8(encoding: string): Uint8Array {
    this.#utf8 ??= encodeUtf8(encoding);
    return this.#utf8;
  }

  /**
   * The encoding without the signature, in UTF-8. Where the signature is the last member of the outermost object it is cut
   * off: nothing else can end like that, since a line break stands for the layout alone, and two blanks for its first level.
   */
  #encodeUnsigned(): Uint8Array | undefined {
    const encoding = this.#encode();
    const ending = `,\n  "signature": ${JSON.stringify(this.signature)}${closing}`;
    if (encoding?.endsWith(ending)) {
      const utf8 = this.#encodeUtf8(encoding);
      const endingBytes = utf8.length === encoding.length ? ending.length : utf8Length(ending);
      const unsigned = utf8.slice(0, utf8.length - endingBytes + closing.length);
      for (let i = 0; i < closing.length; i++) unsigned[unsigned.length - closing.length + i] = closing.charCodeAt(i);
      return unsigned;
    }
    const { signature: _, ...members } = this.#members;
    const unsigned = this.#steps.ssbEncoding(members, undefined);
    return unsigned === undefined ? undefined : encodeUtf8(unsigned);
  }
}
