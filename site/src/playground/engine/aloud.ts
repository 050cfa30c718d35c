/** What somebody says, in quotation marks; those in it become single ones. */
export const aloud = (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
