import { type HelloResult, validateHelloResult } from '@rockpool/schemas';
import { type Break, type Client, type Clock, connect } from '../protocol/client.ts';
import { type Conversation, converse } from '../protocol/converse.ts';
import { METHOD_NOT_FOUND, PROTOCOL, quote, type Reply } from '../protocol/message.ts';
import type { Request } from '../protocol/request.ts';
import type { Ledger } from '../protocol/rules.ts';
import type { Launch } from '../transport/port.ts';

export type SubjectOptions = {
  launch: Launch;
  clock: Clock;
  timeoutMillis: number;
  nextId(): string;
  ledger: Ledger;
  judge: { name: string; version: string };
};

/** What became of one request: its reply, or the break that came in its place. */
export type Answer = Reply | Break;

export type Subject = {
  hello: HelloResult;
  client: Client;
  /** Undefined while it works. */
  broken(): Break | undefined;
  /** From now on, called when it breaks. */
  watch(onBreak: (broken: Break) => void, onTwice: (tag: number, line: string) => void): void;
  /** One request by itself, with all its steps. */
  ask(tag: number, request: Request): Promise<Answer>;
};

export type Started = { ok: true; subject: Subject } | { ok: false; detail: string };

const HELLO = -1;

const readHello = (answer: Answer): HelloResult | string => {
  if (answer.kind === 'error') {
    const what = answer.code === METHOD_NOT_FOUND ? 'says that it has no hello' : 'answers hello with an error';
    return `the subject ${what}: ${answer.message}`;
  }
  if (answer.kind !== 'result') return `the subject did not answer hello: ${answer.detail}`;
  if (validateHelloResult(answer.result)) return answer.result;
  const violation = validateHelloResult.errors?.[0];
  return `the result of hello has a wrong form: ${violation?.instancePath || 'it'} ${violation?.message ?? ''}, in ${quote(JSON.stringify(answer.result))}`;
};

/** Starts a fresh subject and shakes hands [SUB-6]. */
export const startSubject = async (options: SubjectOptions): Promise<Started> => {
  let broken: Break | undefined;
  let onBreak: ((broken: Break) => void) | undefined;
  let onTwice: ((tag: number, line: string) => void) | undefined;
  const client = connect({
    ...options,
    onBreak: (news) => {
      broken = news;
      onBreak?.(news);
    },
    onTwice: (tag, line) => onTwice?.(tag, line),
  });
  const subject: Omit<Subject, 'hello'> = {
    client,
    broken: () => broken,
    watch: (breaks, twice) => {
      onBreak = breaks;
      onTwice = twice;
    },
    ask: (tag, request) =>
      new Promise((settle) => {
        if (broken) return settle(broken);
        let step = 0;
        onBreak = (news) => settle(request.before === undefined ? news : { ...news, step });
        const conversation: Conversation = {
          ask: (method, params, onReply) => client.ask(tag, method, params, onReply),
          nextName: options.nextId,
          onStep: (position) => {
            step = position;
          },
        };
        converse(request, conversation, settle);
      }),
  };
  const params = JSON.stringify({ protocol: PROTOCOL, judge: options.judge });
  const hello = readHello(await subject.ask(HELLO, { method: 'hello', params }));
  if (typeof hello !== 'string') return { ok: true, subject: { ...subject, hello } };
  if (broken === undefined) options.ledger.note({ rule: 'SUB-6', detail: hello });
  await client.kill();
  return { ok: false, detail: hello };
};
