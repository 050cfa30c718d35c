/** A form of identifier, and what it names. */
type Form = { readonly pattern: RegExp; readonly names: string };

const b32 = 'b[a-z2-7]{51}[aq]';
const b64 = '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=';
const b64url = '[A-Za-z0-9_-]{43}=?';

const form = (pattern: string, names: string): Form => ({ pattern: new RegExp(`^(?:${pattern})$`), names });

const FORMS: readonly Form[] = [
  form(`@${b32}`, 'a key: an author, or one of her devices'),
  form(`%${b32}`, 'a record, by the hash of its header'),
  form(`&${b32}`, 'a blob, by the hash of its bytes'),
  form(`\\+[a-z][a-z0-9]{0,14}\\.x[a-z2-7]{51}[aq]`, 'an open space'),
  form(`\\+[a-z][a-z0-9]{0,14}\\.${b32}`, 'a space with a key, or a share of Earthstar'),
  form(`@[a-z][a-z0-9]{3}\\.${b32}`, 'an author of Earthstar'),
  form('\\+[a-z][a-z0-9]{0,14}\\.[a-z][a-z0-9]{0,51}', 'a share of es.4, a workspace, without a key'),
  form(`@${b64}\\.ed25519`, 'a feed of Scuttlebutt, by the key of its author'),
  form(`%${b64}\\.sha256`, 'a message of Scuttlebutt'),
  form(`&${b64}\\.sha256`, 'a blob of Scuttlebutt'),
  form(`%${b64}\\.cloaked`, 'a private group of Scuttlebutt'),
  form(`ssb:(?://)?message[:/](?:classic|sha256)[:/]${b64url}`, 'a message of Scuttlebutt'),
  form(`ssb:(?://)?feed[:/](?:classic|ed25519)[:/]${b64url}`, 'a feed of Scuttlebutt, by the key of its author'),
  form(`ssb:(?://)?blob[:/](?:classic|sha256)[:/]${b64url}`, 'a blob of Scuttlebutt'),
  form('ssb:\\S+', 'something of Scuttlebutt that is no classic feed, message or blob'),
  form('(?:net|ws|wss|onion|tunnel):\\S+~shs:\\S+', 'a peer of Scuttlebutt, by its address'),
];

/** A beginning of one, as it is left when something is cut off. */
const BEGINNING =
  /^(?:[@%&]b[a-z2-7]{20,}|@[a-z][a-z0-9]{3}\.b[a-z2-7]*|[@%&][A-Za-z0-9+/]{30,}=?(?:\.\w*)?|\+[a-z][a-z0-9]{0,14}\.[bx][a-z2-7]{20,})$/;

/** The sentence about a text that is nothing but an identifier. */
export const identifierSentence = (text: string): string | undefined => {
  const alone = text.trim();
  const found = FORMS.find(({ pattern }) => pattern.test(alone));
  if (found !== undefined)
    return `This names ${found.names}; there is no signature in it to verify: paste what it names.`;
  return BEGINNING.test(alone) ? 'This looks like an identifier, and is misspelled, too short or too long.' : undefined;
};
