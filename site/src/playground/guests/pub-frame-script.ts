import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The script of the frame that may connect to a pub, as one text. */
export const pubFrameScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('pub-frame.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  });
  // `</` would end the script that it stands in.
  return (outputFiles[0]?.text ?? '').replaceAll('</', '<\\/');
};
