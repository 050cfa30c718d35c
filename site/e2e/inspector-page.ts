import type { Page } from 'playwright-core';

/** When it is awake. */
export const ready = (page: Page) => page.locator('.inspector[data-ready]').waitFor();
export const record = (page: Page) => page.getByRole('textbox', { name: /^Record/ });
export const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
export const outcome = (page: Page) => verdict(page).getAttribute('data-outcome');
/** Waits for an outcome. */
export const becomes = (page: Page, expected: string) =>
  verdict(page)
    .and(page.locator(`[data-outcome=${expected}]`))
    .waitFor();
/** Unfolds what the clock is set by, or folds it. */
export const openClock = (page: Page) => page.locator('.inspector-clock > summary').click();
export const tab = (page: Page, name: 'Rules' | 'Fields' | 'Bytes') => page.getByRole('tab', { name }).click();
