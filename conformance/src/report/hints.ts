import type { CheckResult, RejectionCodeName } from '@rockpool/schemas';

/** What usually lies behind it where one code is missed or given wrongly; one sentence each, for whoever looks for the place. */
export const CODE_HINTS: Readonly<Record<RejectionCodeName, string>> = {
  'text-utf8': 'a decoder that replaces ill-formed bytes by U+FFFD; make it strict, or check the bytes first',
  'text-json':
    'a parser that takes more or less than RFC 8259; turn off its extensions, and ask for the end of the text',
  'text-duplicate':
    'most parsers keep the last of two members and say nothing; make yours report it, before it builds an object',
  'text-surrogate': 'a parser that lets \\ud800 through, or a writer that cuts a text in the middle of a character',
  'text-size': 'characters are counted instead of bytes, or the limit is off by one',
  'text-depth': 'counting begins at 0 instead of 1, or arrays are not counted',
  'text-null': 'null is treated as an absent member',
  'text-number': 'numbers are checked after parsing, when 1.0, 1e2 and -0 look like integers',
  'text-range':
    'a 64-bit integer where the bound is that of a double, or a double that was rounded before it was compared',
  'record-shape': 'unknown members are ignored, or the type of one is not checked',
  'header-shape': 'unknown members are ignored, or a number is accepted as a string',
  'document-shape': 'unknown members are ignored, or an absent member is filled in',
  'message-shape': 'unknown members are ignored, or an absent member is filled in',
  'member-order': 'objects that forget the order of their members, or sort them',
  'id-form': 'a base32 decoder that takes any case, padding or spare bits; encode again and compare',
  'address-form': 'a pattern that is not anchored, or a decoder that takes any case or spare bits',
  'sigil-form': 'a base64 decoder that takes base64url, missing padding or spare bits; encode again and compare',
  'hash-form': 'a base32 decoder that takes any case, padding or spare bits; encode again and compare',
  'signature-form': 'a decoder that takes any case, padding or spare bits; encode again and compare',
  'path-form':
    'a pattern that is not anchored, or that accepts letters of other alphabets; or the length of the wrong text',
  'path-author': 'each ~ is checked by itself, without reading the whole identifier after it',
  'path-immutable': '= is searched for in the whole path instead of at the beginning of a segment',
  'size-range': 'the bound is off by one, or the number is compared as 32 bits',
  'sequence-range': 'counting from 0, or a number that is compared as 32 bits',
  'log-range': 'the bound is off by one, or 0 is treated as absent',
  'time-range': 'milliseconds instead of microseconds, or the bound is off by one',
  'content-type-form': 'a parser for media types that takes parameters or capitals',
  'content-length': 'characters are counted instead of bytes of UTF-8',
  'hash-name': 'a hash name compared without regard to case, or not at all',
  'content-form':
    'a string is accepted as a ciphertext by its ending alone, or the length of a type is counted in other units',
  'content-empty': 'the size is checked only if the content is present',
  'key-redundant': 'only the form of key is checked; it is not compared with author',
  'previous-presence': 'the first message is recognised by its missing link instead of its number',
  'skip-presence': 'the rule for which numbers have a skip link is off by one',
  'message-size':
    'bytes are counted instead of UTF-16 code units, or the text that came is measured instead of the encoding',
  'expires-order': 'equal times count as later, or milliseconds and microseconds are mixed',
  'path-ephemeral': 'only one of the two directions is checked: ! without expires, and expires without !',
  'path-permission': 'the key is searched for anywhere in the path instead of after a ~',
  'path-content': 'the content itself is compared; the rule is about contentHash in the header',
  'path-extension': 'the extension is searched for in the whole path instead of at its end',
  'attachment-pair': 'a size of 0 is treated as absent',
  'attachment-text': 'an empty text is treated as absent',
  'timestamp-future': 'milliseconds instead of microseconds, or the system clock instead of now',
  expired:
    'the system clock instead of now, or a document is refused at the very moment of its expiry instead of after it',
  'clock-blocked': 'the time of the new message is not that of the message before plus one, where now is earlier',
  'signature-invalid':
    'the library has rules of its own for strange keys and signatures, or the wrong text is verified',
  'seed-mismatch': 'the public key is taken from the header and not from the seed',
  'content-size': 'characters are counted instead of bytes of UTF-8',
  'content-hash':
    'the content was changed before it was hashed: line endings, Unicode normalisation, a byte order mark',
  'feed-mismatch': 'only the author is compared, and not space and log',
  'sequence-order': 'gaps are allowed, or only the order is checked',
  'previous-mismatch': 'only the form of the link is checked, or it is compared with the wrong message',
  'skip-mismatch': 'only the form of the skip link is checked, or the number that it leads to is off by one',
  'timestamp-order': 'equal times count as later, or times are compared where the format does not compare them',
  'proof-path': 'the way is off by one, or extra messages are ignored',
  'query-shape': 'an unknown member of a query is ignored, or a number or a word out of range is taken for the nearest',
  'query-cursor': 'a cursor says only where to go on, and not of which query, in which order, it was given',
  'space-unsupported': 'a space with a key is opened like one without',
  'sync-text': 'a message is parsed without the text rules for records, or its length is counted in characters',
  'sync-shape': 'a member is read before its type is looked at, or an unknown member is refused',
  'sync-turn': 'a message is handled whenever it comes; keep what the session awaits, and look there first',
  'version-unsupported': 'version is not looked at',
  'address-foreign': 'the address is kept and not compared',
  'auth-invalid': 'the role, the address or a nonce is not part of what is signed, or the signature is not looked at',
  'space-unknown': 'the digest has the wrong role or transcript, or is not compared',
  'clock-apart': 'only one direction is compared, or the limit is off by one',
  'range-form': 'numbers are read in other forms than the shortest, or bytes are left over',
  'range-order': 'bounds are read and not compared',
  'range-answer': 'a range is answered by where it lies and not by what was asked about it',
  'range-count': 'numbers that a partner gives are believed and not added up',
  'proof-link': 'only the ends of the proof are checked, and not each link',
};

/** The same where a code is given that is not due, if what is looked for then is another thing. */
export const STRICT_HINTS: Readonly<Partial<Record<RejectionCodeName, string>>> = {
  'sync-turn':
    'the table of what is awaited lacks this row, or where the session is in it; a live session awaits records and state in its rounds too',
};

/** The same for failures that no code tells of. */
export const KIND_HINTS: Readonly<Partial<Record<NonNullable<CheckResult['failure']>, string>>> = {
  'adapter-error': 'an exception that the adapter does not expect, such as that of a parser for ill-formed bytes',
  hang: 'the answer stays in a buffer: flush after each line; or a loop takes too long for a large input',
  crash: 'an exception that nobody catches, or a stack that is too small for a deep text',
  nondeterministic: 'something is remembered from one question to the next, or two answers changed places',
};

/** Where a held record has room and none is seen. */
export const REFUSED_ROOM =
  'a record that is kept already, and now brings content, needs no room again; nor does one for which a held document is dropped';

/** What is said of an error where a refusal was right, once for all of them. */
export const ERROR_FOR_REFUSAL =
  'an error never counts as a refusal, because nobody can tell it from a crash: answer {"result":{"reject":{"code":"…"}}}, and keep errors for what your program did not expect';

/** The same of a session, which refuses in its own words. */
export const ERROR_FOR_REFUSAL_IN_SESSION =
  'an error of the adapter never counts as a refusal, because nobody can tell it from a crash: a session refuses by a message, as in {"result":{"ok":{"send":["{\\"type\\":\\"error\\",\\"code\\":\\"…\\"}"],"error":{"code":"…"}}}}';
