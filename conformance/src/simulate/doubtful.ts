import { idOf } from './watch.ts';

type Written = { format: string; text: string };

/** The messages that a message wishes to be forgotten, where its content is there and is a wish. */
const namesOf = (text: string): readonly string[] => {
  const { content } = JSON.parse(text) as { content?: unknown };
  if (typeof content !== 'string') return [];
  try {
    const { type, messages } = JSON.parse(content) as { type?: unknown; messages?: unknown };
    return type === 'forget' && Array.isArray(messages) ? messages.map(String) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
};

const hashOf = (text: string): string =>
  String((JSON.parse(text) as { header: { contentHash?: unknown } }).header.contentHash);

/**
 * Contents that one peer may want and another not, for ever: those of messages that a wish names which another wish names. Who lacks
 * the content of the first never wants it [NAT-6], does not learn that it is a wish, and goes on wanting what that names.
 */
export const doubtfulContents = (records: readonly Written[]): ReadonlySet<string> => {
  const named = new Set(records.flatMap(({ text }) => namesOf(text)));
  const wishes = records.filter(({ format, text }) => namesOf(text).length > 0 && named.has(idOf(format, text)));
  const doubtful = new Set(wishes.flatMap(({ text }) => namesOf(text)));
  return new Set(
    records.filter(({ format, text }) => doubtful.has(idOf(format, text))).map(({ text }) => hashOf(text)),
  );
};
