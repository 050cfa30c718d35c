import { arrivals } from './feed-state-orders.ts';
import { quietFeeds } from './feed-state-quiet.ts';
import { tornFeeds } from './feed-state-torn.ts';
import type { DraftFile } from './file.ts';

/** What a replica says about feeds. */
export const makeFeedState = (): DraftFile => ({
  name: 'feed-state',
  title: 'The state of feeds',
  description:
    'What is settled and what is disputed, how long a feed is, and the proof of a fork, in any order of arrival.',
  cases: [...quietFeeds(), ...tornFeeds(), ...arrivals()],
});
