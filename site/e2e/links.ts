import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Page = { ids: Set<string>; addresses: string[] };

const read = (html: string): Page => {
  const page: Page = { ids: new Set(), addresses: [] };
  const visit = (node: Tree.Node): void => {
    if ('attrs' in node)
      for (const { name, value } of node.attrs) {
        if (name === 'id') page.ids.add(value);
        if (['href', 'src', 'component-url', 'renderer-url'].includes(name)) page.addresses.push(value);
      }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return page;
};

/** Follows every address from the site's first page on. Pages come as paths relative to `site`. */
export const links = async (site: string): Promise<{ pages: string[]; broken: string[] }> => {
  const pages = new Map<string, Page | undefined>();
  const files = new Map<string, boolean>();
  const broken: string[] = [];
  const anchors: { from: string; to: string; id: string }[] = [];
  const queue = [site];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    if (pages.has(from)) continue;
    const response = await fetch(from);
    const page =
      response.ok && response.headers.get('content-type')?.startsWith('text/html')
        ? read(await response.text())
        : undefined;
    pages.set(from, page);
    for (const address of page?.addresses ?? []) {
      if (/^(?:data|mailto|https?):/.test(address)) continue;
      const url = new URL(address, from);
      const id = decodeURIComponent(url.hash.slice(1));
      const [to = ''] = url.href.split('#');
      if (!to.startsWith(site)) broken.push(`${from} -> ${address} leaves the site`);
      else if (/\/(?:\?.*)?$/.test(to)) {
        queue.push(to);
        // What follows a `?` in an anchor is state of a tool, as in `#check=…`.
        if (id !== '' && !id.includes('=')) anchors.push({ from, to, id });
      } else if (!files.has(to)) files.set(to, (await fetch(to, { method: 'HEAD' })).ok);
      if (files.get(to) === false) broken.push(`${from} -> ${address} is not there`);
    }
  }
  for (const [url, page] of pages) if (page === undefined) broken.push(`${url} is no page`);
  for (const { from, to, id } of anchors)
    if (pages.get(to)?.ids.has(id) !== true) broken.push(`${from} -> ${to}#${id}: no such anchor`);
  return { pages: [...pages.keys()].map((url) => url.slice(site.length)).sort(), broken };
};
