import { sha256 } from '@noble/hashes/sha2.js';
import type { OperationName } from '@rockpool/schemas';
import { type Question, questionAt } from '../checks/check.ts';
import { hex, utf8 } from '../forge/index.ts';
import type { Reply } from '../protocol/message.ts';
import { OK_MEMBERS } from '../protocol/operations.ts';
import { headOf } from '../report/head.ts';
import { asSet } from './equal.ts';
import { namedIn } from './named.ts';
import { saidIn } from './said.ts';

/** Longer answers are told and kept by their beginning, in characters of JSON; the right ones to long questions are shorter. */
export const TOLD = 8_192;

/** How much of a longer one is kept, in characters of JSON. */
const HEAD = 1_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of every object in one order, whichever they had. */
const inOrder = (_: string, value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/**
 * The value itself, or where it is long its beginning, its length and its SHA-256: two that say the same stay the same. Of
 * a set the order says nothing.
 */
const short = (value: unknown, isSet = false): unknown => {
  const text = JSON.stringify(value);
  if (text === undefined || text.length <= TOLD) return value;
  const meant = isSet && Array.isArray(value) ? asSet(value) : value;
  const whole = typeof meant === 'string' ? text : JSON.stringify(meant, inOrder);
  return `${headOf(whole, HEAD)}… (${text.length} characters, SHA-256 ${hex(sha256(utf8(whole)))})`;
};

/** A long answer as a report tells it. */
export const told = (got: unknown): unknown => {
  const text = JSON.stringify(got);
  return text === undefined || text.length <= TOLD ? got : { beginning: headOf(text, HEAD), characters: text.length };
};

const storedOk = (operation: OperationName, ok: unknown): unknown =>
  isObject(ok)
    ? Object.fromEntries(
        OK_MEMBERS[operation]
          .filter((name) => Object.hasOwn(ok, name))
          .map((name) => [
            name,
            name === 'send' ? short(saidIn(ok.send)) : short(namedIn(operation, name, ok[name]), name === 'deleted'),
          ]),
      )
    : short(ok);

/**
 * A reply as it is kept until the end of a run, for comparing it with a later one. A long one is kept without members that
 * have no meaning, and without what makes it long, however many megabytes the subject answers.
 */
export const storedReply = (operation: OperationName, reply: Reply): Reply => {
  if (reply.kind === 'error') return { ...reply, message: String(short(reply.message)) };
  if (JSON.stringify(reply.result).length <= TOLD) return reply;
  const { ok, reject, held } = reply.result;
  return {
    kind: 'result',
    result: {
      ...(ok === undefined ? {} : { ok: storedOk(operation, ok) }),
      ...(reject === undefined ? {} : { reject: isObject(reject) ? { code: short(reject.code) } : short(reject) }),
      ...(held === undefined ? {} : { held: isObject(held) ? { reason: short(held.reason) } : short(held) }),
    },
  };
};

/** The same of a reply to a question, and of a schedule of the replies to every step. */
export const storedAnswer = (question: Question, reply: Reply): Reply => {
  const { before } = reply;
  if (before === undefined) return storedReply(question.operation, reply);
  const stored = (position: number, each: Reply): Reply =>
    storedReply(questionAt(question, position)?.operation ?? question.operation, each);
  return {
    ...stored(before.length, reply),
    before: before.map((each, position) => each && stored(position, each)),
  };
};
