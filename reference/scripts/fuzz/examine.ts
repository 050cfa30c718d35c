import { type Phase, rejectionCodes } from '@rockpool/schemas';
import type { Asked, Target } from './target.ts';
import type { Made } from './texts.ts';

/** What is wrong with an answer. */
export type FaultKind =
  | 'exception'
  | 'no verdict'
  | 'another verdict'
  | 'explained otherwise'
  | 'hang'
  | 'crash'
  | 'growth';

export interface Fault {
  readonly kind: FaultKind;
  readonly detail: string;
}

/** How far a text got: the phase that refused it, or what became of it behind the last. */
export type Reached = Exclude<Phase, 'feed'> | 'held' | 'accepted';

/** In their order. */
export const stages: readonly Reached[] = [
  'text',
  'shape',
  'form',
  'relations',
  'time',
  'signature',
  'content',
  'held',
  'accepted',
];

export interface Examined {
  readonly faults: readonly Fault[];
  /** What was answered, in one line; undefined where nothing was. */
  readonly verdict: string | undefined;
  readonly reached: Reached | undefined;
}

/** Of how many texts one is asked about in another way as well. */
const AGAIN = 4;
const EXPLAINED = 8;
const HALVED = 16;
const OTHERWISE = 128;

/** A record is asked about by itself, so no answer is one of the phase *feed*. */
const phaseOf = new Map(
  rejectionCodes.flatMap(({ code, phase }) => (phase === 'feed' ? [] : [[code as string, phase] as const])),
);
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

/** The verdict in one line and how far it got; undefined if it is none. */
function readVerdict(verdict: unknown): { line: string; reached: Reached } | undefined {
  if (!isObject(verdict)) return undefined;
  const { ok, code, requirement, path, because, held, record } = verdict;
  if (ok === true) return isObject(record) ? { line: 'accepted', reached: 'accepted' } : undefined;
  if (ok !== false) return undefined;
  if (held !== undefined)
    return held === 'identity' && code === undefined ? { line: 'held: identity', reached: 'held' } : undefined;
  const reached = isText(code) ? phaseOf.get(code) : undefined;
  if (reached === undefined || !isText(requirement) || !isText(path)) return undefined;
  if (because !== undefined && !isText(because)) return undefined;
  return {
    line: `rejected: ${code}, ${requirement}${because ? ` by ${because}` : ''} at ${JSON.stringify(path)}`,
    reached,
  };
}

/** The string of a text, where it is one. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    // A fatal decoder has no other way to say "ill-formed".
    return undefined;
  }
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** Asks about a text in several ways and says what is wrong with the answers. */
export function examine(made: Made, target: Target): Examined {
  const faults: Fault[] = [];
  const { bytes, index } = made;
  const asked: Asked = { format: made.format, now: made.now, ...(made.hmac && { hmac: made.hmac }) };
  const fault = (kind: FaultKind, detail: string): undefined => {
    faults.push({ kind, detail });
    return undefined;
  };
  const attempt = <T>(how: string, ask: () => T): T | undefined => {
    try {
      return ask();
    } catch (error) {
      const { stack, message } = error instanceof Error ? error : { stack: undefined, message: String(error) };
      return fault('exception', `${how}: ${stack?.split('\n').slice(0, 4).join(' ') ?? message}`);
    }
  };
  const ask = (how: string, question: () => unknown): ReturnType<typeof readVerdict> => {
    const before = faults.length;
    const answer = attempt(how, question);
    return readVerdict(answer) ?? (faults.length > before ? undefined : fault('no verdict', `${how}: ${show(answer)}`));
  };
  const first = ask('verify', () => target.verify(bytes, asked));
  const askAlso = (how: string, question: () => unknown): void => {
    const verdict = ask(how, question);
    if (first && verdict && verdict.line !== first.line)
      fault('another verdict', `${how}: ${verdict.line}, and before: ${first.line}`);
  };
  const text = decode(bytes);
  if (index % AGAIN === 0) askAlso('asked again', () => target.verify(text ?? bytes, asked));
  if (index % AGAIN === 1) askAlso('asked again', () => target.verify(bytes, asked));
  if (index % OTHERWISE === 2) askAlso('asked without anything native', () => target.verifyOtherwise(bytes, asked));
  if (index % HALVED === 3 && text !== undefined) {
    const at = index % (text.length + 1);
    const halved = ask('with half a surrogate pair', () =>
      target.verify(`${text.slice(0, at)}\ud83d${text.slice(at)}`, asked),
    );
    // Right in front of the other half it would make a whole.
    if (halved && halved.reached !== 'text' && !/^[\udc00-\udfff]/.test(text.slice(at)))
      fault('another verdict', `half a surrogate pair at ${at}: ${halved.line}`);
  }
  if (index % EXPLAINED === 5) {
    const explained = attempt('explain', () => target.explain(bytes, asked));
    if (explained !== undefined && first) {
      const problem = contradiction(explained, first.line);
      if (problem !== undefined) fault('explained otherwise', `${problem}, and verify: ${first.line}`);
    }
  }
  return { faults, verdict: first?.line, reached: first?.reached };
}

/** The verdict has to be the outcome of the explanation, and its rule among those that failed. */
function contradiction(explained: unknown, line: string): string | undefined {
  if (!isObject(explained) || !Array.isArray(explained.rules)) return show(explained);
  const { outcome, rules } = explained;
  if (!line.startsWith(String(outcome))) return `the outcome is ${show(outcome)}`;
  const failed: string[] = rules.flatMap((rule) => (rule.outcome === 'failed' ? [rule.requirement] : []));
  const requirement = /^rejected: [^,]+, ([A-Z0-9]+-\d+)/.exec(line)?.[1];
  if (requirement === undefined) return failed.length === 0 ? undefined : `${failed.join(', ')} failed`;
  return failed.includes(requirement) ? undefined : `${requirement} is not among ${failed.join(', ')}`;
}
