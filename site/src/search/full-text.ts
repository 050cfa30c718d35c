import { hasStems, inOrder, type Part, partNames } from './parts.ts';

/** A place in a page. `excerpt` is HTML in which all but `mark` is escaped. */
export type Place = { readonly title: string; readonly url: string; readonly excerpt: string };
export type Page = { readonly title: string; readonly url: string; readonly places: readonly Place[] };
export type PartFound = { readonly part: Part; readonly count: number; readonly pages: readonly Page[] };

/** As much of the module that Pagefind writes beside its index as is used here. */
type Data = { url: string; content: string; meta: { title?: string }; sub_results: Place[] };
type Pagefind = {
  options(options: { baseUrl: string }): Promise<void>;
  search(
    words: string,
    options: { filters: { part: Part } },
  ): Promise<{ results: { score: number; data(): Promise<Data> }[] }>;
};

/** How many pages of a part are shown, and how many places of each. */
const PAGES = 4;
const PLACES = 3;

let loading: Promise<Pagefind> | undefined;

const load = (): Promise<Pagefind> => {
  loading ??= (async () => {
    const root = new URL(import.meta.env.BASE_URL, location.href);
    const pagefind = (await import(/* @vite-ignore */ new URL('pagefind/pagefind.js', root).href)) as Pagefind;
    await pagefind.options({ baseUrl: root.href });
    return pagefind;
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};

/** What has all of these words, by parts of the site. Throws where there is no index, as while developing. */
export const search = async (words: string): Promise<PartFound[]> => {
  const pagefind = await load();
  const found = await Promise.all(
    partNames.map(async (part) => [part, (await pagefind.search(words, { filters: { part } })).results] as const),
  );
  const byPart = new Map(found.filter(([, results]) => results.length > 0));
  const best = new Map([...byPart].map(([part, results]) => [part, Math.max(...results.map(({ score }) => score))]));
  const parts = await Promise.all(
    inOrder(best).map(async (part) => {
      const results = byPart.get(part) ?? [];
      const pages = await Promise.all(results.slice(0, PAGES).map((result) => result.data()));
      const right = pages.filter(({ content }) => hasStems(content, words));
      return {
        part,
        count: right.length < pages.length ? right.length : results.length,
        pages: right.map(({ url, meta, sub_results }) => ({
          title: meta.title ?? url,
          url,
          places: sub_results.slice(0, PLACES),
        })),
      };
    }),
  );
  return parts.filter(({ pages }) => pages.length > 0);
};
