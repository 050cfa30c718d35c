import { decodeBase32, encodeBase32 } from '../bytes/base32.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { readFilter } from '../replica/query-members.ts';
import type { Rule, RuleHead } from '../rule/rule.ts';
import { checkSignature } from '../signature/check.ts';
import { keyByteLength, signatureByteLength } from '../signature/engine.ts';
import type { Task } from '../signature/task.ts';
import { readText } from '../text/read.ts';
import { isObject, type JsonObject, membersOf, stringOr } from '../value/json.ts';
import { firstBroken } from '../verify.ts';
import { Exchange, type Take } from './exchange.ts';
import { salted } from './fingerprint.ts';
import { ItemView } from './item-view.ts';
import { isKnownType, maxMessageBytes } from './message.ts';
import type { GiveBack, Pace } from './pace.ts';
import { Round } from './round.ts';
import type { Role, RoundReport, SessionEnd, SessionProgress, SessionSettings } from './session-types.ts';
import type { SyncReplica } from './sync-replica.ts';
import { authMessage, spaceDigest, transcriptOf } from './transcript.ts';

/** What a session needs besides what it says. */
export interface SessionOptions extends SessionSettings {
  readonly protocol: Protocol;
  /** The replicas that it may be about; of a caller one. */
  readonly replicas: readonly SyncReplica[];
  /** Takes records into the replica of the session; by itself the session asks that. */
  readonly take?: ((source: SyncReplica) => Take) | undefined;
  /** How it shares time and memory with other sessions; it takes what it needs where that is absent. */
  readonly pace?: Pace | undefined;
}

/** What a peer waits for before the first pass. */
type Phase = 'hello' | 'auth' | 'open';

const opposite: Readonly<Record<Role, Role>> = { caller: 'answerer', answerer: 'caller' };

/**
 * One peer's part of a session: what comes in, and the clock, decide what is sent. It does nothing by itself: whoever runs it hands it
 * messages, and takes what is to be sent from `outgoing` before the next one.
 */
export class Session {
  #options: SessionOptions;
  #phase: Phase = 'hello';
  #hellos: Partial<Record<Role, JsonObject>> = {};
  #transcript = '';
  #partnerKey: string | undefined;
  #partner: string | undefined;
  #source: SyncReplica | undefined;
  #ownOpen: JsonObject = {};
  #round: Round | undefined;
  #view: ItemView | undefined;
  #giveBack: GiveBack | undefined;
  #end: SessionEnd | undefined;
  #isOver = false;
  #heard = 0;
  #heardAt: number | undefined;
  #out: Iterable<JsonObject>[] = [];

  constructor(options: SessionOptions) {
    if (options.role === 'caller' && options.replicas.length !== 1) {
      throw new RangeError('a caller opens a session about one replica');
    }
    this.#options = options;
  }

  /** How it ended; undefined as long as it goes on. */
  get end(): SessionEnd | undefined {
    return this.#end;
  }

  get progress(): SessionProgress {
    const { sent = 0, got = 0 } = this.#round?.counts ?? {};
    return { partner: this.#partner, space: this.#source?.space, sent, got, agreedAt: this.#round?.agreedAt };
  }

  /** Whether something is awaited without which the session does not go on: between the rounds of a live one nothing is. */
  get isWaiting(): boolean {
    return this.#end === undefined && this.#round?.isIdle !== true;
  }

  /** How many messages of the partner were awaited. */
  get heard(): number {
    return this.#heard;
  }

  /** How many lists of messages wait, besides the one of which `outgoing` gave a message last. */
  get waitingLists(): number {
    return this.#out.length;
  }

  /** From now on another protocol says what is right. */
  goBy(protocol: Protocol): void {
    this.#options = { ...this.#options, protocol };
    this.#round?.goBy(protocol);
  }

  /** Begins: a caller says `hello`. */
  *start(): Task<void> {
    if (this.#options.role === 'caller') this.#say(yield* this.#hello());
  }

  /** The messages that are to be sent now, in their order. Each is made when it is asked for. */
  *outgoing(): Generator<string> {
    for (let messages = this.#out.shift(); messages !== undefined; messages = this.#out.shift()) {
      for (const message of messages) yield this.#steps.write(message);
    }
  }

  /** Takes a message of the partner. Answers a report if a round ends by that. */
  *receive(text: string | Uint8Array, now: number): Task<RoundReport | undefined> {
    if (this.#isOver) return undefined;
    const { syncRules } = this.#options.protocol;
    const facts = readText(text);
    if (this.#isRefused(syncRules.text, facts, now)) return undefined;
    if (this.#isRefused(syncRules.shape, facts.value, now)) return undefined;
    const message = membersOf(facts.value);
    const type = stringOr(message.type);
    if (!isKnownType(type)) return undefined;
    if (this.#isRefused(syncRules.turn, { type, awaited: this.#awaited }, now)) return undefined;
    this.#heard++;
    this.#heardAt = now;
    if (type === 'error') {
      const detail = typeof message.detail === 'string' ? message.detail : undefined;
      this.#finish({ how: 'error', code: stringOr(message.code), by: 'partner', detail });
      return undefined;
    }
    if (type === 'hello') yield* this.#hear(message, now);
    else if (type === 'auth') yield* this.#authenticate(message);
    else if (type === 'open') yield* this.#opened(message, now);
    else if (this.#round !== undefined) return yield* this.#goOn(this.#round, message, now);
    return undefined;
  }

  /** The time has come to send what has to be sent without being asked [SYN-23]. */
  tick(now: number): void {
    if (this.#isOver) return;
    const isSilent = this.#heardAt !== undefined && this.#steps.isImpatient(now - this.#heardAt, this.isWaiting);
    if (isSilent) this.leave('timeout');
    else this.#round?.tell(now);
  }

  /** The transport has ended. */
  closed(): void {
    this.#finish({ how: 'closed' });
  }

  /** Ends for a reason of the peer's own. */
  leave(code: string, detail?: string): void {
    if (this.#isOver) return;
    this.#finish({ how: 'error', code, by: 'us', detail });
    this.#say({ type: 'error', code, ...(detail !== undefined && { detail }) });
  }

  get #steps() {
    return this.#options.protocol.steps.sync;
  }

  get #awaited(): readonly string[] {
    return [...(this.#round?.awaited ?? [this.#phase]), 'error'];
  }

  #say(...messages: JsonObject[]): void {
    this.#out.push(messages);
  }

  /** Refuses what breaks one of some rules [SYN-5]. */
  #isRefused<S>(rules: readonly Rule<S>[], subject: S, now: number): boolean {
    const broken = firstBroken(this.#steps.inOrder(rules), subject, { now });
    if (broken === undefined) return false;
    const rule = rules.find(({ requirement }) => requirement === broken.requirement);
    this.#refuse(broken.code, broken.requirement, rule?.title ?? '');
    return true;
  }

  #refuse(code: string, requirement: string, title: string): void {
    const detail = `${requirement}: ${title}`;
    this.#finish({ how: 'error', code, by: 'us', detail });
    const refusal = this.#steps.refusal(code, detail);
    if (refusal !== undefined) this.#say(refusal);
  }

  #finish(end: SessionEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#isOver = this.#steps.heedsEnd;
    if (!this.#isOver) return;
    if (end.how !== 'done') this.#out = [];
    this.#view?.close();
    this.#giveBack?.();
  }

  *#hello(): Task<JsonObject> {
    const { role, entropy, seed } = this.#options;
    const key = seed && ((yield (engine) => engine.publicKey(seed)) as Uint8Array);
    const address = this.#steps.address(this.#options);
    const hello = {
      type: 'hello',
      version: 1,
      nonce: encodeBase32(this.#steps.nonce(entropy)),
      ...(key !== undefined && { key: `@${encodeBase32(key)}` }),
      ...(address !== undefined && { address }),
    };
    this.#hellos[role] = hello;
    return hello;
  }

  *#hear(message: JsonObject, now: number): Task<void> {
    const { role, addresses, sha256, protocol } = this.#options;
    const greeting = {
      version: message.version,
      address: message.address,
      addresses: role === 'answerer' ? addresses : undefined,
    };
    if (this.#isRefused(protocol.syncRules.hello, greeting, now)) return;
    this.#hellos[opposite[role]] = message;
    if (role === 'answerer') this.#say(yield* this.#hello());
    const { caller = {}, answerer = {} } = this.#hellos;
    this.#transcript = transcriptOf(caller, answerer, sha256);
    this.#partnerKey = typeof message.key === 'string' ? message.key : undefined;
    this.#phase = this.#partnerKey === undefined ? 'open' : 'auth';
    yield* this.#sayAuth();
    if (role === 'caller') this.#sayOpen(this.#options.replicas[0] as SyncReplica, now);
  }

  *#sayAuth(): Task<void> {
    const { role, seed, sha256 } = this.#options;
    if (seed === undefined) return;
    const message = authMessage(this.#transcript, role, sha256);
    const signature = (yield (engine) => engine.sign(seed, message)) as Uint8Array;
    this.#say({ type: 'auth', signature: encodeBase32(signature) });
  }

  *#authenticate(message: JsonObject): Task<void> {
    const { role, sha256, protocol } = this.#options;
    const rule = protocol.syncRules.auth;
    const question = {
      key: decodeBase32(this.#partnerKey ?? '', 1, keyByteLength),
      message: authMessage(this.#transcript, opposite[role], sha256),
      signature: decodeBase32(stringOr(message.signature), 0, signatureByteLength),
    };
    const broken = yield* checkSignature(question, protocol.signatures);
    if (broken !== undefined && rule !== undefined) return this.#refuseBy(rule);
    this.#partner = this.#partnerKey;
    this.#phase = 'open';
  }

  #refuseBy({ code, requirement, title }: RuleHead): void {
    this.#refuse(code, requirement, title);
  }

  /** @param theirs what the partner asks for; undefined where it has not spoken yet. */
  #sayOpen(source: SyncReplica, now: number, theirs?: JsonObject): void {
    const { role, filter, sparse, sparesMemory, sha256 } = this.#options;
    const lift = this.#steps.lift(this.#options);
    const live = sparesMemory === true && theirs?.lift === 1 ? false : this.#options.live;
    this.#source = source;
    this.#ownOpen = {
      type: 'open',
      space: spaceDigest(source.space, this.#transcript, role, sha256),
      now,
      ...(filter !== undefined && { filter }),
      ...(sparse !== undefined && { sparse }),
      ...(live !== undefined && { live }),
      ...(lift !== undefined && { lift }),
    };
    this.#say(this.#ownOpen);
  }

  *#opened(message: JsonObject, now: number): Task<void> {
    const { role, replicas, sha256, protocol } = this.#options;
    const source = replicas.find(
      ({ space }) => spaceDigest(space, this.#transcript, opposite[role], sha256) === message.space,
    );
    const opened = { hasReplica: source !== undefined, now: Number(message.now), filter: message.filter ?? {} };
    if (this.#isRefused(protocol.syncRules.open, opened, now)) return;
    // Where the rule about the space is left out, it is about any.
    const chosen = source ?? (replicas[0] as SyncReplica);
    if (role === 'answerer') this.#sayOpen(chosen, now, message);
    yield* this.#beginRounds(chosen, message, now);
  }

  *#beginRounds(source: SyncReplica, theirs: JsonObject, now: number): Task<void> {
    const { role, sha256, protocol, take, pace, maxMessageBytes: maxBytes = maxMessageBytes } = this.#options;
    const ours = this.#ownOpen;
    const transcript = this.#transcript;
    const isLifted = ours.lift === 1 || theirs.lift === 1;
    const clocks = [Number(ours.now), Number(theirs.now)];
    const isLive = ours.live === true && theirs.live === true;
    const agreed = {
      ...this.#steps.span(clocks),
      filters: [ours, theirs].flatMap(({ filter }) => (isObject(filter) ? [readFilter(filter)] : [])),
      lift: isLifted ? (hex: string) => salted(transcript, hex, sha256) : undefined,
      sparse: theirs.sparse === true,
    };
    const { sparse, ...looked } = this.#steps.terms(agreed, source);
    const memory = this.#steps.memory(source);
    const { selectors } = protocol.steps.replica;
    const goesOnFrom = isLive ? Number(ours.now) : undefined;
    const view = new ItemView(source, { ...looked, selectors, clock: this.#steps.clock, goesOnFrom }, now);
    this.#view = view;
    if (view.cost > 0 && pace !== undefined) {
      const take = async () => {
        this.#giveBack = await pace.room(view.cost);
        return true;
      };
      yield take;
      if (this.#giveBack === undefined) return this.leave('busy', 'too many sessions compare records in their own way');
    }
    yield* view.count(pace && (() => pace.turn()));
    const exchange = new Exchange({
      source,
      view,
      take: take?.(source) ?? ((records, at) => source.replica.under(this.#options.protocol).ingest(records, at)),
      transcript,
      sparse,
      memory,
    });
    this.#round = new Round({
      protocol,
      source,
      role,
      view,
      exchange,
      memory,
      transcript,
      isLive,
      isSparse: ours.sparse === true,
      maxBytes: Math.min(maxBytes, maxMessageBytes),
      say: (messages) => this.#out.push(messages),
      now,
    });
    if (role === 'answerer') this.#round.begin(now);
  }

  *#goOn(round: Round, message: JsonObject, now: number): Task<RoundReport | undefined> {
    const result = yield* round.receive(message, now);
    if (result === undefined) return undefined;
    if ('code' in result) {
      this.#refuseBy(result);
      return undefined;
    }
    if (!round.isLive) this.#finish({ how: 'done' });
    return result;
  }
}
