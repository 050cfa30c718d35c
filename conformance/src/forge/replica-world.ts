import type { Expectation, OperationName } from '@rockpool/schemas';
import { type Compact, expandText, unhex, utf8 } from './bytes.ts';
import { isId } from './identifiers.ts';
import { isFilter, type Query } from './query-rules.ts';
import { ingest } from './replica.ts';
import type { Given } from './replica-entry.ts';
import { type Decide, type Model, openModel, type Quota, type ReplicaOptions } from './replica-model.ts';
import { queryModel } from './replica-query.ts';
import { stateOf } from './replica-state.ts';
import { type Broken, type Format, firstBroken, type Rule, rule } from './rule.ts';
import type { Session } from './session-model.ts';
import { openSession, receiveInSession, type SessionAnswer } from './session-world.ts';

/** The params of an operation on a replica, compact strings written out. */
export type ReplicaInput = Readonly<Record<string, unknown>>;

/** An answer as a vector expects it, the requirements that are broken where it is a refusal, and the cursor. */
export type ReplicaAnswer = {
  expect: Expectation;
  broken: string[];
  next?: string;
  /** Other answers would be right too, so that nobody can be asked this. */
  isOpen: boolean;
};

/** The replicas of one process, and their sessions. */
export type World = {
  replicas: Map<string, Model>;
  sessions: Map<string, Session>;
  durable: Set<string>;
  decide: Decide;
};

export const openWorld = (decide: Decide = (_, found) => found): World => ({
  replicas: new Map(),
  sessions: new Map(),
  durable: new Set(),
  decide,
});

/** The process is ended by force: what is not durable is gone, and so are all sessions [REP-11]. */
export const endWorld = ({ replicas, sessions, durable, decide }: World): void => {
  sessions.clear();
  for (const name of replicas.keys()) if (!decide('REP-11', durable.has(name))) replicas.delete(name);
};

const ok = (value: Record<string, unknown>): ReplicaAnswer => ({ expect: { ok: value }, broken: [], isOpen: false });

const refused = (broken: readonly Omit<Broken, 'phase'>[]): ReplicaAnswer => ({
  expect: { reject: { codes: [...new Set(broken.map(({ code }) => code))] as [Broken['code']] } },
  broken: broken.map(({ requirement }) => requirement),
  isOpen: false,
});

/** What can be wrong with the opening of a replica. */
const OPENING: readonly Rule<ReplicaOptions>[] = [
  rule('REP-13', 'query-shape', 'shape', ({ filter }) => filter === undefined || isFilter(filter)),
  rule(
    'REP-1',
    'space-unsupported',
    'form',
    ({ family, space }) => family === 'earthstar' || isId(space, 'open-space'),
  ),
];

const QUERYING = {
  'QRY-1': { requirement: 'QRY-1', code: 'query-shape' },
  'QRY-23': { requirement: 'QRY-23', code: 'query-cursor' },
} as const;

const open = ({ replicas, durable, decide }: World, { replica, ...input }: ReplicaInput): ReplicaAnswer => {
  const name = String(replica);
  const options: ReplicaOptions = {
    family: input.family === 'earthstar' ? 'earthstar' : 'native',
    space: String(input.space),
    ...(input.filter === undefined ? {} : { filter: input.filter as Query }),
    ...(input.quota === undefined ? {} : { quota: input.quota as Quota }),
  };
  const rules = OPENING.map((each) => ({ ...each, holds: () => !decide(each.requirement, !each.holds(options)) }));
  const broken = firstBroken(rules, options);
  if (broken.length > 0) return refused(broken);
  if (input.durable === true && durable.has(name) && replicas.has(name)) return ok({});
  replicas.set(name, openModel(options, decide));
  if (input.durable === true) durable.add(name);
  else durable.delete(name);
  return ok({});
};

const givenOf = ({ format, text, bytes, value, content }: ReplicaInput): Given => ({
  format: format as Format,
  bytes:
    bytes === undefined
      ? utf8(text === undefined ? JSON.stringify(value) : expandText(text as Compact))
      : unhex(expandText(bytes as Compact)),
  ...(content === undefined ? {} : { content: expandText(content as Compact) }),
});

const query = (model: Model, input: ReplicaInput): ReplicaAnswer => {
  const answer = queryModel(model, input.query as Query, Number(input.now));
  if ('broken' in answer) return refused([QUERYING[answer.broken]]);
  const { records, next, isOpen } = answer;
  return { ...ok({ records, next: next !== undefined }), isOpen, ...(next === undefined ? {} : { next }) };
};

const modelOf = ({ replicas }: World, { replica }: ReplicaInput): Model => {
  const model = replicas.get(String(replica));
  if (model === undefined) throw new RangeError(`no replica ${replica} is open`);
  return model;
};

const inSession = ({ broken, ...answer }: SessionAnswer): ReplicaAnswer => ({
  ...ok(answer),
  broken: broken === undefined ? [] : [broken],
});

const receive = ({ sessions }: World, input: ReplicaInput): ReplicaAnswer => {
  const session = sessions.get(String(input.session));
  if (session === undefined) throw new RangeError(`no session ${input.session} is open`);
  return inSession(receiveInSession(session, input));
};

/** The right answer to an operation on a replica or a session; the clock must not go back. */
export const answerInWorld = (world: World, operation: OperationName, input: ReplicaInput): ReplicaAnswer => {
  if (operation === 'replica.open') return open(world, input);
  if (operation === 'session.receive') return receive(world, input);
  const model = modelOf(world, input);
  if (operation === 'session.open') {
    const { session, answer } = openSession(model, input);
    world.sessions.set(String(input.session), session);
    return inSession(answer);
  }
  const now = Number(input.now);
  if (operation === 'replica.query') return query(model, input);
  if (operation === 'replica.state') return ok(stateOf(model, now));
  const records = input.records as ReplicaInput[];
  return ok({ outcomes: records.map((record) => ingest(model, givenOf(record), now)) });
};
