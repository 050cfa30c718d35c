import type { VectorCase } from '@rockpool/schemas';
import { blobId } from '../../src/forge/blob.ts';
import { concat, unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { NOW, T } from '../cases/verify.ts';
import { DOCUMENTS, type Family, MESSAGES, type Row, refused } from './family.ts';

const { phone, suzy } = cast;

/** A truth value or a fraction where a program that does not look at types takes it for the right number. */
const types = (family: Family): VectorCase[] => {
  const { make, shapeRule } = family;
  const json = (header: Readonly<Record<string, Json>>): string => JSON.stringify(make(header, { content: 'a' }));
  return [
    ...refused(
      family,
      [shapeRule],
      [
        [
          'size-true',
          'a size of true, and the content is one byte',
          { record: make({ contentSize: true }, { content: 'a' }) },
        ],
        [
          'size-true-sparse',
          'a size of true, and the content does not travel along',
          { record: make({ contentSize: true }, { content: 'a', sparse: true }) },
          family.sparse,
        ],
        [
          'size-false',
          'a size of false, and there is no content',
          { record: make({ contentSize: false }, { content: '' }) },
          'content-empty',
        ],
        [
          'size-text',
          'a size of "1", and the content is one byte',
          { record: make({ contentSize: '1' }, { content: 'a' }) },
        ],
        ['timestamp-text', 'the timestamp as a text of digits', { record: make({ timestamp: `${T}` }) }],
        ['author-listed', 'the author in a list', { record: make({ author: [suzy.keyId] }) }],
        ['space-listed', 'the space in a list', { record: make({ space: [cast.spaces.gardening] }) }],
      ],
    ),
    ...refused(
      family,
      ['TXT-8'],
      [
        ['size-point-zero', 'a size of 1.0', { text: json({}).replace('"contentSize":1', '"contentSize":1.0') }],
        ['size-exponent', 'a size of 1e0', { text: json({}).replace('"contentSize":1', '"contentSize":1e0') }],
        [
          'timestamp-exponent',
          'the timestamp with an exponent that adds nothing',
          { text: json({}).replace(`${T}`, `${T}e0`) },
        ],
      ],
    ),
  ];
};

/** Members that every object of some language has, or that programs of other formats pass over. */
const FURTHER = ['$schema', '', '0', '_x', 'constructor', 'toString', '__proto__', 'length', 'type', 'id'];

const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '') || 'nameless';

/** Members too many, and members in a list or as a number. */
const shapes = (family: Family): VectorCase[] => {
  const { make, shapeRule, held } = family;
  const whole = make({ contentType: 'text/plain' });
  const set = (members: object, name: string, value: unknown): object => {
    const copy = { ...members };
    Object.defineProperty(copy, name, { value, enumerable: true });
    return copy;
  };
  const header = (name: string, value: unknown): Readonly<Record<string, Json>> =>
    set(whole.header, name, value) as Readonly<Record<string, Json>>;
  const members = [
    'format',
    'space',
    'author',
    'contentHash',
    'contentType',
    ...(family === DOCUMENTS ? ['path'] : []),
  ];
  return [
    ...refused(
      family,
      ['REC-1'],
      FURTHER.map(
        (name): Row => [
          `record-further-${slugOf(name)}`,
          `a further member "${name}" of the record`,
          { record: set(whole, name, 'x') },
        ],
      ),
    ),
    ...refused(
      family,
      [shapeRule],
      [
        ...FURTHER.map(
          (name): Row => [
            `header-further-${slugOf(name)}`,
            `a further member "${name}" of the header`,
            { record: make(header(name, 'x')) },
          ],
        ),
        ...members.flatMap((name): Row[] => [
          [
            `header-list-${name.toLowerCase()}`,
            `${name} in a list`,
            { record: make(header(name, [whole.header[name]])) },
          ],
          [`header-number-${name.toLowerCase()}`, `a number as ${name}`, { record: make(header(name, 1)) }],
        ]),
        ['header-list-key', 'the key in a list', { record: make({ key: [phone.keyId] }, { signer: phone }) }, held],
        ['header-number-key', 'a number as the key', { record: make({ key: 1 }) }, held],
        ['header-true-timestamp', 'true as the timestamp', { record: make({ timestamp: true }) }],
      ],
    ),
    ...refused(
      family,
      ['REC-1'],
      [
        ['record-list-signature', 'the signature in a list', { record: { ...whole, signature: [whole.signature] } }],
        ['record-number-signature', 'a number as the signature', { record: { ...whole, signature: 1 } }],
        ['record-list-content', 'the content in a list', { record: { ...whole, content: [whole.content] } }],
      ],
    ),
  ];
};

/** What is empty or null is not absent. Signed as if it were. */
const absent = (family: Family): VectorCase[] => {
  const { make, held } = family;
  const inserted = (member: string): string => JSON.stringify(make({})).replace('"space"', `${member},"space"`);
  return [
    ...refused(
      family,
      ['REC-4'],
      [['key-empty-by-author', 'an empty text as the key, and the author signed', { record: make({ key: '' }) }, held]],
    ),
    ...refused(
      family,
      ['TXT-7'],
      [
        ['key-null-added', 'null as the key, added after signing', { text: inserted('"key":null') }],
        ['type-null-added', 'null as the content type, added after signing', { text: inserted('"contentType":null') }],
        [
          'content-null-added',
          'null as the content, which did not travel along',
          { text: JSON.stringify(make({}, { sparse: true })).replace(/}$/, ',"content":null}') },
          family.sparse,
        ],
        [
          'unknown-null-added',
          'null as a member that nobody knows, added after signing',
          { text: inserted('"colour":null') },
        ],
      ],
    ),
  ];
};

const emptyInMessages = (): VectorCase[] => {
  const { make } = MESSAGES;
  const text = JSON.stringify(make({}));
  const inserted = (member: string): string => text.replace('"space"', `${member},"space"`);
  return [
    ...refused(
      MESSAGES,
      ['MSG-5'],
      [['first-skip-empty', 'a first message with an empty text as skip', { record: make({ skip: '' }) }]],
    ),
    ...refused(
      MESSAGES,
      ['MSG-1'],
      [
        ['sequence-true', 'true as the sequence of a first message', { record: make({ sequence: true }) }],
        ['sequence-text', 'the sequence of a first message as a text', { record: make({ sequence: '1' }) }],
        ['log-true-first', 'true as the log of a first message', { record: make({ log: true }) }, 'log-1'],
        ['log-text', 'the log of a first message as a text', { record: make({ log: '1' }) }, 'log-1'],
        ['log-false', 'false as the log of a first message', { record: make({ log: false }) }],
      ],
    ),
    ...refused(
      MESSAGES,
      ['TXT-7'],
      [
        [
          'previous-null-added',
          'null as previous of a first message, added after signing',
          { text: inserted('"previous":null') },
        ],
        ['skip-null-added', 'null as skip of a first message, added after signing', { text: inserted('"skip":null') }],
        ['log-null-added', 'null as the log, added after signing', { text: inserted('"log":null') }],
      ],
    ),
    ...refused(
      MESSAGES,
      ['TXT-8'],
      [
        [
          'sequence-1-0',
          'a first message with the sequence 1.0',
          { text: text.replace('"sequence":1', '"sequence":1.0') },
        ],
        ['log-1-0', 'the log 1.0', { text: JSON.stringify(make({ log: 1 })).replace('"log":1', '"log":1.0') }, 'log-1'],
        [
          'log-1e3',
          'the log 1e3',
          { text: JSON.stringify(make({ log: 1000 })).replace('"log":1000', '"log":1e3') },
          'log-1',
        ],
      ],
    ),
  ];
};

const emptyInDocuments = (): VectorCase[] => {
  const { make } = DOCUMENTS;
  const dying = JSON.stringify(make({ path: '/chat/!hello', expires: NOW + 1 }));
  return [
    ...refused(
      DOCUMENTS,
      ['DOC-10'],
      [['expires-0-plain', 'a time of expiry of 0 at a path that is not ephemeral', { record: make({ expires: 0 }) }]],
    ),
    ...refused(
      DOCUMENTS,
      ['DOC-1'],
      [
        [
          'expires-text',
          'the time of expiry as a text of digits',
          { record: make({ path: '/chat/!hello', expires: `${NOW + 1}` }) },
        ],
      ],
    ),
    ...refused(
      DOCUMENTS,
      ['TXT-7'],
      [
        [
          'expires-null-added',
          'null as the time of expiry, added after signing',
          { text: JSON.stringify(make({})).replace('"space"', '"expires":null,"space"') },
        ],
      ],
    ),
    ...refused(
      DOCUMENTS,
      ['TXT-8'],
      [
        [
          'expires-point-zero',
          'the time of expiry with a point and a zero',
          { text: dying.replace(`${NOW + 1}`, `${NOW + 1}.0`) },
        ],
        [
          'expires-exponent',
          'the time of expiry with an exponent',
          { text: dying.replace(`${NOW + 1}`, `${NOW + 1}e0`) },
        ],
      ],
    ),
  ];
};

/** The text of a record whose header names these bytes, and whose content is written so. */
export const written = ({ make }: Family, bytes: Uint8Array, inside: string | Uint8Array): Uint8Array => {
  const text = JSON.stringify({
    ...make({ contentHash: blobId(bytes), contentSize: bytes.length }, { sparse: true }),
    content: 'HERE',
  });
  const [before, after] = text.split('HERE') as [string, string];
  return concat(utf8(before), typeof inside === 'string' ? utf8(inside) : inside, utf8(after));
};

/** Ill-formed content whose hash and size are right for what a lenient reader makes of it. */
const contents = (family: Family): VectorCase[] => {
  const row = (slug: string, words: string, seen: string | Uint8Array, inside: string | Uint8Array): Row => [
    slug,
    words,
    { text: written(family, typeof seen === 'string' ? utf8(seen) : seen, inside) },
  ];
  const cut = unhex('6d6f7373f09f8c');
  const surrogates = unhex('6d6f7373eda0bcedbcb8');
  return [
    ...refused(
      family,
      ['TXT-1'],
      [
        row(
          'cut-flower-replaced',
          'a flower cut after three bytes, and the header names U+FFFD in its place',
          'moss\ufffd',
          cut,
        ),
        row('cut-flower-as-is', 'a flower cut after three bytes, and the header names these bytes', cut, cut),
        row(
          'cut-flower-dropped',
          'a flower cut after three bytes, and the header names what is left without it',
          'moss',
          cut,
        ),
        row(
          'surrogates-joined',
          'two surrogates in UTF-8, and the header names the flower that they would be',
          'moss🌸',
          surrogates,
        ),
        row(
          'surrogates-as-they-are',
          'two surrogates in UTF-8, and the header names these bytes',
          surrogates,
          surrogates,
        ),
        row('overlong-read', 'an overlong solidus, and the header names a solidus', 'a/b', unhex('61c0af62')),
      ],
    ),
    ...refused(
      family,
      ['TXT-4'],
      [
        row(
          'half-replaced',
          'half a flower in the content, and the header names U+FFFD in its place',
          'moss\ufffd',
          'moss\\ud83c',
        ),
        row(
          'half-as-is',
          'half a flower in the content, and the header names it as three bytes',
          unhex('6d6f7373eda0bc'),
          'moss\\ud83c',
        ),
        row(
          'half-dropped',
          'half a flower in the content, and the header names what is left without it',
          'moss',
          'moss\\ud83c',
        ),
        row(
          'half-question',
          'half a flower in the content, and the header names a question mark in its place',
          'moss?',
          'moss\\ud83c',
        ),
        row(
          'half-dropped-inside',
          'half a flower within the content, and the header names what is left without it',
          'moss',
          'm\\udf38oss',
        ),
        row(
          'halves-apart',
          'the halves of a flower around the content, and the header names what is left without them',
          'moss',
          '\\ud83cmoss\\udf38',
        ),
      ],
    ),
    ...refused(
      family,
      ['TXT-2'],
      [
        row('raw-newline-read', 'a line feed in the content, not escaped', 'a\nb', 'a\nb'),
        row('raw-tab-read', 'a tab in the content, not escaped', 'a\tb', 'a\tb'),
        row('raw-nul-read', 'NUL in the content, not escaped', 'a\u0000b', 'a\u0000b'),
        row('escape-x-read', 'an escape \\x in the content', 'AB', 'A\\x42'),
      ],
    ),
  ];
};

/** Texts around a record that is right. */
const around = (family: Family): VectorCase[] => {
  const text = JSON.stringify(family.make({}));
  return [
    ...refused(
      family,
      ['TXT-2'],
      [
        ['lenient-nul', 'NUL behind the record', { text: `${text}\u0000` }],
        ['lenient-newline-nul', 'a line feed and NUL behind the record', { text: `${text}\n\u0000` }],
        ['lenient-mark-behind', 'a byte order mark behind the record', { text: `${text}\ufeff` }],
        ['lenient-no-break-space', 'a no-break space behind the record', { text: `${text}\u00a0` }],
        ['lenient-letter', 'a letter behind the record', { text: `${text}x` }],
        ['lenient-comment', 'a comment behind the record', { text: `${text}// pretty` }],
        [
          'lenient-comment-inside',
          'a comment within the record',
          { text: text.replace('{"header"', '{/* pretty */"header"') },
        ],
        [
          'lenient-comma',
          'a comma behind the last member of the header',
          { text: text.replace('},"signature"', ',},"signature"') },
        ],
        ['lenient-single-quotes', 'names in single quotes', { text: text.replace('"header"', "'header'") }],
      ],
    ),
    ...refused(
      family,
      ['TXT-2', 'TXT-8'],
      [
        ['lenient-plus', 'a plus sign in front of the timestamp', { text: text.replace(`:${T}`, `:+${T}`) }],
        ['lenient-zero', 'a zero in front of the timestamp', { text: text.replace(`:${T}`, `:0${T}`) }],
        ['lenient-point', 'a point behind the timestamp', { text: text.replace(`:${T}`, `:${T}.`) }],
      ],
    ),
    ...refused(
      family,
      ['TXT-3'],
      [
        ['twice-header-last', 'header twice, the right one first', { text: text.replace(/}$/, ',"header":{}}') }],
        [
          'twice-signature-last',
          'signature twice, the right one first',
          { text: text.replace(/}$/, ',"signature":""}') },
        ],
        [
          'twice-author',
          'the author twice, the right one behind',
          { text: text.replace('"author"', `"author":"${phone.keyId}","author"`) },
        ],
        [
          'twice-author-first',
          'the author twice, the right one first',
          { text: text.replace('"timestamp"', `"author":"${phone.keyId}","timestamp"`) },
        ],
      ],
    ),
  ];
};

const of = (family: Family): VectorCase[] => [
  ...types(family),
  ...shapes(family),
  ...absent(family),
  ...contents(family),
  ...around(family),
];

/** Documents that a program takes for right ones. */
export const mistakenDocuments = (): VectorCase[] => [...of(DOCUMENTS), ...emptyInDocuments()];

/** Messages that a program takes for right ones. */
export const mistakenMessages = (): VectorCase[] => [...of(MESSAGES), ...emptyInMessages()];
