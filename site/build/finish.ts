import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { earlyScripts } from './early-scripts.ts';
import { earlySheets } from './early-sheets.ts';
import { keepOffline, type OfflineTool } from './keep-offline.ts';
import { followLifted, type Lifted, liftedCss, liftStyles } from './lift-styles.ts';
import { addPolicy } from './policy.ts';
import { relocateCss, relocateHtml, relocateScript, toRoot } from './relocate.ts';
import { standAlone } from './stand-alone.ts';
import { systemTheme } from './system-theme.ts';

/** Served where there is no page, at whatever depth. */
const ALONE = '404.html';

type File = { path: string; place: { base: string; path: string } };

const filesOf = async (root: string, base: string, extension: string): Promise<File[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile() && file.name.endsWith(`.${extension}`))
    .map((file) => {
      const path = join(file.parentPath, file.name);
      return { path, place: { base, path: relative(root, path).split(sep).join('/') } };
    });

const hasPolicy = (html: string): boolean => /<meta http-equiv="content-security-policy"/i.test(html);

/**
 * The last step of a build: addresses become relative, styles leave the attributes, and each page gets its policy. It comes
 * after all other integrations.
 */
export const finish = ({ base, offline }: { base: string; offline: OfflineTool }): AstroIntegration => ({
  name: 'rockpool-finish',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const lifted: Lifted = new Map();
      const pages: (File & { html: string })[] = [];
      const write = async (path: string, { path: name }: { path: string }, text: string): Promise<void> => {
        if (text.includes(base)) throw new Error(`${name} still has an address that begins with ${base}`);
        await writeFile(path, text);
      };
      for (const { path, place } of await filesOf(root, base, 'css'))
        await write(path, place, followLifted(relocateCss(await readFile(path, 'utf8'), place)));
      const modules = new Map<string, string>();
      for (const { path, place } of await filesOf(root, base, 'js')) {
        const script = relocateScript(await readFile(path, 'utf8'), place);
        modules.set(basename(path), script);
        await write(path, place, script);
      }
      const early = (html: string): string => earlyScripts(html, (name) => modules.get(name));
      for (const { path, place } of await filesOf(root, base, 'html')) {
        const text = relocateHtml(await readFile(path, 'utf8'), place);
        const html = place.path === ALONE ? standAlone(text) : text;
        // A page that brings its own policy is told apart by it, and stays as it is.
        pages.push({
          path,
          place,
          html: hasPolicy(html) ? html : liftStyles(systemTheme(earlySheets(early(html))), lifted),
        });
      }
      const css = liftedCss(lifted);
      const sheet = `_astro/lifted.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
      await writeFile(join(root, sheet), css);
      for (const { path, place, html } of pages) {
        const link = `<link rel="stylesheet" href="${toRoot(place.path)}${sheet}">`;
        const done =
          hasPolicy(html) || !html.includes('<link rel="stylesheet"')
            ? html
            : html.replace('</head>', `${link}</head>`);
        await write(path, place, addPolicy(done));
      }
      const kept = await keepOffline(root, offline);
      logger.info(`${kept} files of ${offline.folder} are kept for later`);
      logger.info(`${pages.length} pages have relative addresses, a policy and ${lifted.size} styles in ${sheet}`);
    },
  },
});
