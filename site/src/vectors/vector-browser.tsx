import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { loadIndex } from './data.ts';
import { type Choices, filterEntries, PAGE_SIZE } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { EVERYTHING, printFragment } from './fragment.ts';
import { RunBar } from './run-bar.tsx';
import type { Verdict } from './summary.ts';
import { useView } from './use-view.ts';
import { VectorDetail } from './vector-detail.tsx';
import type { Entry, Index } from './vector-index.ts';
import { VectorList } from './vector-list.tsx';

type Props = {
  choices: Choices;
  /** The first page of all, so that the page is there before anything is loaded. */
  first: readonly Entry[];
  total: number;
};

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const NO_VERDICTS: ReadonlyMap<string, Verdict> = new Map();

/** The vectors: a filter, a list, and one of them at a time. What is seen is in the fragment of the address. */
export const VectorBrowser = ({ choices, first, total }: Props) => {
  const { view, awake, change } = useView();
  const [index, setIndex] = useState<Index>();
  const [error, setError] = useState<string>();
  const [verdicts, setVerdicts] = useState(NO_VERDICTS);
  const root = useRef<HTMLDivElement>(null);
  const load = (): void => {
    setError(undefined);
    loadIndex().then(setIndex, (reason: unknown) => setError(message(reason)));
  };
  useEffect(load, []);

  const { page, vector, ...filter } = view;
  const key = JSON.stringify(filter);
  // The key is the filter: page and vector change nothing here.
  const shown = useMemo(() => (index ? filterEntries(index, view) : undefined), [index, key]);
  useEffect(() => setVerdicts(NO_VERDICTS), [shown]);

  // A link far below changed the list: its beginning comes into sight.
  const before = useRef(`${page} ${key}`);
  useEffect(() => {
    const now = `${page} ${key}`;
    const found = root.current?.querySelector('.rv-found');
    if (now === before.current || vector !== '' || !found) return;
    before.current = now;
    const { top, bottom } = found.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) found.scrollIntoView({ block: 'start' });
  }, [page, key, vector]);

  // Who comes back from a vector is where she was in the list.
  const last = useRef('');
  useEffect(() => {
    if (vector !== '') last.current = vector;
    else if (last.current !== '') {
      const id = last.current;
      last.current = '';
      const link = [...(root.current?.querySelectorAll<HTMLAnchorElement>('.rv-list a') ?? [])].find(
        ({ hash }) => new URLSearchParams(hash.slice(1)).get('vector') === id,
      );
      (link ?? root.current?.querySelector<HTMLElement>('.rv-count'))?.focus();
    }
  }, [vector]);

  const disabled = !awake || index === undefined;
  const everything = printFragment({ ...view, page: 1, vector: '' }) === '';
  const entries =
    shown?.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) ?? (everything && page === 1 ? first : undefined);
  const count = shown?.length ?? total;
  const one = vector === '' ? undefined : index?.entries.find(({ id }) => id === vector);
  return (
    <div class="rv not-content" ref={root} data-ready={!disabled}>
      {error !== undefined && (
        <p class="rv-error" role="alert">
          {error}{' '}
          <button class="rp-button" type="button" onClick={load}>
            Try again
          </button>
        </p>
      )}
      {vector !== '' && index === undefined && error === undefined && <p class="rv-quiet">Loading the vector.</p>}
      {vector !== '' && index !== undefined && one === undefined && (
        <p class="rv-empty">
          There is no vector <code>{vector}</code>. <a href="#all">Show all vectors</a>
        </p>
      )}
      {one && index && <VectorDetail index={index} entry={one} shown={shown ?? []} view={view} />}
      <div hidden={vector !== ''}>
        <FilterForm choices={choices} view={view} disabled={disabled} change={change} />
        <div class="rv-bar rv-found">
          <p class="rv-count" tabIndex={-1} aria-live="polite">
            {shown === undefined && !everything
              ? 'Loading the vectors.'
              : count === total
                ? `All ${total.toLocaleString('en')} vectors`
                : `${count.toLocaleString('en')} of ${total.toLocaleString('en')} vectors`}
          </p>
          <button class="rp-button" type="button" disabled={disabled || everything} onClick={() => change(EVERYTHING)}>
            Clear the filter
          </button>
        </div>
        <RunBar
          shown={shown ?? first}
          view={view}
          omissible={index?.omissible.filter((id) => id === view.requirement) ?? []}
          disabled={disabled}
          onVerdicts={setVerdicts}
        />
        {entries && <VectorList entries={entries} total={count} view={view} verdicts={verdicts} />}
      </div>
    </div>
  );
};
