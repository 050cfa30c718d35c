import type { Protocol } from '../protocol/protocol.ts';
import type { Outcome } from '../replica/outcome.ts';
import type { Quota } from '../replica/quota.ts';
import { openReplica, refusalToOpen } from '../replica/replica.ts';
import type { JsonValue } from '../value/json.ts';
import { atOnce, type Operation, type OperationResult, ok, reject } from './operation.ts';
import { type Params, ParamsError } from './params.ts';
import { plainFeed } from './plain-feed.ts';
import type { Replicas } from './replicas.ts';

/** What the reference is asked about replicas, by method. */
export const replicaOperations: readonly (readonly [string, Operation])[] = [
  ['replica.open', atOnce(open)],
  ['replica.ingest', ingest],
  ['replica.state', atOnce(state)],
  ['replica.query', atOnce(query)],
];

function open(params: Params, protocol: Protocol, replicas: Replicas): OperationResult {
  const name = params.string('replica');
  const family = params.string('family');
  if (family !== 'native' && family !== 'earthstar') throw new ParamsError('family must be native or earthstar');
  const options = {
    protocol,
    family,
    space: params.string('space'),
    filter: params.has('filter') ? params.value('filter') : undefined,
    quota: params.has('quota') ? quotaIn(params) : undefined,
  } as const;
  // What is refused closes no replica that was open under the name.
  const refused = refusalToOpen(options);
  if (refused !== undefined) return reject(refused);
  const durable = params.has('durable') && params.value('durable') === true;
  const opened = openReplica({ ...options, store: replicas.storeFor(name, durable) });
  if (!opened.ok) return reject(opened);
  replicas.add(name, opened.replica);
  return ok();
}

function quotaIn(params: Params): Quota {
  const quota = params.object('quota');
  return { perKey: quota.number('perKey'), total: quota.number('total') };
}

function* ingest(params: Params, protocol: Protocol, replicas: Replicas): ReturnType<Operation> {
  const replica = replicas.named(params.string('replica')).under(protocol);
  const records = params.objects('records').map((record) => ({
    text: record.text(),
    format: record.string('format'),
    content: record.has('content') ? record.string('content') : undefined,
  }));
  const { formats } = replica.description.family;
  const foreign = records.find(({ format }) => !formats.includes(format));
  if (foreign !== undefined) throw new ParamsError(`format must be one of ${formats.join(', ')}`);
  const outcomes = yield* replica.ingest(records, params.micros('now'));
  return ok({ outcomes: outcomes.map(plainOutcome) });
}

function state(params: Params, protocol: Protocol, replicas: Replicas): OperationResult {
  const { records, native } = replicas.named(params.string('replica')).under(protocol).state(params.micros('now'));
  if (native === undefined) return ok({ records: [...records] });
  const { held, wanted, feeds } = native;
  return ok({
    records: [...records],
    held: held.map(({ id, reason }) => ({ id, reason })),
    wanted: [...wanted],
    feeds: feeds.map(plainFeed),
  });
}

function query(params: Params, protocol: Protocol, replicas: Replicas): OperationResult {
  const replica = replicas.named(params.string('replica')).under(protocol);
  const answer = replica.query(params.value('query'), params.micros('now'));
  if (!answer.ok) return reject(answer);
  const records = answer.records.map(({ digest }) => replica.description.family.idOf(digest));
  return ok({ records, ...(answer.next !== undefined && { next: answer.next }) });
}

/** The requirement and the place of a refusal are more than the judge asks for. */
function plainOutcome(outcome: Outcome): JsonValue {
  switch (outcome.is) {
    case 'accepted':
      return { accepted: {} };
    case 'rejected': {
      const { code, requirement, path } = outcome.rejected;
      return { rejected: { code, requirement, path } };
    }
    default:
      return { [outcome.is]: { reason: outcome.reason } };
  }
}
