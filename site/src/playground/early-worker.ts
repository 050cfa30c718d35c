import address from './worker.ts?worker&url';

/** The script takes the address from itself: in an attribute it is made relative to the page when the site is built. */
const start = `globalThis.earlyWorker = new Worker(document.querySelector('[data-early-worker]').dataset.earlyWorker, { type: 'module' });`;

/** For the head of a page: starts the worker that plays while the page is read still. What wakes the page later takes it over. */
export const earlyWorker = {
  tag: 'script',
  attrs: { type: 'module', async: true, 'data-early-worker': address },
  content: start,
} as const;
