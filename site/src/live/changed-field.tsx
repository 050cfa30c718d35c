import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TextBelow } from '../components/text-below.tsx';
import type { Change } from './change.ts';

type Props = { text: string; change: Change | undefined; children: ComponentChildren };

const piecesOf = (text: string, { start, end }: Change) => [
  { text: text.slice(0, start), isMarked: false },
  { text: text.slice(start, end), isMarked: true },
  { text: text.slice(end), isMarked: false },
];

/** A field in which a change is marked, and scrolled into sight. */
export const ChangedField = ({ text, change, children }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  // Who types sees the place; who pressed a button may not.
  useLayoutEffect(() => {
    const [field, mark] = [box.current?.querySelector('textarea'), box.current?.querySelector('mark')];
    if (!field || !mark || field === document.activeElement) return;
    const [above, height] = [mark.offsetTop - field.scrollTop, field.clientHeight];
    // The text below follows what the field does.
    if (above < 0 || above + mark.offsetHeight > height) field.scrollTop = mark.offsetTop - height / 2;
  }, [change?.start, change?.end]);
  return (
    <TextBelow box={box} pieces={change === undefined ? [] : piecesOf(text, change)}>
      {children}
    </TextBelow>
  );
};
