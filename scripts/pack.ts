/** Makes the publishable packages of the reference and the judge and packs them into `packages/`. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { emitDeclarations } from './pack/declarations.ts';
import { publishedManifest, type Workspace } from './pack/manifest.ts';
import { PUBLISHED, type Published } from './pack/packages.ts';
import { sealChunks } from './pack/seal.ts';

const ROOT = join(import.meta.dirname, '..');

/** Packages stay imports, except this repository's own, whose code and data move into the bundle. */
const externalPackages: Plugin = {
  name: 'external-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@rockpool/') ? undefined : { path, external: true },
    );
  },
};

const bundle = async (
  source: string,
  dist: string,
  names: readonly string[],
  platform: 'neutral' | 'node',
): Promise<void> => {
  const options: BuildOptions = {
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => join(source, `${name}.ts`)),
    outdir: dist,
    bundle: true,
    splitting: platform === 'node',
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform,
    target: 'es2024',
    logLevel: 'warning',
    plugins: [externalPackages],
  };
  await build(options);
};

/** The launcher of the workspace starts a `.ts`; the published one starts what that was bundled to. */
const publishLauncher = (from: string, to: string): void => {
  const text = readFileSync(from, 'utf8');
  const launcher = text.replace("'../src/cli.ts'", "'../cli.js'");
  if (launcher === text) throw new RangeError(`${from} does not import '../src/cli.ts'`);
  writeFileSync(to, launcher);
  chmodSync(to, 0o755);
};

/** What `bridge` serves; a package without it asks for `--site`. `npm run pack` builds it first. */
const publishSite = (site: string, dist: string): void => {
  if (!existsSync(join(site, 'run/index.html'))) throw new RangeError(`${site}: there is no built site in it`);
  cpSync(site, join(dist, 'site'), { recursive: true });
};

/** The guide with its listings in place, as the judge of this clone renders it. */
const publishGuide = (dist: string): void => {
  const judge = join(ROOT, 'conformance/bin/rockpool-conformance.mjs');
  writeFileSync(join(dist, 'guide.json'), execFileSync(process.execPath, [judge, 'guide', '--json']));
};

/** Builds one package in `<workspace>/dist` and packs it; returns the path of the tarball. */
const pack = async (
  { workspace, command, neutral, node }: Published,
  destination: string,
  site: string | undefined,
): Promise<string> => {
  const folder = join(ROOT, workspace);
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, 'bin'), { recursive: true });
  await bundle(join(folder, 'src'), dist, neutral, 'neutral');
  await bundle(join(folder, 'src'), dist, node, 'node');
  sealChunks(dist);
  emitDeclarations(ROOT, workspace, join(dist, 'types'));
  rmSync(join(dist, 'tsconfig.json'));
  publishLauncher(join(folder, `bin/${command}.mjs`), join(dist, `bin/${command}.mjs`));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Workspace;
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(publishedManifest(manifest, workspace), null, 2)}\n`);
  copyFileSync(join(folder, 'README.md'), join(dist, 'README.md'));
  copyFileSync(join(ROOT, 'LICENSE'), join(dist, 'LICENSE'));
  if (workspace === 'conformance') {
    if (site !== undefined) publishSite(site, dist);
    publishGuide(dist);
  }
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', destination], {
    cwd: dist,
    encoding: 'utf8',
  });
  const [made] = Object.values(JSON.parse(packed) as { filename: string }[] | Record<string, { filename: string }>);
  if (!made) throw new Error(`npm pack made nothing of ${dist}`);
  return join(destination, made.filename);
};

/** Packs every published package into `destination`, which is made if need be; the judge with the built site in it, if one is named. */
export const packAll = async (destination: string, site?: string): Promise<string[]> => {
  mkdirSync(destination, { recursive: true });
  const tarballs: string[] = [];
  for (const published of PUBLISHED) tarballs.push(await pack(published, destination, site));
  return tarballs;
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { destination: { type: 'string' } } });
  const destination = resolve(values.destination ?? join(ROOT, 'packages'));
  for (const path of await packAll(destination, join(ROOT, 'site/dist'))) console.log(path);
}
