import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { folderHandler, listen } from '../../conformance/src/node/serve-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    site: string;
  }
}

const SITE = fileURLToPath(new URL('../', import.meta.url));

/** The folder that is tested: the one that SITE_DIST names, or one that is built now. */
const folder = (): string => {
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

/** Serves the built site under a path that it was not built for. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = '/some/where/else/';
  const served = await listen(folderHandler(folder(), base));
  project.provide('site', `http://127.0.0.1:${served.port}${base}`);
  return served.stop;
}
