import { decodeBase32Into, encodeBase32FromHex } from '../bytes/base32.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { takeBytes } from '../bytes/slab.ts';
import { encodeUtf8, utf8Length } from '../bytes/utf8.ts';
import { keyByteLength, signatureByteLength } from '../signature/engine.ts';
import type { SignatureQuestion } from '../signature/question.ts';
import {
  type JsonObject,
  type JsonValue,
  membersOf,
  numberOr,
  optionalNumber,
  optionalString,
  stringOr,
} from '../value/json.ts';

/** What es.4 and es.5 call the same things. */
export interface EarthstarNames {
  readonly space: 'workspace' | 'share';
  readonly text: 'content' | 'text';
  readonly textHash: 'contentHash' | 'textHash';
}

/** An es.4 or es.5 document as its rules see it: what is missing or of a wrong type is empty. */
export class EarthstarDocument {
  /** The document as it was parsed. */
  readonly value: JsonValue;
  readonly format: string;
  readonly author: string;
  readonly path: string;
  /** `workspace` or `share`. */
  readonly space: string;
  /** `content` or `text`. */
  readonly text: string;
  /** `contentHash` or `textHash`. */
  readonly textHash: string;
  readonly timestamp: number;
  /** `deleteAfter`, where it is a number. */
  readonly expires: number | undefined;
  readonly attachmentSize: number | undefined;
  readonly attachmentHash: string | undefined;
  readonly signature: string;
  readonly shareSignature: string;
  readonly #members: JsonObject;
  readonly #hashLines: readonly string[];
  readonly #sha256: Sha256;
  #id: string | undefined;

  constructor(value: JsonValue, names: EarthstarNames, hashLines: readonly string[], sha256: Sha256) {
    const members = membersOf(value);
    this.value = value;
    this.#members = members;
    this.#hashLines = hashLines;
    this.#sha256 = sha256;
    this.format = stringOr(members.format);
    this.author = stringOr(members.author);
    this.path = stringOr(members.path);
    this.space = stringOr(members[names.space]);
    this.text = stringOr(members[names.text]);
    this.textHash = stringOr(members[names.textHash]);
    this.timestamp = numberOr(members.timestamp);
    this.expires = optionalNumber(members.deleteAfter);
    this.attachmentSize = optionalNumber(members.attachmentSize);
    this.attachmentHash = optionalString(members.attachmentHash);
    this.signature = stringOr(members.signature);
    this.shareSignature = stringOr(members.shareSignature);
  }

  /** The hash: base32 of the SHA-256 over a line for each signed member [ES4-5] [ES5-11]. */
  get id(): string {
    this.#id ??= this.#hash();
    return this.#id;
  }

  #hash(): string {
    let lines = '';
    for (const name of this.#hashLines) {
      const value = this.#members[name];
      if (typeof value === 'string' || typeof value === 'number') lines += `${name}\t${value}\n`;
    }
    return encodeBase32FromHex(this.#sha256(lines));
  }

  /** Length of the text in bytes of UTF-8. */
  get textBytes(): number {
    return utf8Length(this.text);
  }

  /** The hash that the text has, whatever the document says. */
  get actualTextHash(): string {
    return encodeBase32FromHex(this.#sha256(this.text));
  }

  /** Whether the path ends like that of a file. The address of an author at the end is no extension. */
  get hasExtension(): boolean {
    return /\.[A-Za-z0-9_]+$/.test(this.path) && !/~@[A-Za-z0-9_]{4}\.[A-Za-z0-9_]{53}$/.test(this.path);
  }

  /** [ES-15] */
  get authorQuestion(): SignatureQuestion {
    return this.#question(this.author, this.signature);
  }

  /** [ES5-13] */
  get shareQuestion(): SignatureQuestion {
    return this.#question(this.space, this.shareSignature);
  }

  /** The key is what stands behind the full stop of an address. */
  #question(address: string, signature: string): SignatureQuestion {
    return {
      key: decodeBase32Into(takeBytes(keyByteLength), address, address.indexOf('.') + 1),
      message: encodeUtf8(this.id),
      signature: decodeBase32Into(takeBytes(signatureByteLength), signature, 0),
    };
  }
}
