import { NativeMessage } from '../format/rp-message.ts';
import type { World } from './command.ts';
import { pathOfRecord, type Shown } from './found.ts';
import { shownPath } from './paths.ts';
import { saying } from './saying.ts';
import { shortener } from './shorten.ts';
import { table } from './table.ts';
import { localTime } from './time.ts';
import { excerpt, visible } from './visible.ts';

/** How records are shown to a person. */
export interface View {
  /** What people are called, by key. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether ids and keys are not cut. */
  readonly full: boolean;
}

/** What somebody is called who is shown among others. */
export type Caller = (id: string) => string;

/** Names, or the beginnings of keys that tell them apart. */
export function callerFor(ids: Iterable<string>, { names, full }: View): Caller {
  const cut = full ? (id: string) => id : shortener(ids);
  return (id) => names.get(id) ?? visible(cut(id));
}

export const dateOf = (world: World, { record }: Shown): string =>
  localTime(record.timestamp, world.offsetMinutes(record.timestamp));

/** When, by whom, how long and where. */
export function documentTable(world: World, documents: readonly Shown[], view: View): string {
  const call = callerFor(
    documents.map(({ record }) => record.author),
    view,
  );
  return table(
    documents.map((document) => {
      const path = pathOfRecord(document.record) ?? '';
      const place = visible(shownPath(path, (id) => (view.full ? undefined : view.names.get(id))));
      const end = view.full ? [place, document.id] : [place];
      return [dateOf(world, document), call(document.record.author), document.size, ...end];
    }),
  );
}

const excerptLength = 60;

/** When, by whom, which one, and what it is about: documents and messages alike. */
export function recordTable(world: World, records: readonly Shown[], view: View): string {
  const call = callerFor(
    records.map(({ record }) => record.author),
    view,
  );
  const cut = view.full ? (id: string) => id : shortener(records.map(({ id }) => id));
  return table(
    records.map((shown) => [dateOf(world, shown), call(shown.record.author), cut(shown.id), summary(shown, view)]),
  );
}

/** A record in one line. */
export function summary(shown: Shown, { names }: View): string {
  const { record, content } = shown;
  if (record instanceof NativeMessage) {
    return `#${record.sequence} ${excerpt(saying(record.contentType, content, (id) => names.get(id) ?? id).text, excerptLength)}`;
  }
  const path = visible(shownPath(pathOfRecord(record) ?? '', (id) => names.get(id)));
  return `${path}  ${content === undefined ? '(its content is not here)' : excerpt(content, excerptLength)}`;
}
