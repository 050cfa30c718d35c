import { NativeDocument } from '../format/rp-document.ts';
import type { NativeReplication } from '../merge/replication.ts';
import type { ContentLink } from './content-object.ts';
import { isDocument, isMessage, type KeepableRecord } from './family.ts';
import type { Query } from './query-members.ts';

/** What a selector can ask besides. */
export interface SelectorContext {
  /** The links of the record, as far as the replica has its content. */
  links(): readonly ContentLink[];
  readonly native: NativeReplication<NativeDocument>;
}

/** A sentence about which records a query leaves in. */
export interface Selector {
  readonly requirement: string;
  /** The member of a query without which it says nothing. */
  readonly member: keyof Query;
  /** Whether what it leaves in stands together in the store, so that nothing else need be looked at. */
  readonly narrows?: boolean;
  /** Whether a record is left in. */
  select(record: KeepableRecord, query: Query, context: SelectorContext): boolean;
}

/** Paths of documents as they are; messages have none. */
const path = (test: (path: string, query: Query) => boolean): Selector['select'] => {
  return (record, query) => isDocument(record) && test(record.path, query);
};

/** [QRY-3] to [QRY-11], [QRY-13]. The winner of QRY-12 is found elsewhere. */
export const selectors: readonly Selector[] = [
  { requirement: 'QRY-3', narrows: true, member: 'path', select: path((path, query) => path === query.path) },
  {
    requirement: 'QRY-4',
    narrows: true,
    member: 'pathPrefix',
    select: path((path, query) => path.startsWith(query.pathPrefix ?? '')),
  },
  { requirement: 'QRY-5', member: 'pathSuffix', select: path((path, query) => path.endsWith(query.pathSuffix ?? '')) },
  { requirement: 'QRY-6', narrows: true, member: 'author', select: (record, query) => record.author === query.author },
  { requirement: 'QRY-7', narrows: true, member: 'from', select: ({ timestamp }, { from = 0 }) => timestamp >= from },
  {
    requirement: 'QRY-8',
    narrows: true,
    member: 'before',
    select: ({ timestamp }, { before = Number.POSITIVE_INFINITY }) => timestamp < before,
  },
  {
    requirement: 'QRY-9',
    member: 'kind',
    select: (record, { kind }) => (kind === 'document' ? isDocument(record) : isMessage(record)),
  },
  {
    requirement: 'QRY-10',
    narrows: true,
    member: 'linksTo',
    select: (_record, { linksTo }, { links }) => links().some(({ target }) => target === linksTo),
  },
  {
    requirement: 'QRY-11',
    member: 'relation',
    select: (_record, query, { links }) =>
      links().some(({ target, relation }) => target === query.linksTo && relation === query.relation),
  },
  {
    requirement: 'QRY-13',
    member: 'deleted',
    select: (record, { deleted }, { native }) =>
      deleted || !(record instanceof NativeDocument && native.deleted(record)),
  },
];

/** Whether a record is left in by all of some selectors whose members are present. */
export const passes = (
  record: KeepableRecord,
  query: Partial<Query>,
  by: readonly Selector[],
  context: SelectorContext,
): boolean => by.every(({ member, select }) => query[member] === undefined || select(record, query as Query, context));

/** A query without the members for which the store's order is no help. */
export function narrowing(query: Query, by: readonly Selector[]): Query {
  const narrows = new Set(by.filter(({ narrows }) => narrows).map(({ member }) => member));
  const narrowable = ['path', 'pathPrefix', 'author', 'from', 'before', 'linksTo'] as const;
  const useless = narrowable.filter((member) => !narrows.has(member));
  return { ...query, ...Object.fromEntries(useless.map((member) => [member, undefined])) };
}
