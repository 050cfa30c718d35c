import type { Plugin } from 'vite';

const FIRST_OPEN = `const whenFirstOpen = (dialog, act) => {
  const watch = new MutationObserver(() => {
    if (!dialog.open) return;
    watch.disconnect();
    act();
  });
  watch.observe(dialog, { attributes: true, attributeFilter: ['open'] });
};
`;

const CHANGES = [
  [/window\.addEventListener\(["']DOMContentLoaded["'], \(\) => \{/, 'whenFirstOpen(dialog, () => {'],
  [/window\.requestIdleCallback \|\| \(\(cb\) => setTimeout\(cb, 1\)\)/, '((act) => act())'],
  [/showImages: false,/, 'showImages: false, autofocus: true,'],
] as const;

/** Starlight's search loads its field, the largest script of a page, as soon as the page rests; this one when it is opened. */
export const searchOnDemand = (): Plugin => ({
  name: 'search-on-demand',
  // While developing there is no index to search, and the script has another form.
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/starlight\/.*\/Search\.astro\?astro&type=script/.test(id)) return;
    let changed = code;
    for (const [from, to] of CHANGES) {
      if (!from.test(changed)) throw new Error(`${id} has no ${from}`);
      changed = changed.replace(from, to);
    }
    return { code: FIRST_OPEN + changed, map: null };
  },
});
