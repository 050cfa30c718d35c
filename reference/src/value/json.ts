/** A parsed JSON value. Objects may have an own member `__proto__`, which is a member like any other. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

/** A parsed JSON object. */
export interface JsonObject {
  [name: string]: JsonValue;
}

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object; none of anything else. */
export const membersOf = (value: JsonValue | undefined): JsonObject => (isObject(value) ? value : {});

/** The value if it is a string, else the empty one. */
export const stringOr = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

/** The value if it is a number, else NaN, which lies in no range. */
export const numberOr = (value: JsonValue | undefined): number => (typeof value === 'number' ? value : Number.NaN);

/** The value if it is a string, else undefined. */
export const optionalString = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The value if it is a number, else undefined. */
export const optionalNumber = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Adds a member. Assignment would change the prototype instead where the name is `__proto__`. */
export function setMember(object: JsonObject, name: string, value: JsonValue): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}

/** A JSON pointer (RFC 6901) of names and positions. */
export const pointer = (steps: readonly (string | number)[]): string =>
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
