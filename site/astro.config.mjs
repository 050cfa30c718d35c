import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { finish } from './build/finish.ts';
import { includeFiles } from './build/include-files.ts';
import { specLinks } from './build/spec-links.ts';
import { sidebar } from './sidebar.ts';

// A build uses a path that no text contains, so that `finish` can make every address relative afterwards.
const base = process.argv.includes('build') ? '/__base__/' : '/';

export default defineConfig({
  output: 'static',
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({ mdastPlugins: [specLinks(base), includeFiles()], features: { smartPunctuation: false } }),
  },
  integrations: [
    starlight({
      title: 'Rockpool',
      description:
        'A protocol for small groups of people who keep their own data, and the judge that tells whether a program speaks it.',
      favicon: '/favicon.svg',
      customCss: ['./src/styles/theme.css', './src/styles/parts.css', './src/styles/guide.css'],
      markdown: { processedDirs: ['../spec'] },
      disable404Route: false,
      lastUpdated: false,
      pagination: true,
      credits: false,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      sidebar,
    }),
    preact(),
    finish({ base }),
  ],
  vite: { worker: { format: 'es' } },
});
