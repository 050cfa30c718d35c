import type { OperationName } from '@rockpool/schemas';

const FEED = ['author', 'log', 'settled', 'disputed', 'length', 'evidence'];
const EVIDENCE = ['sequence', 'proof'];
const HELD = ['id', 'reason'];

/** What can become of a record that a replica is given, and what is said of it. */
export const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  accepted: [],
  held: ['reason'],
  ignored: ['reason'],
  rejected: ['code'],
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pick = (value: unknown, names: readonly string[]): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) : value;

const feed = (value: unknown): unknown => {
  const named = pick(value, FEED);
  return isObject(named) && 'evidence' in named ? { ...named, evidence: pick(named.evidence, EVIDENCE) } : named;
};

const outcome = (value: unknown): unknown => {
  const named = pick(value, Object.keys(OUTCOMES));
  return isObject(named)
    ? Object.fromEntries(Object.entries(named).map(([name, said]) => [name, pick(said, OUTCOMES[name] ?? [])]))
    : named;
};

/** How the objects in the lists of an answer are read, by the member of `ok`. */
const READ: Readonly<Partial<Record<OperationName, Readonly<Record<string, (value: unknown) => unknown>>>>> = {
  'feed.state': { feeds: feed },
  'replica.state': { feeds: feed, held: (value) => pick(value, HELD) },
  'replica.ingest': { outcomes: outcome },
};

/** What the specification names in a member of `ok`: in the objects of a list too, other members are ignored. */
export const namedIn = (operation: OperationName, member: string, value: unknown): unknown => {
  const read = READ[operation]?.[member];
  return read !== undefined && Array.isArray(value) ? value.map(read) : value;
};
