import { useEffect, useMemo, useRef } from 'preact/hooks';
import { familyOf } from './families.ts';
import type { Pick, SetPick } from './pick.ts';
import type { Pool } from './pool.ts';
import { diagramOf, sizes } from './space-time.ts';
import { TimeTable } from './time-table.tsx';

type Props = { pool: Pool; pick: Pick | undefined; setPick: SetPick };

/** What a circle in the picture is, by its colour. */
const marked = [
  ['write', 'somebody writes'],
  ['cut', 'a cable is cut'],
  ['heal', 'a cable is mended'],
  ['', 'something else is done'],
] as const;

/** What happened, as a picture and as a table. */
export const TimeView = ({ pool, pick, setPick }: Props) => {
  const { snapshot, timeline } = pool.view;
  const diagram = useMemo(() => diagramOf(snapshot, timeline), [snapshot, timeline]);
  const scroll = useRef<HTMLElement>(null);
  const latest = useRef(pool);
  latest.current = pool;
  useEffect(() => {
    const element = scroll.current;
    if (element !== null) element.scrollLeft = diagram.now - element.clientWidth + sizes.right;
  }, [diagram]);
  // The picture is for the mouse: the table below it has a button for all that can be clicked here.
  useEffect(() => {
    const element = scroll.current;
    const onClick = ({ target }: MouseEvent): void => {
      const { message, position } =
        (target as Element).closest<SVGElement>('[data-message], [data-position]')?.dataset ?? {};
      if (message !== undefined) setPick({ is: 'message', number: Number(message) });
      if (position !== undefined) latest.current.go(Number(position));
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [setPick]);
  const { width, height, rows, arrows, ticks, now } = diagram;
  return (
    <section class="play-time" aria-label="What happened">
      <svg class="play-diagram play-names" width="58" height={height} aria-hidden="true">
        {rows.map(({ name, y }) => (
          <text key={name} x="0" y={y + 4}>
            {name}
          </text>
        ))}
      </svg>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard */}
      <section class="play-scroll" ref={scroll} aria-label="Messages over time, drawn" tabIndex={0}>
        <svg class="play-diagram" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <path class="now" d={`M${now} 2V${height - 2}`} />
          {rows.map(({ name, y }) => (
            <path key={name} class="row" d={`M${sizes.left - 6} ${y}H${now}`} />
          ))}
          {arrows.map(({ message, from, to }) => {
            const { number, where, type, isForged } = message;
            const line = `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`;
            return (
              <g
                key={number}
                data-message={number}
                data-where={where}
                data-family={familyOf(type)}
                data-forged={isForged || undefined}
                data-picked={(pick?.is === 'message' && pick.number === number) || undefined}
              >
                <path class="hit" d={line} />
                <path class="line" d={line} />
                {where === 'lost' ? (
                  <path class="line" d={`M${to[0] - 4} ${to[1] - 4}l8 8m0-8l-8 8`} />
                ) : (
                  <circle class="tip" cx={to[0]} cy={to[1]} r="3.5" />
                )}
              </g>
            );
          })}
          {ticks.map(({ position, x, y, do: what, sentence, isAhead }) => (
            <g key={position} data-position={position} data-do={what} data-ahead={isAhead}>
              <circle class="tick" cx={x} cy={y} r="6" />
              <title>{sentence}</title>
            </g>
          ))}
        </svg>
      </section>
      <ul class="play-legend" aria-label="What people do">
        {marked.map(([what, words]) => (
          <li key={what}>
            <svg class="play-diagram" width="16" height="16" aria-hidden="true">
              <g data-do={what}>
                <circle class="tick" cx="8" cy="8" r="6" />
              </g>
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <p class="play-hint">
        Pick a message, here or on a cable, to see what it says and to drop or change it.{' '}
        <span class="play-keys">
          Keys: <kbd>←</kbd> <kbd>→</kbd> step. After one of them or <kbd>Tab</kbd>: <kbd>space</kbd> plays,{' '}
          <kbd>1</kbd> to <kbd>3</kbd> a person, <kbd>X</kbd> cuts or mends the cable of whoever has the keyboard,{' '}
          <kbd>Delete</kbd> drops.
        </span>
      </p>
      <TimeTable pool={pool} setPick={setPick} />
    </section>
  );
};
