import { type JsonValue, recogniseFormat } from '@rockpool/reference';
import { formatNames, protocol } from '../protocol.ts';

/** What an object says it is. */
export type Claim =
  | { readonly is: 'record'; readonly format: string }
  /** A native header by itself. */
  | { readonly is: 'header'; readonly format: string }
  /** A format, or a version of one, that is not known. */
  | { readonly is: 'version'; readonly says: string; readonly known: readonly string[] };

const familyOf = (name: string): string => (/^(?:rp|rockpool)\b/i.test(name) ? 'rp.' : 'es.');

/** Names of formats of the families that are known here, in whatever version. */
const VERSION = /^(?:(?:es|earthstar)[ ._-]?v?\d[\w.]*|(?:rp|rockpool)\.[\w.]+)$/i;

const isObject = (value: JsonValue | undefined): value is { [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value says it is; `undefined` where it says nothing that is known here. */
export const claimOf = (value: JsonValue): Claim | undefined => {
  if (!isObject(value)) return undefined;
  const { header, format } = value;
  // Most objects are something else, and there can be many.
  if (header === undefined && format === undefined && value.author === undefined) return undefined;
  const says = isObject(header) ? header.format : format;
  if (typeof says === 'string') {
    const isNative = says.startsWith('rp.');
    if (!isObject(header) && isNative && formatNames.includes(says)) return { is: 'header', format: says };
    if (!formatNames.includes(says) && VERSION.test(says)) {
      const family = familyOf(says);
      return { is: 'version', says, known: formatNames.filter((name) => name.startsWith(family)) };
    }
  }
  // Other feed formats of Scuttlebutt have an author and a sequence too.
  if (typeof value.author === 'string' && /^ssb:feed\/(?!classic|ed25519)/.test(value.author)) return undefined;
  const found = recogniseFormat(protocol, value);
  return found && { is: 'record', format: found.name };
};
