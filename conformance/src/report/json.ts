import type { Report } from '@rockpool/schemas';

/** The report in the form of `report.schema.json`. */
export const jsonReport = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
