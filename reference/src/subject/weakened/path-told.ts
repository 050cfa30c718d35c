import type { Mode } from './lens.ts';

/** What the rules about paths see of a document. */
export interface Pathed {
  readonly path: string;
  readonly author: string;
  readonly expires: number | undefined;
  readonly contentHash: string;
  readonly attachmentHash: string | undefined;
  readonly lastSegment: string;
}

export interface Told {
  readonly requirement: string;
  readonly format: string;
  readonly name: string;
  readonly title: string;
  readonly mode: Mode;
  readonly says: (document: Pathed) => boolean;
}

export const document = (
  requirement: string,
  name: string,
  title: string,
  mode: Mode,
  says: Told['says'],
  format = 'rp.document.1',
): Told => ({ requirement, format, name, title, mode, says });

export const both = (requirement: string, name: string, title: string, mode: Mode, says: Told['says']) =>
  ['es.4', 'es.5'].map((format) => document(requirement, name, title, mode, says, format));
