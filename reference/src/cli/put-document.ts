import { utf8Length } from '../bytes/utf8.ts';
import type { Outcome } from '../replica/outcome.ts';
import type { Replica } from '../replica/replica.ts';
import type { Rejected } from '../rule/verdict.ts';
import { sign } from '../sign.ts';
import { run } from '../signature/task.ts';
import { type World, WorldError } from './command.ts';
import { hashOf } from './data.ts';
import { everything } from './found.ts';
import type { Owner } from './secrets.ts';

/** What somebody wants to stand at a path. */
export interface Wanted {
  readonly space: string;
  readonly path: string;
  readonly content: string;
  readonly contentType?: string | undefined;
  readonly expires?: number | undefined;
}

/** What became of it. */
export type Put = { readonly ok: true; readonly id: string } | Rejected;

const documentFormat = 'rp.document.1';

/** Writes the newest document at a path, unless a verifier would reject it. */
export function putDocument(world: World, replica: Replica, owner: Owner, wanted: Wanted): Put {
  const { protocol, engine } = world;
  const now = world.now();
  const { space, path, content, contentType, expires } = wanted;
  const newest = newestAt(replica, path, now);
  const timestamp = Math.max(now, (newest ?? 0) + 1);
  const header = {
    format: documentFormat,
    space,
    author: owner.id,
    path,
    timestamp,
    contentHash: hashOf(world, content),
    contentSize: utf8Length(content),
    ...(contentType !== undefined && { contentType }),
    ...(expires !== undefined && { expires }),
  };
  const signed = sign({ header, content }, { protocol, engine, format: documentFormat, now, seed: owner.seed });
  if (!signed.ok) {
    const isBlocked = signed.code === 'timestamp-future' && timestamp > now;
    return isBlocked ? { ...signed, code: 'clock-blocked' } : signed;
  }
  const outcomes = run(replica.ingest([{ text: signed.text, format: documentFormat }], now), engine);
  return { ok: true, id: takenId(outcomes[0]) };
}

/** When the newest document at a path was written, whoever wrote it. */
function newestAt(replica: Replica, path: string, now: number): number | undefined {
  for (const { record } of everything(replica, { path, history: 'all', deleted: true }, now)) return record.timestamp;
  return undefined;
}

/** The id of something that was written here, which nothing but a lack of room can keep out. */
export function takenId(outcome: Outcome | undefined): string {
  if (outcome?.is === 'accepted') return outcome.id;
  if (outcome?.is === 'ignored' && outcome.reason === 'quota') {
    throw new WorldError('there is no room for it: the disk is full; make room and try again. Nothing was changed');
  }
  throw new WorldError(
    `the replica has not taken it (${JSON.stringify(outcome)}); see that the clock of this machine is right`,
  );
}
