import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { folderHandler, listen } from '../../conformance/src/node/serve-folder.ts';
import { CHROMIUM, NO_BROWSER } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
    /** Where the built site lies. */
    folder: string;
    /** Where the one browser listens that all files share, or why there is none. */
    browser: { address: string } | { missing: string };
  }
}

const SITE = fileURLToPath(new URL('../', import.meta.url));

/** The one that SITE_DIST names, or one that is built now. */
const builtSite = (): string => {
  const given = process.env.SITE_DIST;
  if (given !== undefined) return given;
  const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    NODE_ENV: 'production',
    VITEST: '',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build'], {
    cwd: SITE,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The site could not be built:\n${stdout}\n${stderr}`);
  return `${SITE}dist`;
};

/** Serves the built site under a path that it was not built for, and starts the browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = '/some/where/else/';
  const folder = builtSite();
  const served = await listen(folderHandler(folder, base));
  project.provide('folder', folder);
  project.provide('site', `http://127.0.0.1:${served.port}${base}`);
  if (CHROMIUM === undefined) {
    project.provide('browser', { missing: NO_BROWSER ?? '' });
    return served.stop;
  }
  const browser = await chromium.launchServer(CHROMIUM);
  project.provide('browser', { address: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await served.stop();
  };
}
