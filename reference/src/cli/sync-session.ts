import type { Engine } from '../signature/engine.ts';
import type { RoundReport, SessionEnd } from '../sync/session-types.ts';
import { type CarriedSession, syncOver } from '../sync/sync-over.ts';
import { countedTransport } from '../transport/counted-transport.ts';
import type { Ending } from '../transport/transport.ts';
import type { World } from './command.ts';
import type { Folder } from './folder.ts';
import type { HostedSpace } from './hosting.ts';
import { liftFor, rememberLift } from './partners.ts';
import type { Owner } from './secrets.ts';

/** A session with a pub about one space. */
export interface Calling {
  readonly carried: CarriedSession;
  readonly result: Promise<Called>;
}

/** How it went. */
export interface Called {
  /** The last round that was finished, if one was. */
  readonly report: RoundReport | undefined;
  /** Records that came, and that went. */
  readonly came: number;
  readonly went: number;
  readonly session: SessionEnd;
  readonly transport: Ending;
  /** Whether anything was heard of the pub. */
  readonly wasHeard: boolean;
  /** Whether lift 1 was asked for: such a session is not live. */
  readonly isLifted: boolean;
}

export interface CallOptions {
  readonly world: World;
  readonly engine: Engine;
  readonly folder: Folder;
  readonly address: string;
  readonly hosted: HostedSpace;
  /** Whose key the pub is shown; without it, it is not told who calls. */
  readonly owner?: Owner | undefined;
  readonly isLive: boolean;
  /** Whether the pub has just had no time: then it is asked for nothing that costs it a look at everything. */
  readonly isSparing: boolean;
  readonly onRound?: ((report: RoundReport) => void) | undefined;
}

const nonceBytes = 32;

/** Longer addresses have no place in a `hello`. */
const maxAddressLength = 255;

export function callPub({
  world,
  engine,
  folder,
  address,
  hosted,
  owner,
  isLive,
  isSparing,
  onRound,
}: CallOptions): Calling {
  const { id } = hosted.space;
  const lift = isSparing ? 0 : liftFor(folder, address, id, world.now());
  let report: RoundReport | undefined;
  let wasHeard = false;
  const transport = countedTransport(world.network.call(address), (direction) => {
    wasHeard ||= direction === 'got';
  });
  const carried = syncOver(transport, {
    role: 'caller',
    protocol: world.protocol,
    engine,
    clock: world.now,
    entropy: world.random(nonceBytes),
    seed: owner?.seed,
    replicas: [hosted],
    ...(address.length <= maxAddressLength && { address }),
    // What costs the pub memory of its own does not stay: who is live with lift 1 keeps the room of somebody else.
    ...(lift === 1 ? { lift } : isLive && { live: true }),
    onRound(latest) {
      if (report === undefined && lift === 1) rememberLift(folder, address, id, world.now());
      report = latest;
      onRound?.(latest);
    },
  });
  const finish = async (): Promise<Called> => {
    const { session, transport: ending } = await carried.ended;
    const { got, sent } = carried.session.progress;
    return { report, came: got, went: sent, session, transport: ending, wasHeard, isLifted: lift === 1 };
  };
  return { carried, result: finish() };
}
