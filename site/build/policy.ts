import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Hashes = { scripts: readonly string[]; styles: readonly string[] };

/** What every page may load: itself, scripts and styles with a known hash, WebAssembly of the search. */
const policy = ({ scripts, styles }: Hashes): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", "'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
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

const textOf = ({ childNodes }: Tree.Element): string =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The hashes of what stands in a page, each once. */
const inlineHashes = (html: string): Hashes => {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node && node.tagName === 'script') {
      const attribute = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
      if (attribute('src') === undefined && isScript(attribute('type'))) scripts.add(hashOf(textOf(node)));
    } else if ('tagName' in node && node.tagName === 'style') styles.add(hashOf(textOf(node)));
    else if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return { scripts: [...scripts], styles: [...styles] };
};

/** The page with a policy of its own, which names the hash of each script and each style that stands in it. */
export const addPolicy = (html: string): string => {
  if (/<meta http-equiv="content-security-policy"/i.test(html)) return html;
  const meta = `<meta http-equiv="content-security-policy" content="${policy(inlineHashes(html))}">`;
  // First in the head: what comes before the policy is not under it.
  return html.replace(/<head[^>]*>/i, (head) => head + meta);
};
