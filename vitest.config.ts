import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { CHROMIUM } from './site/e2e/chromium.ts';

/** Read as JSON, and not as a module whose text is the same: there a member `__proto__` would be something else. */
const json = { stringify: true, namedExports: false };

const nodeProject = (name: string, setupFiles: string[] = []) => ({
  json,
  test: {
    name,
    root: `./${name}`,
    include: ['test/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    setupFiles,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});

/** Where there is no browser its tests are named and skipped. */
const browserProject = {
  json,
  // The service worker of msw is served from its own package.
  publicDir: join(import.meta.dirname, 'node_modules/msw/lib'),
  test: {
    name: 'browser',
    root: './reference',
    include: ['test/**/*.browser.ts'],
    testTimeout: 30_000,
    ...(CHROMIUM === undefined
      ? { environment: 'node', setupFiles: ['../site/e2e/no-browser.ts'] }
      : {
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' as const }],
            provider: playwright({ launchOptions: CHROMIUM }),
          },
        }),
  },
};

export default defineConfig({
  test: {
    // Most tests wait for another process most of the time, and some for nothing but a clock.
    maxWorkers: availableParallelism() + 1,
    maxConcurrency: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    coverage: { provider: 'v8', include: ['**/src/**/*.ts'], exclude: ['**/*.generated.*'] },
    projects: [
      nodeProject('schemas'),
      nodeProject('scripts'),
      nodeProject('reference'),
      nodeProject('conformance', ['test/fixtures/open-ssl.ts']),
      nodeProject('site'),
      {
        json,
        test: {
          name: 'e2e',
          root: './site',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/setup.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      browserProject,
    ],
  },
});
