/** Replicas that do the least that looks right: they handle the first of several, a page of many, and what is in memory. */
import type { Match } from '../../../reference/src/replica/page.ts';
import { type Selector, selectors } from '../../../reference/src/replica/selectors.ts';
import { replicaSteps } from '../../../reference/src/replica/steps.ts';
import type { Change } from '../../../reference/src/replica/store.ts';
import { SeenStore } from '../../../reference/src/subject/broken/seen-store.ts';
import type { BrokenReplica } from './broken-replicas.ts';
import { around, type Changes, type Loose, type Middle, reference } from './broken-subject.ts';
import type { Starting } from './in-thread.ts';

const PAGE = 100;

const replica = (change: NonNullable<Changes['replica']>): Starting => reference({ replica: change }, ['replica']);
const broken = (title: string, breaks: readonly string[], change: Changes['replica']): BrokenReplica => ({
  title,
  breaks,
  fresh: () => replica(change ?? {}),
});

/** Something around the reference, new in each process. */
const wrapped = (title: string, breaks: readonly string[], make: () => Middle): BrokenReplica => ({
  title,
  breaks,
  fresh: () => around(make, replica({})),
});

/** A selector that compares in another way, with nothing that a store could help with. */
const selecting = (requirement: string, select: Selector['select']): { selectors: readonly Selector[] } => ({
  selectors: selectors.map((each) => (each.requirement === requirement ? { ...each, narrows: false, select } : each)),
});

/** A store that writes nothing of what begins with this: it is looked up in memory alone. */
const forgetting = (beginning: string): NonNullable<Changes['replica']> => ({
  storeOver: (store) =>
    new (class extends SeenStore {
      protected write(changes: readonly Change[]): void | Promise<void> {
        return this.store.commit(changes.filter(([key]) => !key.startsWith(beginning)));
      }
    })(store),
});

const timeOf = ({ kept: { record } }: Match): string => String(record.timestamp);
const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Takes room for 0 for room that nobody spoke of. */
const withoutZero = (): Middle => (method, params, ask) => {
  const { quota } = params as { quota?: { perKey: number; total: number } };
  if (method !== 'replica.open' || quota === undefined) return undefined;
  return ask(method, { ...params, quota: { perKey: quota.perKey || 1_000, total: quota.total || 10_000 } });
};

/** What one replica was told of content, all others of the process have too. */
const sharingContent = (): Middle => {
  const contents = new Map<string, string>();
  return (method, params, ask) => {
    if (method !== 'replica.ingest') return undefined;
    const records = (params.records as readonly Loose[]).map((given) => {
      const { header, content = given.content } = readRecord(String(given.text));
      const known = contents.get(`${header?.contentHash}`);
      if (typeof content === 'string') contents.set(`${header?.contentHash}`, content);
      return content === undefined && known !== undefined ? { ...given, content: known } : given;
    });
    return ask(method, { ...params, records });
  };
};

const readRecord = (text: string): { header?: Loose; content?: unknown } => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

export const lazyReplicas: readonly BrokenReplica[] = [
  broken('compares times as texts where documents are asked for from one on', ['QRY-7'], {
    ...selecting('QRY-7', ({ timestamp }, { from = 0 }) => String(timestamp) >= String(from)),
  }),
  broken('puts times in the order of their texts', ['QRY-15'], {
    arrange: (matches, { order, reverse }) =>
      order !== 'time'
        ? matches
        : matches.toSorted((left, right) => (reverse ? -1 : 1) * byText(timeOf(left), timeOf(right))),
  }),
  broken('compares times of expiry as texts', ['REP-10'], {
    isLiving: (expires, now) => expires === undefined || String(expires) >= String(now),
  }),
  broken('looks for the first place of an end', ['QRY-5'], {
    ...selecting('QRY-5', (record, { pathSuffix = '' }) => {
      const path = 'path' in record ? record.path : undefined;
      return path !== undefined && (pathSuffix === '' || path.indexOf(pathSuffix) === path.length - pathSuffix.length);
    }),
  }),
  broken('compares relations without their accents', ['QRY-11'], {
    ...selecting('QRY-11', (_, { linksTo, relation = '' }, { links }) =>
      links().some((link) => link.target === linksTo && link.relation.normalize() === relation.normalize()),
    ),
  }),
  broken('gives no more than a page', ['QRY-18'], { limitOf: ({ limit }) => Math.min(limit, PAGE) }),
  broken('tells of no more than a page', ['REP-12'], { listAccepted: (ids) => ids.slice(0, PAGE) }),
  broken('tells of no more than a page of what it holds', ['NAT-7'], { listHeld: (held) => held.slice(0, PAGE) }),
  broken('hears ten names of a wish', ['NAT-5'], {
    namedIn: (object) => replicaSteps.namedIn(object)?.slice(0, 10),
  }),
  broken('replaces half of a surrogate pair beside a record', ['NAT-2'], {
    withContent: (facts, content) => replicaSteps.withContent(facts, content.toWellFormed()),
  }),
  broken('drops the byte order mark of content beside a record', ['NAT-2', 'NAT-3'], {
    withContent: (facts, content) => replicaSteps.withContent(facts, content.replace(/^\ufeff/, '')),
  }),
  broken('finds in memory alone what an author wrote', ['QRY-6', 'REP-11'], forgetting('u')),
  broken('finds in memory alone what is older in a slot', ['REP-8', 'REP-10', 'REP-11'], forgetting('q')),
  broken('finds in memory alone what expires', ['NAT-1', 'REP-10', 'REP-11'], forgetting('e')),
  wrapped('takes room for none for no number', ['NAT-1'], withoutZero),
  wrapped('has the contents of all its replicas in one place', ['NAT-3', 'NAT-4'], sharingContent),
];
