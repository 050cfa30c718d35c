import { inlineOf } from '../facts/inline.ts';

/** A sentence of the specification, with its code and its emphasis, in an island. */
export const Sentence = ({ text }: { text: string }) => (
  <>
    {inlineOf(text).map(({ kind, text: piece }) => {
      if (kind === 'code') return <code>{piece}</code>;
      return kind === 'emphasis' ? <em>{piece}</em> : piece;
    })}
  </>
);
