import { existsSync } from 'node:fs';
import type { MdastPluginDefinition } from 'satteri';

const REPOSITORY = new URL('../../', import.meta.url);

/** The page of a file of the repository, as a path under the site's base; `undefined` where the site has none. */
export const pageOf = (path: string): string | undefined => {
  const docs = /^site\/src\/content\/docs\/(.+)\.md$/.exec(path)?.[1];
  const tool = /^site\/src\/pages\/(\w+)\.astro$/.exec(path)?.[1];
  if (tool !== undefined) return `${tool}/`;
  if (docs !== undefined) return `${docs.replace(/(^|\/)index$/, '$1')}/`.replace(/\/+$/, '/');
  if (path === 'spec/requirements.json') return 'requirements/';
  if (path === 'spec/decisions/README.md') return 'spec/decisions/readme/';
  if (path === 'conformance/LEDGER.md') return 'results/';
  const subject = /^conformance\/(?:subjects|results)\/([^/]+?)(?:\/README\.md|\.json|\/)?$/.exec(path)?.[1];
  if (subject !== undefined && existsSync(new URL(`conformance/results/${subject}.json`, REPOSITORY)))
    return `results/${subject}/`;
  const chapter = /^(spec\/(?:decisions\/)?\d[^/]*)\.md$/.exec(path)?.[1];
  if (chapter !== undefined) return `${chapter.toLowerCase()}/`;
  return undefined;
};

/**
 * Links between the Markdown files of the repository become links between pages. A link to a file that exists and has
 * no page keeps its text and loses its address; a link to nothing stops the build.
 */
export const specLinks = (base: string): MdastPluginDefinition => ({
  name: 'spec-links',
  link(node, context) {
    if (/^(?:[a-z][a-z0-9+.-]*:|#|\/)/.test(node.url) || context.fileURL === undefined) return;
    const target = new URL(node.url, context.fileURL);
    const path = decodeURI(target.pathname).slice(decodeURI(REPOSITORY.pathname).length);
    if (!existsSync(new URL(target.pathname, target))) throw new Error(`${context.fileURL}: ${node.url} is no file`);
    const page = pageOf(path);
    if (page !== undefined) context.setProperty(node, 'url', `${base}${page}${target.hash}`);
    else context.replaceNode(node, { type: 'inlineCode', value: path });
  },
});
