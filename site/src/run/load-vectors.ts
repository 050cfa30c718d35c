import manifest from '@rockpool/vectors/manifest.json' with { type: 'json' };
import type { VectorFile } from '../../../conformance/src/suite-of.ts';
import { portableSha256 } from '../../../reference/src/bytes/sha256.ts';

const digests = new Map<string, string>(manifest.files.map(({ path, sha256: digest }) => [path, digest]));

const AGAIN = 'Is the network there? Load the page again, and start anew.';

const loadFile = async (path: string, data: string): Promise<VectorFile> => {
  const name = `vectors/${path}`;
  const address = new URL(name, data);
  const response = await fetch(address).catch(() => undefined);
  if (response === undefined) throw new Error(`${name} could not be loaded. ${AGAIN}`);
  if (!response.ok) throw new Error(`${name} could not be loaded: ${response.status} ${response.statusText}. ${AGAIN}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (portableSha256(bytes) !== digests.get(path))
    throw new Error(`${name} is not the file that this judge was made for. Load the page again, and start anew.`);
  return JSON.parse(new TextDecoder().decode(bytes)) as VectorFile;
};

/** Vector files by their names in the manifest, from the site's published files below `data`. */
export const loadVectors = (paths: readonly string[], data: string): Promise<VectorFile[]> =>
  Promise.all(paths.map((path) => loadFile(path, data)));
