import { existsSync } from 'node:fs';

/** Chromium without windows starts and draws twice as fast as the one that only hides them. */
const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** How tests start Chromium. No sandbox (containers run as root), and nothing that talks to the network on its own. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? DEBIAN.find((path) => existsSync(path)) ?? 'chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
