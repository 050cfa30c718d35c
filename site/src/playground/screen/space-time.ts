import type { Timeline } from '../engine/event.ts';
import type { MessageView } from '../engine/link-view.ts';
import type { Snapshot } from '../engine/snapshot.ts';

/** In pixels: from moment to moment, from row to row, to the left of the first moment, above the first row. */
export const sizes = { moment: 18, row: 52, left: 10, top: 22, right: 16 } as const;

export type Arrow = {
  readonly message: MessageView;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
};

/** Something that happened at a peer or, where it has no row, to all. */
export type Tick = {
  readonly position: number;
  readonly sentence: string;
  readonly x: number;
  readonly y: number;
  readonly do: string;
  /** It comes behind the moment that is looked at. */
  readonly isAhead?: boolean;
};

export type Diagram = {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly name: string; readonly y: number }[];
  readonly arrows: readonly Arrow[];
  readonly ticks: readonly Tick[];
  /** Where now is. */
  readonly now: number;
};

/** No more messages are drawn than these, the newest. */
const mostArrows = 300;

/** Peers as rows, time from the left to the right, messages as arrows: from what is shown first to now. */
export const diagramOf = (snapshot: Snapshot, { before, events }: Timeline): Diagram => {
  const { messages } = snapshot;
  const peers = [...snapshot.peers, ...snapshot.guests];
  const end = snapshot.events.at(-1)?.until ?? 0;
  const shown = messages
    .filter(({ sentAt, endedAt }) => (endedAt ?? sentAt) >= (snapshot.events[before - 1]?.until ?? 0))
    .slice(-mostArrows);
  const first = shown.reduce((least, { sentAt }) => Math.min(least, sentAt), end);
  // Each event has a column of its own, for what is done moves no message.
  const columns = snapshot.events.map(({ until }, at) => ({ at, until })).slice(before);
  const shift = (moment: number): number =>
    columns.filter(({ at }) => (snapshot.events[at - 1]?.until ?? 0) <= moment).length;
  const x = (moment: number): number => sizes.left + (moment - first + shift(moment)) * sizes.moment;
  const y = (peer: number): number => sizes.top + peer * sizes.row;
  const now = sizes.left + (end - first + columns.length + 0.5) * sizes.moment;
  const arrows = shown.map((message): Arrow => {
    const { from, to, sentAt, endedAt, where } = message;
    const until = endedAt === undefined ? now : x(endedAt);
    const share = where === 'arrived' ? 1 : where === 'lost' ? 0.55 : 0.8;
    const [top, bottom] = [y(from), y(to)];
    return { message, from: [x(sentAt), top], to: [until, top + (bottom - top) * share] };
  });
  const rowOf = (event: Timeline['events'][number]): number =>
    'peer' in event ? y(event.peer) : 'guest' in event ? y(event.guest) : sizes.top - 14;
  const ticks = columns.flatMap(({ at }): Tick[] => {
    const happened = snapshot.events[at];
    const event = events[at];
    if (happened === undefined || event === undefined || event.do === 'deliver' || event.do === 'settle') return [];
    const start = snapshot.events[at - 1]?.until ?? 0;
    const column = sizes.left + (start - first + at - before) * sizes.moment + sizes.moment / 2;
    return [{ position: at + 1, sentence: happened.sentence, x: column, y: rowOf(event), do: event.do }];
  });
  // Where it will stand is not known before it is played.
  const ahead = events
    .slice(snapshot.position)
    .map((event, at) => ({ event, position: snapshot.position + at + 1 }))
    .filter(({ event }) => event.do !== 'deliver' && event.do !== 'settle')
    .slice(0, mostArrows)
    .map(({ event, position }, place): Tick => {
      return {
        position,
        sentence: 'later',
        x: now + (place + 1) * sizes.moment,
        y: rowOf(event),
        do: event.do,
        isAhead: true,
      };
    });
  return {
    width: Math.max(now, ahead.at(-1)?.x ?? 0) + sizes.right,
    height: y(peers.length - 1) + 24,
    rows: peers.map(({ name, at }) => ({ name, y: y(at) })),
    arrows,
    ticks: [...ticks, ...ahead],
    now,
  };
};
