import { type Compact, expandText, unhex, utf8 } from './bytes.ts';
import { keyId } from './identifiers.ts';
import { dropExpired, type Model } from './replica-model.ts';
import { helloOf, receiveAuth, receiveHello, receiveOpen } from './session-hello.ts';
import {
  type Awaiting,
  demand,
  isInRound,
  newSession,
  Refusal,
  type Role,
  type SentMessage,
  type Session,
} from './session-model.ts';
import { receiveContents, receiveRecords } from './session-records.ts';
import {
  beginPass,
  type Reaction,
  type Report,
  receiveDone,
  receiveEnd,
  receiveReconcile,
  receiveState,
  receiveWant,
  tellNew,
} from './session-rounds.ts';
import { publicKey } from './signature.ts';
import { isKnownType, readMessage, type SyncMessage } from './sync-message.ts';

/** The params of an operation on a session, compact strings written out. */
export type SessionInput = Readonly<Record<string, unknown>>;

/** What is answered, and the requirement that a refused message breaks. */
export type SessionAnswer = { send: SentMessage[]; done?: Report; error?: { code: string }; broken?: string };

/** Opens a session of a replica; the caller says hello. */
export const openSession = (model: Model, input: SessionInput): { session: Session; answer: SessionAnswer } => {
  const { role, entropy, seed, address } = input;
  const says = Object.fromEntries(
    ['filter', 'sparse', 'live', 'lift'].filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
  );
  const session = newSession(model, {
    role: role as Role,
    nonce: unhex(String(entropy)),
    says,
    ...(seed === undefined ? {} : { key: keyId(publicKey(unhex(String(seed)))) }),
    ...(address === undefined ? {} : { address: String(address) }),
  });
  return { session, answer: { send: session.role === 'caller' ? [helloOf(session)] : [] } };
};

/** The types that are awaited in each row of the table of SYN-3; `error` is awaited always. */
const AWAITED: Readonly<Record<Awaiting, readonly string[]>> = {
  hello: ['hello'],
  auth: ['auth'],
  open: ['open'],
  pass: ['reconcile'],
  turn: ['records', 'reconcile', 'done'],
  done: ['done'],
  want: ['want'],
  end: ['contents', 'end'],
  live: ['records', 'state', 'reconcile'],
  nothing: [],
};

const isAwaited = (session: Session, type: string): boolean => {
  const { awaiting, hasWanted, hasMoreWants, isLive, turn } = session;
  if (isLive && isInRound(session) && ['records', 'state'].includes(type)) return true;
  if (turn.end !== undefined) return type === 'reconcile';
  if (hasMoreWants) return type === 'want';
  return AWAITED[awaiting].includes(type) || (awaiting === 'want' && hasWanted && type === 'contents');
};

const react = (session: Session, message: SyncMessage, now: number): Reaction => {
  switch (message.type) {
    case 'hello':
      return { send: receiveHello(session, message, now) };
    case 'auth':
      return { send: receiveAuth(session, message) };
    case 'open': {
      const send = receiveOpen(session, message, now);
      return { send: session.role === 'caller' ? send : [...send, ...beginPass(session, 1)] };
    }
    case 'reconcile':
      return { send: receiveReconcile(session, message) };
    case 'records':
      receiveRecords(session, message, now);
      return { send: [] };
    case 'done':
      return { send: receiveDone(session, message) };
    case 'want':
      return receiveWant(session, message);
    case 'contents':
      receiveContents(session, message, now);
      return { send: [] };
    case 'state':
      return { send: receiveState(session, message) };
    default:
      return receiveEnd(session);
  }
};

const takeMessage = (session: Session, bytes: Uint8Array, now: number): SessionAnswer => {
  const read = readMessage(bytes);
  if ('broken' in read) {
    demand(session, read.broken, read.broken === 'SYN-1' ? 'sync-text' : 'sync-shape', false);
    return { send: [] };
  }
  const { message } = read;
  if (!isKnownType(message.type)) return { send: [] };
  if (message.type === 'error') {
    session.awaiting = 'nothing';
    return { send: [], error: { code: String(message.code) } };
  }
  demand(session, 'SYN-3', 'sync-turn', isAwaited(session, message.type));
  return react(session, message, now);
};

const textBytes = ({ text, bytes, value }: SessionInput): Uint8Array => {
  if (bytes !== undefined) return unhex(expandText(bytes as Compact));
  return utf8(text === undefined ? JSON.stringify(value) : expandText(text as Compact));
};

/** What a session answers to a message, to the end of its transport, or to the time having come. */
export const receiveInSession = (session: Session, input: SessionInput): SessionAnswer => {
  const now = Number(input.now);
  session.clock = Math.max(session.clock, now);
  dropExpired(session.model, now);
  if (session.awaiting === 'nothing') return { send: [] };
  if (input.closed === true) {
    session.awaiting = 'nothing';
    return { send: [] };
  }
  const { text, bytes, value } = input;
  if (text === undefined && bytes === undefined && value === undefined) return { send: tellNew(session) };
  const given = textBytes(input);
  try {
    return takeMessage(session, given, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    session.awaiting = 'nothing';
    const { code, requirement } = error;
    return { send: [{ type: 'error', code }], error: { code }, broken: requirement };
  }
};
