import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { chapterOf, vectorsOfChapter } from './facts/index.ts';
import { isExample } from './live/example.ts';

/** The table of contents of a chapter also names what the site adds to its text. */
export const onRequest = defineRouteMiddleware((context) => {
  const { id, toc } = context.locals.starlightRoute;
  const chapter = chapterOf(id.replace(/^spec\//, ''));
  if (chapter === undefined || toc === undefined) return;
  const added = [
    ...(chapter.shown.some(isExample) ? [{ slug: 'try-it', text: 'Try it' }] : []),
    ...(vectorsOfChapter(chapter.name).length > 0 ? [{ slug: 'vectors', text: 'Vectors' }] : []),
  ].map((item) => ({ ...item, depth: 2, children: [] }));
  const why = toc.items.findIndex(({ slug }) => slug === 'why');
  toc.items.splice(why < 0 ? toc.items.length : why, 0, ...added);
});
