import { useState } from 'preact/hooks';
import { saveFile } from '../../vectors/save-file.ts';
import type { Pool } from './pool.ts';

/** Schedules of the suite: one on which a program failed, to go through, and what happened here, for other programs. */
export const ForPrograms = ({ pool }: { pool: Pool }) => {
  const [said, setSaid] = useState('');
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // The judge's reading of it comes along, so it is loaded when somebody has such a file.
    const { openSchedule } = await import('../engine/schedule.ts');
    const opened = openSchedule(await file.text());
    setSaid('fault' in opened ? opened.fault : `The program failed so: ${opened.failure}`);
    if (!('fault' in opened)) pool.open({ timeline: opened.timeline, position: 0, course: undefined });
  };
  const copy = async (): Promise<void> => {
    const file = await pool.schedule();
    if ('fault' in file) return setSaid(file.fault);
    saveFile(file.name, `${JSON.stringify(file.repro, null, 2)}\n`);
    setSaid(`Saved as ${file.name}. To play it with programs: rockpool-conformance matrix --replay ${file.name}`);
  };
  return (
    <details class="play-log">
      <summary>For people who write programs</summary>
      <div class="play-programs">
        <label class="play-field">
          <span>Go through a schedule of the suite on which it failed:</span>
          <input
            type="file"
            class="rp-field"
            accept="application/json,.json"
            onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="rp-button" onClick={() => void copy()}>
          Copy what happened as a schedule
        </button>
        <p class="play-quiet" role="status">
          {said}
        </p>
      </div>
    </details>
  );
};
