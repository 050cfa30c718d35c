import type { Protocol } from '../protocol/protocol.ts';
import type { Engine, SyncEngine } from '../signature/engine.ts';
import { run, runAsync } from '../signature/task.ts';
import { readText } from '../text/read.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import { type Asked, askedIn } from './omission.ts';
import { operations } from './operations.ts';
import { Params, ParamsError } from './params.ts';
import { profiles } from './profiles.ts';
import type { Replicas } from './replicas.ts';

/** Version of the subject protocol. */
const protocolVersion = 1;

/** How many requests the judge may have unanswered. */
const windowSize = 64;

const parseError = -32_700;
const invalidRequest = -32_600;
const methodNotFound = -32_601;
const invalidParams = -32_602;
const internalError = -32_603;

/** What a subject goes by. */
export interface SubjectOptions<E extends Engine = Engine> {
  readonly protocol: Protocol;
  /** What it goes by in the answer to one question, where that is not `protocol`. */
  readonly protocolFor?: ((asked: Asked) => Protocol) | undefined;
  readonly engine: E;
  /** Whether equal questions to the engine have equal signatures. */
  readonly deterministic: boolean;
  /** The profiles that it claims; only their operations exist. */
  readonly profiles: readonly string[];
  /** Where replicas are kept, from one question to the next. */
  readonly replicas: Replicas;
}

/** All but where replicas are kept, which one process has and the next has not. */
export type SubjectSettings<E extends Engine = Engine> = Omit<SubjectOptions<E>, 'replicas'>;

/**
 * Answers one message of the judge, which is a request as JSON text, without a line feed. The answer is one, too.
 *
 * A message that is no request is answered with an error where it can be; nothing that comes in makes this throw.
 */
export function answer(message: string, options: SubjectOptions<SyncEngine>): string {
  const request = parseRequest(message);
  if ('response' in request) return request.response;
  try {
    const task = taskFor(request, options);
    return task === undefined ? noSuchMethod(request) : result(request.id, run(task, options.engine));
  } catch (error) {
    return failure(request.id, error);
  }
}

/** The same, with an engine that may answer later. */
export async function answerAsync(message: string, options: SubjectOptions): Promise<string> {
  const request = parseRequest(message);
  if ('response' in request) return request.response;
  try {
    const task = taskFor(request, options);
    return task === undefined ? noSuchMethod(request) : result(request.id, await runAsync(task, options.engine));
  } catch (error) {
    return failure(request.id, error);
  }
}

interface Request {
  readonly id: string;
  readonly method: string;
  readonly params: JsonObject;
}

function parseRequest(message: string): Request | { response: string } {
  let request: JsonValue;
  try {
    request = JSON.parse(message);
  } catch (error) {
    return { response: errorResponse(null, parseError, String(error)) };
  }
  if (!isObject(request) || typeof request.id !== 'string' || typeof request.method !== 'string') {
    return { response: errorResponse(null, invalidRequest, 'not a request with an id and a method') };
  }
  const params = hasValues(request) ? (readText(message).value as JsonObject).params : request.params;
  return { id: request.id, method: request.method, params: isObject(params) ? params : {} };
}

/** Whether values are in the params, in whose names there can be escapes: V8's JSON.parse misreads such names at times. */
const hasValues = ({ params }: JsonObject) =>
  isObject(params) && (Object.hasOwn(params, 'unsigned') || Object.hasOwn(params, 'draft'));

// biome-ignore lint/correctness/useYield: the handshake asks no engine
function* handshake(options: SubjectOptions) {
  return hello(options);
}

function taskFor({ method, params }: Request, options: SubjectOptions) {
  if (method === 'hello') return handshake(options);
  if (!operationsOf(options.profiles).has(method)) return undefined;
  const { replicas } = options;
  const ofReplica = formatsAsked(method, params, replicas);
  const protocol = options.protocolFor?.(askedIn(method, params, ofReplica)) ?? options.protocol;
  return operations.get(method)?.(new Params(params), protocol, replicas);
}

/** The formats of the replica that a question is about. */
function formatsAsked(method: string, params: JsonObject, replicas: Replicas): readonly string[] {
  if (method === 'session.receive') return replicas.formatsOfSession(params.session);
  const isOfReplica = method.startsWith('replica.') || method.startsWith('session.');
  return isOfReplica ? replicas.formatsOf(params.replica, params.family) : [];
}

const operationsKnown = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The operations of some profiles, which each question is looked up in. */
function operationsOf(claimed: readonly string[]): ReadonlySet<string> {
  const known = operationsKnown.get(claimed) ?? new Set(claimed.flatMap((profile) => profiles.get(profile) ?? []));
  operationsKnown.set(claimed, known);
  return known;
}

const hello = (options: SubjectOptions): JsonObject => ({
  protocol: protocolVersion,
  implementation: {
    name: 'rockpool-reference',
    version: '0.1.0',
    language: 'TypeScript',
  },
  profiles: [...options.profiles],
  operations: Object.fromEntries(
    [...operationsOf(options.profiles)].map((operation) => [operation, traitsOf(operation, options)]),
  ),
  deterministic: options.deterministic,
  window: windowSize,
});

/** How an operation is asked, where that is not the usual way. */
const traitsOf = (operation: string, options: SubjectOptions): JsonObject =>
  operation === 'replica.open' && options.replicas.canBeDurable ? { durable: true } : {};

const result = (id: string, value: unknown) => JSON.stringify({ jsonrpc: '2.0', id, result: value });

const errorResponse = (id: string | null, code: number, message: string) =>
  JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } });

const noSuchMethod = ({ id, method }: Request) => errorResponse(id, methodNotFound, `no method ${method}`);

/** What the judge asked wrongly is told apart from what this program does wrongly. */
function failure(id: string, error: unknown): string {
  const code = error instanceof ParamsError ? invalidParams : internalError;
  return errorResponse(id, code, error instanceof Error ? error.message : String(error));
}
