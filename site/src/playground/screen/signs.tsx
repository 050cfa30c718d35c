import type { Family } from './families.ts';

const shapes: Readonly<Record<Family, string>> = {
  greeting: 'M4 8h2.5M9.5 8H12',
  question: 'M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .7-1 1.3M8 12v.2',
  record: 'M5 3.5h4.5L11.5 6v6.5h-6.5ZM6.8 8h3M6.8 10h3',
  closing: 'M4.5 6.5h7M4.5 9.5h7',
  error: 'M5 5l6 6M11 5l-6 6',
};

/** What a message is for, as a small drawing. */
export const Sign = ({ family }: { family: Family }) => (
  <svg class="play-sign" viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[family]} />
  </svg>
);

/** A mark before words; the words say the same. */
export const Mark = ({ is }: { is: 'yes' | 'no' | 'open' | 'cut' | 'told' }) => (
  <svg class="play-mark" data-is={is} viewBox="0 0 16 16" aria-hidden="true">
    {is === 'yes' && <path d="M3 8.5l3.2 3.2L13 4.8" />}
    {is === 'no' && <path d="M4 4l8 8M12 4l-8 8" />}
    {is === 'told' && <path d="M2.5 8h10M9 4.5L12.5 8 9 11.5" />}
    {is === 'open' && <circle cx="8" cy="8" r="4.5" />}
    {is === 'cut' && <path d="M2 8h4M10 8h4M6.5 11l3-6" />}
  </svg>
);
