/**
 * Where the first page of the site lies, for an address that has no page. The site can lie under any path: it begins before
 * the first of `names`, which are those of the site's own folders. Without any the folder above is as near as can be known.
 * It stands by itself, because its text is put into a page that can load nothing.
 */
export const rootOf = (pathname: string, names: readonly string[]): { path: string; isKnown: boolean } => {
  const parts = pathname.split('/');
  const at = parts.findIndex((part, place) => place < parts.length - 1 && names.includes(part));
  if (at > 0) return { path: `${parts.slice(0, at).join('/')}/`, isKnown: true };
  return { path: `${parts.slice(0, pathname.endsWith('/') ? -2 : -1).join('/')}/`, isKnown: parts.length <= 2 };
};
