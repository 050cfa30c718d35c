import { base32 } from './base32.ts';
import { blobId } from './blob.ts';
import { hex, utf8 } from './bytes.ts';
import type { Json } from './canonical.ts';
import { compareIds } from './identifiers.ts';
import type { JsonObject } from './native.ts';
import { ingest, type Outcome } from './replica.ts';
import { isWanted } from './replica-content.ts';
import { entryOf } from './replica-entry.ts';
import type { Model } from './replica-model.ts';
import type { Format } from './rule.ts';
import { type SentMessage, type Session, type Summary, viewOf } from './session-model.ts';
import { fingerprint, itemBytes, itemsOf, type KeptItem, shortId, textOf } from './sync-items.ts';
import type { SyncMessage } from './sync-message.ts';
import { readText, textRules } from './text.ts';
import { judgeValue } from './verdict.ts';

const FAMILIES: Readonly<Record<Model['family'], readonly string[]>> = {
  native: ['rp.document.1', 'rp.message.1'],
  earthstar: ['es.4', 'es.5'],
};

/** The items that the peer has now; in a live session both `now` have gone on. */
export const itemsNow = (session: Session): KeptItem[] => {
  const { asOf, newest, filters } = viewOf(session);
  const goneBy = session.isLive ? session.clock - session.ownNow : 0;
  return itemsOf(session.model, { asOf: asOf + goneBy, newest: newest + goneBy, filters });
};

/** What `done` and `state` say of all items [RNG-20] [SYN-25]. */
export const summaryOf = (session: Session): Summary => {
  const items = itemsNow(session);
  return { fingerprint: base32(fingerprint(items, viewOf(session))), count: items.length };
};

/** The bytes of the item that a text is; undefined where the text has no form of its format. */
const bytesIn = (format: Format, text: string, now: number): Uint8Array | undefined => {
  const { broken, value } = readText(utf8(text), textRules(format));
  if (broken.length > 0 || judgeValue(format, value, now, ['shape']).broken.length > 0) return undefined;
  return itemBytes(entryOf(format, value));
};

const isRefused = (outcome: Outcome): boolean =>
  'rejected' in outcome || ('ignored' in outcome && ['foreign', 'quota'].includes(outcome.ignored.reason));

/** Gives the records of a message to the replica [SYN-18]. */
export const receiveRecords = (session: Session, message: SyncMessage, now: number): void => {
  const { model, got, gotShort } = session;
  for (const { format, text } of message.records as unknown as { format: string; text: string }[]) {
    const isOfFamily = FAMILIES[model.family].includes(format);
    const bytes = isOfFamily ? bytesIn(format as Format, text, now) : undefined;
    if (bytes !== undefined) {
      got.add(hex(bytes));
      gotShort.add(hex(shortId(bytes, viewOf(session).transcript)));
    }
    const given = { format: format as Format, bytes: utf8(text) };
    if (!isOfFamily || isRefused(ingest(model, given, now))) session.refused += 1;
  }
};

/** Sends those of some items that are kept still, and that neither peer has sent [SYN-15] [SYN-16]. */
export const sendRecords = (session: Session, items: readonly KeptItem[]): SentMessage[] => {
  const { sent, got, decide, partnerIsSparse } = session;
  const names = new Set(items.map(({ bytes }) => hex(bytes)));
  const sending = itemsNow(session).filter(({ bytes }) => {
    const name = hex(bytes);
    return names.has(name) && !decide('SYN-15', sent.has(name)) && !decide('SYN-16', got.has(name));
  });
  for (const { bytes } of sending) sent.add(hex(bytes));
  const records = sending.map(({ kept }) => ({
    format: kept.format,
    text: textOf(kept, decide('SYN-17', partnerIsSparse)),
  }));
  return records.length === 0 ? [] : [{ type: 'records', records }];
};

/** The contents that are wanted for the peer's items, in the order of identifiers [NAT-4]. */
export const wantedOf = (session: Session): string[] => {
  const lacking = itemsNow(session).filter(({ kept }) => isWanted(kept, session.model));
  return [...new Set(lacking.map(({ kept }) => String(kept.contentHash)))].sort(compareIds);
};

/** The contents that the partner wants and that the peer has for one of its items [SYN-20]. */
export const sendContents = (session: Session): SentMessage[] => {
  const items = itemsNow(session);
  const contents = [...new Set(session.wants)].flatMap((id) => {
    const content = items.find(({ kept }) => kept.contentHash === id && kept.content !== undefined)?.kept.content;
    return content === undefined ? [] : [content];
  });
  return contents.length === 0 ? [] : [{ type: 'contents', contents }];
};

/** Keeps contents that the replica wants, also those that the peer did not ask for [SYN-21]. */
export const receiveContents = (session: Session, message: SyncMessage, now: number): void => {
  const { model } = session;
  for (const content of message.contents as string[]) {
    const id = blobId(utf8(content));
    const wanting = model.kept.filter((record) => record.contentHash === id && isWanted(record, model));
    for (const { format, value } of wanting) {
      const { header, signature } = value as JsonObject;
      ingest(model, { format, bytes: utf8(JSON.stringify({ header, signature } as Json)), content }, now);
    }
  }
};
