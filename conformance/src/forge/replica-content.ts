import { utf8 } from './bytes.ts';
import { isId } from './identifiers.ts';
import { remembering } from './memo.ts';
import type { JsonObject } from './native.ts';
import type { Kept, Model } from './replica-model.ts';
import { type ReadText, readText } from './text.ts';

/** Contents are looked at again and again. */
const read = remembering<ReadText>();

/** The object that the content of a message is, where it keeps TXT-1 to TXT-9 and the message says that it is JSON. */
export const objectIn = ({ kind, contentType, content }: Kept): JsonObject | undefined => {
  if (kind !== 'message' || contentType !== 'application/json' || content === undefined) return undefined;
  const { broken, value } = read(content, () => readText(utf8(content), 'native'));
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return broken.length === 0 && isObject ? (value as JsonObject) : undefined;
};

/** The records that a message asks to forget; undefined where it is no wish. */
const namedBy = (record: Kept): readonly string[] | undefined => {
  const object = record.held ? undefined : objectIn(record);
  if (object?.type !== 'forget' || !Array.isArray(object.messages) || object.messages.length === 0) return undefined;
  const named: readonly unknown[] = object.messages;
  return named.every((id) => typeof id === 'string' && isId(id, 'record')) ? (named as string[]) : undefined;
};

/** Whether a wish of its author names a record that is not itself a wish [NAT-5]. */
export const isForgotten = (record: Kept, { kept, decide }: Pick<Model, 'kept' | 'decide'>): boolean =>
  decide(
    'NAT-5',
    namedBy(record) === undefined &&
      kept.some((wish) => wish.author === record.author && namedBy(wish)?.includes(record.id)),
  );

/** Without its content, if it had any. */
const emptied = ({ content: _, ...record }: Kept): Kept => record;

/** A kept record that has the content that another one names, if there is one. */
const holderOf = ({ contentHash }: Kept, kept: readonly Kept[]): Kept | undefined =>
  kept.find((one) => one.contentHash !== undefined && one.contentHash === contentHash && one.content !== undefined);

/**
 * `after` with the content that came with `record`, or that a record of those before has for it, and without what is
 * forgotten [NAT-3] [NAT-5].
 */
export const contentsAfter = (model: Model, record: Kept, after: readonly Kept[]): Kept[] => {
  const { decide } = model;
  const holder = holderOf(record, [record, ...model.kept]);
  const filled = after.map((one) =>
    holder !== undefined &&
    decide('NAT-3', one.contentHash === holder.contentHash && one.contentSize === holder.contentSize)
      ? { ...one, content: String(holder.content) }
      : one,
  );
  const wishes = filled.filter((one) => namedBy(one) !== undefined);
  return filled.map((one) => (isForgotten(one, { kept: wishes, decide }) ? emptied(one) : one));
};

/** Whether the replica lacks content of a record, which does not lie about its size, and was not asked to forget it [NAT-4] [NAT-6]. */
export const isWanted = (record: Kept, model: Model): boolean =>
  record.contentHash !== undefined &&
  record.contentSize !== 0 &&
  record.content === undefined &&
  (holderOf(record, model.kept)?.contentSize ?? record.contentSize) === record.contentSize &&
  !model.decide('NAT-6', isForgotten(record, model));
