import { describe, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { useBrowser, visit, WIDTHS } from './browser.ts';

useBrowser();

/** A mid phone is so much slower than what tests run on. */
const SLOWER = 4;

describe.each(WIDTHS)('The three copies of the first page, %i pixels wide', (width) => {
  test('differ when the cable is cut, and are the same again when it is mended', async () => {
    await visit('', { width }, async (page) => {
      const says = page.locator('.rp-cable [role=status]');
      const contents = () => page.locator('.rp-cable-content').allTextContents();
      const press = async (name: string, copy?: string): Promise<void> => {
        const within = copy === undefined ? page.locator('.rp-cable') : page.locator(`[data-copy=${copy}]`);
        const button = within.getByRole('button', { name });
        // The one by mouse, the other by keyboard.
        if (width === 360) return button.click();
        await button.focus();
        await page.keyboard.press('Enter');
      };
      await page.locator('.rp-cable[data-awake=true]').waitFor();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const hues = () => page.locator('.rp-cable-copy').evaluateAll((all) => all.map((each) => each.dataset.hue));
      const [first] = await hues();
      await press('Cut the cable');
      await says.getByText('Suzy hears nobody now').waitFor();
      await press('Write as Suzy', 'Suzy');
      await page.locator('[data-copy=Suzy]').getByText('Toads live here').waitFor();
      await press('Write as Fern', 'Fern');
      await page.locator('[data-copy=Quinn]').getByText('Newts live here').waitFor();
      expect(await contents()).toEqual(['Toads live here', 'Newts live here', 'Newts live here']);
      expect(await page.locator('.rp-cable[data-equal=false]').count()).toBe(1);
      expect(await violationsOn(page)).toEqual([]);
      await press('Mend the cable');
      await says.getByText('the other version is kept').waitFor();
      expect(await contents()).toEqual(Array(3).fill('Newts live here'));
      expect(new Set(await hues()).size).toBe(1);
      // Nothing below has moved.
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      // What was there at first has kept its colour for itself.
      expect(await hues()).not.toContain(first);
      // The version that is not shown can be read.
      const other = page.locator('[data-copy=Quinn] details');
      await other.locator('summary').focus();
      await page.keyboard.press('Enter');
      await other.getByText('“Toads live here”, by Suzy').waitFor();
      await other.getByText('Whoever writes again replaces only her own').waitFor();
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});

test('the first message of the first page is soon on its way on a slow phone', async () => {
  await visit('', { width: 360 }, async (page) => {
    const cut = page.locator('.rp-cable').getByRole('button', { name: 'Cut the cable' });
    await page.locator('.rp-cable[data-awake=true]').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    // A finger is on the button for a moment before it is pressed.
    await cut.hover();
    const before = Date.now();
    await page.locator('[data-copy=Suzy]').getByRole('button', { name: 'Write' }).click();
    await page.locator('.rp-cable-dot').first().waitFor();
    expect(Date.now() - before).toBeLessThan(2_500);
  });
});
