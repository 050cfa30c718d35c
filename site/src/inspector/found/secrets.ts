/** What must not get into a link: the words are behind *This is* or *In this stands*. */
type Secret = { readonly words: string; readonly pattern: RegExp };

/** Found anywhere in a text, which may be broken. */
const ANYWHERE: readonly Secret[] = [
  {
    words: 'the secret key of a Scuttlebutt feed',
    pattern: /"private"\s*:\s*"[A-Za-z0-9+/]{86}==(?:\.ed25519)?"|^[A-Za-z0-9+/]{86}==\.ed25519$/m,
  },
  {
    words: 'the secret key of an Earthstar share',
    pattern: /"shareAddress"[^}]{0,2000}"secret"\s*:|"secret"[^}]{0,2000}"shareAddress"/,
  },
  { words: 'the secret key of an Earthstar author', pattern: /"secret"\s*:\s*"b[a-z2-7]{51}[aq]?"/ },
  {
    words: 'an invite to a Scuttlebutt pub, with the seed of a key',
    pattern: /@[A-Za-z0-9+/]{43}=(?:\.ed25519)?~[A-Za-z0-9+/]{43}=/,
  },
  { words: 'a secret key of Nostr', pattern: /\bnsec1[02-9ac-hj-np-z]{58}\b/ },
  { words: 'a secret key of age', pattern: /\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\b/ },
  { words: 'a secret key of SSH', pattern: /-----BEGIN OPENSSH PRIVATE KEY-----/ },
  { words: 'a secret key of PGP', pattern: /-----BEGIN PGP PRIVATE KEY BLOCK-----/ },
  { words: 'a secret key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { words: 'a secret key as a JWK', pattern: /"kty"\s*:[^}]{0,2000}"d"\s*:\s*"|"d"\s*:\s*"[^}]{0,2000}"kty"\s*:/ },
  {
    words: 'a JSON Web Token, which opens doors while it is valid',
    pattern: /(?:^|[\s"'])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]*/,
  },
  {
    words: 'a secret, by the name of its member',
    pattern: /"(?:private|secret|seed|mnemonic|(?:private|secret)[_-]?(?:key|seed)|sk)"\s*:\s*"[^"]/i,
  },
];

/** The whole text, blanks around it aside: these may be secret, and may be none. */
const ALONE: readonly Secret[] = [
  { words: '64 digits of hexadecimal, perhaps a seed', pattern: /^(?:0x)?[0-9a-fA-F]{64}$/ },
  { words: '128 digits of hexadecimal, perhaps a secret key', pattern: /^[0-9a-fA-F]{128}$/ },
  { words: '32 bytes in base32, a hash or the secret of an Earthstar key', pattern: /^b[a-z2-7]{52}$/ },
  { words: '32 bytes in base64, perhaps a seed', pattern: /^[A-Za-z0-9+/_-]{43}=?$/ },
];

/** What secret a text is or contains; `undefined` where none is seen. */
export const secretIn = (text: string): string | undefined => {
  const alone = text.trim().replace(/^"(.*)"$/s, '$1');
  return (ANYWHERE.find(({ pattern }) => pattern.test(text)) ?? ALONE.find(({ pattern }) => pattern.test(alone)))
    ?.words;
};
