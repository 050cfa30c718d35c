import { isBlobId, isKeyId, isRecordId } from '../id/id.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import { isMessage, type KeepableRecord } from './family.ts';

/** The content type of a message that wishes something forgotten. */
export const wishType = 'application/vnd.rockpool.forget+json';

/** Whether content of this record, where it is accepted, can have links [QRY-10]. */
export const canLink = (record: KeepableRecord): boolean =>
  isMessage(record) && record.contentType === 'application/json';

/** Whether a record is a wish, which its header says [NAT-5]. */
export const isWish = (record: KeepableRecord): boolean => isMessage(record) && record.contentType === wishType;

/** The records that the content of a wish names; undefined if it names none [NAT-5]. */
export function namedIn(object: JsonObject): readonly string[] | undefined {
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
