import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Edit, edited } from './edit.ts';

/** `base` begins and ends with `/`; `path` is the file's path under it. */
export type Place = { base: string; path: string };

/** From a file to the root of the site, as an address that ends with `/`. */
export const toRoot = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

/**
 * The page's text with every address in an attribute made relative to the page. Text is changed at the places of
 * attributes only. A folder's own page is `./`.
 */
export const relocateHtml = (html: string, { base, path }: Place): string => {
  const root = toRoot(path);
  const edits: Edit[] = [];
  const visit = (node: Tree.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        const at = node.sourceCodeLocation?.attrs?.[name];
        if (at === undefined || !value.includes(base)) continue;
        const { startOffset: start, endOffset: end } = at;
        edits.push({ start, end, text: html.slice(start, end).replaceAll(base, root) });
      }
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return edited(html, edits);
};

export const relocateCss = (css: string, { base, path }: Place): string => css.replaceAll(base, toRoot(path));

const LITERAL = (base: string): RegExp => new RegExp(`(["'\`])${base}([^"'\`$\\\\]*)\\1`, 'g');

/** Every string of a module that is an address of this site becomes one that is computed from the module's own. */
export const relocateScript = (script: string, { base, path }: Place): string =>
  script.replace(
    LITERAL(base),
    (_, _quote, rest: string) => `(new URL(${JSON.stringify(toRoot(path) + rest)},import.meta.url).href)`,
  );
