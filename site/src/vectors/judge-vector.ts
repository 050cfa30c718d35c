import type { Expectation, VectorCase } from '@rockpool/schemas';
import { type Check, questionAt } from '../../../conformance/src/checks/check.ts';
import { checksOf } from '../../../conformance/src/checks/from-vectors.ts';
import { type Reach, requestFor } from '../../../conformance/src/checks/request.ts';
import { converse } from '../../../conformance/src/protocol/converse.ts';
import { encodeRequest, PROTOCOL, parseResponse, type Reply } from '../../../conformance/src/protocol/message.ts';
import type { Request } from '../../../conformance/src/protocol/request.ts';
import { openLedger } from '../../../conformance/src/protocol/rules.ts';
import { failureWords } from '../../../conformance/src/report/explain.ts';
import { JUDGE } from '../../../conformance/src/run/options.ts';
import { judgeSettled, termsOf } from '../../../conformance/src/verdict/judge.ts';
import { portableSha256 } from '../../../reference/src/bytes/sha256.ts';
import { createJsEngine } from '../../../reference/src/signature/js-engine.ts';
import { answer } from '../../../reference/src/subject/answer.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
import { Replicas } from '../../../reference/src/subject/replicas.ts';
import { createVariant } from '../../../reference/src/subject/variant.ts';

/** What the judge says of one check: of the vector itself, or of what follows from it. */
export type Judged = {
  /** The vector's id, with `#…` behind it where the check follows from it. */
  id: string;
  title: string;
  operation: string;
  outcome: 'passed' | 'failed' | 'not-run';
  /** What is wrong, in a few words, or why it was not asked. */
  words?: string;
  expected: Expectation;
  got?: unknown;
};

type Subject = (operation: string, params: string) => Reply;

/** The reference, reached as every subject is: texts in, texts out. `without` is a requirement that it has forgotten. */
const referenceWithout = (without: string | undefined): Subject => {
  const options = {
    protocol: createVariant(portableSha256, without === undefined ? [] : [without]),
    engine: createJsEngine(),
    deterministic: true,
    profiles: [...profiles.keys()],
    replicas: new Replicas(),
  };
  let asked = 0;
  return (operation, params) => {
    asked += 1;
    const parsed = parseResponse(answer(encodeRequest(String(asked), operation, params), options));
    if (!parsed.ok) throw new Error(parsed.why);
    return parsed.reply;
  };
};

/** All replies to a question, of a schedule one after another. */
const askAll = (request: Request, subject: Subject): Reply => {
  let reply: Reply | undefined;
  let named = 0;
  converse(
    request,
    {
      ask: (method, params, onReply) => onReply(subject(method, params)),
      nextName: () => {
        named += 1;
        return `replica ${named}`;
      },
    },
    (last) => {
      reply = last;
    },
  );
  if (reply === undefined) throw new Error(`${request.method} was not answered`);
  return reply;
};

const judge = (check: Check, subject: Subject, hello: Reach['hello']): Judged => {
  const { id, title, operation, expect } = check;
  const about = { id, title, operation, expected: expect };
  const asked = requestFor(check, { hello, restarts: false });
  if (!asked.ok) return { ...about, outcome: 'not-run', words: asked.reason };
  const reply = askAll(asked.request, subject);
  const terms = termsOf(check.profile, { verdictOnly: false, deterministic: true });
  const concluded = judgeSettled(check, reply, terms, openLedger());
  const got = reply.kind === 'result' ? reply.result : { error: { code: reply.code, message: reply.message } };
  if (concluded.outcome === 'passed') return { ...about, outcome: 'passed', got };
  if (concluded.outcome === 'could-not-run') return { ...about, outcome: 'not-run', words: concluded.reason, got };
  const words = failureWords(concluded.failure);
  const decides = concluded.step === undefined ? undefined : questionAt(check, concluded.step);
  const expected = decides?.expect ?? expect;
  const came = concluded.step === undefined ? got : concluded.got;
  const detailed = concluded.detail ? `${words}: ${concluded.detail}` : words;
  return { ...about, expected, outcome: 'failed', words: detailed, ...(came === undefined ? {} : { got: came }) };
};

/** A judge of vectors: asks the reference about each and about what follows from it. The vector's own result comes first. */
export const openJudge = (without?: string): ((vector: VectorCase) => Judged[]) => {
  const subject = referenceWithout(without);
  const hello = subject('hello', JSON.stringify({ protocol: PROTOCOL, judge: JUDGE }));
  if (hello.kind !== 'result') throw new Error(hello.message);
  const { operations } = hello.result as Reach['hello'];
  return (vector) => checksOf([vector]).map((check) => judge(check, subject, { operations }));
};
