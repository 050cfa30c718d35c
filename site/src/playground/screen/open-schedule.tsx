import type { Pool } from './use-pool.ts';

/** A schedule of the suite, on which some program failed, as a time line to go through. */
export const OpenSchedule = ({ pool }: { pool: Pool }) => {
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // The judge's reading of it comes along, so it is loaded when somebody has such a file.
    const { openSchedule } = await import('../engine/schedule.ts');
    const opened = openSchedule(await file.text());
    if ('fault' in opened) pool.complain(opened.fault);
    else pool.open({ timeline: opened.timeline, position: 0, course: undefined });
  };
  return (
    <details class="play-log">
      <summary>For who writes a program</summary>
      <label class="play-field">
        <span>Go through a schedule of the suite on which it failed:</span>
        <input
          type="file"
          class="rp-field"
          accept="application/json,.json"
          onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
        />
      </label>
    </details>
  );
};
