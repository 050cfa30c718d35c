import { STDERR_BYTES } from './port.ts';

/** Keeps the end of a stream of bytes, so that a flood on standard error costs a constant. */
export const keepTail = (): { push(chunk: Uint8Array): void; text(): string } => {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    push: (chunk) => {
      const part = chunk.length > STDERR_BYTES ? chunk.slice(-STDERR_BYTES) : chunk;
      parts.push(part);
      length += part.length;
      while (length - (parts[0]?.length ?? 0) >= STDERR_BYTES) length -= parts.shift()?.length ?? 0;
      // Many tiny writes would otherwise pile up as many tiny parts.
      if (parts.length > 256) parts = [new Uint8Array(parts.flatMap((each) => [...each]))];
    },
    text: () => parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode(),
  };
};
