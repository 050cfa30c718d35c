import type { Reply } from './message.ts';
import { type Call, isEnd, type Names, type Request } from './request.ts';

export type Conversation = {
  /** Sends one question; `onReply` is called at most once. */
  ask(method: string, params: string, onReply: (reply: Reply) => void): void;
  /** Ends the process by force, starts it again where it was, and calls `onStarted`. Needed only for what ends its process. */
  restart?(onStarted: () => void): void;
  /** A name for a replica or a session that nobody can foresee. */
  nextName(): string;
  /** Called before each step, with its position from 0. */
  onStep?(position: number): void;
};

/** What a reply gives as the place to go on from. */
const cursorOf = (reply: Reply | undefined): string | undefined => {
  const ok = reply?.kind === 'result' ? (reply.result.ok as { next?: unknown } | undefined) : undefined;
  return typeof ok?.next === 'string' ? ok.next : undefined;
};

const withNames = (params: string, names: Names): string => {
  const named = JSON.stringify(names).slice(0, -1);
  return named === '{' ? params : `${named}${params === '{}' ? '' : ','}${params.slice(1)}`;
};

const withCursor = (params: string, cursor: string): string => {
  const { query, ...rest } = JSON.parse(params) as { query: object };
  return JSON.stringify({ ...rest, query: { ...query, cursor } });
};

/**
 * Asks one step of a request when the one before it is answered, and answers with all replies. Each replica and each session gets a name of its
 * own, the same in every step. After an error, or where a cursor is missing, it goes no further: the last reply is then the one to blame.
 */
export const converse = (
  request: Request,
  { ask, restart, nextName, onStep }: Conversation,
  onReply: (reply: Reply) => void,
): void => {
  const steps = [...(request.before ?? []), request];
  const names = new Map<string, string>();
  const replies: (Reply | undefined)[] = [];
  const namesOf = (given: Names): Names =>
    Object.fromEntries(
      Object.entries(given).map(([what, called]) => {
        const name = names.get(`${what} ${called}`) ?? nextName();
        names.set(`${what} ${called}`, name);
        return [what, name];
      }),
    );
  const finish = (reply: Reply): void =>
    onReply(request.before === undefined ? reply : { ...reply, before: replies.slice(0, replies.indexOf(reply)) });
  const say = ({ method, params, names: given = {}, cursorFrom }: Call): void => {
    const from = cursorFrom === undefined ? undefined : replies[cursorFrom];
    const cursor = cursorOf(from);
    if (from !== undefined && cursor === undefined) return finish(from);
    const aimed = cursor === undefined ? params : withCursor(params, cursor);
    ask(method, withNames(aimed, namesOf(given)), (reply) => {
      replies.push(reply);
      if (reply.kind === 'error' || replies.length === steps.length) finish(reply);
      else next();
    });
  };
  const next = (): void => {
    const step = steps[replies.length] as (typeof steps)[number];
    onStep?.(replies.length);
    if (!isEnd(step)) return say(step);
    replies.push(undefined);
    restart?.(next);
  };
  next();
};
