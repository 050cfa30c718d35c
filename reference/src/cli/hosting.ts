import { ReplicaHost } from '../replica/host.ts';
import type { Engine } from '../signature/engine.ts';
import type { HostedReplica } from '../sync/session-host.ts';
import { SyncReplica } from '../sync/sync-replica.ts';
import type { World } from './command.ts';
import { openSpace } from './data.ts';
import type { Folder, StoreLimits } from './folder.ts';
import type { NamedSpace } from './names.ts';

/** A space that is open for sessions: no other program can work with it. */
export interface HostedSpace extends HostedReplica {
  readonly space: NamedSpace;
  readonly host: ReplicaHost;
  /** Waits until what came is stored, and gives the space back. */
  close(): Promise<void>;
}

export function hostSpace(
  world: World,
  engine: Engine,
  folder: Folder,
  space: NamedSpace,
  limits: StoreLimits = {},
): HostedSpace {
  const replica = openSpace(world, folder, space, limits);
  const source = new SyncReplica(replica, world.protocol.sha256);
  const host = new ReplicaHost({ replica, engine, clock: world.now });
  return {
    space,
    source,
    host,
    async close() {
      await host.ingest([]).catch(() => undefined);
      source.close();
      await replica.close();
    },
  };
}

/** Opens all of some spaces, or none. */
export async function hostSpaces(
  world: World,
  engine: Engine,
  folder: Folder,
  spaces: readonly NamedSpace[],
  limits: StoreLimits = {},
): Promise<readonly HostedSpace[]> {
  const hosted: HostedSpace[] = [];
  try {
    for (const space of spaces) hosted.push(hostSpace(world, engine, folder, space, limits));
    return hosted;
  } catch (error) {
    await closeAll(hosted);
    throw error;
  }
}

export const closeAll = async (hosted: readonly HostedSpace[]): Promise<void> => {
  for (const each of hosted) await each.close();
};
