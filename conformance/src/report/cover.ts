/**
 * Puts each item under one of its names, so that few names are needed: the name that most items have takes them all, then
 * the next of what is left. Of names that as many items have, the earlier one. Items without a name are left out.
 */
export const cover = <T>(items: readonly T[], namesOf: (item: T) => readonly string[]): Map<string, T[]> => {
  const covered = new Map<string, T[]>();
  let left = items.filter((item) => namesOf(item).length > 0);
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const name of left.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const [chosen = ''] = [...counts].find(([, count]) => count === most) ?? [];
    covered.set(
      chosen,
      left.filter((item) => namesOf(item).includes(chosen)),
    );
    left = left.filter((item) => !namesOf(item).includes(chosen));
  }
  return covered;
};
