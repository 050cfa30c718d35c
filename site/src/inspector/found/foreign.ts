import type { JsonValue } from '@rockpool/reference';
import { removeMember } from '../edit-text.ts';
import { type Node, spansOf } from '../json-spans.ts';
import { listed } from './names.ts';
import { type ForeignMember, foreignMembers } from './shapes.ts';

/** Members that are in no format, and who adds them when. Of a name that begins so. */
const ADDED: readonly { readonly formats: RegExp; readonly name: RegExp; readonly by: string }[] = [
  { formats: /^es\./, name: /^_localIndex$/, by: 'Earthstar adds it when it reads' },
  { formats: /^es\./, name: /^attachment$/, by: 'Earthstar adds it when it reads a document with its attachment' },
  { formats: /^es\./, name: /^_/, by: 'programs add it for themselves' },
  { formats: /^ssb-classic$/, name: /^(?:meta|private|cyphertext|unbox)$/, by: 'Scuttlebutt adds it when it decrypts' },
  { formats: /^ssb-classic$/, name: /^key$/, by: 'the id of a message stands beside it and not in it' },
  { formats: /./, name: /^_(?:id|rev)$/, by: 'a database adds it' },
  { formats: /./, name: /^__typename$/, by: 'GraphQL adds it' },
  { formats: /^rp\./, name: /^id$/, by: 'the id follows from the header' },
];

const bySentence = (format: string, name: string): string | undefined => {
  const by = ADDED.find((each) => each.formats.test(format) && each.name.test(name))?.by;
  return by && ` ${by.slice(0, 1).toUpperCase()}${by.slice(1)}`;
};

/** What is signed cannot be taken away: of a header, and of a classic message, all of it. */
const isSigned = (format: string, { pointer, name }: ForeignMember): boolean =>
  pointer.startsWith('/header/') || (format === 'ssb-classic' && bySentence(format, name) === undefined);

/** The text of a record without some members of its own. */
const without = (text: string, names: ReadonlySet<string>): string => {
  let left = text;
  for (;;) {
    const node: Node | undefined = spansOf(left);
    if (node?.kind !== 'object') return left;
    const index = node.members.findIndex(({ name }) => names.has(name));
    if (index < 0) return left;
    left = removeMember(left, node, index);
  }
};

/** What is said of members that a format has no place for, and the record without them. */
export type ForeignNote = { readonly sentence: string; readonly mended?: string };

/** More of them than this are not named. */
const maxNamed = 4;

/** `undefined` where all members are the format's own. */
export const foreignNote = (text: string, value: JsonValue, format: string): ForeignNote | undefined => {
  const foreign = foreignMembers(value, format);
  if (foreign.length === 0) return undefined;
  const names = foreign.map(({ name }) => `\`${name.length > 40 ? `${name.slice(0, 40)}…` : name}\``);
  const shown = names.length > maxNamed ? [...names.slice(0, maxNamed), `${names.length - maxNamed} more`] : names;
  const has = `${format} has no ${names.length === 1 ? 'member' : 'members'} ${listed(shown)}.`;
  const by = foreign.length === 1 ? bySentence(format, foreign[0]?.name ?? '') : undefined;
  if (foreign.some((member) => isSigned(format, member))) return { sentence: `${has}${by ? `${by}.` : ''}` };
  return {
    sentence: `${has}${by ? `${by}; take it away.` : ` Take ${foreign.length === 1 ? 'it' : 'them'} away.`}`,
    mended: without(text, new Set(foreign.map(({ name }) => name))),
  };
};
