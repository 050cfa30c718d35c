import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { fieldTables } from './build/field-tables.ts';
import { finish } from './build/finish.ts';
import { includeFiles } from './build/include-files.ts';
import { madeModules } from './build/made-modules.ts';
import { madeOf } from './build/made-of.ts';
import { oneScript } from './build/one-script.ts';
import { specLinks } from './build/spec-links.ts';
import { specMarks } from './build/spec-marks.ts';
import { tables } from './build/tables.ts';
import { sidebar } from './sidebar.ts';
import { ADDRESSES } from './src/about/addresses.ts';
import { versionIn } from './src/about/provenance.ts';
import { packages } from './src/api/packages.ts';
import { programs } from './src/commands/helps.ts';

// A build uses a path that no text contains, so that `finish` can make every address relative afterwards.
const base = process.argv.includes('build') ? '/__base__/' : '/';

const version = versionIn(readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8'));

export default defineConfig({
  output: 'static',
  base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({
      mdastPlugins: [specLinks(base), includeFiles()],
      hastPlugins: [
        specMarks({ base, addresses: ADDRESSES, version }),
        fieldTables,
        tables,
        { name: `made of ${madeOf()}` },
      ],
      features: { smartPunctuation: false },
    }),
  },
  integrations: [
    starlight({
      title: 'Rockpool',
      description:
        'A protocol for small groups of people who keep their own data, and the judge that tells whether a program speaks it.',
      favicon: '/favicon.svg',
      // A large picture needs an address, which the site does not have.
      head: [{ tag: 'meta', attrs: { name: 'twitter:card', content: 'summary' } }],
      customCss: [
        './src/styles/palette.css',
        './src/styles/type.css',
        './src/styles/frame.css',
        './src/styles/parts.css',
        './src/styles/spec.css',
        './src/styles/guide.css',
      ],
      components: {
        Footer: './src/about/footer.astro',
        Head: './src/components/head.astro',
        Hero: './src/landing/hero.astro',
        MarkdownContent: './src/components/markdown-content.astro',
        Search: './src/search/search.astro',
        SiteTitle: './src/components/site-title.astro',
      },
      routeMiddleware: './src/route-data.ts',
      markdown: { processedDirs: ['../spec'] },
      disable404Route: true,
      lastUpdated: false,
      pagination: true,
      credits: false,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      sidebar,
    }),
    // Babel, which makes the components, would read every module otherwise.
    preact({ include: [/\.tsx$/] }),
    finish({
      base,
      offline: {
        folder: 'playground/',
        files: ['./', 'peer/', 'rules.json', '../favicon.svg'],
        // The peer over HTTP is larger than all the rest.
        without: ['http.'],
      },
    }),
  ],
  // JSON as it was written: in a module of the same text a member `__proto__` would be something else.
  vite: {
    plugins: [
      madeModules({
        'rockpool:api': packages,
        'rockpool:commands': programs,
        'rockpool:offline-worker': () => oneScript('playground/offline/service-worker.ts'),
        'rockpool:pub-frame': () => oneScript('playground/guests/pub-frame.ts'),
      }),
    ],
    worker: {
      format: 'es',
      rolldownOptions: {
        output: {
          // A service worker answers for a worker only where the script of that is in its folder.
          entryFileNames: ({ facadeModuleId }) =>
            `${facadeModuleId?.includes('/src/playground/') ? 'playground/' : ''}_astro/[name]-[hash].js`,
        },
      },
    },
    // The judge is loaded by a worker, so its laws would be found late, and the page loaded anew in the middle of its first run.
    optimizeDeps: { include: ['@rockpool/conformance > fast-check'] },
    json: { stringify: true, namedExports: false },
  },
});
