import type { Expectation, VectorCase } from '@rockpool/schemas';
import type { Check } from '../../../conformance/src/checks/check.ts';
import { checksOf } from '../../../conformance/src/checks/from-vectors.ts';
import { paramsFor } from '../../../conformance/src/checks/params.ts';
import { encodeRequest, PROTOCOL, parseResponse, type Reply } from '../../../conformance/src/protocol/message.ts';
import { openLedger } from '../../../conformance/src/protocol/rules.ts';
import { failureWords } from '../../../conformance/src/report/explain.ts';
import { JUDGE } from '../../../conformance/src/run/options.ts';
import { judgeSettled, termsOf } from '../../../conformance/src/verdict/judge.ts';
import { portableSha256 } from '../../../reference/src/bytes/sha256.ts';
import { createJsEngine } from '../../../reference/src/signature/js-engine.ts';
import { answer } from '../../../reference/src/subject/answer.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
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
  };
  let asked = 0;
  return (operation, params) => {
    asked += 1;
    const parsed = parseResponse(answer(encodeRequest(String(asked), operation, params), options));
    if (!parsed.ok) throw new Error(parsed.why);
    return parsed.reply;
  };
};

const judge = (check: Check, subject: Subject, hello: Parameters<typeof paramsFor>[1]): Judged => {
  const { id, title, operation, expect } = check;
  const about = { id, title, operation, expected: expect };
  const params = paramsFor(check, hello);
  if (!params.ok) return { ...about, outcome: 'not-run', words: params.reason };
  const reply = subject(operation, params.params);
  const terms = termsOf(check.profile, { verdictOnly: false, deterministic: true });
  const concluded = judgeSettled(check, reply, terms, openLedger());
  const got = reply.kind === 'result' ? reply.result : { error: { code: reply.code, message: reply.message } };
  if (concluded.outcome === 'passed') return { ...about, outcome: 'passed', got };
  if (concluded.outcome === 'could-not-run') return { ...about, outcome: 'not-run', words: concluded.reason, got };
  const words = failureWords(concluded.failure);
  return { ...about, outcome: 'failed', words: concluded.detail ? `${words}: ${concluded.detail}` : words, got };
};

/** A judge of vectors: asks the reference about each and about what follows from it. The vector's own result comes first. */
export const openJudge = (without?: string): ((vector: VectorCase) => Judged[]) => {
  const subject = referenceWithout(without);
  const hello = subject('hello', JSON.stringify({ protocol: PROTOCOL, judge: JUDGE }));
  if (hello.kind !== 'result') throw new Error(hello.message);
  const { operations } = hello.result as Parameters<typeof paramsFor>[1];
  return (vector) => checksOf([vector]).map((check) => judge(check, subject, { operations }));
};
