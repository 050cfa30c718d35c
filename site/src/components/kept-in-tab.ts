import { useEffect } from 'preact/hooks';

/** How much is kept, in characters or bytes: browsers keep some megabytes of each site. */
export const maxKept = 1_000_000;

/** How long nothing changes before it is kept. */
const pauseMillis = 300;

const keep = (name: string, kept: string | undefined): void => {
  try {
    if (kept === undefined) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, kept);
  } catch {
    // A browser that keeps nothing, or no more.
  }
};

/** What this tab keeps under a name. */
export const keptInTab = (name: string): string | undefined => {
  try {
    return sessionStorage.getItem(name) ?? undefined;
  } catch {
    // The same browser.
    return undefined;
  }
};

/** Keeps a text for this tab, soon after it has changed and when the page is left, as soon as it is known. */
export const useKeptInTab = (name: string, kept: string | undefined, isKnown: boolean): void => {
  useEffect(() => {
    if (!isKnown) return undefined;
    const timer = setTimeout(() => keep(name, kept), pauseMillis);
    const now = (): void => keep(name, kept);
    addEventListener('pagehide', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', now);
    };
  }, [name, kept, isKnown]);
};
