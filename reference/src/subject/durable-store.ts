import { join } from 'node:path';
import { nodeSha256 } from '../node/sha256.ts';
import { openSqliteStore, type SqliteStore } from '../node/sqlite-store.ts';

/** So much of a name is legible in that of its file. */
const legible = 20;

/**
 * The file of a durable replica. Any text is a name, and each has a file of its own: upper and lower case, which some disks do
 * not tell apart, dots, and parts of characters, too.
 */
export function durableFile(folder: string, name: string): string {
  const hint = name.replace(/[^a-z0-9]/g, '').slice(0, legible);
  return join(folder, `replica-${hint}-${nodeSha256(Buffer.from(name, 'utf16le'))}.sqlite`);
}

/** Opens what is kept in that folder under a name. */
export const openDurable = (folder: string, name: string): SqliteStore => openSqliteStore(durableFile(folder, name));
