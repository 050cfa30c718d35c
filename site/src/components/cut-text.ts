/** A piece of a chapter: text as it was rendered, or the name of a drawing. */
export type Piece = { readonly html: string } | { readonly drawing: string };

/** A chapter's example and vectors stand behind its rules and before the reasons, which are not normative. */
const WHY = '<div class="sl-heading-wrapper level-h2"><h2 id="why">';

/** A chapter cut before its reasons, and its rules at the marks `<!-- drawing … -->`, which a reader of the Markdown does not see. */
export const cutText = (html: string): { rules: readonly Piece[]; why: string } => {
  const at = html.includes(WHY) ? html.indexOf(WHY) : html.length;
  const rules = html
    .slice(0, at)
    .split(/<!-- drawing ([a-z-]+) -->/)
    .map((text, place) => (place % 2 === 1 ? { drawing: text } : { html: text }));
  return { rules, why: html.slice(at) };
};
