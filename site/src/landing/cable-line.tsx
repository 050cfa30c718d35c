import type { ComponentChildren } from 'preact';
import type { DotView } from './cable-view.ts';

/** More than these are not told apart. */
const mostDots = 4;

type Props = {
  isCut: boolean;
  dots: readonly DotView[];
  between: readonly [string, string];
  children?: ComponentChildren;
};

/** The cable between two copies, with the messages that are on their way. */
export const CableLine = ({ isCut, dots, between: [one, other], children }: Props) => (
  <li class="rp-cable-line" data-cut={isCut}>
    <span class="sr-only">
      {one} and {other}: {isCut ? 'cut' : dots.length === 0 ? 'joined' : `${dots.length} on the way`}
    </span>
    <span class="rp-cable-wire" aria-hidden="true">
      {dots.slice(0, mostDots).map(({ number, isForward }, place) => (
        <span key={number} class="rp-cable-dot" data-forward={isForward} data-place={place} />
      ))}
    </span>
    {children}
  </li>
);
