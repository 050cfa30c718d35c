import type { FoundRecord } from '@rockpool/reference';
import { type Lamp, lampOf, worstLamp } from './lamp.ts';
import type { Peer } from './peer.ts';
import { nameOfId, withNames } from './people.ts';
import { recordWords } from './words.ts';
import type { World } from './world.ts';

/** A document at a path. */
export type VersionView = {
  readonly id: string;
  readonly author: string;
  readonly timestamp: number;
  readonly expires: number | undefined;
  /** Nothing where the content is missing; empty where the document deletes. */
  readonly content: string | undefined;
  readonly isWinner: boolean;
  readonly isDeleted: boolean;
};

/** All documents that are kept at a path, the newest first. */
export type PageView = { readonly path: string; readonly versions: readonly VersionView[] };

export type PostView = {
  readonly id: string;
  readonly sequence: number;
  readonly timestamp: number;
  readonly content: string | undefined;
  readonly isDisputed: boolean;
};

export type FeedView = {
  readonly author: string;
  /** Which of the author's feeds: 0 is the first. */
  readonly log: number;
  readonly length: number;
  readonly posts: readonly PostView[];
  /** The sequence from which on it is disputed, and the two ids that prove it. */
  readonly fork: { readonly sequence: number; readonly proof: readonly [string, string] } | undefined;
};

export type HeldView = { readonly id: string; readonly reason: string; readonly words: string };

/** A peer as it is now. */
export type PeerView = {
  readonly at: number;
  readonly name: string;
  readonly person: string;
  readonly key: string;
  /** What its clock shows, and how far that was set ahead. */
  readonly clock: number;
  readonly ahead: number;
  /** It was set back, and its replica waits until the time has come that it had shown. */
  readonly isStanding: boolean;
  /** 32 digits of hexadecimal that stand for all that it keeps, and the number of records. Colour and pattern follow from it. */
  readonly fingerprint: string;
  readonly count: number;
  /** Its pages by path, of a great many those that were written last, and how many documents there are. */
  readonly pages: readonly PageView[];
  readonly documents: number;
  readonly feeds: readonly FeedView[];
  readonly held: readonly HeldView[];
  /** How many contents are missing. */
  readonly wanted: number;
  /** The requirements that are left out. */
  readonly off: readonly string[];
  readonly isFull: boolean;
  readonly filter: string | undefined;
  readonly hasBundle: boolean;
  readonly isForgetful: boolean;
  /** The worst of its links. */
  readonly lamp: Lamp;
};

/** More documents than these are counted and not shown. */
const mostShown = 40;

export const peerView = (world: World, peer: Peer): PeerView => {
  const { replica, now, author, at } = peer;
  const state = peer.state.native;
  const { fingerprint, count } = peer.summary;
  const feeds = (state?.feeds ?? []).map((feed): FeedView => {
    const post = (id: string, isDisputed: boolean) => postView(replica.get(id, now), isDisputed);
    return {
      author: nameOfId(feed.author),
      log: feed.log ?? 0,
      length: feed.length,
      posts: [...feed.settled.map((id) => post(id, false)), ...feed.disputed.map((id) => post(id, true))],
      fork: feed.evidence,
    };
  });
  const posts = feeds.reduce((sum, feed) => sum + feed.posts.length, 0);
  const held = state?.held ?? [];
  const links = world.links.filter(({ peers }) => peers.includes(at));
  return {
    at,
    name: author.name,
    person: author.person,
    key: author.id,
    clock: peer.clock,
    ahead: peer.ahead,
    isStanding: peer.isStanding,
    fingerprint,
    count,
    pages: pagesOf(peer),
    documents: count - posts - held.length,
    feeds,
    held: held
      .slice(0, mostShown)
      .map(({ id, reason }) => ({ id, reason, words: recordWords(replica.get(id, now)?.text ?? '') })),
    wanted: state?.wanted.length ?? 0,
    off: peer.off,
    isFull: peer.disk.isFull,
    filter: peer.filter === undefined ? undefined : withNames(Object.values(peer.filter).join(', ')),
    hasBundle: world.bundles.has(at),
    isForgetful: peer.setup.isForgetful ?? false,
    lamp: worstLamp(links.map((link) => lampOf(world, link, at))),
  };
};

const postView = (found: FoundRecord | undefined, isDisputed: boolean): PostView => ({
  id: found?.record.id ?? '',
  sequence: found !== undefined && 'sequence' in found.record ? found.record.sequence : 0,
  timestamp: found?.record.timestamp ?? 0,
  content: found?.content,
  isDisputed,
});

const pagesOf = ({ replica, now }: Peer): readonly PageView[] => {
  const asked = { kind: 'document', history: 'all', deleted: true, order: 'time', reverse: true, limit: mostShown };
  const found = replica.query(asked, now);
  const pages = new Map<string, VersionView[]>();
  for (const { record } of found.ok ? found.records : []) {
    if (!('path' in record)) continue;
    const whole = replica.get(record.id, now);
    const versions = pages.get(record.path) ?? [];
    pages.set(record.path, versions);
    versions.push({
      id: record.id,
      author: nameOfId(record.author),
      timestamp: record.timestamp,
      expires: 'expires' in record ? record.expires : undefined,
      content: 'contentSize' in record && record.contentSize === 0 ? '' : whole?.content,
      isWinner: replica.winnerAt(record.path, now)?.digest === whole?.digest,
      isDeleted: 'contentSize' in record && record.contentSize === 0,
    });
  }
  const byPath = [...pages].sort(([one], [other]) => (one < other ? -1 : 1));
  return byPath.map(([path, versions]) => ({ path: withNames(path), versions }));
};
