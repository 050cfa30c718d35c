/**
 * A page that is served for addresses of any depth, where no address of a file is right: without the scripts that every page
 * loads. Throws where it loads anything else.
 */
export const standAlone = (html: string): string => {
  const alone = html.replace(/<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, '');
  const loaded = /<(?:script|img|iframe)\b[^>]*\bsrc="(?!data:)|<link\b[^>]*\bhref="(?!data:)/.exec(alone);
  if (loaded !== null)
    throw new Error(`a page that stands alone loads a file: ${alone.slice(loaded.index, loaded.index + 120)}`);
  return alone;
};
