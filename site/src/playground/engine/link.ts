import type { JsonObject } from '@rockpool/reference';
import type { Connection, ConnectionOptions } from './connection.ts';
import type { PeerAt } from './event.ts';

/** Two peers that can reach each other, or could. */
export type Link = {
  readonly at: number;
  readonly peers: readonly [PeerAt, PeerAt];
  isCut: boolean;
  /** The last one is the one that counts. */
  readonly connections: Connection[];
};

/** How a session is begun; nothing of it need be said. */
export type Call = {
  readonly offers?: readonly [JsonObject, JsonObject] | undefined;
  readonly caller?: PeerAt | undefined;
  readonly liar?: ConnectionOptions['liar'];
  readonly name?: string | undefined;
};
