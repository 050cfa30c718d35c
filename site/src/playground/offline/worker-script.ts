import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The part of the service worker that keeps the playground, as one text. */
export const offlineWorkerScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('service-worker.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};
