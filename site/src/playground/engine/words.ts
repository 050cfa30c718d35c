// By its file: with the package come validators that nobody needs here.

import { wishType } from '../../../../reference/src/replica/content-object.ts';
import { readRanges } from '../../../../reference/src/sync/ranges.ts';
import registry from '../../../../schemas/v1/rejection-codes.json' with { type: 'json' };
import type { PeerAt } from './event.ts';
import type { Message } from './message.ts';
import { nameOfId, withNames } from './people.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

export const counted = (count: number, what: string, many = `${what}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? what : many}`;

export const nameOf = (world: World, at: PeerAt): string => world.party(at).author.name;

/** What a code of rejection means, in the words of the registry. */
export const meaningOf = (code: string): string =>
  registry.codes.find((each) => each.code === code)?.meaning ?? code.replaceAll('-', ' ');

const objectIn = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    // A changed byte may have made something else of it.
    return undefined;
  }
};

const quoted = (content: unknown): string => {
  const text = String(content);
  return `“${text.length > 32 ? `${text.slice(0, 31)}…` : text}”`;
};

/** A record in a few words: whose page or message it is, and what it says. */
export const recordWords = (text: string): string => {
  const { header = {}, content } = (objectIn(text) ?? {}) as { header?: Json; content?: unknown };
  const { author, path, sequence } = header;
  if (author === undefined) return 'something that is no record';
  const who = nameOfId(String(author));
  if (header.contentType === wishType) return `${who}’s message ${sequence}, a wish that something be forgotten`;
  if (path === undefined) return `${who}’s message ${sequence}${content === undefined ? '' : ` ${quoted(content)}`}`;
  const page = withNames(String(path));
  return content === ''
    ? `the deletion of ${page} by ${who}`
    : `${who}’s ${page}${content === undefined ? '' : ` ${quoted(content)}`}`;
};

/** So many are told one by one. */
const mostTold = 2;

export const listWords = (words: readonly string[]): string => {
  const told = words.slice(0, mostTold);
  if (words.length > mostTold) return `${told.join(', ')} and ${words.length - mostTold} more`;
  return told.join(' and ');
};

const recordsWords = (records: unknown): string => {
  const texts = (Array.isArray(records) ? records : []).map((record) => String((record as Json).text));
  return listWords(texts.map(recordWords));
};

const rangesWords = (ranges: unknown): string => {
  const { entries } = readRanges(String(ranges));
  const spoken = entries.filter(({ kind }) => kind !== 'silent');
  const sums = spoken.filter((entry) => entry.kind === 'sum');
  const [only] = spoken;
  if (sums.length === 1 && only?.kind === 'sum')
    return `All that I have is ${counted(only.count, 'record')}, and this is the fingerprint. What do you have?`;
  const parts = [
    ...(sums.length === 0 ? [] : [`here are the fingerprints of ${counted(sums.length, 'part')} of mine`]),
    ...spoken.flatMap((entry) =>
      entry.kind === 'list' || entry.kind === 'long-list'
        ? [
            entry.ids.length === 0
              ? 'there I have nothing'
              : `there I have ${counted(entry.ids.length, 'record')}: ${entry.ids.length === 1 ? 'this one' : 'these'}`,
          ]
        : entry.kind === 'wish'
          ? [`of those I lack ${entry.wished.filter(Boolean).length}, please send`]
          : [],
    ),
  ];
  const isAnswer = spoken.some(({ kind }) => kind !== 'wish');
  return `${isAnswer ? 'Not the same; ' : ''}${listWords(parts)}.`.replace(/^./, (first) => first.toUpperCase());
};

/** What a message says, as its sender would say it aloud. */
export const saidWords = (text: string): string => {
  const message = objectIn(text);
  switch (message?.type) {
    case 'hello':
      return 'Hello! Here is a number that nobody has used before.';
    case 'auth':
      return 'This shows that I have the key.';
    case 'open':
      return 'This is the space that I mean, in a form that only its members know, and my clock says this.';
    case 'reconcile':
      return rangesWords(message.ranges);
    case 'records':
      return `Here is ${recordsWords(message.records)}.`;
    case 'done':
      return `I have nothing more to ask. Now I have ${counted(Number(message.count), 'record')}.`;
    case 'want': {
      const contents = Array.isArray(message.contents) ? message.contents.length : 0;
      return contents === 0 ? 'I lack no content.' : `I lack the content of ${contents}.`;
    }
    case 'contents':
      return 'Here is content that you lack.';
    case 'end':
      return 'That was all.';
    case 'state':
      return `Now I have ${counted(Number(message.count), 'record')}. If you have anything else, say so.`;
    case 'error':
      return `I stop here: ${meaningOf(String(message.code))}.`;
    default:
      return 'Something that no peer understands.';
  }
};

/** The same with the name of who says it to whom. */
export const messageWords = (world: World, { from, to, text }: Message): string =>
  `${nameOf(world, from)} → ${nameOf(world, to)}: ${saidWords(text)}`;
