import type { Range, Turn } from '../engine/turns.ts';

/** What came of a range: it was the same, it differs, it was listed, or nobody knows yet. */
export type Fate = 'same' | 'differs' | 'listed' | 'wished' | 'asked';

/** A range as it is drawn, by parts of what its row shows. */
export type Piece = { readonly from: number; readonly to: number; readonly fate: Fate };

/** A turn. It shows what it is about in the full width, and where that was in the row above. */
export type Row = {
  readonly message: number;
  readonly by: number;
  readonly pieces: readonly Piece[];
  readonly within: readonly [from: number, to: number];
};

/** A part of all items, from 0 to 1. */
type Span = { readonly from: number; readonly to: number };

const spanOf = ({ from, to }: Range, items: number): Span =>
  items === 0 ? { from: 0, to: 1 } : { from: from / items, to: to / items };

const isSilent = ({ kind }: Range): boolean => kind === 'silent';

/** A sum to which the next turn has nothing to say was the same; one that it goes into differs. */
const fateOf = (range: Range, { items }: Turn, next: Turn | undefined): Fate => {
  if (range.kind === 'silent') return 'same';
  if (range.kind === 'wish') return 'wished';
  if (range.kind !== 'sum') return 'listed';
  if (next === undefined) return 'asked';
  const { from, to } = spanOf(range, items);
  const goesOn = next.ranges.some((each) => {
    const answer = spanOf(each, next.items);
    const middle = (answer.from + answer.to) / 2;
    return !isSilent(each) && middle >= from && middle <= to;
  });
  return goesOn ? 'differs' : 'same';
};

/** From the first range of which something is said to the last. */
const aboutOf = ({ ranges, items }: Turn): Span => {
  const spans = ranges.filter((range) => !isSilent(range)).map((range) => spanOf(range, items));
  return spans.length === 0
    ? { from: 0, to: 1 }
    : { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
};

/** Where a place of all items is in what is shown, between 0 and 1. */
const placeIn = (shown: Span, place: number): number => {
  const wide = shown.to - shown.from;
  return wide === 0 ? 0.5 : Math.min(1, Math.max(0, (place - shown.from) / wide));
};

/** The turns of a session as rows. `isOver` says that no answer will come to the last. */
export const rowsOf = (turns: readonly Turn[], isOver: boolean): readonly Row[] => {
  let above: Span = { from: 0, to: 1 };
  return turns.map((turn, at) => {
    const next = turns[at + 1] ?? (isOver ? { ...turn, ranges: [] } : undefined);
    const about = aboutOf(turn);
    const pieces = turn.ranges
      .map((range) => ({ span: spanOf(range, turn.items), fate: fateOf(range, turn, next) }))
      .filter(({ span }) => span.to > about.from && span.from < about.to)
      .map(({ span, fate }) => ({ from: placeIn(about, span.from), to: placeIn(about, span.to), fate }));
    const within = [placeIn(above, about.from), placeIn(above, about.to)] as const;
    above = about;
    return { message: turn.message, by: turn.by, pieces, within };
  });
};
