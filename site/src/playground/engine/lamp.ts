import type { Summary } from '../../../../reference/src/sync/fingerprint.ts';
import type { PeerAt } from './event.ts';
import { Guest } from './guest.ts';
import type { Link } from './link.ts';
import type { Peer } from './peer.ts';
import { durationWords } from './time-words.ts';
import { counted, meaningOf } from './words.ts';
import type { World } from './world.ts';

/** What a peer knows of whether a partner has the same. Green is *equal* alone, and that never follows from silence, nor is it shown where it does not hold any more: who has told a partner of what is new is *told* until it hears from it. */
export type Lamp = {
  readonly is: 'equal' | 'told' | 'wanted' | 'refused' | 'ended' | 'unheard' | 'cut';
  /** How many contents are wanted, or records were refused. */
  readonly count?: number;
  readonly words: string;
};

/** Over a link, at one of its peers. */
export const lampOf = (world: World, link: Link, at: PeerAt): Lamp => {
  const connection = link.connections.at(-1);
  const side = connection?.sideOf(at);
  if (link.guest?.left !== undefined) return { is: 'cut', words: `it has left: ${link.guest.left}` };
  if (link.isCut || connection === undefined || side === undefined) return { is: 'cut', words: 'the cable is cut' };
  const end = connection.ends[side];
  const { peer } = end;
  if (peer instanceof Guest) return { is: 'unheard', words: 'what it knows is not known here' };
  if (end.ended?.how === 'error') return { is: 'ended', words: `the call has ended: ${meaningOf(end.ended.code)}` };
  if (connection.isOver && end.ended?.how !== 'done') return { is: 'ended', words: 'the call has ended' };
  const own = peer.summary;
  const isEqual = isSame(end.agreed, own);
  const wanted = isEqual ? (peer.state.native?.wanted.length ?? 0) : 0;
  if (wanted > 0)
    return {
      is: 'wanted',
      count: wanted,
      words: `the content of ${counted(wanted, 'record')} is missing here`,
    };
  const partner = link.peers.find((each) => each !== at);
  // It cannot know yet; green is not shown to somebody who sees both.
  if (isEqual && isStale(peer, world.peers[partner ?? -1]))
    return { is: 'unheard', words: 'both had the same when they last spoke' };
  if (isEqual) return { is: 'equal', words: 'both have the same' };
  const refused = world.refusals
    .slice(connection.refusedBefore)
    .filter((each) => each.peer === at && each.from === partner);
  if (refused.length > 0)
    return { is: 'refused', count: refused.length, words: `${counted(refused.length, 'record')} refused` };
  if (isSame(end.told, own))
    return {
      is: 'told',
      // Who has the same keeps silent, so this is the last that is heard of it.
      words: connection.queue.some(({ from }) => from === at)
        ? 'is being told what is new'
        : 'was told, and answers only if something differs',
    };
  return {
    is: 'unheard',
    words:
      end.agreed === undefined
        ? 'not heard yet that both have the same'
        : `both had the same ${durationWords(peer.clock - end.agreed.at)} ago`,
  };
};

const isSame = (known: Summary | undefined, own: Summary): boolean =>
  known?.fingerprint === own.fingerprint && known.count === own.count;

/** Whether the other has something else by now. Of those that keep a part of the space alone, nobody can say so. */
const isStale = (own: Peer, other: Peer | undefined): boolean =>
  other !== undefined &&
  [own, other].every(({ filter }) => filter === undefined) &&
  !isSame(other.summary, own.summary);

/** The worst of all lamps of a peer; *equal* if all are. */
export const worstLamp = (lamps: readonly Lamp[]): Lamp => {
  const order: readonly Lamp['is'][] = ['cut', 'ended', 'refused', 'unheard', 'wanted', 'told', 'equal'];
  const sorted = [...lamps].sort((a, b) => order.indexOf(a.is) - order.indexOf(b.is));
  return sorted[0] ?? { is: 'cut', words: 'there is nobody to ask' };
};
