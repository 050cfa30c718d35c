/** Where this site's sources and their keepers are on the web. An empty one is not known, and nothing on the site speaks of it. */
export type Addresses = {
  /** A page of the repository. */
  readonly repository: string;
  /** Where a file is edited; `{path}` stands for its path in the repository. */
  readonly edit: string;
  /** Where an error is reported; `{title}` and `{text}` stand for what is already known of it. */
  readonly report: string;
};

/** The one place where they are set. */
export const ADDRESSES: Addresses = { repository: '', edit: '', report: '' };

const filled = (template: string, values: Readonly<Record<string, string>>): string | undefined =>
  template === ''
    ? undefined
    : template.replace(/\{(\w+)\}/g, (all, name: string) => {
        const value = values[name];
        return value === undefined ? all : encodeURIComponent(value).replaceAll('%2F', '/');
      });

/** Where a file of the repository is edited. */
export const editAddress = (addresses: Addresses, path: string): string | undefined => filled(addresses.edit, { path });

/** Where an error in something is reported: in a sentence that has an id, or on a page. */
export const reportAddress = (addresses: Addresses, about: string, version: string): string | undefined =>
  filled(addresses.report, { title: `Error in ${about}`, text: `In ${about}, as of version ${version}:\n\n` });
