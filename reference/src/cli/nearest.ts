/** How many letters to insert, leave out, change or swap to make one word of the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const mostNearest = 3;
/** Longer words are not compared: typing mistakes are made in short ones. */
const longest = 600;

/** The words that somebody can have meant, the likeliest first; none where all are far away. */
export function nearest(word: string, words: Iterable<string>): string[] {
  const typed = word.slice(0, longest).toLowerCase();
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  return [...new Set(words)]
    .map((candidate) => ({ candidate, far: distanceWithin(typed, candidate.toLowerCase(), allowed) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostNearest)
    .map(({ candidate }) => candidate);
}

const distanceWithin = (typed: string, word: string, allowed: number): number =>
  Math.abs(typed.length - word.length) > allowed ? Number.POSITIVE_INFINITY : distance(typed, word);

/** `; did you mean a or b?`, or nothing. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const found = nearest(word, words);
  return found.length === 0 ? '' : `; did you mean ${found.join(' or ')}?`;
}
