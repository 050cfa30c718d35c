import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe knows of WCAG AA, and what its makers advise. */
export const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page as it is now, each with where: by all rules, or by those that are named. */
export const violationsOn = async (page: Page, runOnly: string[] = ALL): Promise<string[]> => {
  // Not `addScriptTag`: the page's policy forbids scripts of others, and the debugger may.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
    { runOnly, resultTypes: ['violations' as const], preload: false },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
};
