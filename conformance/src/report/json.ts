import type { Report } from '@rockpool/schemas';
import { visible } from './visible.ts';

/** The report in the form of `report.schema.json`; what is unseen in a text is escaped. */
export const jsonReport = (report: Report): string => `${visible(JSON.stringify(report, null, 2))}\n`;
