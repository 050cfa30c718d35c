/** Pictures of pages, light and dark, narrow and wide: `node site/e2e/screenshots.ts <folder> [path…]`, from site/dist or SITE_DIST. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { folderHandler, listen } from '../../conformance/src/node/serve-folder.ts';
import { CHROMIUM } from './chromium.ts';
import { pages } from './pages.ts';

const folder = process.env.SITE_DIST ?? fileURLToPath(new URL('../dist', import.meta.url));
const [out = '/tmp/screenshots', ...only] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const served = await listen(folderHandler(folder));
const browser = await chromium.launch(CHROMIUM);
for (const path of only.length > 0 ? only : pages(folder).keys()) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
      await page.goto(`http://127.0.0.1:${served.port}/${path}`, { waitUntil: 'networkidle' });
      const name = `${path.replace(/[/#?]+/g, '_').replace(/_$/, '') || 'home'}-${colorScheme}-${width}.png`;
      await page.screenshot({ path: join(out, name), fullPage: process.env.FULL === '1' });
      process.stdout.write(`${join(out, name)}\n`);
      await page.close();
    }
  }
}
await browser.close();
await served.stop();
