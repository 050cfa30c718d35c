import type { DraftFile } from '../cases/file.ts';
import { comparedStates } from './compared.ts';
import { arrivals } from './orders.ts';
import { quietFeeds } from './quiet.ts';
import { tornFeeds } from './torn.ts';

/** What a replica says about feeds. */
export const makeFeedState = (): DraftFile => ({
  name: 'feed-state',
  title: 'The state of feeds',
  description:
    'What is settled and what is disputed, how long a feed is, and the proof of a fork, in any order of arrival.',
  cases: [...quietFeeds(), ...tornFeeds(), ...arrivals(), ...comparedStates()],
});
