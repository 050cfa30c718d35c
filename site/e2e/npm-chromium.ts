import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Fonts of the package first, then those of the machine, which may have one of fixed width. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

/** To be raised when what is unpacked, or how, changes while the package does not. */
const LAYOUT = 1;

export type Unpacked = { executablePath: string; env: NodeJS.ProcessEnv };

/** For all clones and runs of a user, and outside of any of them: 200 MB are unpacked there once. */
const cacheFolder = (): string => {
  const named = process.env.XDG_CACHE_HOME ?? '';
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'rockpool');
};

const launchOf = (folder: string): Unpacked => {
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder },
  };
};

/** The folder is there whole or not at all, however many processes do this at a time. */
const unpack = (archives: string, folder: string): void => {
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  try {
    const inflated = (name: string): Buffer => brotliDecompressSync(readFileSync(join(archives, name)));
    for (const name of ['al2023.tar.br', 'fonts.tar.br'])
      execFileSync('tar', ['-x', '--no-same-owner', '-C', made], { input: inflated(name) });
    writeFileSync(join(made, 'fonts.conf'), FONTS);
    writeFileSync(join(made, 'chromium'), inflated('chromium.br'), { mode: 0o755 });
    const { executablePath, env } = launchOf(made);
    execFileSync(executablePath, ['--version'], { env, stdio: 'pipe' });
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
};

/** The browser of the package `@sparticuz/chromium`, with the libraries that a bare Debian lacks; throws where it does not run. */
export const npmChromium = (): Unpacked => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64 alone');
  const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheFolder(), `chromium-${version}-${LAYOUT}`);
  if (!existsSync(folder)) unpack(join(root, 'bin'), folder);
  return launchOf(folder);
};
