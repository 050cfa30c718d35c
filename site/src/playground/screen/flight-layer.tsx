import { useLayoutEffect, useRef } from 'preact/hooks';
import { familyOf } from './families.ts';
import type { Flight } from './flights.ts';
import { Sign } from './signs.tsx';

/** Where a message that was on its way before is taken to have been, as a part of the way. */
const underwayAt = 0.45;

/** A shorter crossing could not be seen, as a part of the whole. */
const shortest = 0.12;

/** Messages that cross. They are only to be seen; a sentence says what they were. */
export const Flights = ({ flights, lasts }: { flights: readonly Flight[]; lasts: number }) => {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = layer.current;
    if (element === null) return;
    const { clientWidth, clientHeight } = element;
    // The rope tells which way the cable lies: beside it there is room for dots.
    const rope = element.parentElement?.querySelector('.play-rope');
    const isTall = rope instanceof HTMLElement && rope.clientHeight > rope.clientWidth;
    const animations = [...element.children].map((dot, at) => {
      const flight = flights[at] as Flight;
      const from = flight.isUnderway ? underwayAt : 0;
      const place = (part: number): number =>
        (flight.isForward ? part : 1 - part) * (isTall ? clientHeight : clientWidth);
      // A transform needs no layout, so it goes on evenly while the page draws something else.
      const frame = (part: number): Keyframe => ({ transform: `translate${isTall ? 'Y' : 'X'}(${place(part)}px)` });
      const long = Math.max(flight.ends - flight.begins, shortest);
      const delay = Math.max(0, flight.ends - long) * lasts;
      const keyframes = [
        { ...frame(from), opacity: 0 },
        { opacity: 1, offset: 0.1 },
        { opacity: 1, offset: 0.9 },
        { ...frame(1), opacity: 0 },
      ];
      return dot.animate(keyframes, { delay, duration: long * lasts, easing: 'linear', fill: 'both' });
    });
    return () => {
      for (const animation of animations) animation.cancel();
    };
  }, [flights, lasts]);
  return (
    <div class="play-flights" ref={layer} aria-hidden="true">
      {flights.map(({ number, type, isForward, isForged }) => (
        <span
          key={number}
          class="play-dot"
          data-family={familyOf(type)}
          data-way={isForward ? 'forward' : 'back'}
          data-forged={isForged || undefined}
        >
          <Sign family={familyOf(type)} />
        </span>
      ))}
    </div>
  );
};
