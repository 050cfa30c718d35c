import type { DraftFile } from '../cases/file.ts';
import { ahead } from './ahead.ts';
import { answers } from './answers.ts';
import { auths } from './auths.ts';
import { clashes } from './clashes.ts';
import { clocks } from './clocks.ts';
import { crossings } from './crossings.ts';
import { greetings } from './greetings.ts';
import { items } from './items.ts';
import { judged } from './judged.ts';
import { lasting } from './lasting.ts';
import { later } from './later.ts';
import { midway } from './midway.ts';
import { news } from './news.ts';
import { openings } from './openings.ts';
import { orders } from './orders.ts';
import { pubs } from './pubs.ts';
import { refusals } from './refusals.ts';
import { rounds } from './rounds.ts';
import { sets } from './sets.ts';
import { sizes } from './sizes.ts';
import { summed } from './sums.ts';
import { taken } from './taken.ts';
import { transfer } from './transfer.ts';
import { turns } from './turns.ts';

/** Two peers and what they say. */
export const makeSync = (): DraftFile => ({
  name: 'sync',
  title: 'Sync',
  description:
    'Sessions with a partner whose every message is fixed: sets that differ, refusals, contents, and live sessions.',
  cases: [
    ...openings(),
    ...turns(),
    ...items(),
    ...sets(),
    ...clashes(),
    ...taken(),
    ...answers(),
    ...rounds(),
    ...later(),
    ...lasting(),
    ...judged(),
    ...midway(),
    ...ahead(),
    ...summed(),
    ...pubs(),
    ...news(),
    ...crossings(),
    ...refusals(),
    ...sizes(),
    ...transfer(),
    ...greetings(),
    ...auths(),
    ...clocks(),
    ...orders(),
  ],
});
