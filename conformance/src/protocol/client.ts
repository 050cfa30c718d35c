import { describeEnding, type Ending, type Launch } from '../transport/port.ts';
import { encodeRequest, parseResponse, quote, type Reply } from './message.ts';
import type { Ledger } from './rules.ts';

/** Timers of the platform; handed in, so that this file runs anywhere. */
export type Clock = {
  /** Milliseconds; only differences are used. */
  now(): number;
  setTimer(run: () => void, millis: number): unknown;
  clearTimer(timer: unknown): void;
};

/** Why a subject cannot be asked any more. */
export type Break = {
  kind: 'crash' | 'hang' | 'garbage';
  detail: string;
  /** Equal for two breaks that look like one fault. */
  signature: string;
  /** Of a schedule, the step in which it broke, from 0. */
  step?: number;
};

/** To start may take a subject so long, however short the time for an answer is, in milliseconds. */
export const START_MILLIS = 10_000;

export type ClientOptions = {
  launch: Launch;
  clock: Clock;
  /** A subject that answers nothing for so long while it owes an answer hangs. */
  timeoutMillis: number;
  nextId(): string;
  ledger: Ledger;
  /** Called once, when the subject breaks; nothing is answered afterwards. */
  onBreak(broken: Break): void;
  /** A request was answered a second time; `tag` is the one given to `ask`. */
  onTwice(tag: number, line: string): void;
};

export type Client = {
  /** `params` is JSON text. `onReply` is called at most once. */
  ask(tag: number, method: string, params: string, onReply: (reply: Reply) => void): void;
  /** The tags of the requests without an answer, oldest first. */
  open(): number[];
  close(): Promise<void>;
  kill(): Promise<void>;
  stderr(): string;
};

type Open = { tag: number; onReply(reply: Reply): void };

/** The line of a stack trace that names the fault, without numbers that differ from run to run. */
const lastError = (stderr: string): string => {
  const lines = stderr.trim().split('\n');
  const found = lines.findLast((line) => /error|exception|panic|abort/i.test(line)) ?? lines.at(-1) ?? '';
  return found.replace(/\d+/g, '#').slice(0, 120);
};

/** Matches answers to requests over one transport, and notices when the subject breaks a rule of the transport. */
export const connect = (options: ClientOptions): Client => {
  const { clock, ledger, timeoutMillis } = options;
  const open = new Map<string, Open>();
  const answered = new Map<string, number>();
  let broken = false;
  let closing = false;
  let progress = 0;
  let timer: unknown;

  // A process that boots slowly on a busy machine is not one that hangs.
  const limit = (): number => (answered.size === 0 ? Math.max(START_MILLIS, timeoutMillis) : timeoutMillis);

  const breakOff = (kind: Break['kind'], what: string, signature: string): void => {
    if (broken) return;
    broken = true;
    clock.clearTimer(timer);
    const stderr = transport.stderr().trim();
    const tail = stderr === '' ? '' : `\nstandard error ends with:\n${stderr.slice(-2000)}`;
    options.onBreak({ kind, detail: what + tail, signature });
  };
  const garbage = (rule: 'SUB-1' | 'SUB-2', detail: string): void => {
    if (broken) return;
    ledger.note({ rule, detail });
    breakOff('garbage', detail, `garbage ${rule}`);
  };
  const message = (line: string): void => {
    if (broken) return;
    const parsed = parseResponse(line);
    if (!parsed.ok) return garbage('SUB-1', parsed.why);
    const asked = open.get(parsed.id);
    if (asked === undefined) {
      const tag = answered.get(parsed.id);
      if (tag === undefined) return garbage('SUB-2', `${quote(line)} answers a request that was never made`);
      ledger.note({ rule: 'SUB-2', detail: `a request was answered again, with ${quote(line)}` });
      return options.onTwice(tag, line);
    }
    open.delete(parsed.id);
    answered.set(parsed.id, asked.tag);
    progress = clock.now();
    asked.onReply(parsed.reply);
  };
  const end = (ending: Ending): void => {
    if (broken || closing) return;
    const detail = describeEnding(ending);
    // What never ran cannot have died.
    if (ending.how !== 'not-started') ledger.note({ rule: 'SUB-4', detail });
    breakOff('crash', detail, `${detail} ${lastError(transport.stderr())}`);
  };
  // One timer for all requests, moved on only when it rings: a timer each would cost more than the rest.
  const watch = (): void => {
    timer = undefined;
    if (broken || open.size === 0) return;
    const left = progress + limit() - clock.now();
    if (left > 0) {
      timer = clock.setTimer(watch, left);
      return;
    }
    const detail = `no answer within ${limit() / 1000} seconds`;
    ledger.note({ rule: 'SUB-5', detail });
    breakOff('hang', detail, 'hang');
  };
  const transport = options.launch({ message, garbage: (what) => garbage('SUB-1', `it wrote ${what}`), end });

  return {
    ask: (tag, method, params, onReply) => {
      if (broken) return;
      const id = options.nextId();
      if (open.size === 0) progress = clock.now();
      open.set(id, { tag, onReply });
      timer ??= clock.setTimer(watch, Math.min(limit(), timeoutMillis));
      transport.send(encodeRequest(id, method, params));
    },
    open: () => [...open.values()].map(({ tag }) => tag),
    close: () => {
      closing = true;
      clock.clearTimer(timer);
      return transport.close();
    },
    kill: () => {
      broken = true;
      clock.clearTimer(timer);
      return transport.kill();
    },
    stderr: () => transport.stderr(),
  };
};
