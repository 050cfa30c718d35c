import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What every page may load: itself, scripts with a known hash, WebAssembly of the search. Styles may stand in the page. */
const policy = (hashes: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", "'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');

const isScript = (type: string | undefined): boolean =>
  type === undefined || type === '' || type === 'module' || type === 'text/javascript';

const inlineScripts = (html: string): string[] => {
  const found: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node && node.tagName === 'script') {
      const attribute = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
      if (attribute('src') === undefined && isScript(attribute('type'))) found.push(text);
      return;
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
};

/** The page with a policy of its own, which names the hash of each script that stands in it. */
export const addPolicy = (html: string): string => {
  if (/<meta http-equiv="content-security-policy"/i.test(html)) return html;
  const hashes = new Set(
    inlineScripts(html).map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  );
  const meta = `<meta http-equiv="content-security-policy" content="${policy([...hashes])}">`;
  // First in the head: what comes before the policy is not under it.
  return html.replace(/<head[^>]*>/i, (head) => head + meta);
};
