import { isBlobId, isKeyId, isRecordId } from '../id/id.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import { isMessage, type KeepableRecord } from './family.ts';

/** The content type of content that can wish and link. */
const jsonType = 'application/json';

/** Whether content of this record, where it is accepted, can be a wish or have links. */
export const isObjectMessage = (record: KeepableRecord): boolean =>
  isMessage(record) && record.contentType === jsonType;

/** The records whose content is to be forgotten, if that is what the content of a message says [NAT-5]. */
export function wishedIn(object: JsonObject): readonly string[] | undefined {
  const { type, messages } = object;
  if (type !== 'forget' || !Array.isArray(messages) || messages.length === 0) return undefined;
  return messages.every((id): id is string => typeof id === 'string' && isRecordId(id)) ? messages : undefined;
}

/** Something that content names, and by which member. */
export interface ContentLink {
  readonly target: string;
  readonly relation: string;
}

/** Every link in content; none where it has no `type` that is a string [QRY-10]. */
export const linksIn = (object: JsonObject): readonly ContentLink[] =>
  typeof object.type === 'string' ? [...linksUnder(object, '')] : [];

/** @param relation the name of the nearest member around the value. */
function* linksUnder(value: JsonValue, relation: string): Iterable<ContentLink> {
  if (typeof value === 'string') {
    if (isLinkTarget(value)) yield { target: value, relation };
  } else if (Array.isArray(value)) {
    for (const item of value) yield* linksUnder(item, relation);
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) yield* linksUnder(member, name);
  }
}

/** What a link can lead to: a key, a record or a blob. */
export const isLinkTarget = (text: string): boolean => isKeyId(text) || isRecordId(text) || isBlobId(text);
