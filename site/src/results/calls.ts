/// <reference types="vite/client" />

const readmes = import.meta.glob<string>('../../../conformance/subjects/*/README.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Where an adapter calls what another one calls. */
const SAME_CALLS = /\bcalls?\b[^.]*\bthose of\s+\[([\w-]+)\]/;

/** The package's own function behind an operation, as Markdown, where the adapter of a subject says which one it is. */
export const callOf = (name: string, operation: string, mode?: string): string | undefined => {
  const text = readmes[`../../../conformance/subjects/${name}/README.md`] ?? '';
  const rows = [...text.matchAll(/^\| (`.+?) \| (.+) \|$/gm)];
  const other = rows.length === 0 ? SAME_CALLS.exec(text)?.[1] : undefined;
  if (other !== undefined && other !== name) return callOf(other, operation, mode);
  const found = rows.find(
    ([, what = '']) =>
      what.startsWith(`\`${operation}\``) && (what === `\`${operation}\`` || what.includes(`\`${mode}\``)),
  )?.[2];
  return found?.startsWith('the same') ? undefined : found;
};
