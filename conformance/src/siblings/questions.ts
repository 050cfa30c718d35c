import type { OperationName } from '@rockpool/schemas';
import { base32, type Format, hex, unhex } from '../forge/index.ts';
import type { Random } from '../run/random.ts';
import { randomBytes } from './bytes.ts';
import { type Given, givenOf, jsonGiven, recordWriter, written } from './records.ts';
import { beginRenaming, type KeyPair, otherLetters, rename } from './renaming.ts';
import { otherSignature } from './signatures.ts';

/** The params of an operation, compact strings written out. */
export type Params = Readonly<Record<string, unknown>>;

export type Means = {
  random: Random;
  pool: readonly KeyPair[];
  /** Whether times are shifted, and contents written in other letters. */
  shifted: boolean;
  salted: boolean;
};

const LISTS = ['records', 'messages', 'before'];
const VALUES = ['unsigned', 'draft'];

const formatIn = (params: Params, whole: Params): Format => (params.format ?? whole.format) as Format;

type Text = { params: Params; given: Given };

const textsOf = (input: Params): Text[] => {
  const listed = LISTS.flatMap((name) => (Array.isArray(input[name]) ? (input[name] as Params[]) : []));
  return [input, ...listed].flatMap((params) => {
    const given = givenOf(params, formatIn(params, input));
    return given === undefined ? [] : [{ params, given }];
  });
};

/** A question about records: the same records by others, elsewhere, at another time, in another order. */
const otherRecords = (operation: OperationName, input: Params, parent: Params | undefined, means: Means): Params => {
  const { random } = means;
  const renaming = beginRenaming(input, random, means.pool, means);
  const hmac = typeof input.hmac === 'string' ? { old: unhex(input.hmac), fresh: randomBytes(random, 32) } : undefined;
  const texts = textsOf(input);
  const values = VALUES.filter((name) => input[name] !== undefined).map((name) =>
    jsonGiven(input[name], formatIn(input, input)),
  );
  const others = parent === undefined ? [] : textsOf(parent).map(({ given }) => given);
  const all = [
    ...new Map([...others, ...texts.map(({ given }) => given), ...values].map((each) => [each.text, each])).values(),
  ];
  const write = recordWriter(renaming, all, { old: hmac?.old, fresh: hmac?.fresh });
  for (const each of others) write(each);
  const rewritten = (params: Params): Params => {
    const given = givenOf(params, formatIn(params, input));
    return given === undefined ? params : { ...params, ...written(given, write(given)) };
  };
  const seedOf = (seed: unknown): string | undefined => {
    const found = renaming.keys.find(({ old }) => hex(old.seed) === seed);
    return found && hex(found.fresh.seed);
  };
  const next: Record<string, unknown> = { ...rewritten(input) };
  for (const name of LISTS) if (Array.isArray(input[name])) next[name] = (input[name] as Params[]).map(rewritten);
  for (const name of VALUES)
    if (input[name] !== undefined) next[name] = JSON.parse(write(jsonGiven(input[name], formatIn(input, input))));
  for (const name of ['seed', 'shareSeed'])
    if (input[name] !== undefined) next[name] = seedOf(input[name]) ?? input[name];
  if (hmac !== undefined) next.hmac = hex(hmac.fresh);
  if (typeof input.now === 'number') next.now = Number(rename(renaming, String(input.now)));
  if (typeof input.space === 'string') next.space = rename(renaming, input.space);
  if (operation === 'document.merge' || operation === 'feed.state')
    next.records = random.shuffle(next.records as Params[]);
  return next;
};

/** The names that programs trip over stay what they are. */
const SPECIAL = /^(?:__proto__|constructor|prototype|toString|valueOf|hasOwnProperty|length)$/;

/** A string, or a number of few digits: more of them lie at a bound. */
const TOKEN = /"(?:[^"\\]|\\[\s\S])*"?|(?<![\d.eE+-])-?\d{1,12}(?![\d.eE+-])/g;

const otherText = (text: string, random: Random): string => {
  const letters = otherLetters(random);
  const digit = 1 + random.integer(8);
  const next = text.replace(TOKEN, (token) => {
    if (!token.startsWith('"')) return token.replace(/[1-9]/g, (each) => String(((Number(each) - 1 + digit) % 9) + 1));
    // Escapes keep their letters, and what is no string of JSON keeps everything.
    return SPECIAL.test(token.slice(1, -1))
      ? token
      : token.replace(/\\u[0-9a-fA-F]{0,4}|\\[\s\S]|[a-zA-Z]/g, (each) => (each.length > 1 ? each : letters(each)));
  });
  return next === text ? text + ' \t\n\r'.charAt(random.integer(4)).repeat(1 + random.integer(6)) : next;
};

const otherTextOf = (input: Params, random: Random): Params => {
  const given = givenOf(input, 'rp.document.1');
  return given === undefined ? input : { ...input, ...written(given, otherText(given.text, random)) };
};

/** What stands behind the sigil, but for the letter in front and the last character, which have rules of their own. */
const otherId = (id: string, random: Random): string => {
  const fresh = base32(randomBytes(random, 128)).slice(1);
  return id.replace(/[a-z2-7]{16,}/g, (run) => run.charAt(0) + fresh.slice(0, run.length - 2) + run.slice(-1));
};

/** Another question about the same thing. Undefined where nothing in it could be another one. */
export const otherQuestion = (
  operation: OperationName,
  input: Params,
  parent: Params | undefined,
  means: Means,
): Params | undefined => {
  const { random } = means;
  switch (operation) {
    case 'canonical.encode':
      return otherTextOf(input, random);
    case 'id.parse':
      return { id: otherId(String(input.id), random) };
    case 'id.sort':
      return { ids: random.shuffle((input.ids as string[]).map((id) => otherId(id, random))) };
    case 'blob.id': {
      const more = 1 + random.integer(255);
      return { bytes: hex(unhex(String(input.bytes)).map((byte) => byte + more)) };
    }
    case 'signature.verify':
      return otherSignature(input, random);
    default:
      return otherRecords(operation, input, parent, means);
  }
};
