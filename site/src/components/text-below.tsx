import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './text-below.css';

type Props = {
  /** The text of the field, in pieces; nothing is marked where there are none. */
  pieces: readonly { text: string; isMarked: boolean }[];
  /** The box around field and text. */
  box?: Ref<HTMLDivElement>;
  children: ComponentChildren;
};

/** A field in which places are marked: the same text lies below it, of which only the marks are seen, and is scrolled with it. */
export const TextBelow = ({ pieces, box, children }: Props) => {
  const below = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    const field = below.current?.parentElement?.querySelector('textarea');
    if (field && below.current) below.current.scrollTop = field.scrollTop;
  };
  useLayoutEffect(follow);
  return (
    <div class="rp-over-text" ref={box ?? null} onScrollCapture={follow}>
      {pieces.length > 0 && (
        <div class="rp-text-below" aria-hidden="true" ref={below}>
          {pieces.map(({ text, isMarked }, index) =>
            isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
          {/* A line feed at the end opens a line in a field, and here only before something. */}
          <span>{'\u200b'}</span>
        </div>
      )}
      {children}
    </div>
  );
};
