import type { DraftFile } from '../cases/file.ts';
import { answers } from './answers.ts';
import { openings } from './openings.ts';
import { rounds } from './rounds.ts';
import { sets } from './sets.ts';

/** Two peers and what they say. */
export const makeSync = (): DraftFile => ({
  name: 'sync',
  title: 'Sync',
  description:
    'Sessions with a partner whose every message is fixed: sets that differ, refusals, contents, and live sessions.',
  cases: [...openings(), ...sets(), ...answers(), ...rounds()],
});
