import { isObject, type JsonObject } from '../value/json.ts';
import { overPosts, type Post, type Posts } from './posts.ts';
import type { Limits, Transport } from './transport.ts';

/** One letter of many between those that share a channel. Without `to` it is for all. */
interface Letter {
  readonly from: string;
  readonly to?: string;
  readonly post: Post | { readonly hello: true };
}

/** Somebody else at the channel. */
export interface Meeting {
  readonly transport: Transport;
  /** Whether the one here is to open the session: exactly one of two that meet is told so. */
  readonly isCaller: boolean;
}

/**
 * Joins all who share a channel, such as the tabs of one site, and makes a connection to each, also to those that join later.
 * The channel is used for nothing else, and stays open: it is the caller's.
 *
 * @param meet gets each connection once. If it throws, that connection ends.
 * @returns what ends all connections and leaves; to be called when the page goes (`pagehide`).
 */
export function joinChannel(
  channel: BroadcastChannel,
  meet: (meeting: Meeting) => void,
  limits: Partial<Limits> = {},
): () => void {
  const self = crypto.randomUUID();
  const met = new Map<string, Posts>();
  const mail = (post: Letter['post'], to?: string) =>
    channel.postMessage({ from: self, ...(to !== undefined && { to }), post } satisfies Letter);

  const begin = (partner: string) => {
    const posts = overPosts(
      (post) => mail(post, partner),
      () => met.delete(partner),
      limits,
    );
    met.set(partner, posts);
    try {
      // Both know both names, so both come to the same answer.
      meet({ transport: posts.connection, isCaller: self < partner });
    } catch (error) {
      posts.connection.end('failed', String(error));
    }
  };
  const read = ({ data }: MessageEvent<unknown>) => {
    const letter = readLetter(data);
    if (letter === undefined || letter.from === self || (letter.to ?? self) !== self) return;
    const { from, to, post } = letter;
    if (!('hello' in post)) {
      const posts = met.get(from);
      if (posts !== undefined) posts.receive(post);
      // It was away for so long that it was given up, and is told so.
      else if (!('bye' in post)) mail({ bye: 'not met, or given up' }, from);
      return;
    }
    // The answer comes first: nothing that `meet` sends may overtake it.
    if (to === undefined) mail({ hello: true }, from);
    if (!met.has(from)) begin(from);
  };
  channel.addEventListener('message', read);
  mail({ hello: true });
  return () => {
    for (const { connection } of [...met.values()]) connection.close('it left the channel');
    channel.removeEventListener('message', read);
  };
}

function readLetter(data: unknown): Letter | undefined {
  const letter = data as JsonObject;
  if (!isObject(letter) || typeof letter.from !== 'string' || !isObject(letter.post)) return undefined;
  if (letter.to !== undefined && typeof letter.to !== 'string') return undefined;
  return letter as unknown as Letter;
}
