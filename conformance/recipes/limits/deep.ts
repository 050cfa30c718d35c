import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { type Compact, expandText, utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { Format } from '../../src/forge/rule.ts';
import { readText } from '../../src/forge/text.ts';
import { judgeText } from '../../src/forge/verdict.ts';
import { feedCase } from '../cases/feed.ts';
import { disagree, sameSet, toCase } from '../cases/file.ts';
import { mergeCase } from '../cases/merge.ts';
import { NOW, PROFILE, refuses } from '../cases/verify.ts';
import { es4, es5 } from '../earthstar/document.ts';
import { message } from '../messages/message.ts';
import { page } from '../records/page.ts';
import { posted, ssb } from '../scuttlebutt/message.ts';

/** A text that is nested far deeper than any stack is high. */
type Deep = { slug: string; title: string; parent: string; text: Compact };

const LEVELS = 100_000;

const ARRAYS: Deep = {
  slug: 'arrays',
  title: 'arrays nested 100,000 deep',
  parent: 'encoding/nested-4-arrays',
  text: [
    { repeat: '[', times: LEVELS },
    { repeat: ']', times: LEVELS },
  ],
};

/** Fewer, so that the text is not too long as well. */
const OBJECTS: Deep = {
  slug: 'objects',
  title: 'objects nested 70,000 deep',
  parent: 'encoding/nested-4-objects',
  text: [{ repeat: '{"a":', times: 70_000 }, '1', { repeat: '}', times: 70_000 }],
};

const MIXED: Deep = {
  slug: 'mixed',
  title: 'arrays and objects nested 100,000 deep in turn',
  parent: 'encoding/nested-4-mixed',
  text: [{ repeat: '[{"a":', times: LEVELS / 2 }, '1', { repeat: '}]', times: LEVELS / 2 }],
};

const OPEN: Deep = {
  slug: 'open',
  title: '100,000 arrays that do not end',
  parent: 'encoding/nested-4-arrays',
  text: [{ repeat: '[', times: LEVELS }],
};

/** Nobody is asked about these as values: the question itself would be as deep. */
const asText = (made: VectorCase, input: Record<string, unknown> = {}): VectorCase => ({
  ...made,
  input: { ...made.input, ...input },
  textOnly: true,
});

const canonicalCase = ({ slug, title, parent, text }: Deep, breaks: readonly string[]): VectorCase => {
  const { broken } = readText(utf8(expandText(text)), 'native');
  const found = broken.map(({ requirement }) => requirement);
  if (!sameSet(found, breaks)) disagree(slug, breaks, found);
  return toCase({
    id: `limits/canonical-${slug}`,
    title,
    profile: 'core',
    requirements: breaks,
    operation: 'canonical.encode',
    input: { text },
    expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] } },
    parent,
    defect: title,
    textOnly: true,
  });
};

/** Of a format: a record that is accepted, where it stands among the vectors, and the rule that depth breaks. */
type Kind = {
  format: Format;
  name: string;
  parent: string;
  record: unknown;
  tooDeep: string;
  member: string;
};

const KINDS: readonly Kind[] = [
  {
    format: 'rp.document.1',
    name: 'document',
    parent: 'documents/wiki-page',
    record: page(),
    tooDeep: 'TXT-6',
    member: 'content',
  },
  {
    format: 'rp.message.1',
    name: 'message',
    parent: 'messages/hello',
    record: message(),
    tooDeep: 'TXT-6',
    member: 'content',
  },
  {
    format: 'es.4',
    name: 'es4',
    parent: 'earthstar-es4/worked-basic',
    record: es4(),
    tooDeep: 'TXT-10',
    member: 'content',
  },
  {
    format: 'es.5',
    name: 'es5',
    parent: 'earthstar-es5/worked-basic',
    record: es5(),
    tooDeep: 'TXT-10',
    member: 'text',
  },
  {
    format: 'ssb-classic',
    name: 'ssb',
    parent: 'ssb/worked-first',
    record: ssb(),
    tooDeep: 'TXT-10',
    member: 'content',
  },
];

/** The record with arrays, 100,000 deep, in place of one of its members. */
const inside = ({ record, member }: Kind): Compact => {
  const [before = '', behind = ''] = JSON.stringify({ ...(record as object), [member]: '\u0001' }).split('"\\u0001"');
  return [before, { repeat: '[', times: LEVELS }, { repeat: ']', times: LEVELS }, behind];
};

const alone = (kind: Kind): VectorCase[] => {
  const { format, name, parent, tooDeep } = kind;
  const about = (slug: string, title: string, text: Compact, breaks: readonly string[]): VectorCase =>
    asText(refuses(`limits/${name}-${slug}`, parent, title, { format, text: expandText(text) }, breaks), { text });
  const ended = [ARRAYS, OBJECTS, MIXED].map(({ slug, title, text }) => about(slug, title, text, [tooDeep]));
  const open = ['TXT-2', tooDeep];
  return [
    ...ended,
    about(OPEN.slug, OPEN.title, OPEN.text, open),
    about('inside', 'a member that is arrays nested 100,000 deep', inside(kind), [tooDeep]),
  ];
};

/** A classic message may have anything in its content, but nothing so deep. */
const inContent = (): VectorCase => {
  const [before = '', behind = ''] = JSON.stringify(posted({ type: 'post', deep: '\u0001' })).split('"\\u0001"');
  const text = [before, { repeat: '[', times: LEVELS }, { repeat: ']', times: LEVELS }, behind];
  const title = 'a content in which arrays are nested 100,000 deep';
  const input = { format: 'ssb-classic', text: expandText(text) } as const;
  return asText(refuses('limits/ssb-in-content', 'ssb/worked-first', title, input, ['TXT-10']), { text });
};

/** The id of what is no record at all. */
const idCase = ({ format, name, parent, tooDeep }: Kind): VectorCase => {
  const { broken } = judgeText(format, utf8(expandText(ARRAYS.text)), NOW);
  return toCase({
    id: `limits/${name}-id`,
    title: `the id of ${ARRAYS.title}`,
    profile: PROFILE[format],
    requirements: [tooDeep],
    operation: 'record.id',
    input: { format, text: ARRAYS.text },
    expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] } },
    parent,
    defect: ARRAYS.title,
    textOnly: true,
    timeless: true,
  });
};

const deepText = (): string => expandText(ARRAYS.text);

const MERGES: readonly [format: Format, profile: ProfileName, space: string, rule: string, record: unknown][] = [
  ['rp.document.1', 'documents', cast.spaces.gardening, 'DOC-17', page()],
  ['es.4', 'earthstar-es4', cast.gardening.earthstarAddress, 'ES-16', es4()],
  ['es.5', 'earthstar-es5', cast.gardening.earthstarAddress, 'ES-16', es5()],
];

const merges = (): VectorCase[] =>
  MERGES.map(([format, profile, space, rule, record]) =>
    asText(
      mergeCase({
        id: `limits/merge-${format.replaceAll('.', '')}`,
        title: `a document beside ${ARRAYS.title}`,
        profile,
        requirements: [rule],
        space,
        records: [
          { format, record },
          { format, text: deepText() },
        ],
        wanted: { kept: [0] },
      }),
    ),
  );

type FeedKind = { format: Format; name: string; profile: ProfileName; parent: string; breaks: string; first: object };

const FEEDS: readonly FeedKind[] = [
  {
    format: 'rp.message.1',
    name: 'feed',
    profile: 'feeds',
    parent: 'feeds/first',
    breaks: 'TXT-6',
    first: message(),
  },
  {
    format: 'ssb-classic',
    name: 'ssb-feed',
    profile: 'ssb-classic',
    parent: 'ssb-feeds/first',
    breaks: 'TXT-10',
    first: ssb(),
  },
];

const feeds = (): VectorCase[] =>
  FEEDS.flatMap(({ format, name, profile, parent, breaks, first }) => {
    const verify = { profile, operation: 'feed.verify', requirements: [], breaks: [breaks], parent } as const;
    const texts = [first as never, deepText()];
    const space = format === 'rp.message.1' ? { space: cast.spaces.gardening } : {};
    return [
      feedCase({
        ...verify,
        id: `limits/${name}-single`,
        title: `${ARRAYS.title} in place of a message`,
        input: { format, mode: 'single', messages: [deepText()], before: [] },
      }),
      feedCase({
        ...verify,
        id: `limits/${name}-chain`,
        title: `${ARRAYS.title} behind a message`,
        input: { format, mode: 'chain', messages: texts, before: [] },
      }),
      feedCase({
        id: `limits/${name}-state`,
        title: `a message beside ${ARRAYS.title}`,
        profile: format === 'rp.message.1' ? 'feeds' : 'ssb-state',
        operation: 'feed.state',
        requirements: ['FEED-13'],
        input: { format, ...space, records: texts },
      }),
    ].map((made) => asText(made));
  });

/** What recursion does not survive: each operation that reads texts, in each format. */
export const deepTexts = (): VectorCase[] => [
  canonicalCase(ARRAYS, ['TXT-6']),
  canonicalCase(OBJECTS, ['TXT-6']),
  canonicalCase(MIXED, ['TXT-6']),
  canonicalCase(OPEN, ['TXT-2', 'TXT-6']),
  ...KINDS.flatMap((kind) => [...alone(kind), idCase(kind)]),
  inContent(),
  ...merges(),
  ...feeds(),
];
