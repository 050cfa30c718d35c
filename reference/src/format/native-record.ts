import { type BlobSteps, type MeasuredBlob, textBlob } from '../blob/blob-id.ts';
import { decodeBase32Into, encodeBase32FromHex, writeBase32FromHex } from '../bytes/base32.ts';
import type { Digest, Sha256 } from '../bytes/sha256.ts';
import { takeBytes } from '../bytes/slab.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { RecordId } from '../id/id.ts';
import type { HoldReason } from '../rule/verdict.ts';
import { keyByteLength, signatureByteLength } from '../signature/engine.ts';
import type { SignatureQuestion } from '../signature/question.ts';
import { type JsonObject, type JsonValue, membersOf, numberOr, optionalString, stringOr } from '../value/json.ts';

/** [REC-15] What stands in front of a record's id in the text that is signed. */
export const recordContext = 'rockpool:record:1:';

/** That text with room for the id's 53 characters of base32. */
const emptyMessage = encodeUtf8(`${recordContext}%${' '.repeat(53)}`);

/** How the values that belong to a native record are computed, step by step. */
export interface NativeSteps extends BlobSteps {
  /** [CAN-1] */
  canonical(value: JsonValue): string;
  /** [REC-14] The hash that names the record with this header. */
  headerHash(header: JsonObject, canonical: (value: JsonValue) => string, sha256: Sha256): Digest;
  /** [REC-19] What a record that breaks no rule waits for. */
  hold(record: { readonly key: string | undefined }): HoldReason | undefined;
}

/** [REC-14] */
export const headerHash: NativeSteps['headerHash'] = (header, canonical, sha256) => sha256(canonical(header));

/** [REC-19] */
export const holdForIdentity: NativeSteps['hold'] = ({ key }) => (key === undefined ? undefined : 'identity');

/** A native record as its rules see it: what is missing or of a wrong type is empty. */
export class NativeRecord {
  readonly steps: NativeSteps & { readonly sha256: Sha256 };
  /** The record as it was parsed. */
  readonly value: JsonValue;
  readonly header: JsonObject;
  readonly signature: string;
  readonly content: string | undefined;
  readonly format: string;
  readonly space: string;
  readonly author: string;
  readonly key: string | undefined;
  readonly timestamp: number;
  readonly contentHash: string;
  readonly contentSize: number;
  readonly contentType: string | undefined;
  #headerText: string | undefined;
  #headerHash: Digest | undefined;
  #id: RecordId | undefined;
  #blob: MeasuredBlob | undefined;

  constructor(value: JsonValue, steps: NativeSteps & { readonly sha256: Sha256 }) {
    const record = membersOf(value);
    const header = membersOf(record.header);
    this.steps = steps;
    this.value = value;
    this.header = header;
    this.signature = stringOr(record.signature);
    this.content = optionalString(record.content);
    this.format = stringOr(header.format);
    this.space = stringOr(header.space);
    this.author = stringOr(header.author);
    this.key = optionalString(header.key);
    this.timestamp = numberOr(header.timestamp);
    this.contentHash = stringOr(header.contentHash);
    this.contentSize = numberOr(header.contentSize);
    this.contentType = optionalString(header.contentType);
  }

  /** [REC-14] Computed when it is first asked for. */
  get id(): RecordId {
    this.#id ??= `%${encodeBase32FromHex(this.headerHash)}` as RecordId;
    return this.#id;
  }

  get headerHash(): Digest {
    this.#headerHash ??= this.steps.headerHash(this.header, (value) => this.#canonicalOf(value), this.steps.sha256);
    return this.#headerHash;
  }

  /** The canonical form of the header. */
  get headerText(): string {
    this.#headerText ??= this.steps.canonical(this.header);
    return this.#headerText;
  }

  #canonicalOf(value: JsonValue): string {
    return value === this.header ? this.headerText : this.steps.canonical(value);
  }

  /** Length of the content in bytes of UTF-8; 0 where it is absent. */
  get contentBytes(): number {
    return this.content === undefined ? 0 : this.contentBlob.byteLength;
  }

  /** The blob id that the content has, whatever the header says. */
  get contentId(): string {
    return this.contentBlob.id;
  }

  /** The blob that the content is. */
  get contentBlob(): MeasuredBlob {
    this.#blob ??= textBlob(this.content ?? '', this.steps.sha256, this.steps);
    return this.#blob;
  }

  /** [REC-15] */
  get signatureQuestion(): SignatureQuestion {
    const message = takeBytes(emptyMessage.length);
    message.set(emptyMessage);
    writeBase32FromHex(this.headerHash, message, recordContext.length + 1);
    return {
      key: decodeBase32Into(takeBytes(keyByteLength), this.key ?? this.author, 1),
      message,
      signature: decodeBase32Into(takeBytes(signatureByteLength), this.signature, 0),
    };
  }
}
