import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Mark, piecesOf } from './marks.ts';

/** Longer texts are not marked below the field: two of them would be laid out with each key. */
const maxMarked = 40_000;

/** A field with the places underlined in its text: the same text lies below it, and is scrolled with it. */
export const MarkedText = ({
  text,
  marks,
  children,
}: {
  text: string;
  marks: readonly Mark[];
  children: ComponentChildren;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    const field = box.current?.querySelector('textarea');
    if (field && below.current) below.current.scrollTop = field.scrollTop;
  };
  useLayoutEffect(follow);
  return (
    <div class="inspector-marked" ref={box} onScrollCapture={follow}>
      {marks.length > 0 && text.length <= maxMarked && (
        <div class="inspector-below" aria-hidden="true" ref={below}>
          {piecesOf(text, marks).map((piece, index) =>
            piece.isMarked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
          {/* A line feed at the end opens a line in a field, and here only before something. */}
          <span>{'\u200b'}</span>
        </div>
      )}
      {children}
    </div>
  );
};
