import { scenarioNamed } from '../playground/scenarios/index.ts';
import { storyOf } from './story-of.ts';

export const fork = storyOf(scenarioNamed('fork'), {
  name: 'played-fork',
  title: 'A feed forks',
  shows: 'feeds',
  told: [
    [1, 'Quinn has written two messages, and all three have them.'],
    [
      2,
      'While the cable is cut, Quinn gives Fern another message 2. She has both now, and that is evidence at 2 (FEED-15): the feed is disputed from there on (FEED-18). Suzy knows of nothing.',
    ],
    [
      3,
      'The cable is mended. The two messages are passed on like all others, so Suzy reports the same feed as Fern, with the same proof (FEED-19). Nothing is deleted. Quinn is not sent what came from him (SYN-16).',
    ],
  ],
});
