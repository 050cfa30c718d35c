import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { ingest } from '../../src/forge/replica.ts';
import { openModel } from '../../src/forge/replica-model.ts';
import { answerInWorld, endWorld, openWorld, type ReplicaAnswer, type World } from '../../src/forge/replica-world.ts';
import type { Format } from '../../src/forge/rule.ts';
import type { SentMessage, Session } from '../../src/forge/session-model.ts';
import { wireTexts } from '../../src/forge/session-talk.ts';
import { openSession, receiveInSession } from '../../src/forge/session-world.ts';
import { textInput } from '../cases/file.ts';
import { NOW } from '../cases/verify.ts';
import { ended, given, type Item, type Move, type OpenOptions, opened } from '../replicas/moves.ts';
import { type Schedule, scheduleCase } from '../replicas/schedule.ts';

/** One peer of a meeting: what it keeps, what it says in `open`, and who it is. */
export type Peer = {
  keeps?: readonly Item[];
  replica?: OpenOptions;
  says?: { filter?: Readonly<Record<string, Json>>; sparse?: boolean; live?: boolean; lift?: 0 | 1 };
  key?: TestKey;
  address?: string;
  now?: number;
};

export type Meeting = {
  role?: 'caller' | 'answerer';
  subject?: Peer;
  partner?: Peer;
  /** Another replica of the subject's process, opened before. */
  beside?: { replica: string; space?: string; keeps: readonly Item[] };
  /** Another session, at whose replica this one is opened too. */
  at?: Talk;
};

/** The nonces of the subject and of its partner, in hexadecimal; by their roles, so that both roles have one transcript. */
export const NONCES = { answerer: '11'.repeat(32), caller: '22'.repeat(32) };
/** Those of a second session of the subject. */
const SECOND_NONCES = { answerer: '33'.repeat(32), caller: '44'.repeat(32) };

/** A state of no replica. */
const STRANGE: SentMessage = { type: 'state', fingerprint: `b${'a'.repeat(26)}`, count: 0 };

/** What is said in place of a message: others, texts that are none, or nothing. */
type Alter = (message: SentMessage) => readonly (SentMessage | string)[];

const openInput = ({ says, key, address }: Peer): Record<string, unknown> => ({
  ...says,
  ...(key === undefined ? {} : { seed: key.seedHex }),
  ...(address === undefined ? {} : { address }),
});

/** A meeting of the subject and an honest partner, which the recipe can speak for. */
export class Talk {
  readonly moves: Move[];
  readonly partner: Session;
  answer: ReplicaAnswer | undefined;
  #world: World;
  #now: number;
  #partnerNow: number;
  #name: string;
  #seed: Uint8Array | undefined;
  #ownSeed: Uint8Array | undefined;
  #isDeaf = false;
  /** What the partner has to say. */
  #queue: SentMessage[] = [];

  constructor({ role = 'answerer', subject = {}, partner = {}, beside, at }: Meeting) {
    this.moves = at === undefined ? [] : at.moves;
    this.#world = at === undefined ? openWorld() : at.#world;
    const nonces = at === undefined ? NONCES : SECOND_NONCES;
    this.#now = subject.now ?? NOW;
    this.#partnerNow = partner.now ?? this.#now;
    this.#seed = partner.key?.seed;
    this.#ownSeed = subject.key?.seed;
    this.#name = at === undefined ? 'one' : 'two';
    const other = role === 'caller' ? 'answerer' : 'caller';
    if (beside !== undefined) {
      const { keeps: _, ...options } = beside;
      this.#do(opened(options));
      this.give(beside.keeps, beside.replica);
    }
    if (at === undefined) this.#do(opened(subject.replica));
    if (subject.keeps !== undefined && subject.keeps.length > 0) this.give(subject.keeps);
    const { family = 'native', space = cast.spaces.gardening, ...rest } = { ...subject.replica, ...partner.replica };
    const model = openModel({ family, space, ...rest });
    for (const [record, content] of (partner.keeps ?? []).map(plainly))
      ingest(model, { ...record, ...(content === undefined ? {} : { content }) }, this.#partnerNow);
    const theirs = openSession(model, { role: other, entropy: nonces[other], ...openInput(partner) });
    this.partner = theirs.session;
    this.#queue.push(...theirs.answer.send);
    const input = { session: this.#name, replica: subject.replica?.replica ?? 'a', now: this.#now, role };
    this.#step('session.open', { ...input, entropy: nonces[role], ...openInput(subject) });
  }

  #do(move: Move): void {
    this.moves.push(move);
    if ('end' in move.planned) return;
    this.answer = answerInWorld(this.#world, move.planned.operation, move.planned.input);
  }

  /** Asks the subject, and gives its partner what it sends. */
  #step(operation: 'session.open' | 'session.receive', input: Record<string, unknown>): void {
    this.#do({ planned: { operation, input }, meant: () => undefined });
    for (const message of this.#isDeaf ? [] : this.sent)
      for (const text of wireTexts(message, this.#ownSeed))
        this.#queue.push(...receiveInSession(this.partner, { now: this.#partnerNow, text }).send);
  }

  /** What the subject sent last. */
  get sent(): SentMessage[] {
    return (this.answer?.expect.ok?.send ?? []) as SentMessage[];
  }

  /** What the partner would say next. */
  get next(): SentMessage | undefined {
    return this.#queue[0];
  }

  /** The partner says what it has to say: all of it, or so many messages. */
  go(count = Number.POSITIVE_INFINITY): this {
    for (let said = 0; said < count; said += 1) {
      const message = this.#queue.shift();
      if (message === undefined) break;
      for (const text of wireTexts(message, this.#seed)) this.hear(text);
    }
    return this;
  }

  /** The partner goes on until a message of this type is the next. */
  until(type: string): this {
    while (this.next !== undefined && this.next.type !== type) this.go(1);
    if (this.next === undefined) throw new Error(`the partner never says ${type}`);
    return this;
  }

  /** Other messages in place of the next one. */
  alter(change: Alter): this {
    const message = this.#queue.shift();
    if (message === undefined) throw new Error('the partner has nothing to say');
    return this.say(...change(message));
  }

  /** The partner says something that it did not mean to. */
  say(...messages: readonly (SentMessage | string)[]): this {
    for (const message of messages)
      for (const text of typeof message === 'string' ? [message] : wireTexts(message, this.#seed)) this.hear(text);
    return this;
  }

  /** The subject gets a text. */
  hear(text: string | Uint8Array): this {
    const bytes = typeof text === 'string' ? utf8(text) : text;
    this.#step('session.receive', { session: this.#name, now: this.#now, ...textInput(bytes) });
    return this;
  }

  closed(): this {
    this.#queue = [];
    this.#step('session.receive', { session: this.#name, now: this.#now, closed: true });
    return this;
  }

  /** The time has come, so many microseconds later. */
  tick(later = 0): this {
    this.#now += later;
    this.#partnerNow += later;
    this.#step('session.receive', { session: this.#name, now: this.#now });
    return this;
  }

  /** The same for the partner. */
  partnerTick(): this {
    this.#queue.push(...receiveInSession(this.partner, { now: this.#partnerNow }).send);
    return this;
  }

  /** The partner hears a state that is not its own, and begins a round. */
  partnerBegins(): this {
    const text = JSON.stringify(STRANGE);
    this.#queue.push(...receiveInSession(this.partner, { now: this.#partnerNow, text }).send);
    return this;
  }

  /** Both peers hear a state that is not theirs at one moment, and begin a round. */
  cross(): this {
    return this.partnerBegins().say(STRANGE);
  }

  /** So many microseconds go by, for the peer alone or for both. */
  wait(own: number, partner = own): this {
    this.#now += own;
    this.#partnerNow += partner;
    return this;
  }

  /** What the subject sends from now on is lost on its way. */
  lose(): this {
    this.#isDeaf = true;
    return this;
  }

  /** The process of the subject is ended by force, and its durable replica opened again. */
  kill(): this {
    this.#do(ended);
    endWorld(this.#world);
    this.#do(opened({ durable: true }));
    return this;
  }

  /** Somebody else gives the subject records. */
  give(items: readonly Item[], replica?: string): this {
    this.#do(given(items, undefined, { now: this.#now, ...(replica === undefined ? {} : { replica }) }));
    return this;
  }

  /** Somebody else gives the partner records. */
  givePartner(items: readonly Item[]): this {
    for (const [record] of items.map(plainly)) ingest(this.partner.model, record, this.#partnerNow);
    return this;
  }

  state(): this {
    this.#do({
      planned: { operation: 'replica.state', input: { replica: 'a', now: this.#now } },
      meant: () => undefined,
    });
    return this;
  }

  /** The transports of both end, and they meet again. */
  again(role: 'caller' | 'answerer' = 'answerer'): this {
    this.closed();
    return this.#meet('two', role);
  }

  /** They meet anew in a session of the same name, although the one before has not ended. */
  anew(role: 'caller' | 'answerer' = 'answerer'): this {
    return this.#meet(this.#name, role);
  }

  #meet(name: string, role: 'caller' | 'answerer'): this {
    this.#isDeaf = false;
    this.#name = name;
    const other = role === 'caller' ? 'answerer' : 'caller';
    const entropy = SECOND_NONCES;
    const theirs = openSession(this.partner.model, { role: other, entropy: entropy[other] });
    (this as { partner: Session }).partner = theirs.session;
    this.#queue = [...theirs.answer.send];
    this.#step('session.open', { session: name, replica: 'a', now: this.#now, role, entropy: entropy[role] });
    return this;
  }
}

/** An item as the partner's replica is given it. */
const plainly = (one: Item): [{ format: Format; bytes: Uint8Array }, string | undefined] => {
  if ('text' in one && 'format' in one && Object.keys(one).length === 2)
    return [{ format: String(one.format) as Format, bytes: utf8(String(one.text)) }, undefined];
  const [record, content] = 'record' in one ? [one.record as Json, String(one.content)] : [one as Json, undefined];
  const { header, format } = record as { header?: { format: string }; format?: string };
  return [{ format: (header?.format ?? format) as Format, bytes: utf8(JSON.stringify(record)) }, content];
};

/** What must have come out in the end: the code of the refusal, or members of the answer. */
export type Outcome = {
  code?: string;
  done?: { equal: boolean; refused?: number; wanted?: number };
  /** The types of the messages that are sent. */
  sent?: string;
};

const wrongIn = ({ code, done, sent }: Outcome, { expect }: ReplicaAnswer): string | undefined => {
  const answer = (expect.ok ?? {}) as { send?: SentMessage[]; done?: Outcome['done']; error?: { code: string } };
  const types = (answer.send ?? []).map(({ type }) => type).join(' ');
  if (answer.error?.code !== code) return `${answer.error?.code} and not ${code}`;
  if (sent !== undefined && types !== sent) return `sent ${types} and not ${sent}`;
  const found = JSON.stringify(answer.done);
  const meant = done && JSON.stringify({ equal: done.equal, refused: done.refused ?? 0, wanted: done.wanted ?? 0 });
  return found === meant ? undefined : `${found} and not ${meant}`;
};

export const EQUAL: Outcome = { done: { equal: true } };

/** A case, whose last answer is checked against what is meant. */
export const meeting = (
  slug: string,
  title: string,
  requirements: readonly string[],
  talk: Talk,
  outcome: Outcome,
  options: Partial<Schedule> = {},
): VectorCase => {
  const last = talk.moves.at(-1);
  if (last === undefined) throw new Error(`${slug}: nothing is asked`);
  const moves = [...talk.moves.slice(0, -1), { ...last, meant: (answer: ReplicaAnswer) => wrongIn(outcome, answer) }];
  return scheduleCase({ profile: 'sync', ...options, id: `sync/${slug}`, title, requirements, moves });
};
