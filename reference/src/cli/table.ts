/** Lines with aligned columns; the last column is as long as it is. Numbers stand on the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => padded(cell, widths[at] ?? 0, at === row.length - 1))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const widthOf = (cell: string | number) => [...String(cell)].length;

function padded(cell: string | number, width: number, isLast: boolean): string {
  const room = ' '.repeat(width - widthOf(cell));
  if (typeof cell === 'number') return room + cell;
  return isLast ? cell : cell + room;
}

/** `1 message`, `2 messages`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes for people: `64 kB`. */
export function byteCount(bytes: number): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
