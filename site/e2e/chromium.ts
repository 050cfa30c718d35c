import { existsSync } from 'node:fs';
import { npmChromium } from './npm-chromium.ts';

/** Without windows first: it starts and draws twice as fast as the one that only hides them. */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** No sandbox, because containers run as root, and nothing that talks to the network on its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Launch = { executablePath: string; args: string[]; env?: NodeJS.ProcessEnv };

/** The browser that is named, else the one that npm installs, so that all test with the same, else Debian's. */
const choose = (): Launch | string => {
  const named = process.env.CHROMIUM;
  if (named) return { executablePath: named, args: ARGS };
  try {
    return { ...npmChromium(), args: ARGS };
  } catch (error) {
    const executablePath = INSTALLED.find((path) => existsSync(path));
    if (executablePath !== undefined) return { executablePath, args: ARGS };
    const [reason] = (error as Error).message.split('\n');
    return `no browser: install Chromium and name its executable in the variable CHROMIUM (that of npm does not run here: ${reason})`;
  }
};

const chosen = choose();

/** How tests start Chromium; `undefined` where there is none. */
export const CHROMIUM: Launch | undefined = typeof chosen === 'string' ? undefined : chosen;

/** Why the tests that need a browser are skipped, and what to install. */
export const NO_BROWSER: string | undefined = typeof chosen === 'string' ? chosen : undefined;
