import type { Timeline } from '../playground/engine/event.ts';

/** A few moments of a time line, told where a chapter has the sentence that they show. */
export type Story = {
  /** In the mark of the chapter. */
  readonly name: string;
  readonly title: string;
  readonly timeline: Timeline;
  readonly shows: 'slots' | 'feeds' | 'ranges';
  readonly moments: readonly {
    /** How many events have happened. */
    readonly position: number;
    /** What is to be seen then, and by which rule. */
    readonly says: string;
  }[];
};
