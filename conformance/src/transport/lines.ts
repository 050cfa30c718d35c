import { MAX_MESSAGE_BYTES } from './port.ts';

const LINE_FEED = 10;

export type LineSink = { line(text: string): void; garbage(what: string): void };

/**
 * Cuts a stream of bytes into lines of UTF-8, decoding all whole lines of a chunk in one go. After garbage it is mute:
 * whoever wrote it is ended anyway. An unfinished line is held up to `MAX_MESSAGE_BYTES`, so 100 MB without a line feed
 * cost no more than that.
 */
export const splitLines = (sink: LineSink): ((chunk: Uint8Array) => void) => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let mute = false;
  const fail = (what: string): void => {
    mute = true;
    held = [];
    sink.garbage(what);
  };
  const emit = (bytes: Uint8Array): void => {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      return fail('a line that is not UTF-8');
    }
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0 && !mute; end = text.indexOf('\n', start)) {
      sink.line(text.slice(start, end));
      start = end + 1;
    }
  };
  return (chunk) => {
    if (mute) return;
    const last = chunk.lastIndexOf(LINE_FEED);
    const rest = chunk.subarray(last + 1);
    if (last >= 0) {
      const whole = chunk.subarray(0, last + 1);
      const bytes = held.length === 0 ? whole : joinBytes([...held, whole], heldBytes + whole.length);
      held = [];
      heldBytes = 0;
      emit(bytes);
    }
    if (rest.length > 0 && !mute) {
      held.push(rest);
      heldBytes += rest.length;
      if (heldBytes > MAX_MESSAGE_BYTES) fail(`a line longer than ${MAX_MESSAGE_BYTES} bytes`);
    }
  };
};

const joinBytes = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};
