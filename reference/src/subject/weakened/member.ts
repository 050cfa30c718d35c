import { isObject, type JsonObject, type JsonValue, setMember } from '../../value/json.ts';

/** Where a member stands in a value: the names on the way. */
export type Way = readonly string[];

/** The member, if the value has it. */
export function memberAt(value: JsonValue, way: Way): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const name of way) at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

/** The value with another member there, or without one; as it is where there is no object to hold it. */
export function withMember(value: JsonValue, way: Way, member: JsonValue | undefined): JsonValue {
  const [name, ...rest] = way;
  if (name === undefined) return member ?? null;
  if (!isObject(value)) return value;
  const changed: JsonObject = { ...value };
  if (rest.length > 0) {
    if (isObject(value[name])) changed[name] = withMember(value[name], rest, member);
  } else if (member === undefined) delete changed[name];
  else setMember(changed, name, member);
  return changed;
}

/** The value with other names for the members of one of its objects; a name that is not given goes with its member. */
export function renamed(value: JsonValue, way: Way, rename: (name: string) => string | undefined): JsonValue {
  const object = memberAt(value, way);
  if (!isObject(object)) return value;
  const changed: JsonObject = {};
  for (const [name, member] of Object.entries(object)) {
    const other = rename(name);
    if (other !== undefined && !Object.hasOwn(changed, other)) setMember(changed, other, member);
  }
  return way.length === 0 ? changed : withMember(value, way, changed);
}
