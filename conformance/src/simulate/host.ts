import type { Expectation, OperationName } from '@rockpool/schemas';
import { type SentMessage, unhex, wireTexts } from '../forge/index.ts';

export type Loose = Readonly<Record<string, unknown>>;

/** Where peers live: a process, or the forge's model. Handles are strings that nobody else on it uses. */
export type Host = {
  /** The members of `ok`. Rejects with `HostFault` where the answer is anything else. */
  ask(operation: OperationName, input: Loose): Promise<Loose>;
  /** Ends it by force and starts it again where it was; absent where that cannot be done. */
  restart?(): Promise<void>;
};

/** A host failed, or answered in a form that the subject protocol does not give. */
export class HostFault extends Error {}

/** The messages of the model as they travel. */
const texts = (send: readonly SentMessage[], seed: unknown): string[] =>
  send.flatMap((message) => wireTexts(message, seed === undefined ? undefined : unhex(String(seed))));

/** Of several right codes the first, as a peer gives one. */
const oneCode = (error: unknown): { code: unknown } => {
  const { code, codes } = error as { code?: unknown; codes?: readonly unknown[] };
  return { code: code ?? codes?.[0] };
};

/** What the model expects of a subject, as a peer says it; `seed` is that of the session. */
export const asSubject = (ok: Loose, seed: unknown): Loose => {
  const { send, error, outcomes, ...rest } = ok;
  type Outcome = { rejected?: unknown };
  return {
    ...rest,
    ...(send === undefined ? {} : { send: texts(send as SentMessage[], seed) }),
    ...(error === undefined ? {} : { error: oneCode(error) }),
    ...(outcomes === undefined
      ? {}
      : {
          outcomes: (outcomes as readonly Outcome[]).map((each) =>
            each.rejected ? { rejected: oneCode(each.rejected) } : each,
          ),
        }),
  };
};

/** Peers that are right as far as the model is, which `answer` asks; `end` ends its process. */
export const modelHost = (answer: (operation: OperationName, input: Loose) => Expectation, end: () => void): Host => {
  const seeds = new Map<unknown, unknown>();
  return {
    ask: async (operation, input) => {
      if (operation === 'session.open') seeds.set(input.session, input.seed);
      const { ok } = answer(operation, input);
      if (ok === undefined) throw new HostFault(`the model refuses ${operation}`);
      return asSubject(ok, seeds.get(input.session));
    },
    restart: async () => end(),
  };
};
