/** UTF-8 as base64url without padding. */
const base64Url = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** The inspector with a text in it, as a path under the site's base. */
export const inspectorAddress = (text: string, format: string): string =>
  `inspector/#record=${base64Url(text)}&format=${encodeURIComponent(format)}`;
