import { createVariant } from '../../../../reference/src/subject/variant.ts';
import { bulkSigned } from './bulk-signer.ts';
import { Disk } from './disk.ts';
import { engine } from './engine.ts';
import { authors, space } from './people.ts';
import { tellProgress } from './progress.ts';
import { openReplica, portableSha256, run } from './reference.ts';

/** A backup was verified before it was made. Everything else is looked at again. */
const trusting = createVariant(portableSha256, ['SIG-7']);

/** Disks that were filled: a time line is played again whenever somebody goes back in it. */
const known = new Map<string, Disk>();

/** A disk with so many notes of Suzy's on it, a second apart, the last one a minute before a time. */
export const filled = (count: number, before: number): Disk => {
  const name = `${count} ${before}`;
  const disk = known.get(name) ?? makeFilled(count, before);
  known.clear();
  known.set(name, disk);
  return disk.copy();
};

/** So many are taken in at once, and then it is said how far that has come. */
const together = 1000;

const makeFilled = (count: number, before: number): Disk => {
  const disk = new Disk();
  const opened = openReplica({ protocol: trusting, store: disk, family: 'native', space });
  if (!opened.ok) throw new RangeError(`no replica can be filled: ${opened.code}`);
  const { suzy } = authors;
  const drafts = Array.from({ length: count }, (_, at) => ({
    path: `/notes/${String(at + 1).padStart(6, '0')}`,
    content: `note ${at + 1}`,
    timestamp: before - 60_000_000 - (count - at) * 1_000_000,
  }));
  const records = bulkSigned(drafts, suzy);
  for (let at = 0; at < records.length; at += together) {
    tellProgress(at, records.length, 'taken in');
    run(opened.replica.ingest(records.slice(at, at + together), before), engine);
  }
  return disk;
};
