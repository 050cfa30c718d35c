/** Replicas that are wrong in the ways in which replicas go wrong: what a judge of them must catch. */
import { isMessage, isNative } from '../../../reference/src/replica/family.ts';
import { type ReplicaSteps, replicaSteps } from '../../../reference/src/replica/steps.ts';
import { condemning, remembering } from '../../../reference/src/subject/broken/memory.ts';
import { inclusivePage, offsetPage } from '../../../reference/src/subject/broken/pages.ts';
import { WriteBehind } from '../../../reference/src/subject/broken/write-behind.ts';
import { around, type Loose, reference } from './broken-subject.ts';
import type { Starting } from './in-thread.ts';

export interface BrokenReplica {
  /** What it does. */
  readonly title: string;
  /** The sentences that it breaks, of which the judge has to name one. */
  readonly breaks: readonly string[];
  /** Starts it in a directory of its own. */
  readonly fresh: () => Starting;
}

const replica = (change: Partial<ReplicaSteps> = {}): Starting => reference({ replica: change }, ['replica']);

/** Asks what is behind it, and answers with the result. */
type Ask = (params: Loose) => Loose;

/** Answers the questions of one method in another way than the reference behind it, which it can ask. */
const spoiling = (method: string, spoil: () => (params: Loose, ask: Ask) => Loose) => (): Starting =>
  around(() => {
    const answer = spoil();
    return (asked, params, ask) => (asked === method ? answer(params, (other) => ask(method, other)) : undefined);
  }, replica());

type Outcomes = { ok: { outcomes: readonly Loose[] } };

/** Takes one record after another until one is rejected, and says the same of all behind it. */
const untilRejected = () => (params: Loose, ask: Ask) => {
  const outcomes: Loose[] = [];
  for (const record of params.records as readonly unknown[]) {
    const last = outcomes.at(-1);
    const isOver = last !== undefined && 'rejected' in last;
    outcomes.push(isOver ? last : ((ask({ ...params, records: [record] }) as Outcomes).ok.outcomes[0] as Loose));
  }
  return { ok: { outcomes } };
};

/** Gives the answer that it gave first, whatever came in since. */
const stale = () => {
  const given = new Map<unknown, Loose>();
  return (params: Loose, ask: Ask) => {
    const before = given.get(params.replica) ?? ask(params);
    given.set(params.replica, before);
    return before;
  };
};

/** Tells of a record that nobody gave it. */
const inventing = () => (params: Loose, ask: Ask) => {
  const { ok } = ask(params) as { ok: { records: readonly string[] } };
  return { ok: { ...ok, records: [...ok.records, `%b${'a'.repeat(52)}`] } };
};

/** Compares each message of a list with all pairs of others; six hundred take two seconds, on a quick machine too: far more than load can hide. */
const comparing = () => (params: Loose, ask: Ask) => {
  const records = params.records as readonly { format: string }[];
  const length = records[0]?.format === 'rp.message.1' ? records.length : 0;
  let equal = 0;
  for (let one = 0; one < length; one += 1)
    for (let two = 0; two < length; two += 1)
      for (let three = 0; three < 8 * length; three += 1) if (one === two && two === three) equal += 1;
  if (equal !== length) throw new Error('a message that is not equal to itself');
  return ask(params);
};

const broken = (title: string, breaks: readonly string[], change: Partial<ReplicaSteps>): BrokenReplica => ({
  title,
  breaks,
  fresh: () => replica(change),
});

export const brokenReplicas: readonly BrokenReplica[] = [
  broken('loses a record that it acknowledged', ['REP-9'], {
    keeps: (record) => !isMessage(record) || record.sequence !== 2,
  }),
  {
    title: 'tells of a record that nobody gave it',
    breaks: ['REP-12'],
    fresh: spoiling('replica.state', inventing),
  },
  broken('takes what its filter leaves out', ['REP-3'], {
    isForeign: (record, space) => record.space !== space,
  }),
  broken('takes again what it has', ['REP-4'], { isDuplicate: () => false }),
  {
    title: 'loses what comes behind a record that it rejects',
    breaks: ['REP-2', 'REP-6'],
    fresh: spoiling('replica.ingest', untilRejected),
  },
  {
    title: 'remembers as wrong what only came too early',
    breaks: ['REP-2'],
    fresh: () => replica({ heeds: remembering('timestamp-future') }),
  },
  broken('keeps the document that came last', ['REP-5', 'REP-8'], {
    isObsolete: () => false,
    drops: () => true,
  }),
  broken('drops what it holds', ['REP-8', 'REP-9'], {
    keeps: (record) => !isNative(record) || record.key === undefined,
  }),
  {
    title: 'takes the cube of a list as its time',
    breaks: ['SUB-10'],
    fresh: spoiling('replica.ingest', comparing),
  },
  broken('holds as much as anybody gives it', ['NAT-1'], { hasRoom: () => true }),
  broken('loses with its process what it acknowledged', ['REP-11'], { storeOver: (store) => new WriteBehind(store) }),
  broken('hides the evidence of a fork', ['NAT-8'], {
    listFeeds: (feeds) => feeds.map((feed) => ({ ...feed, evidence: undefined })),
  }),
  {
    title: 'tells of its state what it told first',
    // What is not told, or is told still, cannot be told apart from what is not kept, or is kept still.
    breaks: ['REP-8', 'REP-9', 'REP-10'],
    fresh: spoiling('replica.state', stale),
  },
  broken('takes content that contradicts its header', ['NAT-2'], { withContent: (facts) => facts }),
  {
    title: 'condemns a header for the wrong content beside it',
    breaks: ['NAT-2', 'REP-2'],
    fresh: () => replica({ heeds: condemning() }),
  },
  broken('lets accepted documents alone replace older ones', ['REP-5', 'REP-8'], {
    isObsolete: (newer, document, replication) =>
      !isHeldDocument(document) && replicaSteps.isObsolete(newer, document, replication),
    drops: (newer, older, replication) => !isHeldDocument(older) && replicaSteps.drops(newer, older, replication),
  }),
  broken('skips and repeats records where pages move', ['QRY-20', 'QRY-21'], { page: offsetPage }),
  broken('begins a page with the last record of the one before', ['QRY-20', 'QRY-21'], { page: inclusivePage }),
];

function isHeldDocument(document: object): boolean {
  return 'key' in document && document.key !== undefined;
}
