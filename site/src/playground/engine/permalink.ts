import { decodeBase64Url, encodeBase64Url } from '../../inspector/link.ts';
import { type Event, startMicros, type Timeline } from './event.ts';

/** A time line, and how many of its events have happened. */
export type Linked = { readonly timeline: Timeline; readonly position: number };

/** The longest list that is read, in bytes: a link that holds more is no link of this page. */
const mostBytes = 1_000_000;

const through = async (bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> => {
  const from = new Blob([Uint8Array.from(bytes)])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = from.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) throw new RangeError('too long');
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};

/** What a link holds: as an array, whose places say what the members are called. */
const packed = ({ timeline, position }: Linked): unknown => {
  const { seed, start, peers, links, before, events, ...rare } = timeline;
  return [1, seed, start - startMicros, peers, links, before, position, events, rare];
};

/** The fragment that brings a time line back, without its `#`. */
export const playFragment = async (linked: Linked): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(packed(linked)));
  return `play=${encodeBase64Url(await through(bytes, new CompressionStream('deflate-raw')))}`;
};

/** What a fragment says; a fault in words where it is damaged; nothing where it is none of this page. */
export const readPlayFragment = async (hash: string): Promise<Linked | { readonly fault: string } | undefined> => {
  const text = new URLSearchParams(hash.replace(/^#/, '')).get('play');
  if (text === null) return undefined;
  const bytes = decodeBase64Url(text);
  if (bytes === undefined) return { fault: 'The link is damaged: it is no base64url.' };
  try {
    const json = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
    return unpacked(JSON.parse(json)) ?? { fault: 'The link is of another version of this page, or was made by hand.' };
  } catch {
    // What cannot be inflated or parsed was cut on its way.
    return { fault: 'The link is damaged: something of it is missing. Copy the whole of it.' };
  }
};

const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isEvent = (value: unknown): value is Event =>
  typeof value === 'object' && value !== null && typeof (value as Event).do === 'string';

const unpacked = (value: unknown): Linked | undefined => {
  if (!Array.isArray(value) || value[0] !== 1) return undefined;
  const [, seed, later, peers, links, before, position, events, rare] = value as [1, ...unknown[]];
  const isWhole =
    isIndex(seed) &&
    Number.isSafeInteger(later) &&
    Array.isArray(peers) &&
    Array.isArray(links) &&
    isIndex(before) &&
    isIndex(position) &&
    Array.isArray(events) &&
    events.every(isEvent) &&
    typeof rare === 'object';
  if (!isWhole) return undefined;
  const timeline = {
    seed,
    start: startMicros + Number(later),
    peers,
    links,
    before,
    events,
    ...(rare as object),
  } as Timeline;
  return { timeline, position: Math.min(position, timeline.events.length) };
};
