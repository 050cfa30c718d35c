import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Change } from './change.ts';

type Props = { text: string; change: Change | undefined; children: ComponentChildren };

/** A field in which a change is marked: the same text lies below it, and is scrolled with it. */
export const MarkedField = ({ text, change, children }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const follow = (): void => {
    const field = box.current?.querySelector('textarea');
    if (field && below.current) below.current.scrollTop = field.scrollTop;
  };
  useLayoutEffect(follow);
  // Who types sees the place; who pressed a button may not.
  useLayoutEffect(() => {
    const [field, mark] = [box.current?.querySelector('textarea'), below.current?.querySelector('mark')];
    if (!field || !mark || field === document.activeElement) return;
    const [above, height] = [mark.offsetTop - field.scrollTop, field.clientHeight];
    if (above < 0 || above + mark.offsetHeight > height) field.scrollTop = mark.offsetTop - height / 2;
    follow();
  }, [change?.start, change?.end]);
  return (
    <div class="rp-live-text" ref={box} onScrollCapture={follow}>
      {change && (
        <div class="rp-live-below" aria-hidden="true" ref={below}>
          {text.slice(0, change.start)}
          <mark>{text.slice(change.start, change.end)}</mark>
          {text.slice(change.end)}
          {/* A line feed at the end opens a line in a field, and here only before something. */}
          {'\u200b'}
        </div>
      )}
      {children}
    </div>
  );
};
