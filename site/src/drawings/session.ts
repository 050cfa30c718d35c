import { entriesOf, type Message, sessionOf } from './session-of.ts';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const entryWords = (entry: ReturnType<typeof entriesOf>[number]): string => {
  switch (entry.kind) {
    case 'silent':
      return 'silence';
    case 'sum':
      return `sum of ${counted(entry.count, 'item')}`;
    case 'wish':
      return `wish for ${entry.wished.filter((each) => each).length} of ${entry.wished.length}`;
    default:
      return `${entry.kind} of ${counted(entry.items.length, 'item')}`;
  }
};

/** What a message says, in the few words that fit between two lines of life. */
const aboutOf = (message: Message): string => {
  switch (message.type) {
    case 'hello':
      return 'a nonce';
    case 'open':
      return 'which space, what time';
    case 'reconcile':
      return entriesOf(message).map(entryWords).join(', ');
    case 'records':
      return counted(message.records?.length ?? 0, 'record');
    case 'done':
      return `${counted(message.count ?? 0, 'item')} now`;
    case 'want':
      return message.contents?.length ? counted(message.contents.length, 'content') : 'no contents';
    default:
      return '';
  }
};

const GROUPS: Readonly<Record<string, string>> = {
  hello: 'who is there',
  auth: 'who is there',
  open: 'which space',
  want: 'contents',
  contents: 'contents',
  end: 'contents',
};

/** Ends a turn. */
const TURN_ENDS = ['reconcile', 'done'];

type Line = { readonly by: string; readonly isLeft: boolean; readonly type: string; readonly about: string };
export type Group = { readonly title: string; readonly lines: readonly Line[] };

/** A session between two of the cast, of which the peer is the caller: its messages by what they are for, turn by turn; the same in words. */
export const conversationOf = (vector: string, caller: string, answerer: string) => {
  const groups: { title: string; lines: Line[] }[] = [];
  let turn = 1;
  for (const { by, message } of sessionOf(vector).messages) {
    const isLeft = by === 'peer';
    const name = isLeft ? caller : answerer;
    const title = GROUPS[message.type] ?? `turn ${turn}, ${name}’s`;
    const line = { by: name, isLeft, type: message.type, about: aboutOf(message) };
    const last = groups.at(-1);
    if (last?.title === title) last.lines.push(line);
    else groups.push({ title, lines: [line] });
    if (TURN_ENDS.includes(message.type)) turn += 1;
  }
  const told = groups.map(
    ({ title, lines }) =>
      `${title}: ${lines.map((line) => `${line.by} sends ${line.type}${line.about && ` (${line.about})`}`).join(', ')}`,
  );
  return {
    groups: groups as readonly Group[],
    says: `A session that ${caller} opens with ${answerer}. ${told.join('; ')}.`,
  };
};
