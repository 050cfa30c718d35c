/** What the judge gives a name of its own: `replica` and `session`. */
export type Names = Readonly<Record<string, string>>;

/** A question as it is sent; `params` is JSON text. */
export type Call = {
  method: string;
  params: string;
  /** Of a question about a replica or a session, their names in the schedule; they stand in no params. */
  names?: Names;
  /** The query's cursor is `next` of the reply to the step at this position, from 0. */
  cursorFrom?: number;
};

/** The process is ended by force and started again where it was. */
export type End = { end: true };

/** A question and, of a schedule, what is asked before it, one after another. */
export type Request = Call & { before?: readonly (Call | End)[] };

export const isEnd = (step: object): step is End => 'end' in step;

/** Whether it ends its process, which it cannot share with other questions. */
export const endsProcess = ({ before = [] }: Request): boolean => before.some(isEnd);

/** The question at a position of a schedule; of an end the one behind it. */
export const callAt = (request: Request, position: number): Call =>
  request.before?.slice(position).find((step): step is Call => !isEnd(step)) ?? request;

/** Every method that is asked for. */
export const methodsOf = (request: Request): string[] => [
  ...new Set([...(request.before ?? []), request].flatMap((step) => (isEnd(step) ? [] : [step.method]))),
];
