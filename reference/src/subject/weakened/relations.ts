import { lens, type Mode } from './lens.ts';
import { memberAt, type Way, withMember } from './member.ts';
import { rule } from './rule-change.ts';
import { samenesses } from './sameness.ts';
import type { Weakening } from './weakened.ts';

interface Seen {
  readonly author: string;
  readonly key: string | undefined;
  readonly content: string | undefined;
  readonly contentHash: string;
  readonly contentSize: number;
  readonly contentId: string;
  readonly textHash: string;
  readonly actualTextHash: string;
  readonly attachmentSize: number | undefined;
  readonly attachmentHash: string | undefined;
  readonly text: string;
  readonly sequence: number;
  readonly skipSequence: number;
  readonly previous: string | undefined;
  readonly skip: string | undefined;
}

interface Told {
  readonly requirement: string;
  readonly format: string;
  readonly name: string;
  readonly title: string;
  readonly mode: Mode;
  readonly says: (seen: Seen) => boolean;
}

const natives = ['rp.document.1', 'rp.message.1'];
const emptyBlobId = '&b6da6bngndgb3tsjjbh4bixgbakmt4tdzose4bouymop5smcwxaxq';

const told = (
  formats: readonly string[],
  requirement: string,
  list: readonly (readonly [name: string, title: string, mode: Mode, says: Told['says']])[],
): Told[] =>
  formats.flatMap((format) =>
    list.map(([name, title, mode, says]) => ({ requirement, format, name, title, mode, says })),
  );

/** Rules by which two texts have to be the same, compared wrongly. */
const equalities: readonly Told[] = samenesses.flatMap(({ name, title, same }) => [
  ...told(natives, 'REC-17', [
    [name, title, 'or', ({ content, contentId, contentHash }) => content === undefined || same(contentId, contentHash)],
  ]),
  ...told(natives, 'REC-11', [
    [name, title, 'instead', ({ contentSize, contentHash }) => (contentSize === 0) === same(contentHash, emptyBlobId)],
  ]),
  ...(name === 'length'
    ? []
    : told(natives, 'REC-12', [[name, title, 'and', ({ key, author }) => key === undefined || !same(key, author)]])),
  ...told(['es.4'], 'ES4-6', [[name, title, 'or', ({ textHash, actualTextHash }) => same(textHash, actualTextHash)]]),
  ...told(['es.5'], 'ES5-14', [[name, title, 'or', ({ textHash, actualTextHash }) => same(textHash, actualTextHash)]]),
]);

const others: readonly Told[] = [
  ...told(natives, 'REC-11', [
    ['one-way', 'takes the hash of no bytes with any size', 'or', ({ contentSize }) => contentSize !== 0],
    ['other-way', 'takes the size 0 with any hash', 'or', ({ contentSize }) => contentSize === 0],
  ]),
  ...told(natives, 'REC-17', [
    ['empty', 'does not look at empty content', 'or', ({ content }) => content === ''],
    ['short', 'does not look at content of up to 16 characters', 'or', ({ content }) => (content ?? '').length <= 16],
    ['long', 'does not look at content beyond 4,096 characters', 'or', ({ content }) => (content ?? '').length > 4_096],
  ]),
  ...told(natives, 'REC-16', [
    ['empty', 'does not look at empty content', 'or', ({ content }) => content === ''],
    ['shorter', 'takes content that is shorter', 'or', ({ content, contentSize }) => utf8(content) < contentSize],
    ['longer', 'takes content that is longer', 'or', ({ content, contentSize }) => utf8(content) > contentSize],
    [
      'in-units',
      'counts UTF-16 code units',
      'or',
      ({ content, contentSize }) => (content ?? '').length === contentSize,
    ],
    [
      'in-characters',
      'counts characters',
      'or',
      ({ content, contentSize }) => [...(content ?? '')].length === contentSize,
    ],
    ['in-32-bits', 'compares 32 bits', 'or', ({ content, contentSize }) => utf8(content) === contentSize % 2 ** 32],
    ['in-16-bits', 'compares 16 bits', 'or', ({ content, contentSize }) => utf8(content) === contentSize % 2 ** 16],
    [
      'by-1',
      'takes a size that is off by one',
      'or',
      ({ content, contentSize }) => Math.abs(utf8(content) - contentSize) <= 1,
    ],
  ]),
  ...told(natives, 'REC-10', [
    ['in-units', 'counts UTF-16 code units', 'or', ({ content }) => (content ?? '').length <= 65_536],
    ['in-characters', 'counts characters', 'or', ({ content }) => [...(content ?? '')].length <= 65_536],
  ]),
  ...told(['es.4'], 'ES4-4', [
    ['in-units', 'counts UTF-16 code units', 'or', ({ text }) => text.length <= 4_000_000],
    ['in-characters', 'counts characters', 'or', ({ text }) => [...text].length <= 4_000_000],
  ]),
  ...told(['es.5'], 'ES5-5', [
    ['in-units', 'counts UTF-16 code units', 'or', ({ text }) => text.length <= 8_000],
    ['in-characters', 'counts characters', 'or', ({ text }) => [...text].length <= 8_000],
  ]),
  ...told(['es.5'], 'ES5-8', [
    [
      'zero',
      'takes 0 for a missing attachmentSize',
      'and',
      ({ attachmentHash, attachmentSize }) => attachmentHash === undefined || attachmentSize !== 0,
    ],
  ]),
  ...told(['es.5'], 'ES5-9', [
    ['above-1', 'draws the line at 1', 'or', ({ attachmentSize }) => attachmentSize === 1],
    [
      'zero-too',
      'wants a hash for 0 bytes too',
      'and',
      ({ attachmentSize, attachmentHash }) => attachmentSize === undefined || attachmentHash !== undefined,
    ],
    [
      'negative',
      'looks at the size as a truth',
      'and',
      ({ attachmentSize, attachmentHash }) => !attachmentSize || attachmentHash !== undefined,
    ],
  ]),
  ...told(['es.5'], 'ES5-10', [
    ['above-1', 'draws the line at 1', 'or', ({ attachmentSize }) => attachmentSize === 1],
    [
      'zero-too',
      'wants a text for 0 bytes too',
      'and',
      ({ attachmentSize, text }) => attachmentSize === undefined || text !== '',
    ],
    [
      'hash-too',
      'wants a text wherever there is a hash',
      'and',
      ({ attachmentHash, text }) => attachmentHash === undefined || text !== '',
    ],
    ['blank', 'takes blanks for no text', 'and', ({ attachmentSize, text }) => !attachmentSize || text.trim() !== ''],
  ]),
  ...told(['rp.message.1'], 'MSG-6', [
    ['one-way', 'takes a first message with previous', 'or', ({ sequence }) => sequence === 1],
    ['other-way', 'takes a later message without previous', 'or', ({ sequence }) => sequence > 1],
    ['above-2', 'draws the line at 2', 'or', ({ sequence, previous }) => (previous !== undefined) === sequence > 2],
    [
      'in-32-bits',
      'looks at 32 bits of sequence',
      'instead',
      ({ sequence, previous }) => (previous !== undefined) === (sequence | 0) > 1,
    ],
  ]),
  ...told(['rp.message.1'], 'MSG-7', [
    ['one-way', 'takes a skip link that is not needed', 'or', ({ skip }) => skip !== undefined],
    ['other-way', 'takes a missing skip link', 'or', ({ skip }) => skip === undefined],
    ['equal-to-previous', 'takes a skip link that repeats previous', 'or', ({ skip, previous }) => skip === previous],
    [
      'zero',
      'wants a skip link where it leads to 0',
      'instead',
      ({ skip, skipSequence, sequence }) =>
        (skip !== undefined) === (skipSequence !== sequence - 1 && skipSequence > 1),
    ],
    [
      'in-32-bits',
      'looks at 32 bits of sequence',
      'instead',
      ({ skip, skipSequence, sequence }) => (skip !== undefined) === ((skipSequence | 0) !== ((sequence - 1) | 0)),
    ],
  ]),
  ...told(['ssb-classic'], 'SSB-11', [
    ['one-way', 'takes a first message with previous', 'or', ({ sequence }) => sequence === 1],
    ['other-way', 'takes a later message without previous', 'or', ({ sequence }) => sequence > 1],
    ['above-2', 'draws the line at 2', 'or', ({ sequence, previous }) => (previous !== undefined) === sequence > 2],
  ]),
];

function utf8(text: string | undefined): number {
  return new TextEncoder().encode(text ?? '').length;
}

/** What some layer below does to a text before it is hashed. */
const foldings: readonly (readonly [name: string, title: string, fold: (text: string) => string])[] = [
  ['without-bom', 'drops a byte order mark in front', (text) => text.replace(/^\ufeff/, '')],
  ['crlf-as-lf', 'makes line feeds of CR LF', (text) => text.replaceAll('\r\n', '\n')],
  ['cr-as-lf', 'makes line feeds of CR', (text) => text.replaceAll('\r', '\n')],
  ['lf-as-crlf', 'makes CR LF of line feeds', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['nfc', 'makes NFC of it', (text) => text.normalize('NFC')],
  ['nfd', 'makes NFD of it', (text) => text.normalize('NFD')],
  ['nfkc', 'makes NFKC of it', (text) => text.normalize('NFKC')],
  ['trimmed', 'trims it', (text) => text.trim()],
  ['trailing-lf', 'drops a line feed at the end', (text) => text.replace(/\n$/, '')],
  ['cut-at-nul', 'ends it at NUL', (text) => text.replace(/\0.*$/s, '')],
  ['lower-cased', 'makes small letters of capitals', (text) => text.toLowerCase()],
];

const hashed: readonly (readonly [requirement: string, format: string, way: Way])[] = [
  ...natives.map((format) => ['REC-17', format, ['content']] as const),
  ['ES4-6', 'es.4', ['content']],
  ['ES5-14', 'es.5', ['text']],
];

const folded: readonly Weakening[] = hashed.flatMap(([requirement, format, way]) =>
  foldings.map(([name, title, fold]) => ({
    name,
    requirement,
    format,
    title: `${title}, before it is hashed`,
    weaken: lens(
      format,
      [requirement],
      (value) => {
        const text = memberAt(value, way);
        return typeof text === 'string' && fold(text) !== text ? withMember(value, way, fold(text)) : undefined;
      },
      'instead',
    ),
  })),
);

/** The author's key asked about where another one signed. */
const keyPassedOver: readonly Weakening[] = natives.map((format) => ({
  name: 'author-always',
  requirement: 'REC-15',
  format,
  title: 'asks about the author where key signed',
  weaken: lens(format, [], (value) => withMember(value, ['header', 'key'], undefined)),
}));

/** Every relation between members, weaker. */
export const relationWeakenings: readonly Weakening[] = [
  ...[...equalities, ...others].map(({ requirement, format, name, title, mode, says }) => ({
    name,
    requirement,
    format,
    title,
    weaken: rule(format, requirement, says, mode),
  })),
  ...folded,
  ...keyPassedOver,
];
