import { encodeBase32 } from '../bytes/base32.ts';
import { encodeHex } from '../bytes/hex.ts';
import { seedByteLength } from '../signature/engine.ts';
import type { Book } from './book.ts';
import { UsageError, type World, WorldError } from './command.ts';
import type { Folder } from './folder.ts';
import { parseSeedFile } from './keys.ts';
import { didYouMean } from './nearest.ts';

/** Who writes. */
export interface Owner {
  readonly name: string;
  /** `@b…` */
  readonly id: string;
  readonly seed: Uint8Array;
}

/** What a key is called whose owner gave no name. */
export const firstKeyName = 'main';

export const secretFile = (name: string): string => `keys/${name}.json`;

export const authorOf = ({ engine }: Pick<World, 'engine'>, seed: Uint8Array): string =>
  `@${encodeBase32(engine.publicKey(seed))}`;

/**
 * Makes a key, or takes the one of a seed, and writes it down. A secret that is there, and that the address book does not know,
 * is taken and never replaced. Done while the address book is locked.
 */
export function addKey(world: World, folder: Folder, book: Book, name: string, given?: Uint8Array): string {
  const file = secretFile(name);
  const there = folder.read(file);
  if (there !== undefined && given !== undefined) {
    throw new UsageError(`the secret of another key is in ${folder.pathOf(file)}; choose another name`);
  }
  const known = there === undefined ? given : parseSeedFile(there, folder.pathOf(file));
  const seed = known ?? world.random(seedByteLength);
  const key = authorOf(world, seed);
  if (there === undefined) folder.write(file, `${JSON.stringify({ key, seed: encodeHex(seed) }, null, 2)}\n`);
  book.keys.set(name, key);
  book.key ??= name;
  return key;
}

/** The key of `--as`, or the default one, with its secret. */
export function ownerOf(world: World, folder: Folder, book: Book, as: string | undefined): Owner {
  const name = as === undefined || as === 'me' ? book.key : as;
  if (name === undefined) throw new UsageError('there is no key yet; make one with rockpool keygen');
  const id = book.keys.get(name);
  if (id === undefined) {
    const others = didYouMean(name, book.keys.keys());
    throw new UsageError(`no key ${name} is yours${others || `; rockpool keygen ${name} makes it`}`);
  }
  return { name, id, seed: readSecret(world, folder, name, id) };
}

/** The secret of a key. Says so if others can read its file, too. */
export function readSecret(world: World, folder: Folder, name: string, id: string): Uint8Array {
  const file = secretFile(name);
  const path = folder.pathOf(file);
  const text = folder.read(file);
  if (text === undefined) {
    throw new WorldError(`the secret of the key ${name} is gone: there is no file ${path}; put a copy there`);
  }
  if (folder.isOpenToOthers(file)) {
    world.complain(`rockpool: warning: others can read your secret key; type: chmod 600 '${path}'\n`);
  }
  const seed = parseSeedFile(text, path);
  if (authorOf(world, seed) !== id) {
    throw new WorldError(`${path} is the secret of ${authorOf(world, seed)}, and the address book says ${id}`);
  }
  return seed;
}
