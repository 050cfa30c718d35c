/** A text in another spelling, for those who trim, clean or fold it before they look at it. */
export type Around = [slug: string, words: string, text: string];

/** What is around and between the characters of a text, and careless readers take away. */
export const around = (text: string): Around[] => [
  ['carriage-return', 'a carriage return behind', `${text}\r`],
  ['crlf', 'a carriage return and a line feed behind', `${text}\r\n`],
  ['blank-behind', 'a blank behind', `${text} `],
  ['blank-before', 'a blank in front', ` ${text}`],
  ['wide-blank', 'U+3000 behind', `${text}\u3000`],
  ['mark', 'U+FEFF in front', `\ufeff${text}`],
  ['zero-width', 'U+200B inside', `${text.slice(0, 5)}\u200b${text.slice(5)}`],
  ['nul-words', 'U+0000 and words behind', `${text}\0moss`],
  ['line-before', 'a line in front', `moss\n${text}`],
];

/** One letter of the text, which stands for 0 bits, replaced by others that careless decoders take for 0. */
export const replaced = (text: string, filler: string, letters: readonly string[], from: number): Around[] => {
  const at = text.indexOf(filler, from);
  if (at < 0) throw new Error(`there is no ${filler} in ${text}`);
  return letters.map((letter, index) => [
    `letter-${index + 1}`,
    `${JSON.stringify(letter)} for the letter ${filler}`,
    text.slice(0, at) + letter + text.slice(at + filler.length),
  ]);
};
