const BASE = import.meta.env.BASE_URL;

/** A page of this site, as an address that works under whatever path the site is served. */
export const pageAt = (path: string): string => BASE + path;

export const requirementAt = (id: string, chapter: string): string => pageAt(`spec/${chapter}/#${id.toLowerCase()}`);

export const vectorAt = (id: string): string => pageAt(`vectors/#vector=${encodeURIComponent(id)}`);
