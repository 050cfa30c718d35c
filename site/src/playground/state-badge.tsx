import type { Look, Shape } from './looks.ts';
import './state-badge.css';

const drawn: Readonly<Record<Shape, string>> = {
  disc: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z',
  square: 'M4 4h16v16h-16Z',
  diamond: 'M12 1.5l10.5 10.5l-10.5 10.5l-10.5-10.5Z',
  triangle: 'M12 3l10.5 18h-21Z',
  ring: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19Zm0 5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z',
};

/** The state of a copy as a colour and a shape. What it means is said in words beside it. */
export const StateBadge = ({ look: { hue, shape } }: { look: Look }) => (
  <svg class="rp-state" data-hue={hue} data-shape={shape} viewBox="0 0 24 24" aria-hidden="true">
    <path d={drawn[shape]} fill-rule="evenodd" />
  </svg>
);
