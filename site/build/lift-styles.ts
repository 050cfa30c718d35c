import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Edit, edited } from './edit.ts';

/** Names of classes by the declarations that each stands for. */
export type Lifted = Map<string, string>;

/** No other class begins so. */
const PREFIX = 'rp-s-';

const nameOf = (declarations: string): string =>
  PREFIX + createHash('sha256').update(declarations).digest('hex').slice(0, 6);

/**
 * The page without attributes `style`, which its policy forbids: each becomes a class, which is added to `lifted`. Text is
 * changed at the places of attributes only.
 */
export const liftStyles = (html: string, lifted: Lifted): string => {
  const edits: Edit[] = [];
  const visit = (node: Tree.Node): void => {
    if ('attrs' in node) {
      const style = node.attrs.find(({ name }) => name === 'style');
      const at = node.sourceCodeLocation?.attrs;
      const styleAt = at?.style;
      if (style !== undefined && styleAt !== undefined) {
        const name = nameOf(style.value);
        lifted.set(style.value, name);
        const classAt = at?.class;
        const classes = node.attrs.find((one) => one.name === 'class')?.value;
        const text = `class="${classes === undefined ? name : `${classes} ${name}`}"`;
        if (classAt === undefined) edits.push({ start: styleAt.startOffset, end: styleAt.endOffset, text });
        else {
          edits.push({ start: classAt.startOffset, end: classAt.endOffset, text });
          edits.push({ start: styleAt.startOffset - 1, end: styleAt.endOffset, text: '' });
        }
      }
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return edited(html, edits);
};

/**
 * A sheet that finds elements without a class by what stands in their attribute `style` finds them by the class that takes
 * its place. Throws where a sheet asks for the attribute in another way, because it would find nothing.
 */
export const followLifted = (css: string): string => {
  const followed = css.replace(/\[style\^=(["']?)--\1\]:not\(\[class\]\)/g, `[class^="${PREFIX}"]`);
  const left = /[^{}]*\[style\b[^{}]*/.exec(followed)?.[0];
  if (left !== undefined) throw new Error(`a sheet selects by an attribute that is taken away: ${left}`);
  return followed;
};

/** The rules of the classes, in an order that does not depend on that of the pages. */
export const liftedCss = (lifted: Lifted): string =>
  [...lifted]
    .map(([declarations, name]) => `.${name}{${declarations.replace(/;\s*$/, '')}}\n`)
    .sort()
    .join('');
