import type { Protocol } from '../protocol/protocol.ts';
import { Session } from '../sync/session.ts';
import type { RoundReport } from '../sync/session-types.ts';
import type { JsonObject } from '../value/json.ts';
import { type Operation, ok } from './operation.ts';
import { type Params, ParamsError } from './params.ts';
import type { Replicas } from './replicas.ts';

/** What the reference is asked about sessions, by method. */
export const sessionOperations: readonly (readonly [string, Operation])[] = [
  ['session.open', open],
  ['session.receive', receive],
];

function* open(params: Params, protocol: Protocol, replicas: Replicas): ReturnType<Operation> {
  const role = params.string('role');
  if (role !== 'caller' && role !== 'answerer') throw new ParamsError('role must be caller or answerer');
  const synced = replicas.synced(params.string('replica'), protocol.sha256);
  const address = params.has('address') ? params.string('address') : undefined;
  const session = new Session({
    protocol,
    sha256: protocol.sha256,
    role,
    entropy: params.bytes('entropy'),
    replicas: [synced],
    seed: params.has('seed') ? params.seed('seed') : undefined,
    filter: params.has('filter') ? params.value('filter') : undefined,
    sparse: flagIn(params, 'sparse'),
    live: flagIn(params, 'live'),
    lift: liftIn(params),
    ...(role === 'caller' ? { address } : { addresses: address === undefined ? undefined : [address] }),
  });
  yield* session.start();
  replicas.begin(params.string('session'), session, synced);
  return ok({ send: [...session.outgoing()] });
}

function flagIn(params: Params, name: string): boolean | undefined {
  if (!params.has(name)) return undefined;
  const value = params.value(name);
  if (typeof value !== 'boolean') throw new ParamsError(`${name} must be true or false`);
  return value;
}

function liftIn(params: Params): 0 | 1 | undefined {
  if (!params.has('lift')) return undefined;
  const lift = params.number('lift');
  if (lift !== 0 && lift !== 1) throw new ParamsError('lift must be 0 or 1');
  return lift;
}

function* receive(params: Params, protocol: Protocol, replicas: Replicas): ReturnType<Operation> {
  const session = replicas.sessionNamed(params.string('session'));
  session.goBy(protocol);
  const before = session.end;
  const now = params.micros('now');
  let report: RoundReport | undefined;
  if (params.has('closed')) session.closed();
  else if (params.has('text') || params.has('bytes')) report = yield* session.receive(params.text(), now);
  else session.tick(now);
  const send = [...session.outgoing()];
  const { end } = session;
  const error = end !== before && end?.how === 'error' ? { code: end.code } : undefined;
  return ok({ send, ...(report && { done: plainReport(report) }), ...(error && { error }) });
}

const plainReport = ({ equal, refused, wanted }: RoundReport): JsonObject => ({ equal, refused, wanted });
