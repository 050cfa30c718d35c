import type { JsonValue } from '../value/json.ts';

/**
 * A session over HTTP. The caller chooses a random id and posts to `…/session/ID?sent=S&got=G`: `S` says how many texts it
 * sent before, `G` how many it has got. The body is a JSON list of texts. A list with texts is answered with `[]` when there is
 * room for more; an empty list, when there is something to say or a while has passed, with the list of texts behind those that were got.
 * Both can be posted again. One of each kind is on its way at a time. 410, with the reason as text, says that the session has
 * ended; `DELETE`, with the reason, ends it.
 */
export interface Counts {
  readonly sent: number;
  readonly got: number;
}

export const isSessionId = (text: string): boolean => /^[A-Za-z0-9_-]{16,64}$/.test(text);

export const readCounts = (query: URLSearchParams): Counts | undefined => {
  const [sent, got] = ['sent', 'got'].map((name) => query.get(name) ?? '');
  if (!isCount(sent) || !isCount(got)) return undefined;
  return { sent: Number(sent), got: Number(got) };
};

const isCount = (text: string | undefined): text is string => text !== undefined && /^\d{1,15}$/.test(text);

/** The texts of a body; undefined if it is no list of texts. */
export function readTexts(body: string): string[] | undefined {
  try {
    const value = JSON.parse(body) as JsonValue;
    return Array.isArray(value) && value.every((text) => typeof text === 'string') ? value : undefined;
  } catch {
    // There is no other way to learn whether it is JSON.
    return undefined;
  }
}

/** So many characters of texts are put into one list; a longer text goes alone. A list counts as having come when all of it has. */
const batchCharacters = 262_144;

/** The first of some texts, as many as one list has. */
export function batchOf<T extends { readonly text: string }>(texts: readonly T[]): T[] {
  let characters = 0;
  const end = texts.findIndex(({ text }) => {
    characters += text.length;
    return characters > batchCharacters;
  });
  return texts.slice(0, end < 0 ? texts.length : Math.max(end, 1));
}

/** How long a body is at most, in bytes: each byte of a text takes six at most as JSON. */
export const maxBodyBytes = (maxTextBytes: number): number => 6 * Math.max(maxTextBytes, 3 * batchCharacters) + 1_024;
