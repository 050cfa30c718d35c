import { readMicros } from './clock.ts';
import type { Linked } from './link.ts';
import { formatNames } from './protocol.ts';
import { sourceOf } from './source.ts';

const decodeBase64Url = (text: string): Uint8Array | undefined => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
};

/** Whether the fragment is of the inspector at all, and what it says; a fault in words where it is damaged. */
export const readFragment = (hash: string): Linked | { readonly fault: string } | undefined => {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const record = params.get('record');
  if (record === null) return undefined;
  const bytes = decodeBase64Url(record);
  if (bytes === undefined) return { fault: 'The link is damaged: its record is no base64url.' };
  const format = params.get('format');
  if (format !== null && !formatNames.includes(format))
    return { fault: `The link names the format ${format}, which there is not.` };
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
