import { readFragment } from '../permalink.ts';
import { type Source, sourceOf } from '../source.ts';

/** A text that was written in another way, and what it is without that. */
export type Decoded = { readonly how: string; readonly source: Source };

/** Makes one of a text; `undefined` where it is not written so. */
type Decoder = (text: string) => Decoded | undefined;

/** What is worth taking out: JSON, and no accident. */
const isJsonLike = (text: string): boolean => /^\s*(?:\{\s*["}]|\[\s*["{[\]]|")/.test(text);

const ifJson = (how: string, text: string | undefined): Decoded | undefined =>
  text !== undefined && isJsonLike(text) ? { how, source: text } : undefined;

const bytesOfBase64 = (text: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
  } catch {
    // There is no other way to ask whether it is base64.
    return undefined;
  }
};

const percentDecoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A % that begins no byte, or bytes that are no UTF-8.
    return undefined;
  }
};

const textOfBytes = (bytes: Uint8Array | undefined): string | undefined => {
  const source = bytes && sourceOf(bytes);
  return typeof source === 'string' ? source : undefined;
};

const packed = (text: string): string => text.replace(/\s+/g, '');

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#34': '"', amp: '&', lt: '<', gt: '>', '#39': "'" };

const DECODERS: readonly Decoder[] = [
  (text) =>
    text.startsWith('\ufeff')
      ? ifJson('behind a byte order mark, which a record cannot have', text.slice(1))
      : undefined,
  (text) => ifJson('between the fences of a code block', /^(?:```|~~~)\w*\r?\n(.*?)\r?\n(?:```|~~~)/s.exec(text)?.[1]),
  (text) => {
    const linked = /^\S*#\S*$/.test(text) ? readFragment(text.slice(text.indexOf('#'))) : undefined;
    return linked !== undefined && 'source' in linked
      ? { how: 'in a link to this page', source: linked.source }
      : undefined;
  },
  (text) => {
    const [, kind = '', data = ''] = /^data:([^,]*),(\S*)$/.exec(text) ?? [];
    const bytes = kind.endsWith(';base64') ? bytesOfBase64(percentDecoded(data) ?? '') : undefined;
    const source = bytes === undefined ? percentDecoded(data) : sourceOf(bytes);
    return source === undefined || data === '' ? undefined : { how: 'in a data address', source };
  },
  (text) =>
    /^%(?:7B|5B|22)\S*$/i.test(text) ? ifJson('with its characters as percent signs', percentDecoded(text)) : undefined,
  (text) =>
    /^[[{]\s*&(?:quot|#34);/.test(text)
      ? ifJson(
          'with its characters as HTML',
          text.replace(/&(quot|#34|amp|lt|gt|#39);/g, (_, name: string) => ENTITIES[name] ?? ''),
        )
      : undefined,
  (text) => {
    if (!/^"?[[{]\s*(?:\\n\s*)?\\"/.test(text)) return undefined;
    const bare = text.replace(/^"|(?<!\\)"$/g, '');
    try {
      return ifJson('escaped once too often', JSON.parse(`"${bare}"`) as string);
    } catch {
      // Escaped in some other way, or only in part.
      return undefined;
    }
  },
  (text) => ifJson('in single quotes', /^'(.*)'$/s.exec(text)?.[1]),
  (text) => {
    const digits = /^(?:0x|\\x)?((?:7b|5b)(?:[0-9a-f]{2}){7,})$/i.exec(text)?.[1];
    return digits === undefined
      ? undefined
      : ifJson(
          'in hexadecimal',
          textOfBytes(Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))),
        );
  },
  (text) => {
    // The beginning is enough to see that most texts are none.
    const head = bytesOfBase64(packed(text.slice(0, 200)).slice(0, 12)) ?? [];
    if (!isJsonLike(String.fromCharCode(...head))) return undefined;
    const all = packed(text);
    if (!/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(all)) return undefined;
    return ifJson(/[-_]/.test(all) ? 'in base64url' : 'in base64', textOfBytes(bytesOfBase64(all)));
  },
];

/** What a text is without the writing around it; `undefined` where there is none that is known. */
export const decoded = (text: string): Decoded | undefined => {
  const bare = text.trim() === '' || text.startsWith('\ufeff') ? text : text.trim();
  for (const decode of DECODERS) {
    const found = decode(bare);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The text of bytes in UTF-16, as some shells and editors save it; `undefined` where they do not begin so. */
export const decodedUtf16 = (bytes: Uint8Array): Decoded | undefined => {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return label && { how: 'in UTF-16', source: new TextDecoder(label).decode(bytes) };
};
