/** Whether two JSON values are the same; the order of members does not matter, and -0 is 0. */
export const equalJson = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => equalJson(item, right[index]))
    );
  }
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every(
      (name) =>
        Object.hasOwn(right, name) &&
        equalJson((left as Record<string, unknown>)[name], (right as Record<string, unknown>)[name]),
    )
  );
};

/** The items in an order of their own, whatever they are: sorting them as they are would call their `toString`. */
export const asSet = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).sort();

/** Whether two lists hold the same strings, in any order. */
export const equalSets = (left: unknown, right: unknown): boolean =>
  Array.isArray(left) && Array.isArray(right) && equalJson(asSet(left), asSet(right));
