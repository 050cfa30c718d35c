import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, readSubjects } from '../subjects/subject.ts';

/** The little of the package that is measured. */
export interface EarthstarValidator {
  /** True, or an error. `now` is in microseconds. */
  checkDocumentIsValid(document: object, now: number): Promise<unknown>;
}

interface EarthstarModule {
  FormatEs5: EarthstarValidator;
  setGlobalCryptoDriver(driver: object): void;
}

const SUBJECTS = join(import.meta.dirname, '../../subjects');

/** The subjects have copies of the package of their own, so that each keeps its own crypto driver. */
const load = async <Module>(subject: string, entry: '.' | './node'): Promise<Module> => {
  const folder = join(SUBJECTS, subject, 'node_modules/earthstar');
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return import(pathToFileURL(join(folder, exports[entry].import.default)).href);
};

const ensureInstalled = (name: string): void => {
  if (existsSync(join(SUBJECTS, name, 'node_modules/earthstar'))) return;
  const subject = readSubjects(SUBJECTS).find((each) => each.name === name);
  if (subject) install(subject);
};

/** The validators of es.5 of the published package, by the name of the crypto driver. */
export const loadEarthstar = async (): Promise<Record<string, EarthstarValidator>> => {
  ensureInstalled('earthstar-10');
  ensureInstalled('earthstar-10-chloride');
  const plain = await load<EarthstarModule>('earthstar-10', '.');
  const chloride = await load<EarthstarModule>('earthstar-10-chloride', '.');
  const { CryptoDriverChloride } = await load<{ CryptoDriverChloride: object }>('earthstar-10-chloride', './node');
  chloride.setGlobalCryptoDriver(CryptoDriverChloride);
  return { default: plain.FormatEs5, libsodium: chloride.FormatEs5 };
};
