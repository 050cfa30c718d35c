import type { DraftFile } from './file.ts';
import { acceptedRecords } from './records-accepted.ts';
import { madeRecords } from './records-made.ts';
import { refusedRecords } from './records-refused.ts';
import { refusedRecordTexts } from './records-texts.ts';

/** What all native records share. */
export const makeRecords = (): DraftFile => ({
  name: 'records',
  title: 'Records',
  description:
    'Native records: their shape, form, times, signatures and contents, the order of checks, ids and signing.',
  cases: [...acceptedRecords(), ...refusedRecords(), ...refusedRecordTexts(), ...madeRecords()],
});
