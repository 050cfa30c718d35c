/** What a page is made by: those in one folder below the first level have one template, all others one of their own. */
const kindOf = (path: string): string => {
  if (path === 'results/score/') return path;
  const [, ...folders] = path.split('/').reverse();
  return folders.length > 1 ? folders.slice(1).reverse().join('/') : path;
};

/** Of each kind the page with the least and the one with the most HTML. `sizes` has that of every page by its path. */
export const extremes = (sizes: ReadonlyMap<string, number>): string[] => {
  const kinds = Map.groupBy(sizes, ([path]) => kindOf(path));
  const chosen = [...kinds.values()].flatMap((pages) => {
    const paths = pages.sort(([, a], [, b]) => a - b).map(([path]) => path);
    return [paths.at(0), paths.at(-1)].flatMap((path) => path ?? []);
  });
  return [...new Set(chosen)].sort();
};
