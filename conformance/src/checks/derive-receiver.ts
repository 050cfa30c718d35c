import { feedReports, isId, isNative, type Json, mergeDocuments, type Verdict } from '../forge/index.ts';
import type { Check } from './check.ts';
import type { Part } from './part.ts';
import { differ, formatOf, itemOf, membersOf, saidBy, source } from './record.ts';

const isAccepted = ({ expect }: Check): boolean => expect.ok !== undefined;

/** What a verifier says of the record, as far as a replica has to know it: by which rule it is refused makes no difference. */
const verdictOf = ({ expect }: Check): Verdict => ({
  broken: expect.reject === undefined ? [] : [{ requirement: '', code: 'text-json', phase: 'text' }],
  held: expect.held !== undefined,
});

const ownSpace = (check: Check): Json | undefined => {
  const { space, share, workspace } = membersOf(check);
  return space ?? share ?? workspace;
};

/** The space of the replica: that of the valid record, unless the signature alone is wrong and the record has its own. */
const spaceOf = (check: Check, parent: Check | undefined): Json | undefined =>
  ownSpace(parent && !check.expect.reject?.codes.includes('signature-invalid') ? parent : check);

/** What a replica shows besides what a record is about: which document wins, how long a feed is, and what is held. */
const shows = (
  { requirements, expect }: Check,
  records: readonly Check[],
  accepted: readonly string[],
  held: readonly string[],
): string[] => [
  ...new Set([
    ...requirements,
    ...(records.some(isAccepted) ? accepted : []),
    ...(expect.held === undefined ? [] : held),
  ]),
];

const isRead = (check: Check): boolean => Object.keys(membersOf(check)).length > 0;

/**
 * The records among which a record is given to a replica. A refused one stands beside the valid one from which it differs
 * where both would be seen if it were kept, and otherwise alone.
 */
const companyOf = (check: Check, parent: Check | undefined, names: readonly string[]): readonly Check[] =>
  !isAccepted(check) &&
  parent &&
  // What is said of the parent holds at its own time, and in its own space.
  parent.input.now === check.input.now &&
  ownSpace(parent) === spaceOf(check, parent) &&
  isRead(check) &&
  differ(check, parent, names)
    ? [parent, check]
    : [check];

const lasting = (checks: readonly Check[]): Pick<Check, 'textOnly' | 'timeless'> => ({
  textOnly: checks.some(({ textOnly }) => textOnly),
  timeless: checks.every(({ timeless }) => timeless),
});

/** What a replica keeps of documents, given one alone or beside another. */
export const mergePart = (check: Check, parent: Check | undefined): Part[] => {
  const space = spaceOf(check, parent);
  if (typeof space !== 'string') return [];
  const records = companyOf(check, parent, ['path', 'author']);
  const format = formatOf(check);
  const now = Number(check.input.now);
  const merged = mergeDocuments({
    space,
    now,
    records: records.map((record) => ({ format, value: saidBy(record) })),
    judge: (_, position) => verdictOf(records[position] as Check),
  });
  return [
    {
      suffix: 'merge',
      title: `the merge of ${check.title}`,
      operation: 'document.merge',
      requirements: shows(check, records, isNative(format) ? ['DOC-20', 'DOC-21'] : ['ES-19'], ['DOC-20', 'DOC-22']),
      input: { space, now, records: records.map(({ input }) => source(input)) },
      expect: { ok: merged },
      ...lasting(records),
    },
  ];
};

const outcomeOf = ({ expect: { reject, held } }: Check): Record<string, unknown> => {
  if (reject !== undefined) return { rejected: { codes: reject.codes } };
  return held === undefined ? { accepted: {} } : { held };
};

/** Whether a clock of milliseconds, such as real replicas of Earthstar read, can tell a time of microseconds. */
const isTold = (now: number): boolean => (now / 1000) * 1000 === now;

/** What a replica answers that gets the record alone. */
export const ingestPart = (check: Check, parent: Check | undefined): Part[] => {
  const space = spaceOf(check, parent);
  const native = isNative(formatOf(check));
  const now = Number(check.input.now);
  if (typeof space !== 'string' || !(native ? isId(space, 'open-space') : isTold(now))) return [];
  const replica = 'a';
  const family = native ? 'native' : 'earthstar';
  return [
    {
      suffix: 'ingest',
      title: `a replica that gets ${check.title}`,
      profile: native ? 'replica' : 'earthstar-replica',
      needs: native ? check.needs : [check.profile],
      operation: 'replica.ingest',
      requirements: [...check.requirements, 'REP-2'],
      steps: [{ operation: 'replica.open', input: { replica, family, space }, expect: { ok: {} } }],
      input: { replica, now, records: [source(check.input)] },
      expect: { ok: { outcomes: [outcomeOf(check)] } },
      ...lasting([check]),
    },
  ];
};

const contextOf = ({ input: { format, now, hmac } }: Check): Record<string, unknown> =>
  hmac === undefined ? { format, now } : { format, now, hmac };

const textOf = ({ input }: Check): Record<string, unknown> => {
  const { format: _, ...text } = source(input);
  return text;
};

/** What becomes of feeds where a message is received. */
export const statePart = (check: Check, parent: Check | undefined): Part => {
  const names = [...new Set([check, ...(parent ? [parent] : [])].flatMap((each) => Object.keys(membersOf(each))))];
  const records = companyOf(check, parent, names);
  const placed = [...records.entries()].flatMap(([position, record]) =>
    isAccepted(record) ? [{ item: itemOf(record), position }] : [],
  );
  const space = spaceOf(check, parent);
  const classic = formatOf(check) === 'ssb-classic';
  return {
    suffix: 'state',
    title: `the feeds of ${check.title}`,
    ...(classic ? { profile: 'ssb-state' } : {}),
    operation: 'feed.state',
    requirements: shows(check, records, ['FEED-20'], ['FEED-13']),
    input: { ...contextOf(check), ...(classic ? {} : { space }), records: records.map(textOf) },
    expect: { ok: { feeds: feedReports(placed) } },
    ...lasting(records),
  };
};

/** The message whose members count: that of the valid one where one cannot be read. */
const readOf = (check: Check, parent: Check | undefined): Check => (isRead(check) ? check : (parent ?? check));

/** Whether a message is, or says that it is, the first of its feed. */
const isFirst = (check: Check): boolean => membersOf(check).sequence === 1;

/** A message in each mode; the phase *feed* comes behind all others, and has nothing to say of one that fits. */
const verifyParts = (check: Check, before: readonly Check[]): Part[] => {
  const { title, requirements, expect } = check;
  const about = { operation: 'feed.verify', requirements } as const;
  const input = { ...contextOf(check), messages: [textOf(check)], before: before.map(textOf) };
  const parts: Part[] = [
    { ...about, suffix: 'single', title: `as a single message, ${title}`, input: { ...input, mode: 'single' }, expect },
    { ...about, suffix: 'chain', title: `as a chain, ${title}`, input: { ...input, mode: 'chain' }, expect },
    {
      ...about,
      suffix: 'batch',
      title: `as a batch, ${title}`,
      input: { ...input, mode: 'batch' },
      expect: { ok: { kept: isAccepted(check) ? 1 : 0 } },
    },
  ];
  if (formatOf(check) === 'ssb-classic' || before.length > 0) return parts;
  const subset = { ...input, mode: 'subset', target: 1 };
  return [...parts, { ...about, suffix: 'subset', title: `as a subset proof, ${title}`, input: subset, expect }];
};

/** Accepted messages by their ids. */
export type Known = ReadonlyMap<string, Check>;

export const knownIn = (checks: readonly Check[]): Known =>
  new Map(
    checks.filter((check) => check.operation === 'record.verify' && isAccepted(check) && isMessage(check)).map(withId),
  );

const isMessage = (check: Check): boolean => ['rp.message.1', 'ssb-classic'].includes(formatOf(check));

const withId = (check: Check): [string, Check] => [itemOf(check).id, check];

/** The message before one, if the suite has it. */
const predecessorOf = (check: Check, known: Known): Check | undefined => {
  const { previous } = membersOf(check);
  return typeof previous === 'string' ? known.get(previous) : undefined;
};

/** A message in each mode in which it stands for something. */
export const modeParts = (check: Check, parent: Check | undefined, known: Known): Part[] => {
  const read = readOf(check, parent);
  const first = isFirst(read);
  const predecessor = first ? undefined : predecessorOf(read, known);
  const before = predecessor === undefined ? [] : [predecessor];
  const refused = check.expect.reject !== undefined;
  const fits = first || (refused && predecessor !== undefined);
  // One that fits nowhere breaks a rule of the phase *feed* as well, which only codes tell apart.
  const stands = fits || (refused && formatOf(check) !== 'ssb-classic');
  return stands ? verifyParts(check, before) : [];
};
