/** How many letters have to be put in, left out or replaced to make one word of the other. */
const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [above, letter] of [...left].entries()) {
    const next = [above + 1];
    for (let at = 0; at < right.length; at += 1) {
      const replaced = (row[at] as number) + (right[at] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] as number) + 1, (next[at] as number) + 1));
    }
    row = next;
  }
  return row[right.length] as number;
};

const MOST = 5;

/** Names that may have been meant: those that hold the word, or what is behind its last `/`, then those that are spelled alike. */
export const nearNames = (word: string, names: readonly string[]): string[] => {
  const plain = word.toLowerCase();
  const last = plain.replace(/^.*\//, '');
  const holding = last === '' ? [] : names.filter((name) => name.toLowerCase().includes(last));
  const most = Math.max(1, Math.floor(plain.length / 3));
  const alike = names
    .filter((name) => Math.abs(name.length - plain.length) <= most)
    .map((name) => ({ name, far: distance(plain, name.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .map(({ name }) => name);
  return [...new Set([...holding, ...alike])].slice(0, MOST);
};
