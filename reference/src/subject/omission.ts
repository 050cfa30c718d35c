import { isObject, type JsonObject } from '../value/json.ts';

/** Something to leave out, and where; what is absent is everywhere. */
export interface Omission {
  /** A requirement, or in one format the name of a phase: all rules of that phase. */
  readonly what: string;
  readonly format?: string | undefined;
  readonly operation?: string | undefined;
  /** Of `feed.verify`. */
  readonly mode?: string | undefined;
  /** The member with the signature that is meant. */
  readonly place?: string | undefined;
}

const spelling =
  /^(?<what>[A-Z0-9]+-\d+|[a-z]+)(?:@(?<format>[a-z0-9.-]+))?(?:\/(?<operation>[a-z.]+)(?::(?<mode>[a-z]+))?)?(?:#(?<place>[A-Za-z]+))?$/;

/**
 * Reads what `--without` is given: `ID[@FORMAT][/OPERATION[:MODE]][#PLACE]`.
 * @throws RangeError if it has not that form.
 */
export function parseOmission(text: string): Omission {
  const groups = spelling.exec(text)?.groups;
  if (groups?.what === undefined) {
    throw new RangeError(`${text} is not of the form ID[@FORMAT][/OPERATION[:MODE]][#PLACE]`);
  }
  return { ...groups, what: groups.what };
}

/** The same as a text. */
export const spellOmission = ({ what, format, operation, mode, place }: Omission): string =>
  [what, format && `@${format}`, operation && `/${operation}`, operation && mode && `:${mode}`, place && `#${place}`]
    .filter(Boolean)
    .join('');

/** What decides about a question whether something is left out: the operation, its mode and the formats of its texts. */
export interface Asked {
  readonly operation: string;
  readonly mode: string | undefined;
  readonly formats: readonly string[];
}

/**
 * Looks into the params of a question, of whatever form they are.
 * @param ofReplica the formats of the replica that it is about, if it is about one.
 */
export function askedIn(operation: string, params: JsonObject, ofReplica: readonly string[] = []): Asked {
  const mode = typeof params.mode === 'string' ? params.mode : undefined;
  const texts = Array.isArray(params.records) ? params.records.filter(isObject) : [];
  const given = [params, ...texts].flatMap(({ format }) => (typeof format === 'string' ? [format] : []));
  return { operation, mode, formats: [...given, ...ofReplica] };
}

/** Whether something is left out of the answer to a question. */
export const concerns = ({ format, operation, mode }: Omission, asked: Asked): boolean =>
  (format === undefined || asked.formats.includes(format)) &&
  (operation === undefined || operation === asked.operation) &&
  (mode === undefined || mode === asked.mode);
