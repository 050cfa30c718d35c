import type { CheckResult } from '@rockpool/schemas';
import { MemoryStore } from '../../../reference/src/replica/memory-store.ts';
import type { SyncEngine } from '../../../reference/src/signature/engine.ts';
import { answer, type SubjectSettings } from '../../../reference/src/subject/answer.ts';
import { Replicas } from '../../../reference/src/subject/replicas.ts';
import type { Check } from '../../src/checks/check.ts';
import { type Reach, requestFor } from '../../src/checks/request.ts';
import { converse } from '../../src/protocol/converse.ts';
import { encodeRequest, parseResponse } from '../../src/protocol/message.ts';
import type { Request } from '../../src/protocol/request.ts';
import { openLedger } from '../../src/protocol/rules.ts';
import { resultOf } from '../../src/report/results.ts';
import type { Answer } from '../../src/run/subject.ts';
import { judgeSettled, termsOf } from '../../src/verdict/judge.ts';

/** Answers one line after another, as one process does. */
export type Process = (line: string) => string;

/** Starts a process where the one before was ended. */
export type Starting = () => Process;

/** What a reference answers with, where it is another copy than the one beside this file. */
export interface Parts {
  readonly answer: typeof answer;
  readonly Replicas: typeof Replicas;
  readonly MemoryStore: typeof MemoryStore;
}

/** A reference in this thread, in a directory of its own: stores outlive the replicas over them, as files outlive a process. */
export const startingOf = (
  options: SubjectSettings<SyncEngine>,
  parts: Parts = { answer, Replicas, MemoryStore },
): Starting => {
  const stores = new Map<string, MemoryStore>();
  const openDurable = (name: string): MemoryStore => {
    const store = stores.get(name) ?? new parts.MemoryStore();
    stores.set(name, store);
    return store;
  };
  return () => {
    const running = { ...options, replicas: new parts.Replicas(openDurable) };
    return (line) => parts.answer(line, running);
  };
};

const REACH: Reach = { hello: { operations: { 'replica.open': { durable: true } } }, restarts: true };

const requests = new Map<Check, Request>();
/** Longer questions are not remembered, in characters. */
const REMEMBERED = 100_000;

const requestOf = (check: Check): Request => {
  const known = requests.get(check);
  if (known !== undefined) return known;
  const asked = requestFor(check, REACH);
  if (!asked.ok) throw new Error(`${check.id} cannot be asked: ${asked.reason}`);
  if (asked.request.params.length < REMEMBERED) requests.set(check, asked.request);
  return asked.request;
};

/** Asks step by step; replicas have the same names each time, so `start` begins in an empty directory. */
const answerOf = (request: Request, start: Starting): Answer => {
  let process = start();
  let [names, step] = [0, 0];
  let answered: Answer | undefined;
  converse(
    request,
    {
      ask(method, params, onReply) {
        const parsed = parseResponse(process(encodeRequest('0', method, params)));
        if (parsed.ok) onReply(parsed.reply);
        else answered = { kind: 'garbage', detail: parsed.why, signature: 'garbage', step };
      },
      restart(onStarted) {
        process = start();
        onStarted();
      },
      nextName: () => `replica ${names++}`,
      onStep: (position) => {
        step = position;
      },
    },
    (reply) => {
      answered = reply;
    },
  );
  return answered as Answer;
};

const ledger = openLedger();

/** What the judge says of a subject in this thread about one check. */
export const askInThread = (check: Check, start: Starting): CheckResult => {
  const terms = termsOf(check.profile, { verdictOnly: false, deterministic: true });
  return resultOf(check, judgeSettled(check, answerOf(requestOf(check), start), terms, ledger));
};

/** The operations that a check asks, the last one last. */
export const operationsOf = ({ steps = [], operation }: Check): readonly string[] => [
  ...steps.flatMap((step) => ('end' in step ? [] : [step.operation])),
  operation,
];
