import { sha256 } from '@noble/hashes/sha2.js';
import { base32 } from '../src/forge/base32.ts';
import { utf8 } from '../src/forge/bytes.ts';
import { canonical, type Json } from '../src/forge/canonical.ts';
import { cast } from '../src/forge/cast.ts';
import { sign } from '../src/forge/signature.ts';

export type ManifestFile = { path: string; sha256: string; cases: number };
export type DraftManifest = { suite: string; files: ManifestFile[]; cases: number; key: string };

/** What the signature of a manifest is made over: ASCII text, as bytes. Takes the manifest without `signature`. */
export const manifestMessage = (manifest: DraftManifest): Uint8Array =>
  utf8(`rockpool:manifest:1:${base32(sha256(utf8(canonical(manifest as unknown as Json))))}`);

/** Signs with the published development key. */
export const signManifest = (suite: string, files: ManifestFile[]): DraftManifest & { signature: string } => {
  const cases = files.reduce((sum, file) => sum + file.cases, 0);
  const manifest = { suite, files, cases, key: cast.development.keyId };
  return { ...manifest, signature: base32(sign(cast.development.seed, manifestMessage(manifest))) };
};
