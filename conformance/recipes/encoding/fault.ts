/** A text with one fault, next to the text that it was made from. */
export type Fault = { slug: string; parent: string; defect: string; text: string | Uint8Array; breaks: string[] };

type Row = [slug: string, parent: string, defect: string, text: string | Uint8Array];

/** Texts that break the same rules. */
export const faults = (breaks: string | string[], rows: readonly Row[]): Fault[] =>
  rows.map(([slug, parent, defect, text]) => ({ slug, parent, defect, text, breaks: [breaks].flat() }));
