import type { OperationName } from '@rockpool/schemas';

const FEED = ['author', 'log', 'settled', 'disputed', 'length', 'evidence'];
const EVIDENCE = ['sequence', 'proof'];

const pick = (value: unknown, names: readonly string[]): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)))
    : value;

const feed = (value: unknown): unknown => {
  const named = pick(value, FEED) as { evidence?: unknown } | null | undefined;
  return typeof named === 'object' && named !== null && 'evidence' in named
    ? { ...named, evidence: pick(named.evidence, EVIDENCE) }
    : named;
};

/** What the specification names in a member of `ok`: inside the objects of `feed.state` too, other members are ignored. */
export const namedIn = (operation: OperationName, value: unknown): unknown =>
  operation === 'feed.state' && Array.isArray(value) ? value.map(feed) : value;
