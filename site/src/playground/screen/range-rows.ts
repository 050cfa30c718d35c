import type { Range, Turn } from '../engine/turns.ts';

/** What came of a range: it was the same, it differs, it was listed, or nobody knows yet. */
export type Fate = 'same' | 'differs' | 'listed' | 'wished' | 'asked';

/** A range as it is drawn, by parts of the whole. */
export type Piece = { readonly from: number; readonly to: number; readonly fate: Fate; readonly count: number };

export type Row = { readonly message: number; readonly by: number; readonly pieces: readonly Piece[] };

const middleOf = ({ from, to }: Range, items: number): number => (items === 0 ? 0.5 : (from + to) / 2 / items);

const isWithin = (place: number, { from, to }: Range, items: number): boolean =>
  items === 0 || (place >= from / items && place <= to / items);

/** A sum to which the next turn has nothing to say was the same; one that it goes into differs. */
const fateOf = (range: Range, { items }: Turn, next: Turn | undefined): Fate => {
  if (range.kind === 'silent') return 'same';
  if (range.kind === 'wish') return 'wished';
  if (range.kind !== 'sum') return 'listed';
  if (next === undefined) return 'asked';
  const goesOn = next.ranges.some(
    (each) => each.kind !== 'silent' && isWithin(middleOf(each, next.items), range, items),
  );
  return goesOn ? 'differs' : 'same';
};

/** The turns of a session as rows. `isOver` says that no answer will come to the last. */
export const rowsOf = (turns: readonly Turn[], isOver: boolean): readonly Row[] =>
  turns.map((turn, at) => {
    const next = turns[at + 1] ?? (isOver ? { ...turn, ranges: [] } : undefined);
    return {
      message: turn.message,
      by: turn.by,
      pieces: turn.ranges.map((range) => ({
        from: turn.items === 0 ? 0 : range.from / turn.items,
        to: turn.items === 0 ? 1 : range.to / turn.items,
        fate: fateOf(range, turn, next),
        count: range.count,
      })),
    };
  });
