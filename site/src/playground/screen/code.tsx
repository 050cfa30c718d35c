import type { ComponentChildren } from 'preact';

/** A text that scrolls, also by keyboard. */
export const Code = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard
  <section class="rp-code" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
