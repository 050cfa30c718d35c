import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { VIEW_SCRIPT } from './components/chapter-view.ts';
import { chapterOf, vectorsOfChapter } from './facts/index.ts';
import { isExample } from './live/example.ts';
import { partOf } from './search/parts.ts';

/** The table of contents of a chapter also names what the site adds to its text. Each page says to which part it belongs. */
export const onRequest = defineRouteMiddleware((context) => {
  const { id, toc, head } = context.locals.starlightRoute;
  const content = partOf(context.url.pathname.slice(import.meta.env.BASE_URL.length));
  head.push({ tag: 'meta', attrs: { name: 'part', content, 'data-pagefind-filter': 'part[content]' }, content: '' });
  const chapter = chapterOf(id.replace(/^spec\//, ''));
  if (chapter === undefined || toc === undefined) return;
  head.push({ tag: 'script', attrs: {}, content: VIEW_SCRIPT });
  const added = [
    ...(chapter.shown.some(isExample) ? [{ slug: 'try-it', text: 'Try it' }] : []),
    ...(vectorsOfChapter(chapter.name).length > 0 ? [{ slug: 'vectors', text: 'Vectors' }] : []),
  ].map((item) => ({ ...item, depth: 2, children: [] }));
  const why = toc.items.findIndex(({ slug }) => slug === 'why');
  toc.items.splice(why < 0 ? toc.items.length : why, 0, ...added);
});
