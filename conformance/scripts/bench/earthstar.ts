import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, inSubjects, type Missing, offered } from './packages.ts';

/** The little of the package that is measured. */
export interface EarthstarValidator {
  /** True, or an error. `now` is in microseconds. */
  checkDocumentIsValid(document: object, now: number): Promise<unknown>;
}

interface EarthstarModule {
  FormatEs5: EarthstarValidator;
  setGlobalCryptoDriver(driver: object): void;
}

export const loadModule = async <Module>(subject: string, entry: '.' | './node'): Promise<Module> => {
  const folder = inSubjects(`${subject}/node_modules/earthstar`);
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return importFile(join(folder, exports[entry].import.default));
};

/** The validators of es.5 of the published package, by the name of the crypto driver. */
export const loadEarthstar = async (): Promise<Record<string, EarthstarValidator | Missing>> => ({
  default: await offered(
    'earthstar-10',
    async () => (await loadModule<EarthstarModule>('earthstar-10', '.')).FormatEs5,
  ),
  libsodium: await offered('earthstar-10-chloride', async () => {
    const chloride = await loadModule<EarthstarModule>('earthstar-10-chloride', '.');
    const { CryptoDriverChloride } = await loadModule<{ CryptoDriverChloride: object }>(
      'earthstar-10-chloride',
      './node',
    );
    chloride.setGlobalCryptoDriver(CryptoDriverChloride);
    return chloride.FormatEs5;
  }),
});
