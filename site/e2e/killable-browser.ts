import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import type { Launch } from './chromium.ts';

/** A browser that keeps its data in a folder, and can be ended as by a crash. */
export interface KillableBrowser {
  readonly context: BrowserContext;
  /** Ends all its processes at once, by SIGKILL. */
  kill(): Promise<void>;
}

/** Which port it listens on stands in this file of its folder when it does. */
const PORT_FILE = 'DevToolsActivePort';

async function portIn(folder: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      const [port] = readFileSync(join(folder, PORT_FILE), 'utf8').split('\n');
      if (port) return port;
    } catch {
      // Not yet.
    }
    await wait(100);
  }
  throw new Error(`the browser did not say in ${folder} where it listens`);
}

export async function startKillableBrowser(
  { executablePath, args, env }: Launch,
  folder: string,
): Promise<KillableBrowser> {
  rmSync(join(folder, PORT_FILE), { force: true });
  const child = spawn(
    executablePath,
    [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
    { stdio: 'ignore', detached: true, env: { ...process.env, ...env } },
  );
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(folder)}`);
  return {
    context: browser.contexts()[0] as BrowserContext,
    async kill() {
      // Its helpers are in the group of processes that it leads.
      process.kill(-(child.pid as number), 'SIGKILL');
      await ended;
    },
  };
}
