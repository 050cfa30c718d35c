const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export type Spelled = [slug: string, words: string, text: string];

/** Replaces the last occurrence, which is neither in a name nor in the letter in front. */
const replaceLast = (text: string, letter: string, by: string): string => {
  const at = text.lastIndexOf(letter);
  return text.slice(0, at) + by + text.slice(at + 1);
};

/** What a program that does not look closely takes for a letter. */
const LOOKALIKES: readonly [letter: string, by: string, slug: string, words: string][] = [
  ['s', '\u017f', 'long-s', 'a long s'],
  ['k', '\u212a', 'kelvin', 'the sign for kelvin in the place of a k'],
  ['o', '0', 'zero-for-o', 'the digit 0 in the place of an o'],
  ['l', '1', 'one-for-l', 'the digit 1 in the place of an l'],
  ['2', '\uff12', 'wide-2', 'a wide digit 2'],
];

/** Texts that forgiving readers decode to the same bytes as this base32; `spare` bits of the last character are 0 in it. */
export const spelledOtherwise = (text: string, spare: number): Spelled[] => {
  const value = ALPHABET.indexOf(text.slice(-1));
  const capital = [...text].findLastIndex((letter) => /[c-z]/.test(letter));
  const body = text.slice(-50);
  return [
    ['newline', 'a line feed behind', `${text}\n`],
    ['nul', 'NUL behind', `${text}\u0000`],
    ...Array.from(
      { length: spare },
      (_, bit): Spelled => [
        `spare-bit-${bit + 1}`,
        `spare bit ${bit + 1} is set`,
        `${text.slice(0, -1)}${ALPHABET.charAt(value + 2 ** bit)}`,
      ],
    ),
    [
      'one-capital-letter',
      'one capital letter',
      text.slice(0, capital) + text.charAt(capital).toUpperCase() + text.slice(capital + 1),
    ],
    ...LOOKALIKES.filter(([letter]) => body.includes(letter)).map(
      ([letter, by, slug, words]): Spelled => [slug, words, replaceLast(text, letter, by)],
    ),
    ...(text.endsWith('a')
      ? ([
          ['zeros-left-out', 'the last character, which says nothing but zeros, is left out', text.slice(0, -1)],
        ] as Spelled[])
      : []),
    ['zeros-more', 'a character of zeros behind', `${text}a`],
  ];
};

/** Another identifier that differs in one character; a negative index counts from the end. */
export const otherAt = (id: string, index: number): string => {
  const at = index < 0 ? id.length + index : index;
  const old = id.charAt(at);
  const next = at === id.length - 1 ? (old === 'a' ? 'q' : 'a') : old === 'c' ? 'd' : 'c';
  return id.slice(0, at) + next + id.slice(at + 1);
};

/** Where an identifier with a sigil differs from another one, so that a comparison of its beginning or end does not see it. */
export const NEAR: readonly [slug: string, words: string, index: number][] = [
  ['last-bit', 'in its last bit', -1],
  ['first', 'in its first character', 2],
  ['behind-32', 'behind its first 32 bits', 9],
  ['half', 'in its second half', 40],
];
