import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The chapters stay where they are, in `spec/`; the site's own pages lie beside them under one root. */
const idOf = (path: string): string =>
  path
    .replace(/^site\/src\/content\/docs\//, '')
    .replace(/\.md$/, '')
    .replace(/(^|\/)index$/, '$1')
    .replace(/\/$/, '') || 'index';

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: '..',
      pattern: ['spec/[0-9]*.md', 'spec/decisions/*.md', 'site/src/content/docs/**/*.md'],
      generateId: ({ entry }) => idOf(entry).toLowerCase(),
    }),
    schema: docsSchema({ extend: z.object({ areas: z.record(z.string(), z.array(z.string())).optional() }) }),
  }),
};
