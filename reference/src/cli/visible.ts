/** Control characters, those that turn the direction of writing, separators of lines, and lone surrogates. */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escapeOf = (character: string): string => `\\u{${character.charCodeAt(0).toString(16)}}`;

/** A text as one line that no terminal takes for a command. */
export const visible = (text: string): string => text.replace(unsafe, escapeOf);

/** The same with its lines and tabs as they are. */
export const visibleLines = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(unsafe, (character) => (character === '\n' || character === '\t' ? character : escapeOf(character)));

/** JSON with the same value; its own line feeds stay, and within strings JSON has none. */
export const visibleJson = (json: string): string =>
  json.replace(unsafe, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The beginning of a text, as one line of at most `length` characters. */
export function excerpt(text: string, length: number): string {
  const characters = [
    ...visible(
      text
        .slice(0, 4 * length)
        .trim()
        .replaceAll(/\s+/g, ' '),
    ),
  ];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
