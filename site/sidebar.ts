import { readdirSync } from 'node:fs';

const chapters = readdirSync(new URL('../spec/', import.meta.url))
  .filter((name) => /^\d\d-.+\.md$/.test(name))
  .sort()
  .map((name) => ({ slug: `spec/${name.slice(0, -'.md'.length)}` }));

/** What the site has, in the order in which a newcomer needs it. The playground of syncing peers joins *Try*. */
export const sidebar = [
  {
    label: 'Try',
    items: [
      { label: 'Inspector', link: '/inspector/' },
      { label: 'Run the suite', link: '/run/' },
    ],
  },
  { label: 'Specification', items: [...chapters, { label: 'Requirements', link: '/requirements/' }] },
  {
    label: 'Evidence',
    items: [
      { label: 'Vectors', link: '/vectors/' },
      { label: 'Results', link: '/results/' },
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
