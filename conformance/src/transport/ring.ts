import { STDERR_BYTES } from './port.ts';

/** Keeps the end of a stream of bytes, at most `STDERR_BYTES`, so that a flood on standard error costs a constant. */
export const keepTail = (): { push(chunk: Uint8Array): void; text(): string } => {
  const buffer = new Uint8Array(2 * STDERR_BYTES);
  let length = 0;
  return {
    push: (chunk) => {
      const part = chunk.subarray(-STDERR_BYTES);
      if (length + part.length > buffer.length) {
        buffer.copyWithin(0, length - STDERR_BYTES, length);
        length = STDERR_BYTES;
      }
      buffer.set(part, length);
      length += part.length;
    },
    text: () => new TextDecoder().decode(buffer.subarray(Math.max(0, length - STDERR_BYTES), length)),
  };
};
