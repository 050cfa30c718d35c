/** The shortest beginning of an id that is shown: its sigil, the letter and eight characters. */
const shortest = 10;

/** A function that cuts ids to beginnings which tell them apart from each other. The name of a space stays whole. */
export function shortener(ids: Iterable<string>): (id: string) => string {
  const all = [...new Set(ids)];
  const startOf = (id: string) => (id.startsWith('+') ? id.indexOf('.') : 0);
  let length = shortest;
  while (length < 60 && new Set(all.map((id) => id.slice(0, startOf(id) + length))).size < all.length) length++;
  return (id) => id.slice(0, startOf(id) + length);
}
