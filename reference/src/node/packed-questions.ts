import { keyByteLength, signatureByteLength } from '../signature/engine.ts';
import type { SignatureQuestion } from '../signature/question.ts';

/** Stands before each question: how many bytes its message has. */
const lengthBytes = 4;
const fixedBytes = lengthBytes + keyByteLength + signatureByteLength;

/** Questions one behind another in one piece of memory, which another thread is given without a copy. */
export function packQuestions(questions: readonly SignatureQuestion[]): Uint8Array<ArrayBuffer> {
  const size = questions.reduce((bytes, { message }) => bytes + fixedBytes + message.length, 0);
  const packed = new Uint8Array(size);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const { key, message, signature } of questions) {
    view.setUint32(at, message.length);
    packed.set(key, at + lengthBytes);
    packed.set(signature, at + lengthBytes + keyByteLength);
    packed.set(message, at + fixedBytes);
    at += fixedBytes + message.length;
  }
  return packed;
}

export function* unpackQuestions(packed: Uint8Array): Iterable<SignatureQuestion> {
  const view = new DataView(packed.buffer, packed.byteOffset);
  for (let at = 0; at < packed.length; ) {
    const keyAt = at + lengthBytes;
    const signatureAt = keyAt + keyByteLength;
    const messageAt = signatureAt + signatureByteLength;
    const end = messageAt + view.getUint32(at);
    yield {
      key: packed.subarray(keyAt, signatureAt),
      signature: packed.subarray(signatureAt, messageAt),
      message: packed.subarray(messageAt, end),
    };
    at = end;
  }
}
