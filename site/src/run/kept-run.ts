import { maxKept } from '../components/kept-in-tab.ts';

/** The name of what is kept for this tab. */
export const keptUnder = 'rockpool-run';

/** What a visitor wrote and chose: the text of the module, and the fragment that names the choices. */
export type KeptRun = { readonly module: string | undefined; readonly choice: string };

export const isTooLong = (module: string): boolean => module.length > maxKept;

/** What is kept; a module that is too long is not. */
export const keptOf = ({ module, choice }: KeptRun): string =>
  JSON.stringify({ choice, ...(module === undefined || isTooLong(module) ? {} : { module }) });

/** What was kept; `undefined` where it is none of this. */
export const readKept = (kept: string): KeptRun | undefined => {
  try {
    const value = JSON.parse(kept) as Partial<Record<string, unknown>> | null;
    if (typeof value?.choice !== 'string') return undefined;
    return { choice: value.choice, module: typeof value.module === 'string' ? value.module : undefined };
  } catch {
    // Somebody else's.
    return undefined;
  }
};
