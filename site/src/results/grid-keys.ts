/** Where a key leads from a cell; `undefined` for a key that leads nowhere. */
export type Step = { readonly rows: number; readonly columns: number };

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
  Home: { rows: 0, columns: -Infinity },
  End: { rows: 0, columns: Infinity },
  PageUp: { rows: -Infinity, columns: 0 },
  PageDown: { rows: Infinity, columns: 0 },
};

/** The nearest place in the direction of a step that has something; the farthest one where the step has no end. */
export const placeAfter = (
  has: (row: number, column: number) => boolean,
  size: { rows: number; columns: number },
  [row, column]: readonly [number, number],
  { rows, columns }: Step,
): readonly [number, number] | undefined => {
  const [down, right] = [Math.sign(rows), Math.sign(columns)];
  const far = !Number.isFinite(rows) || !Number.isFinite(columns);
  let found: readonly [number, number] | undefined;
  for (
    let [y, x] = [row + down, column + right];
    y >= 0 && y < size.rows && x >= 0 && x < size.columns;
    y += down, x += right
  ) {
    if (!has(y, x)) continue;
    found = [y, x];
    if (!far) return found;
  }
  return found;
};

/**
 * Makes the cells of a table one stop of the Tab key, in which arrow keys, Home, End, PageUp and PageDown move. `filter` is where
 * rows are chosen: the stop moves when its row goes. Returns what undoes it.
 */
export const gridKeys = (table: HTMLTableElement, filter: EventTarget): (() => void) => {
  const done = new AbortController();
  const { signal } = done;
  const grid = (): (HTMLElement | null)[][] =>
    [...table.querySelectorAll<HTMLTableRowElement>('tr.row')]
      .filter((row) => row.offsetParent !== null || row.getClientRects().length > 0)
      .map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector<HTMLElement>('a')));
  const stopAt = (cell: HTMLElement | null | undefined): void => {
    for (const other of table.querySelectorAll<HTMLElement>('a.cell')) other.tabIndex = other === cell ? 0 : -1;
  };
  const first = (): HTMLElement | null | undefined => grid().flat().find(Boolean);
  table.setAttribute('role', 'grid');
  stopAt(first());
  filter.addEventListener('change', () => stopAt(first()), { signal });
  table.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('a.cell')) stopAt(target);
    },
    { signal },
  );
  table.addEventListener(
    'keydown',
    (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const cells = grid();
      const row = cells.findIndex((each) => each.some((cell) => cell !== null && cell === event.target));
      const column = cells[row]?.indexOf(event.target as HTMLElement) ?? -1;
      if (row < 0 || column < 0) return;
      event.preventDefault();
      const size = { rows: cells.length, columns: Math.max(...cells.map((each) => each.length)) };
      const next = placeAfter((y, x) => Boolean(cells[y]?.[x]), size, [row, column], step);
      if (next !== undefined) cells[next[0]]?.[next[1]]?.focus();
    },
    { signal },
  );
  return () => done.abort();
};
