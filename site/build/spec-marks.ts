import type { HastContent, HastPluginDefinition, HastVisitorContext } from 'satteri';
import { type Addresses, reportAddress } from '../src/about/addresses.ts';
import { registerAddress } from '../src/facts/checks.ts';
import { codeAddress, isCode } from '../src/facts/codes.ts';
import { coverageOf, coverageText } from '../src/facts/coverage.ts';
import { addressOf, anchorOf, requirementOf } from '../src/facts/requirements.ts';
import { termAnchor } from '../src/facts/terms.ts';

type Element = Extract<HastContent, { type: 'element' }>;
type Text = Extract<HastContent, { type: 'text' }>;

/** The chapter that lists the terms. */
const TERMS = '01-overview';

const ID = /\b[A-Z][A-Z0-9]*-\d+\b/g;

/** What the site is made with. `base` begins and ends with a stroke. */
type Site = { readonly base: string; readonly addresses: Addresses; readonly version: string };

const text = (value: string): Text => ({ type: 'text', value });
const anchor = (href: string, className: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href, className: [className] },
  children,
});

/** An anchor whose text is short, and that is called by a longer one. */
const called = (name: string, link: Element): Element => ({
  ...link,
  properties: { ...link.properties, ariaLabel: name },
});

/**
 * What stands beside a sentence for whom it is looked at closely: how often it is asked about, with the way to its line in
 * the register, a link to copy, and where an error in it is reported. The search leaves it out.
 */
const tools = (id: string, { base, addresses, version }: Site): Element => {
  const report = reportAddress(addresses, id, version);
  const links = [
    anchor(base + registerAddress(id), 'rp-badge', text(coverageText(coverageOf(id)))),
    called(`Copy link to ${id}`, anchor(`#${anchorOf(id)}`, 'rp-copy', text('Copy link'))),
    ...(report === undefined
      ? []
      : [called(`Report an error in ${id}`, anchor(report, 'rp-report', text('Report an error')))]),
  ];
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['rp-tools'], dataPagefindIgnore: '' },
    children: links.flatMap((link) => [text(' '), link]),
  };
};

/** The chapter that a page is made of, as in `05-documents`. */
const chapterOf = ({ fileURL }: HastVisitorContext): string | undefined =>
  /\/spec\/(\d\d-[^/]+)\.md$/.exec(fileURL?.pathname ?? '')?.[1];

const isInside = (node: Parameters<HastVisitorContext['parent']>[0], names: string[], context: HastVisitorContext) => {
  for (let up = context.parent(node); up !== undefined; up = context.parent(up))
    if (up.type === 'element' && names.includes(up.tagName)) return true;
  return false;
};

/** A text in which each id of a requirement is a link to where it stands. */
const withLinks = (value: string, chapter: string | undefined, base: string): HastContent[] => {
  const pieces: HastContent[] = [];
  let end = 0;
  for (const match of value.matchAll(ID)) {
    const [id] = match;
    const requirement = requirementOf(id);
    if (requirement === undefined) continue;
    const href = requirement.chapter === chapter ? `#${anchorOf(id)}` : base + addressOf(id);
    pieces.push(text(value.slice(end, match.index)), anchor(href, 'rp-id', text(id)));
    end = match.index + id.length;
  }
  return pieces.length === 0 ? [] : [...pieces, text(value.slice(end))];
};

/**
 * Ids of requirements become links, and so do rejection codes in the chapters. A normative paragraph of a chapter gets
 * its anchor, and tools behind it; a term of the overview gets its anchor.
 */
export const specMarks = (site: Site): HastPluginDefinition => ({
  name: 'spec-marks',
  text(node, context) {
    const links = withLinks(node.value, chapterOf(context), site.base);
    if (links.length === 0 || isInside(node, ['a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4'], context)) return;
    context.replaceNode(node, links);
  },
  element: [
    {
      filter: ['p'],
      visit(node, context) {
        const [first] = node.children;
        if (first?.type !== 'element' || first.tagName !== 'strong' || chapterOf(context) === undefined) return;
        const id = context.textContent(first);
        if (requirementOf(id)?.chapter !== chapterOf(context)) return;
        context.setProperty(node, 'id', anchorOf(id));
        context.setProperty(node, 'className', ['rp-requirement']);
        context.appendChild(node, [tools(id, site)]);
      },
    },
    {
      filter: ['strong'],
      visit(node, context) {
        if (chapterOf(context) !== TERMS || !isInside(node, ['li'], context)) return;
        context.setProperty(node, 'id', termAnchor(context.textContent(node)));
      },
    },
    {
      filter: ['code'],
      visit(node, context) {
        const code = context.textContent(node);
        if (chapterOf(context) === undefined || !isCode(code) || isInside(node, ['a', 'pre'], context)) return;
        context.wrapNode(node, anchor(site.base + codeAddress(code), 'rp-reason'));
      },
    },
  ],
});
