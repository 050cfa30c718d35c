import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { suite } from '@rockpool/conformance';

const SITE = new URL('../', import.meta.url);

/**
 * A digest of what rendered Markdown is made of besides its own text: the suite, the register, the plugins. Astro keeps
 * what it rendered as long as a file and the configuration are the same, so the configuration has to name this.
 */
export const madeOf = (): string => {
  const hash = createHash('sha256').update(suite.manifestSha256);
  const files = [
    '../spec/requirements.json',
    '../schemas/v1/rejection-codes.json',
    '../CHANGELOG.md',
    '../conformance/src/cli/guide-listing.ts',
  ];
  for (const file of [...files, ...globSync(['build/*.ts', 'src/facts/*.ts', 'src/about/*.ts'], { cwd: SITE }).sort()])
    hash.update(readFileSync(new URL(file, SITE)));
  return hash.digest('hex').slice(0, 16);
};
