import { suite } from '@rockpool/conformance';
import { countsOf } from '../../../conformance/src/report/counts.ts';

/** The numbers of a run in a page, for whatever page names one. */
export const counts = countsOf(suite, false);

/** The same in a terminal, where one check more is made. */
export const terminalCounts = countsOf(suite, true);
