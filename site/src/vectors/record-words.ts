import { castName, shortOf } from '../facts/cast.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameFor = (author: unknown): string => castName(String(author)) ?? shortOf(String(author), 10);

/** What a text says of itself, as far as words need it. Native records say it in their header, others at the top. */
const readHead = (text: string): { head: Json; hasContent: boolean } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return undefined;
    return isObject(value.header)
      ? { head: value.header, hasContent: 'content' in value }
      : { head: value, hasContent: true };
  } catch {
    // What a replica or a session is given need not be JSON.
    return undefined;
  }
};

/** A record in a few words: whose message or document it is. What is no record is shown as it begins. */
export const recordWords = (text: string): string => {
  const read = readHead(text);
  if (read === undefined || !('author' in read.head)) return shortOf(text, 40);
  const { path, sequence, log, author } = read.head;
  const what =
    path === undefined ? `message ${shortOf(String(sequence), 16)}` : `document ${shortOf(String(path), 40)}`;
  const whose = `${what} ${path === undefined ? 'of' : 'by'} ${nameFor(author)}`;
  const more = [
    ...(log === undefined ? [] : [`log ${shortOf(String(log), 16)}`]),
    ...(read.hasContent ? [] : ['no content']),
  ];
  return more.length === 0 ? whose : `${whose} (${more.join(', ')})`;
};

/** The path of a document and its time; nothing for what is no document. */
export const placeOf = (text: string): { path: string; timestamp: number } | undefined => {
  const { path, timestamp } = readHead(text)?.head ?? {};
  return typeof path === 'string' && typeof timestamp === 'number' ? { path, timestamp } : undefined;
};
