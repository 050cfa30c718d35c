import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, readSubjects } from '../subjects/subject.ts';

const SUBJECTS = join(import.meta.dirname, '../../subjects');

/** A file of the subjects, by its path below their directory. */
export const inSubjects = (path: string): string => join(SUBJECTS, path);

export const importFile = <Module>(file: string): Promise<Module> => import(pathToFileURL(file).href);

/** Installs a subject unless it is there. The subjects have copies of the packages of their own. */
export const ensureInstalled = (name: string): void => {
  if (existsSync(inSubjects(`${name}/node_modules`))) return;
  const subject = readSubjects(SUBJECTS).find((each) => each.name === name);
  if (subject) install(subject);
};

/** What could not be measured, and why. */
export interface Missing {
  readonly name: string;
  readonly reason: string;
}

/** What the packages of a subject offer, or why it cannot be had: no network, no binary for this machine. */
export const offered = async <Offer>(name: string, load: () => Promise<Offer>): Promise<Offer | Missing> => {
  try {
    ensureInstalled(name);
    return await load();
  } catch (error) {
    return { name, reason: (error as Error).message.split('\n', 1)[0] ?? '' };
  }
};

export const isMissing = (offer: object): offer is Missing => 'reason' in offer;
