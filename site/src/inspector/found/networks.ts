import type { JsonObject, JsonValue } from '@rockpool/reference';

/** How something of another network or program is told by its text. */
const TEXTS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'an identifier of Nostr', pattern: /^(?:nostr:)?(?:npub|note|nevent|nprofile|naddr)1[02-9ac-hj-np-z]+$/ },
  { name: 'an address in the AT Protocol', pattern: /^at:\/\/\S+$/ },
  { name: 'a decentralized identifier (DID)', pattern: /^did:[a-z0-9]+:\S+$/ },
  { name: 'a key of Hypercore', pattern: /^(?:hyper|dat|pear):\/\/\S+$/ },
  {
    name: 'an identifier of IPFS',
    pattern: /^(?:ipfs:\/\/|\/ipfs\/)?(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{58,})(?:\/\S*)?$/,
  },
  { name: 'an object of Git', pattern: /^(?:tree|object) [0-9a-f]{40,64}\n/ },
  { name: 'a message, key or signature of PGP', pattern: /^-----BEGIN PGP / },
  { name: 'a certificate or key in PEM', pattern: /^-----BEGIN / },
  { name: 'a public key of SSH', pattern: /^(?:ssh-\w+|ecdsa-\S+) AAAA/ },
  { name: 'a file that age has encrypted', pattern: /^age-encryption\.org\/v1/ },
  { name: 'a web page', pattern: /^(?:<!doctype html|<html|<head|<body)/i },
  { name: 'XML', pattern: /^<(?:\?xml|[a-z][\w:-]*[\s>])/i },
  {
    name: 'the address of a page, which is not fetched: open it and paste what it shows',
    pattern: /^https?:\/\/\S+$/i,
  },
];

/** What a member of an object is: a text of a form, or a type. */
type Member = RegExp | 'number' | 'object' | 'array' | 'string';

/** How an object is told by its members, all of which it has. */
const OBJECTS: readonly { readonly name: string; readonly members: Readonly<Record<string, Member>> }[] = [
  {
    name: 'an event of Nostr',
    members: { pubkey: /^[0-9a-f]{64}$/, kind: 'number', created_at: 'number', tags: 'array' },
  },
  { name: 'a DID document', members: { id: /^did:/, verificationMethod: 'array' } },
  { name: 'a record of the AT Protocol', members: { $type: /^[a-z0-9-]+(?:\.[A-Za-z0-9-]+){2,}/ } },
  { name: 'a record of the AT Protocol', members: { uri: /^at:\/\//, value: 'object' } },
  { name: 'an object of ActivityPub or other JSON-LD', members: { '@context': 'string' } },
  { name: 'an object of ActivityPub or other JSON-LD', members: { '@context': 'array' } },
  { name: 'an object of ActivityPub or other JSON-LD', members: { '@context': 'object' } },
  {
    name: 'an event of Matrix',
    members: { type: /^[a-z][\w-]*(?:\.[\w-]+)+$/, content: 'object', sender: /^@[^:]+:/ },
  },
  { name: 'a signed JSON object (JWS)', members: { payload: 'string', signatures: 'array' } },
  { name: 'a signed JSON object (JWS)', members: { payload: 'string', protected: 'string', signature: 'string' } },
  { name: 'a public key as a JWK', members: { kty: 'string' } },
  { name: 'a message of another feed format of Scuttlebutt', members: { author: /^ssb:feed\/(?!classic|ed25519)/ } },
];

/** How a file is told by its first bytes, in hexadecimal. */
const FILES: readonly { readonly name: string; readonly begins: RegExp }[] = [
  { name: 'a PNG picture', begins: /^89504e470d0a1a0a/ },
  { name: 'a JPEG picture', begins: /^ffd8ff/ },
  { name: 'a GIF picture', begins: /^47494638/ },
  { name: 'a WebP picture', begins: /^52494646.{8}57454250/ },
  { name: 'a ZIP file: unpack it', begins: /^504b0304/ },
  { name: 'a gzip file: unpack it', begins: /^1f8b/ },
  { name: 'a PDF file', begins: /^255044462d/ },
  { name: 'a database of SQLite', begins: /^53514c69746520666f726d61742033/ },
  { name: 'an Automerge document', begins: /^856f4a83/ },
  // A CBOR header with `roots`, behind its length: 58 bytes for one root.
  { name: 'a CAR file of IPFS or the AT Protocol', begins: /^3aa265726f6f7473/ },
];

const KNOWS = 'this page knows records of Rockpool, Earthstar and Scuttlebutt';

const looksLike = (name: string | undefined): string | undefined => name && `This looks like ${name}; ${KNOWS}.`;

const fits = (value: JsonValue | undefined, member: Member): boolean => {
  if (member instanceof RegExp) return typeof value === 'string' && member.test(value);
  if (member === 'array') return Array.isArray(value);
  return typeof value === member && value !== null && !Array.isArray(value);
};

/** The sentence about a text of another network. */
export const networkOfText = (text: string): string | undefined => {
  const alone = text.trim();
  return looksLike(TEXTS.find(({ pattern }) => pattern.test(alone))?.name);
};

const NOSTR_MESSAGES: readonly (JsonValue | undefined)[] = ['EVENT', 'REQ', 'EOSE', 'OK', 'NOTICE'];

/** The sentence about a value of another network. */
export const networkOfValue = (value: JsonValue): string | undefined => {
  if (Array.isArray(value)) return NOSTR_MESSAGES.includes(value[0]) ? looksLike('a message of Nostr') : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const object: JsonObject = value;
  return looksLike(
    OBJECTS.find(({ members }) =>
      Object.entries(members).every(([name, member]) => Object.hasOwn(object, name) && fits(object[name], member)),
    )?.name,
  );
};

/** The sentence about a file, by its first bytes. */
export const networkOfBytes = (bytes: Uint8Array): string | undefined => {
  const hex = Array.from(bytes.subarray(0, 24), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return looksLike(FILES.find(({ begins }) => begins.test(hex))?.name);
};
