import { isObject, type JsonValue, pointer } from '../value/json.ts';

/** The JSON type of a member. An integer is a number without a fractional part. */
export type MemberType =
  | 'string'
  | 'string or null'
  | 'number'
  | 'integer'
  | 'integer or null'
  | 'object'
  | 'object or string';

/** The members of an object; it has no other. */
export interface Shape {
  readonly required: ReadonlyMap<string, MemberType>;
  readonly optional: ReadonlyMap<string, MemberType>;
}

/** A shape from its members. */
export const shape = (
  required: Readonly<Record<string, MemberType>>,
  optional: Readonly<Record<string, MemberType>> = {},
): Shape => ({ required: new Map(Object.entries(required)), optional: new Map(Object.entries(optional)) });

/** Where a value does not fit a shape, as a JSON pointer; undefined if it fits. */
export function misfit(value: JsonValue | undefined, { required, optional }: Shape): string | undefined {
  if (!isObject(value)) return '';
  let found = 0;
  for (const name of Object.keys(value)) {
    const requiredType = required.get(name);
    const type = requiredType ?? optional.get(name);
    if (type === undefined || !isOfType(value[name] as JsonValue, type)) return pointer([name]);
    if (requiredType !== undefined) found++;
  }
  if (found === required.size) return undefined;
  return pointer([[...required.keys()].find((name) => !Object.hasOwn(value, name)) as string]);
}

function isOfType(value: JsonValue, type: MemberType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'string or null':
      return value === null || typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'integer or null':
      return value === null || Number.isInteger(value);
    case 'object':
      return isObject(value);
    case 'object or string':
      return isObject(value) || typeof value === 'string';
  }
}
