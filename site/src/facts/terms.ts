/** A word that the specification uses in one sense. */
export type Term = { readonly name: string; readonly meaning: string };

/** The terms of the overview's Markdown, in order: what stands bold and before a colon in the list of terms. */
export const termsOf = (markdown: string): Term[] => {
  const list = /^## Terms\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(markdown)?.[1] ?? '';
  const text = list.replace(/\n- /g, ' ').replace(/\s+/g, ' ');
  return [...text.matchAll(/\*\*([^*]+)\*\*: (.+?)(?= \*\*[^*]+\*\*: |$)/g)].map(([, name = '', meaning = '']) => ({
    name,
    meaning: meaning.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').trim(),
  }));
};

/** The id of the element that a term has in the overview. */
export const termAnchor = (name: string): string => `term-${name.toLowerCase().replaceAll(' ', '-')}`;
