import { createVariant } from '../../../../reference/src/subject/variant.ts';
import { bulkSigned } from './bulk-signer.ts';
import { Disk } from './disk.ts';
import { engine } from './engine.ts';
import { authors, space } from './people.ts';
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
  run(opened.replica.ingest(bulkSigned(drafts, suzy), before), engine);
  return disk;
};
