import type { Json } from './canonical.ts';
import { isId } from './identifiers.ts';
import { objectIn } from './replica-content.ts';
import type { Kept } from './replica-model.ts';

/** What a message names, and by which member. */
export type Link = { to: string; relation: string };

const linksBelow = (value: Json, relation: string): Link[] => {
  if (typeof value === 'string') return isId(value, 'key', 'record', 'blob') ? [{ to: value, relation }] : [];
  if (Array.isArray(value)) return value.flatMap((each: Json) => linksBelow(each, relation));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => linksBelow(each as Json, name));
};

/** The links in the content of a message, which the replica has and which is an object with a `type` that is a string. */
export const linksIn = (record: Kept): Link[] => {
  const object = objectIn(record);
  return typeof object?.type === 'string' ? linksBelow(object, '') : [];
};
