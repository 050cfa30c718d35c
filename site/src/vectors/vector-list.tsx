import { outcomeWords } from './expectation.ts';
import { PAGE_SIZE } from './filter.ts';
import { printFragment, type View } from './fragment.ts';
import { Badge } from './judged-view.tsx';
import type { Verdict } from './summary.ts';
import type { Entry } from './vector-index.ts';

type RowProps = { entry: Entry; view: View; verdict: Verdict | undefined };

const Row = ({ entry, view, verdict }: RowProps) => (
  <li>
    <a href={`#${printFragment({ ...view, vector: entry.id })}`}>{entry.title}</a>
    <code>{entry.id}</code>
    <span class="rv-row-outcome">{outcomeWords(entry.outcome)}</span>
    <span class="rv-row-requirements">
      {entry.requirements.slice(0, 4).join(', ')}
      {entry.requirements.length > 4 && ` and ${entry.requirements.length - 4} more`}
    </span>
    <span class="rv-row-verdict">{verdict && <Badge verdict={verdict} />}</span>
  </li>
);

const Pages = ({ view, pages }: { view: View; pages: number }) => {
  const to = (page: number): string => `#${printFragment({ ...view, page }) || 'all'}`;
  return (
    <nav class="rv-bar rv-pages" aria-label="Pages of the list">
      {view.page > 1 ? <a href={to(view.page - 1)}>Previous page</a> : <span class="rv-quiet">Previous page</span>}
      <span>
        Page {view.page.toLocaleString('en')} of {pages.toLocaleString('en')}
      </span>
      {view.page < pages ? <a href={to(view.page + 1)}>Next page</a> : <span class="rv-quiet">Next page</span>}
    </nav>
  );
};

type Props = {
  /** The entries of the page that is shown. */
  entries: readonly Entry[];
  /** How many the filter shows on all pages. */
  total: number;
  view: View;
  verdicts: ReadonlyMap<string, Verdict>;
};

/** A page of the list. */
export const VectorList = ({ entries, total, view, verdicts }: Props) => {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (total === 0) return <p class="rv-empty">No vector fits all of that. Take a filter away, or clear all.</p>;
  return (
    <>
      <ol class="rv-list" start={(view.page - 1) * PAGE_SIZE + 1}>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} view={view} verdict={verdicts.get(entry.id)} />
        ))}
      </ol>
      {pages > 1 && <Pages view={view} pages={pages} />}
    </>
  );
};
