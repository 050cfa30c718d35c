import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a module imports at once, by the names that it gives them. */
const IMPORTED = /(?:\bfrom|\bimport)\s*["']([^"']+)["']/g;

/** The addresses of modules that a page runs as soon as it is there: its own, and those of islands that wake at once. */
const firstModules = (html: string): string[] => {
  const found: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) {
      const attribute = (name: string): string[] =>
        node.attrs.flatMap((each) => (each.name === name ? each.value : []));
      if (node.tagName === 'script' && attribute('type')[0] === 'module') found.push(...attribute('src'));
      if (node.tagName === 'astro-island' && attribute('client')[0] === 'load')
        found.push(...attribute('component-url'), ...attribute('renderer-url'));
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
};

/**
 * The page with what it runs first asked for in its head, and what that imports: otherwise each is asked for only when the
 * one before has come. `textOf` answers what a module beside the others holds.
 */
export const earlyScripts = (html: string, textOf: (name: string) => string | undefined): string => {
  const wanted = new Set<string>();
  const want = (address: string): void => {
    if (wanted.has(address)) return;
    const at = address.lastIndexOf('/') + 1;
    const text = textOf(address.slice(at));
    if (text === undefined) return;
    wanted.add(address);
    for (const [, name = ''] of text.matchAll(IMPORTED))
      if (name.startsWith('./')) want(address.slice(0, at) + name.slice(2));
  };
  for (const address of firstModules(html)) want(address);
  const links = [...wanted].map((address) => `<link rel="modulepreload" href="${address}">`);
  return html.replace('</head>', () => `${links.join('')}</head>`);
};
