import { useState } from 'preact/hooks';
import { courseOf } from './course.ts';
import { filledIn, sized } from './sized.ts';
import type { Pool } from './use-pool.ts';

const [counts, differences] = [
  [10, 100, 1000, 3000, 10_000, 30_000],
  [1, 3, 10, 30],
];

/** How many records there are, and how many differ. */
export const SizeForm = ({ pool }: { pool: Pool }) => {
  const { timeline, scenario } = pool.view;
  const [differ, setDiffer] = useState(1);
  const count = filledIn(timeline);
  const open = (records: number, different: number): void => {
    setDiffer(different);
    const other = sized(scenario, records, different);
    pool.open({
      timeline: other.timeline,
      position: timeline.before,
      course: { ...courseOf(scenario), marks: other.marks },
    });
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
      {slider('Records:', counts, count, (records) => open(records, differ))}
      {slider('Different:', differences, differ, (different) => open(count, different))}
    </div>
  );
};
