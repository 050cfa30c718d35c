import { utf8 } from './bytes.ts';
import { isId } from './identifiers.ts';
import { remembering } from './memo.ts';
import type { JsonObject } from './native.ts';
import type { Kept, Model } from './replica-model.ts';
import { type ReadText, readText } from './text.ts';

/** Contents are looked at again and again. */
const read = remembering<ReadText>();

/** Whether a record is a wish, whatever its content says [NAT-5]. */
const isWish = ({ kind, contentType }: Kept): boolean =>
  kind === 'message' && contentType === 'application/vnd.rockpool.forget+json';

/** The object that the content of a record is, where it keeps TXT-1 to TXT-9. */
const objectOf = ({ content }: Kept): JsonObject | undefined => {
  if (content === undefined) return undefined;
  const { broken, value } = read(content, () => readText(utf8(content), 'native'));
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return broken.length === 0 && isObject ? (value as JsonObject) : undefined;
};

/** The object in which a message can link to something [QRY-10]. */
export const objectIn = (record: Kept): JsonObject | undefined =>
  record.kind === 'message' && record.contentType === 'application/json' ? objectOf(record) : undefined;

/** The records that an accepted wish names. */
const namedBy = (record: Kept): readonly string[] => {
  const object = record.held || !isWish(record) ? undefined : objectOf(record);
  if (object?.type !== 'forget' || !Array.isArray(object.messages)) return [];
  const named: readonly unknown[] = object.messages;
  return named.every((id) => typeof id === 'string' && isId(id, 'record')) ? (named as string[]) : [];
};

/** Whether a wish of its author names a record that is not itself a wish [NAT-5]. */
export const isForgotten = (record: Kept, { kept, decide }: Pick<Model, 'kept' | 'decide'>): boolean =>
  decide(
    'NAT-5',
    !isWish(record) && kept.some((wish) => wish.author === record.author && namedBy(wish).includes(record.id)),
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
  const wishes = filled.filter(isWish);
  return filled.map((one) => (isForgotten(one, { kept: wishes, decide }) ? emptied(one) : one));
};

/** Whether the replica lacks content of a record, which does not lie about its size, and was not asked to forget it [NAT-4] [NAT-6]. */
export const isWanted = (record: Kept, model: Model): boolean =>
  record.contentHash !== undefined &&
  record.contentSize !== 0 &&
  record.content === undefined &&
  (holderOf(record, model.kept)?.contentSize ?? record.contentSize) === record.contentSize &&
  !model.decide('NAT-6', isForgotten(record, model));
