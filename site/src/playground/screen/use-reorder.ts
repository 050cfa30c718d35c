import { useRef } from 'preact/hooks';
import type { MessageView } from '../engine/link-view.ts';
import type { Pool } from './pool.ts';
import { overtakes } from './reorder.ts';

/** A pointer that has gone less far, in pixels, picks a message and drags none. */
const least = 6;

type Drag = { readonly dot: HTMLElement; readonly from: number; readonly x: number; readonly y: number };

const dotsIn = (lane: HTMLElement): readonly HTMLElement[] => [...lane.querySelectorAll<HTMLElement>('.play-dot')];

/** Which of some elements is the nearest to a point of the window. */
const nearest = (elements: readonly HTMLElement[], x: number, y: number): number => {
  const distances = elements.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return Math.hypot(left + width / 2 - x, top + height / 2 - y);
  });
  return distances.indexOf(Math.min(...distances));
};

/**
 * Lets a message on a lane be dragged to the place of another, which it so overtakes or falls behind. Without a pointer, the
 * panel of a message lets it arrive before others.
 */
export const useReorder = (pool: Pool) => {
  const drag = useRef<Drag>();
  const hasMoved = useRef(false);
  const put = ({ dot }: Drag, x: number, y: number): void => {
    dot.style.translate = `${x}px ${y}px`;
  };
  const end = (): void => {
    drag.current?.dot.style.removeProperty('translate');
    drag.current = undefined;
  };
  return (messages: readonly MessageView[]) => ({
    onPointerDown: ({ target, currentTarget, button, clientX: x, clientY: y }: PointerEvent): void => {
      hasMoved.current = false;
      const dot = (target as Element).closest<HTMLElement>('.play-dot');
      if (dot === null || button !== 0 || messages.length < 2) return;
      drag.current = { dot, from: dotsIn(currentTarget as HTMLElement).indexOf(dot), x, y };
    },
    onPointerMove: ({ pointerId, clientX, clientY }: PointerEvent): void => {
      const { current } = drag;
      if (current === undefined) return;
      const [x, y] = [clientX - current.x, clientY - current.y];
      if (!hasMoved.current && Math.hypot(x, y) < least) return;
      // From now on it follows, wherever the pointer goes.
      if (!hasMoved.current) current.dot.setPointerCapture(pointerId);
      hasMoved.current = true;
      put(current, x, y);
    },
    onPointerUp: ({ currentTarget, clientX, clientY }: PointerEvent): void => {
      const { current } = drag;
      end();
      if (current === undefined || !hasMoved.current) return;
      const to = nearest(dotsIn(currentTarget as HTMLElement), clientX, clientY);
      const queue = messages.map(({ number }) => number);
      for (const message of overtakes(queue, current.from, to)) pool.act({ do: 'hurry', message });
    },
    onPointerCancel: end,
    // What was dragged is not picked as well.
    onClickCapture: (event: MouseEvent): void => {
      if (hasMoved.current) event.stopPropagation();
      hasMoved.current = false;
    },
  });
};
