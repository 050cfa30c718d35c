/** A piece of a sentence: plain, `code` or *emphasis*. */
export type Inline = { readonly kind: 'text' | 'code' | 'emphasis'; readonly text: string };

const MARKS = /(`+)(.+?)\1(?!`)|\*([^*\s](?:[^*]*[^*\s])?)\*/g;

/** The pieces of a sentence of the register, whose Markdown has inline code and emphasis and nothing else. */
export const inlineOf = (sentence: string): Inline[] => {
  const pieces: Inline[] = [];
  const add = (kind: Inline['kind'], text: string): void => {
    if (text !== '') pieces.push({ kind, text });
  };
  let end = 0;
  for (const match of sentence.matchAll(MARKS)) {
    add('text', sentence.slice(end, match.index));
    const [all, , code, emphasis] = match;
    if (code !== undefined) add('code', code);
    else add('emphasis', emphasis ?? '');
    end = match.index + all.length;
  }
  add('text', sentence.slice(end));
  return pieces;
};
