import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addPolicy } from './policy.ts';
import { relocateCss, relocateHtml, relocateScript } from './relocate.ts';

/** The last step of a build: addresses become relative, and each page gets its policy. It comes after all other integrations. */
export const finish = ({ base }: { base: string }): AstroIntegration => ({
  name: 'rockpool-finish',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const files = await readdir(root, { recursive: true, withFileTypes: true });
      let count = 0;
      for (const file of files) {
        const path = join(file.parentPath, file.name);
        const extension = /\.(html|js|css)$/.exec(file.name)?.[1];
        if (!file.isFile() || extension === undefined) continue;
        const text = await readFile(path, 'utf8');
        const place = { base, path: relative(root, path).split(sep).join('/') };
        const done =
          extension === 'html'
            ? addPolicy(relocateHtml(text, place))
            : extension === 'css'
              ? relocateCss(text, place)
              : relocateScript(text, place);
        if (done.includes(base)) throw new Error(`${place.path} still has an address that begins with ${base}`);
        if (done !== text) await writeFile(path, done);
        count += 1;
      }
      logger.info(`${count} files have relative addresses`);
    },
  },
});
