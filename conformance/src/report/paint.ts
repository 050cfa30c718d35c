/** Styles that the terminal reporter uses; each gives its text back unchanged where colours are not wanted. */
export type Paint = Readonly<Record<'good' | 'bad' | 'warn' | 'dim' | 'bold', (text: string) => string>>;

const plain = (text: string): string => text;

/** For output that is no terminal: every text stays as it is. */
export const NO_PAINT: Paint = { good: plain, bad: plain, warn: plain, dim: plain, bold: plain };
