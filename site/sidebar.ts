import { readdirSync } from 'node:fs';

/** The pages of the Markdown files in a folder of `spec/` whose names begin with a number, in their order. */
const numbered = (folder: string, pattern: RegExp) =>
  readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ slug: `${folder}${name.slice(0, -'.md'.length)}` }));

/** What the site has, in the order in which a newcomer needs it. */
export const sidebar = [
  {
    label: 'Try',
    items: [
      { label: 'Playground', link: '/playground/' },
      { label: 'Inspector', link: '/inspector/' },
      { label: 'Run the suite', link: '/run/' },
    ],
  },
  {
    label: 'Specification',
    items: [
      ...numbered('spec/', /^\d\d-.+\.md$/),
      { label: 'Requirements', link: '/requirements/' },
      { label: 'Rejection codes', link: '/codes/' },
      {
        label: 'Decisions',
        collapsed: true,
        items: [
          { label: 'All decisions', slug: 'spec/decisions/readme' },
          ...numbered('spec/decisions/', /^\d{4}-.+\.md$/),
        ],
      },
    ],
  },
  {
    label: 'Evidence',
    items: [
      { label: 'Vectors', link: '/vectors/' },
      { label: 'Results', link: '/results/' },
      { label: 'Side by side', link: '/results/side-by-side/' },
      { label: 'The suite’s own score', link: '/results/score/' },
    ],
  },
  { label: 'Test yours', items: [{ autogenerate: { directory: 'guide' } }] },
  {
    label: 'Lookup',
    items: [
      { label: 'Commands', link: '/commands/' },
      { label: 'API', link: '/api/' },
    ],
  },
];
