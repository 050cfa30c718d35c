import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a page says of itself without a browser. */
export type Page = { ids: Set<string>; addresses: string[]; policies: string[]; styled: string[]; size: number };

const read = (html: string): Page => {
  const page: Page = { ids: new Set(), addresses: [], policies: [], styled: [], size: html.length };
  const visit = (node: Tree.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') page.ids.add(value);
        if (name === 'style') page.styled.push(`<${node.tagName} style="${value}">`);
        if (['href', 'src', 'component-url', 'renderer-url'].includes(name)) page.addresses.push(value);
      }
      const attribute = (wanted: string): string => node.attrs.find(({ name }) => name === wanted)?.value ?? '';
      if (node.tagName === 'meta' && attribute('http-equiv') === 'content-security-policy')
        page.policies.push(attribute('content'));
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return page;
};

/** Follows every address from the site's first page on. Pages come by their paths relative to `site`, in order. */
export const links = async (site: string): Promise<{ pages: Map<string, Page>; broken: string[] }> => {
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
  const found = [...pages].flatMap(([url, page]) => (page ? [[url.slice(site.length), page] as const] : []));
  return { pages: new Map(found.sort(([a], [b]) => (a < b ? -1 : 1))), broken };
};
