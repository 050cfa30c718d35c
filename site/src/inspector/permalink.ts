import { readMicros } from './clock.ts';
import { decodeBase64Url, type Linked } from './link.ts';
import { formatNames } from './protocol.ts';
import { sourceOf } from './source.ts';

/** Whether the fragment is of the inspector at all, and what it says; a fault in words where it is damaged. */
export const readFragment = (hash: string): Linked | { readonly fault: string } | undefined => {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const record = params.get('record');
  if (record === null) return undefined;
  const bytes = decodeBase64Url(record);
  if (bytes === undefined) return { fault: 'The link is damaged: its record is no base64url.' };
  const format = params.get('format');
  if (format !== null && !formatNames.includes(format))
    return { fault: `The link names the format ${format}, which does not exist.` };
  const time = params.get('now');
  const now = time === null ? undefined : readMicros(time);
  if (time !== null && now === undefined)
    return { fault: 'The link is damaged: its time is no number of microseconds.' };
  const hmac = params.get('hmac');
  return {
    source: sourceOf(bytes),
    ...(format !== null && { format }),
    ...(now !== undefined && { now }),
    ...(hmac !== null && { hmac }),
  };
};
