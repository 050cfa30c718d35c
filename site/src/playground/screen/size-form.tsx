import { beginningOf } from '../scenarios/scenario.ts';
import { courseOf } from './course.ts';
import type { Pool } from './pool.ts';
import { type Size, sized, sizeOf } from './sized.ts';

const [counts, differences] = [
  [10, 100, 1000, 3000, 10_000, 30_000],
  [1, 3, 10, 30],
];

/** Of real records, signed and taken in by both, these take some hundred megabytes. */
const mostCount = 100_000;

/** Whether the browser says that there is room for that; one that says nothing is not asked for it. */
const isRoomy = (): boolean => ((navigator as { deviceMemory?: number }).deviceMemory ?? 0) >= 8;

/** How many records there are, and how many differ. */
export const SizeForm = ({ pool }: { pool: Pool }) => {
  const { timeline, scenario } = pool.view;
  const size = sizeOf(timeline);
  const open = (other: Size): void => {
    const course = courseOf(sized(scenario, other));
    pool.open({ ...beginningOf(course.scenario), course: { ...course, scenario } });
  };
  const slider = (label: string, values: readonly number[], value: number, set: (value: number) => void) => (
    <label class="play-field">
      <span>
        {label} <b>{value.toLocaleString('en')}</b>
      </span>
      <input
        type="range"
        min="0"
        max={values.length - 1}
        value={Math.max(0, values.indexOf(value))}
        aria-valuetext={value.toLocaleString('en')}
        onChange={({ currentTarget }) => set(values[Number(currentTarget.value)] ?? value)}
      />
    </label>
  );
  return (
    <div class="play-sizes">
      {slider('Records:', isRoomy() ? [...counts, mostCount] : counts, size.records, (records) =>
        open({ ...size, records }),
      )}
      {slider('Different:', differences, size.different, (different) => open({ ...size, different }))}
    </div>
  );
};
