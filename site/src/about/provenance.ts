import { type Addresses, editAddress, reportAddress } from './addresses.ts';

/** The version that the head of a changelog names, with what it says of it: `0.2.0, unreleased`. Throws where it names none. */
export const versionIn = (changelog: string): string => {
  const [, version, more] = /^## (\d+\.\d+\.\d+)(?: – (.+))?$/m.exec(changelog) ?? [];
  if (version === undefined) throw new RangeError('the changelog has no heading with a version');
  return more === undefined ? version : `${version}, ${more}`;
};

export type Link = { readonly label: string; readonly href: string };

/** A page: `name` is its title, `file` the path of its Markdown in the repository, if it is made of one. */
export type Made = { readonly name: string; readonly file?: string; readonly base: string; readonly version: string };

/** What each page says at its foot of where it comes from. What has no address is not there. */
export const provenance = (addresses: Addresses, { name, file, base, version }: Made): Link[] => {
  const known = (label: string, href: string | undefined): Link[] => (href === undefined ? [] : [{ label, href }]);
  return [
    { label: 'Changelog', href: `${base}changelog/` },
    { label: 'Licences, and how to cite', href: `${base}about/` },
    ...known('Repository', addresses.repository || undefined),
    ...known('Report an error on this page', reportAddress(addresses, `the page “${name}”`, version)),
    ...known('Edit this page', file === undefined ? undefined : editAddress(addresses, file)),
  ];
};
