import { type Inline, inlineOf } from '../facts/inline.ts';
import { addressOf, requirementOf } from '../facts/requirements.ts';

/** A piece of a docstring; that of a requirement has the address of its sentence, under the site's base. */
export type Piece = Inline | { readonly kind: 'requirement'; readonly text: string; readonly address: string };

const ID = /\b([A-Z][A-Z0-9]*-\d+)\b/;

const withRequirements = (piece: Inline): Piece[] =>
  piece.kind !== 'text'
    ? [piece]
    : piece.text
        .split(ID)
        .filter((text) => text !== '')
        .map((text) =>
          requirementOf(text) === undefined
            ? { kind: 'text', text }
            : { kind: 'requirement', text, address: addressOf(text) },
        );

/** The paragraphs of a docstring, in pieces; its lines are broken where the source has to, which means nothing. */
export const paragraphsOf = (doc: string): Piece[][] =>
  doc
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => inlineOf(paragraph).flatMap(withRequirements));

/** Which of `names` a declaration speaks of, in alphabetical order; names of params and members are its own. */
export const namesIn = (code: string, names: ReadonlySet<string>): string[] => {
  const plain = code.replaceAll(/\/\*[\s\S]*?\*\/|'[^']*'/g, '');
  const spoken = plain.match(/[A-Za-z_$][\w$]*(?![\w$]|\??:|\()/g) ?? [];
  return [...new Set(spoken)].filter((name) => names.has(name)).sort();
};
