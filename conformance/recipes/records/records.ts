import type { DraftFile } from '../cases/file.ts';
import { acceptedRecords } from './accepted.ts';
import { comparedDocuments } from './compared.ts';
import { lenientDocuments } from './lenient.ts';
import { madeRecords } from './made.ts';
import { refusedRecords } from './refused.ts';
import { documentSpellings } from './spellings.ts';
import { mistakenDocuments } from './taken.ts';
import { refusedRecordTexts } from './texts.ts';
import { unsignedDocuments } from './unsigned.ts';

/** What all native records share. */
export const makeRecords = (): DraftFile => ({
  name: 'records',
  title: 'Records',
  description:
    'Native records: their shape, form, times, signatures and contents, the order of checks, ids and signing.',
  cases: [
    ...acceptedRecords(),
    ...refusedRecords(),
    ...refusedRecordTexts(),
    ...documentSpellings(),
    ...mistakenDocuments(),
    ...lenientDocuments(),
    ...comparedDocuments(),
    ...madeRecords(),
    ...unsignedDocuments(),
  ],
});
