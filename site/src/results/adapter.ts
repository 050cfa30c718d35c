/// <reference types="vite/client" />
import type { MarkdownInstance } from 'astro';

const readmes = import.meta.glob<MarkdownInstance<Record<string, unknown>>>(
  '../../../conformance/subjects/*/README.md',
  { eager: true },
);

/** What a subject's adapter says of itself, as HTML without its title; `undefined` where it says nothing. */
export const adapterText = async (name: string): Promise<string | undefined> => {
  const found = readmes[`../../../conformance/subjects/${name}/README.md`];
  if (found === undefined) return undefined;
  const html = await found.compiledContent();
  return html.replace(/<h1[^>]*>[\s\S]*?<\/h1>/, '').replaceAll('<table>', '<table class="plain">');
};
