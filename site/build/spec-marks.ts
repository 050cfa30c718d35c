import type { HastContent, HastPluginDefinition, HastVisitorContext } from 'satteri';
import { registerAddress } from '../src/facts/checks.ts';
import { codeAddress, isCode } from '../src/facts/codes.ts';
import { coverageOf, coverageText } from '../src/facts/coverage.ts';
import { addressOf, anchorOf, requirementOf } from '../src/facts/requirements.ts';

type Element = Extract<HastContent, { type: 'element' }>;

const ID = /\b[A-Z][A-Z0-9]*-\d+\b/g;

const text = (value: string): HastContent => ({ type: 'text', value });
const anchor = (href: string, className: string, ...children: Element['children']): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href, className: [className] },
  children,
});

/** How often a requirement is asked about, with the way to its line in the register. The search leaves it out. */
const badge = (id: string, base: string): Element => {
  const link = anchor(base + registerAddress(id), 'rp-badge', { type: 'text', value: coverageText(coverageOf(id)) });
  return { ...link, properties: { ...link.properties, dataPagefindIgnore: '' } };
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
    pieces.push(text(value.slice(end, match.index)), anchor(href, 'rp-id', { type: 'text', value: id }));
    end = match.index + id.length;
  }
  return pieces.length === 0 ? [] : [...pieces, text(value.slice(end))];
};

/**
 * Ids of requirements become links, and so do rejection codes in the chapters. A normative paragraph of a chapter gets
 * its anchor, and a badge that says which checks exercise it.
 */
export const specMarks = (base: string): HastPluginDefinition => ({
  name: 'spec-marks',
  text(node, context) {
    const links = withLinks(node.value, chapterOf(context), base);
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
        context.appendChild(node, [text(' '), badge(id, base)]);
      },
    },
    {
      filter: ['code'],
      visit(node, context) {
        const code = context.textContent(node);
        if (chapterOf(context) === undefined || !isCode(code) || isInside(node, ['a', 'pre'], context)) return;
        context.wrapNode(node, anchor(base + codeAddress(code), 'rp-reason'));
      },
    },
  ],
});
