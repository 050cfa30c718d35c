import { spawn } from 'node:child_process';
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

/** Builds the site; `stop` ends it before its time. */
const build = (): { done: Promise<void>; stop(): void } => {
  const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    NODE_ENV: 'production',
    VITEST: '',
  };
  const child = spawn(process.execPath, [astro, 'build'], { cwd: SITE, env });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const done = new Promise<void>((built, fail) => {
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? built() : fail(new Error(`The site could not be built:\n${said}`))));
  });
  // Whoever asks for a page is told; nobody may.
  done.catch(() => {});
  return { done, stop: () => child.kill() };
};

/**
 * Serves the folder that SITE_DIST names, or the site that is built now, under a path that it was not built for, and starts
 * the browser. The first request waits for the build.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = '/some/where/else/';
  const given = process.env.SITE_DIST;
  const folder = given ?? `${SITE}dist`;
  const building = given === undefined ? build() : { done: Promise.resolve(), stop: () => {} };
  const answer = folderHandler(folder, base);
  const served = await listen(async (request, response) => {
    const failure = await building.done.catch((error: Error) => error);
    if (failure === undefined) await answer(request, response);
    else response.writeHead(503).end(failure.message);
  });
  project.provide('folder', folder);
  project.provide('site', `http://127.0.0.1:${served.port}${base}`);
  const browser = CHROMIUM === undefined ? undefined : await chromium.launchServer(CHROMIUM);
  project.provide('browser', browser ? { address: browser.wsEndpoint() } : { missing: NO_BROWSER ?? '' });
  return async () => {
    building.stop();
    await browser?.close();
    await served.stop();
  };
}
