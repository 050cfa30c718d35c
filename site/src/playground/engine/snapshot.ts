import type { Looks } from '../looks.ts';
import { type GuestView, guestViews } from './guest-view.ts';
import { type LinkView, linkView, type MessageView, messageView } from './link-view.ts';
import type { Judged } from './peer.ts';
import { type PeerView, peerView } from './peer-view.ts';
import type { Play } from './play.ts';
import { meaningOf, recordWords } from './words.ts';

/** A record that a peer refused: enough to open it in the inspector. */
export type RefusalView = {
  /** After how many events it happened. */
  readonly position: number;
  readonly peer: number;
  /** Who sent it. */
  readonly from: number | undefined;
  readonly words: string;
  /** Of what breaks no rule, `foreign` or `quota`. */
  readonly code: string;
  readonly requirement: string;
  readonly meaning: string;
  readonly format: string;
  readonly text: string;
  /** The clock by which it was judged. */
  readonly now: number;
};

/** One event of the time line, as far as it has come. */
export type EventView = {
  readonly do: string;
  readonly sentence: string;
  /** The first sending or arrival that was not because of it, counted as in messages. */
  readonly until: number;
  /** Nothing came of it. */
  readonly isVain: boolean;
};

/** Everything that is seen at one place of a time line. It has no functions in it, so that it can be posted to a page. */
export type Snapshot = {
  /** How many events have happened, of how many, and how many were before what is shown first. */
  readonly position: number;
  readonly total: number;
  readonly before: number;
  /** The true time, in microseconds since 1970. */
  readonly now: number;
  /** 64 digits that stand for all of it. */
  readonly hash: string;
  /** What happened last, for people; empty at the beginning. */
  readonly sentence: string;
  /** Whether all peers keep the same, by their fingerprints. */
  readonly areEqual: boolean;
  /** What stands for each state that is seen: the same before and after somebody goes back. */
  readonly looks: Looks;
  readonly peers: readonly PeerView[];
  /** Peers that are not in this world. Their places are behind those that are. */
  readonly guests: readonly GuestView[];
  readonly links: readonly LinkView[];
  /** All messages so far, by number. */
  readonly messages: readonly MessageView[];
  /** The number of the message that arrives next, if nobody chooses. */
  readonly next: number | undefined;
  readonly events: readonly EventView[];
  readonly refusals: readonly RefusalView[];
};

export const snapshotOf = ({ world, timeline, position, happened }: Play): Snapshot => {
  const peers = world.peers.map((peer) => peerView(world, peer));
  const guests = guestViews(world);
  const [first] = peers;
  return {
    position,
    total: timeline.events.length,
    before: timeline.before,
    now: world.now,
    hash: world.hash,
    sentence: happened.at(-1)?.sentence ?? '',
    areEqual: peers.every(({ fingerprint, count }) => fingerprint === first?.fingerprint && count === first.count),
    looks: looksAmong(world.looks, [...peers, ...guests.flatMap(({ said }) => said ?? [])]),
    peers,
    guests,
    links: world.links.map((link) => linkView(world, link)),
    messages: world.messages.map((message) => messageView(world, message)),
    next: world.next?.number,
    events: happened.map(({ event, effect, sentence, until }) => ({
      do: event.do,
      sentence,
      until,
      isVain: effect.isVain === true,
    })),
    refusals: happened.flatMap(({ judged }, at) => judged.flatMap((each) => refusalView(each, at + 1))),
  };
};

const looksAmong = (looks: Looks, seen: readonly { readonly fingerprint: string }[]): Looks =>
  Object.fromEntries(
    seen.flatMap(({ fingerprint }) => {
      const look = looks[fingerprint];
      return look === undefined ? [] : [[fingerprint, look]];
    }),
  );

const refusalView = ({ peer, from, record, outcome, now }: Judged, position: number): readonly RefusalView[] => {
  const text = String(record.text);
  const about = { position, peer, from, words: recordWords(text), format: record.format, text, now };
  if (outcome.is === 'rejected') {
    const { code, requirement } = outcome.rejected;
    return [{ ...about, code, requirement, meaning: meaningOf(code) }];
  }
  if (outcome.is !== 'ignored' || !['foreign', 'quota'].includes(outcome.reason)) return [];
  const requirement = outcome.reason === 'foreign' ? 'REP-3' : 'NAT-1';
  const meaning = outcome.reason === 'foreign' ? 'it does not belong here' : 'there is no room for it';
  return [{ ...about, code: outcome.reason, requirement, meaning }];
};
