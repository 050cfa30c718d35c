const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

export type Spelled = [slug: string, words: string, text: string];

/** Replaces the last occurrence, which is neither in a name nor in the letter in front. */
const replaceLast = (text: string, letter: string, by: string): string => {
  const at = text.lastIndexOf(letter);
  return text.slice(0, at) + by + text.slice(at + 1);
};

/** What a program that does not look closely takes for a letter. */
const LOOKALIKES: readonly [slug: string, words: string, letter: string, by: string][] = [
  ['long-s', 'a long s', 's', '\u017f'],
  ['kelvin', 'the sign for kelvin in the place of a k', 'k', '\u212a'],
  ['zero-for-o', 'the digit 0 in the place of an o', 'o', '0'],
  ['one-for-l', 'the digit 1 in the place of an l', 'l', '1'],
];

/** A right text with something around it that is trimmed, skipped or cut off elsewhere. */
export const wrapped = (text: string): Spelled[] => {
  const middle = Math.floor(text.length / 2);
  return [
    ['newline', 'a line feed behind', `${text}\n`],
    ['cr', 'a carriage return behind', `${text}\r`],
    ['crlf', 'CR LF behind', `${text}\r\n`],
    ['blank-behind', 'a blank behind', `${text} `],
    ['blank-in-front', 'a blank in front', ` ${text}`],
    ['mark-in-front', 'a byte order mark in front', `\ufeff${text}`],
    ['nul', 'NUL and a letter behind', `${text}\u0000x`],
    ['no-break-spaces', 'no-break spaces around', `\u00a0${text}\u00a0`],
    ['no-width', 'a character without a width inside', `${text.slice(0, middle)}\u200b${text.slice(middle)}`],
    ['second-line', 'a line of its own behind another one', `x\n${text}`],
  ];
};

/** A character of a right text written in another way, or another one in its place. */
const inside = (text: string): Spelled[] => {
  const digit = [...text].findLast((letter) => /[2-7]/.test(letter)) ?? '';
  const letter = [...text].findLast((each) => /[c-z]/.test(each)) ?? '';
  const body = text.slice(-50);
  const wide = (each: string): string => String.fromCharCode(each.charCodeAt(0) + 0xfee0);
  const rows: [slug: string, words: string, old: string, by: string][] = [
    ...LOOKALIKES,
    ['wide-letter', 'a wide letter', letter, wide(letter)],
    ['wide-digit', 'a wide digit', digit, wide(digit)],
    ['one-capital-letter', 'one capital letter', letter, letter.toUpperCase()],
    ['neighbour', 'a grave accent, which stands in front of the letter a', letter, '`'],
    ['foreign', 'a letter that is no ASCII', letter, 'é'],
    ['nine', 'the digit 9', digit, '9'],
  ];
  return rows
    .filter(([, , old]) => old !== '' && body.includes(old))
    .map(([slug, words, old, by]) => [slug, words, replaceLast(text, old, by)]);
};

/** What stands in front of the 32 or 64 bytes, changed, left out or there twice. */
const inFront = (text: string): Spelled[] => {
  const at = text.search(/[bx][a-z2-7]{50,}$/);
  const put = (from: number, by: string): string => text.slice(0, from) + by + text.slice(from + 1);
  const letter: Spelled[] = [
    ['other-letter', 'another letter in front of the bytes', put(at, 'c')],
    ['no-letter', 'no letter in front of the bytes', put(at, '')],
    ['letter-twice', 'the letter in front of the bytes twice', put(at, text.charAt(at).repeat(2))],
  ];
  if (at === 0) return letter;
  const sigil: Spelled[] = [
    ['other-sigil', 'a # in the place of the sigil', put(0, '#')],
    ['sigil-left-out', 'no sigil', put(0, '')],
    ['sigil-doubled', 'the sigil twice', put(0, text.charAt(0).repeat(2))],
  ];
  if (text.charAt(0) !== '+') return [...letter, ...sigil];
  const dot = text.indexOf('.');
  return [
    ...letter,
    ...sigil,
    ['other-dot', 'a hyphen in the place of the full stop', put(dot, '-')],
    ['no-dot', 'no full stop', put(dot, '')],
    ['dot-twice', 'two full stops', put(dot, '..')],
    ['name-neighbour', 'a grave accent in the name', put(dot - 1, '`')],
    ['name-neighbour-first', 'a grave accent as the first of the name', put(1, '`')],
    ['name-colon', 'a colon in the name', put(dot - 1, ':')],
    ['name-foreign', 'a letter that is no ASCII in the name', put(dot - 1, 'é')],
    ['name-foreign-first', 'a letter that is no ASCII as the first of the name', put(1, 'é')],
    ['name-digit-first', 'a digit as the first character of the name', put(1, '2')],
    ['name-capital', 'a capital letter in the name', put(dot - 1, 'G')],
  ];
};

/** Texts that forgiving readers decode to the same bytes as this base32; `spare` bits of the last character are 0 in it. */
export const spelledOtherwise = (text: string, spare: number): Spelled[] => {
  const value = ALPHABET.indexOf(text.slice(-1));
  return [
    ...wrapped(text),
    ...Array.from(
      { length: spare },
      (_, bit): Spelled => [
        `spare-bit-${bit + 1}`,
        `spare bit ${bit + 1} is set`,
        `${text.slice(0, -1)}${ALPHABET.charAt(value + 2 ** bit)}`,
      ],
    ),
    ...inside(text),
    ...inFront(text),
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
