import type { CheckResult, RejectionCodeName } from '@rockpool/schemas';

/** What usually lies behind it where one code is missed or given wrongly; one sentence each, for who looks for the place. */
export const CODE_HINTS: Readonly<Record<RejectionCodeName, string>> = {
  'text-utf8': 'a decoder that puts U+FFFD in place of what is ill-formed; ask it to be strict, and look at the bytes',
  'text-json':
    'a parser that takes more or less than RFC 8259; turn off its extensions, and ask for the end of the text',
  'text-duplicate':
    'most parsers keep the last of two members and say nothing; ask yours to tell, before an object is made',
  'text-surrogate': 'a parser that lets \\ud800 through, or a writer that cuts a text in the middle of a character',
  'text-size': 'bytes were meant and characters were counted, or the limit is off by one',
  'text-depth': 'the count begins at 0 in one place and at 1 in the other, or lists are not counted',
  'text-null': 'null taken for an absent member',
  'text-number': 'numbers are looked at after parsing, when 1.0, 1e2 and -0 look like integers',
  'text-range':
    'a 64-bit integer where the bound is that of a double, or a double that was rounded before it was compared',
  'record-shape': 'unknown members are ignored, or the type of one is not looked at',
  'header-shape': 'unknown members are ignored, or a number is taken for a text',
  'document-shape': 'unknown members are ignored, or an absent member is filled in',
  'message-shape': 'unknown members are ignored, or an absent member is filled in',
  'member-order': 'objects that forget the order of their members, or sort them',
  'id-form': 'a base32 decoder that takes any case, padding or spare bits; encode again and compare',
  'address-form': 'a pattern that is not anchored, or a decoder that takes any case or spare bits',
  'sigil-form': 'a base64 decoder that takes base64url, missing padding or spare bits; encode again and compare',
  'hash-form': 'a base32 decoder that takes any case, padding or spare bits; encode again and compare',
  'signature-form': 'a decoder that takes any case, padding or spare bits; encode again and compare',
  'path-form':
    'a pattern that is not anchored, or that knows letters of other alphabets; or a length in bytes of the wrong text',
  'path-author': 'each ~ is looked at by itself, and the token behind it not as a whole',
  'path-immutable': 'the = is looked for in the path and not at the beginning of a segment',
  'size-range': 'the bound is off by one, or the number is compared as 32 bits',
  'sequence-range': 'counting from 0, or a number that is compared as 32 bits',
  'log-range': 'the bound is off by one, or 0 is taken for absent',
  'time-range': 'milliseconds in place of microseconds, or the bound is off by one',
  'content-type-form': 'a parser for media types that takes parameters or capitals',
  'content-length': 'characters were counted in place of bytes of UTF-8',
  'hash-name': 'a hash name compared without regard to case, or not at all',
  'content-form':
    'a text that is taken for a ciphertext by its ending alone, or a type whose length is counted otherwise',
  'content-empty': 'the size is looked at only where the content is there',
  'key-redundant': 'key is looked at by its form alone and not beside author',
  'previous-presence': 'the first message is told by its link and not by its number',
  'skip-presence': 'the number that has a skip link is computed with an error of one',
  'message-size': 'bytes were counted in place of UTF-16 units of the encoding, or the other way round',
  'expires-order': 'equal times count as later, or milliseconds and microseconds are mixed',
  'path-ephemeral': 'only one of the two directions is looked at: ! without expires, and expires without !',
  'path-permission': 'the key is looked for anywhere in the path, and not as a whole token',
  'path-content': 'the content is compared where it is there; the rule is about the name in the header',
  'path-extension': 'the extension is looked for in the whole path and not in its last segment',
  'attachment-pair': 'a size of 0 is taken for absent',
  'attachment-text': 'an empty text is taken for absent',
  'timestamp-future': 'milliseconds in place of microseconds, or the own clock in place of now',
  expired: 'the own clock in place of now, or a document that ends at the moment it expires and not after it',
  'clock-blocked': 'the time of the new message is not one later than the newest before it',
  'signature-invalid':
    'the library has a rule of its own for keys and signatures at the edge, or the signed text is another one',
  'seed-mismatch': 'the public key is taken from the header and not from the seed',
  'content-size': 'characters were counted in place of bytes of UTF-8',
  'content-hash':
    'the content was changed before it was hashed: its line ends, its form of Unicode, its byte order mark',
  'feed-mismatch': 'only the author is compared, and not space and log',
  'sequence-order': 'a gap is allowed, or only the order is looked at',
  'previous-mismatch': 'the link is looked at by its form alone, or compared with another message',
  'skip-mismatch':
    'the skip link is looked at by its form alone, or leads to a number that was computed with an error of one',
  'timestamp-order': 'equal times count as later, or the order is looked at where the format has none',
  'proof-path': 'the way is computed with an error of one, or what is too much is ignored',
  'proof-link': 'only the ends of the proof are looked at, and not each link',
};

/** The same for failures that no code tells of. */
export const KIND_HINTS: Readonly<Partial<Record<NonNullable<CheckResult['failure']>, string>>> = {
  'adapter-error': 'an exception that the adapter does not expect, as of a parser that was given what is no text',
  hang: 'an answer that is held back in a buffer: flush after each line; or a loop that grows with the input',
  crash: 'an exception that nobody catches, or a stack that is too small for a deep text',
  nondeterministic: 'something is remembered from one question to the next, or two answers were exchanged',
};

/** What an error in the place of a refusal is told, once for all of them. */
export const ERROR_FOR_REFUSAL =
  'an error never counts as a refusal, because nobody can tell it from a crash: answer {"result":{"reject":{"code":"…"}}}, and keep errors for what your program did not expect';
